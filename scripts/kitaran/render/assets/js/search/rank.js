// @ts-check
/** Put pages in order by how well they answer a question. Pure. */

import { numbers } from "./pack.js";

/** As in the build. */
const FINEST = 60;
const LESSER = 0.4;
const SCALE = 4;
const FITS = 15;
/** How much of a name's worth its rounding in the build may have added. */
const ROUNDED = 0.51 / SCALE;
/** How much the text, the best name, and the next names of a page count. */
const TEXT = 1.3;
const NAME = 1.6;
const NAMES = 0.1;
/** How much it tells against a name that words of it were not asked for. */
const WHOLE = 0.8;
/** How much a word tells whose meaning was guessed. */
const GUESSED = 0.6;
/** What an exact title is worth: more than all else together; any other name of several words less. */
const EXACT = 2;
const TYPED = 0.5;
/** How likely each kind of page is what a question is after. */
const PRIOR = /** @type {Record<string, number>} */ ({ m: 1, b: 0.97, t: 0.62, o: 0.62, p: 0.6 });

/**
 * @typedef {object} Found What one key leads to.
 * @property {number} rarity
 * @property {number[]} told The numbers of its posting.
 */

/**
 * @typedef {object} Hit
 * @property {number} page
 * @property {number} score
 * @property {number} share How much of the question it answers, from 0 to 1.
 * @property {boolean} exact Whether its title was asked for.
 */

/**
 * Read a posting.
 *
 * @param {string} text
 * @param {number} pages How many pages there are.
 * @param {boolean} lesser
 * @returns {Found}
 */
export function posting(text, pages, lesser) {
  const told = numbers(text);
  return { told, rarity: (lesser ? LESSER : 1) * Math.log(1 + pages / (0.5 + told[0])) };
}

/** What a page has gathered. */
class Gathered {
  text = 0;
  share = 0;
  /** @type {Map<number, [number, number, number, boolean]>} Of each name: its share, the question's share, its packed fit, whether all is exact. */
  names = new Map();
}

/**
 * @param {import("./question.js").Unit[]} units
 * @param {Map<string, Found>} found
 * @param {string} kinds
 * @returns {Hit[]} The best first.
 */
export function rank(units, found, kinds) {
  const telling = units.filter((unit) => !unit.asking && unit.alternatives.size);
  const weights = telling.map((unit) => weigh(unit, found));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  // What is not known counts against every page alike, and keeps partial answers from looking whole.
  const missing = units.filter((unit) => !unit.asking && !unit.alternatives.size).length;
  /** @type {Map<number, Gathered>} */
  const pages = new Map();
  telling.forEach((unit, at) => gather(unit, weights[at], found, pages));
  const total = whole * (1 + (0.15 * missing) / Math.max(1, telling.length));
  return [...pages]
    .map(([page, gathered]) => hit(page, gathered, total, kinds[page], telling.length > 1))
    .sort((one, other) => other.score - one.score || one.page - other.page);
}

/**
 * Say how much a word of the question tells.
 *
 * @param {import("./question.js").Unit} unit
 * @param {Map<string, Found>} found
 */
function weigh(unit, found) {
  const own = found.get(unit.own);
  if (own && unit.alternatives.has(unit.own)) return own.rarity;
  let most = 0;
  for (const [key, fit] of unit.alternatives) most = Math.max(most, fit * (found.get(key)?.rarity ?? 0));
  return GUESSED * most;
}

/**
 * Collect what a word of the question finds on each page.
 *
 * @param {import("./question.js").Unit} unit
 * @param {number} weight
 * @param {Map<string, Found>} found
 * @param {Map<number, Gathered>} pages
 */
function gather(unit, weight, found, pages) {
  /** @type {Map<number, number>} */
  const text = new Map();
  /** @type {Map<number, Map<number, [number, number, boolean]>>} */
  const names = new Map();
  for (const [key, fit] of unit.alternatives) {
    const posted = found.get(key);
    if (!posted) continue;
    const { told, rarity } = posted;
    let page = 0;
    for (let at = 1; at < told.length; ) {
      page += told[at];
      const worth = (fit * told[at + 1]) / FINEST;
      const count = told[at + 2];
      at += 3;
      if ((text.get(page) ?? 0) < worth) text.set(page, worth);
      let name = 0;
      for (let each = 0; each < count; each += 1, at += 2) {
        name += told[at];
        let theirs = names.get(page);
        if (!theirs) names.set(page, (theirs = new Map()));
        const best = theirs.get(name);
        if (!best || best[0] < fit * rarity) theirs.set(name, [fit * rarity, told[at + 1], fit === 1]);
        if (best) best[1] = told[at + 1];
      }
    }
  }
  for (const [page, worth] of text) {
    let gathered = pages.get(page);
    if (!gathered) pages.set(page, (gathered = new Gathered()));
    gathered.text += weight * worth;
    gathered.share += weight * Math.min(1, worth * 2);
    for (const [name, [part, packed, exact]] of names.get(page) ?? []) {
      const best = Math.max(...unit.alternatives.values());
      const mine = gathered.names.get(name);
      const share = weight * Math.min(1, part / Math.max(0.001, weight * best));
      if (mine) {
        mine[0] += part;
        mine[1] += share;
        mine[3] &&= exact;
      } else {
        gathered.names.set(name, [part, share, packed, exact]);
      }
    }
  }
}

/**
 * @param {number} page
 * @param {Gathered} gathered
 * @param {number} total
 * @param {string} kind
 * @param {boolean} several Whether the question has several words that tell something.
 * @returns {Hit}
 */
function hit(page, gathered, total, kind, several) {
  /** @type {number[]} */
  const fits = [];
  let [exact, typed] = [false, 0];
  for (const [part, share, packed, whole] of gathered.names.values()) {
    const fit = (packed & 15) / FITS;
    const all = (packed >> 4) / SCALE;
    const theirs = Math.min(1, part / Math.max(0.25, all));
    const mine = Math.min(1, share / total);
    fits.push(fit * theirs ** WHOLE * mine);
    if (!whole || (theirs < 0.95 && part < all - ROUNDED) || mine < 0.95) continue;
    if (several) typed = Math.max(typed, fit);
    if (fit === 1) exact = true;
  }
  fits.sort((one, other) => other - one);
  const next = fits.slice(1, 5).reduce((sum, fit) => sum + fit, 0);
  const score = TEXT * (gathered.text / total) + NAME * (fits[0] ?? 0) + NAMES * next + TYPED * typed;
  return {
    page,
    score: score * (PRIOR[kind] ?? 1) + (exact && kind === "m" ? EXACT : 0),
    share: gathered.share / total,
    exact,
  };
}

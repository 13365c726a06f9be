// @ts-check
/** Read a question: which of its words tell something, and what each of them may stand for. Pure. */

import { words } from "./text.js";

/** The most words that are read. */
const MOST = 16;
/** How well what stands for a word fits, by how it was found. */
const FIT = { short: 0.95, joined: 0.95, parted: 0.9, slip: 0.85, slips: 0.6, begun: 0.7 };
const EVERYDAY = 0.7;
/** The most words that one which is still being typed may stand for. */
const BEGUN = 8;

/**
 * @typedef {object} Unit A word of a question.
 * @property {string} word As it was typed.
 * @property {boolean} asking Whether it only asks.
 * @property {boolean} lesser
 * @property {string} own Its own key.
 * @property {Map<string, number>} alternatives Keys, with how well each fits.
 * @property {string[]} marks The words to mark on the page.
 */

/**
 * @typedef {object} Language What the build says of words.
 * @property {import("./keys.js").Keys} keys
 * @property {import("./spelling.js").Spelling} spelling
 * @property {(key: string) => boolean} known Whether a key leads to a page.
 * @property {Map<string, string[][]>} groups What stands for keys that belong together.
 * @property {Map<string, string[]>} short
 * @property {Set<string>} asking Words.
 * @property {Set<string>} lesser Keys.
 */

/**
 * @param {string} text
 * @param {Language} language
 * @returns {Unit[]}
 */
export function read(text, language) {
  const typed = words(text.slice(0, 400)).slice(0, MOST);
  const open = /[\p{L}\p{N}]$/u.test(text);
  const units = typed.map((word, at) => unit(word, language, open && at === typed.length - 1));
  joined(units, language);
  if (units.every((each) => each.asking)) {
    for (const each of units) each.asking = false;
  }
  standFor(units, language);
  return units;
}

/**
 * @param {string} word
 * @param {Language} language
 * @param {boolean} open Whether it may still be typed.
 * @returns {Unit}
 */
function unit(word, language, open) {
  const { keys, known } = language;
  const own = keys.key(word);
  const [asking, lesser] = [language.asking.has(word), language.lesser.has(own)];
  /** @type {Map<string, number>} */
  const alternatives = new Map();
  const made = { word, asking, lesser, own, alternatives, marks: [word] };
  if (known(own)) alternatives.set(own, 1);
  for (const meant of language.short.get(word) ?? []) {
    for (const part of words(meant)) stand(made, keys.key(part), FIT.short, language, part);
    if (words(meant).every((part) => language.asking.has(part))) made.asking = true;
    else if (!known(own)) made.lesser = language.lesser.has(keys.key(words(meant)[0]));
  }
  if (!alternatives.size && !asking) guess(made, language, open);
  return made;
}

/**
 * @param {Unit} made
 * @param {string} key
 * @param {number} fit
 * @param {Language} language
 * @param {string} [mark] A word to be marked on the page.
 */
function stand(made, key, fit, language, mark) {
  if (!language.known(key)) return;
  if ((made.alternatives.get(key) ?? 0) < fit) made.alternatives.set(key, fit);
  if (mark) made.marks.push(mark);
}

/**
 * Find out what a word may mean that is not known.
 *
 * @param {Unit} made
 * @param {Language} language
 * @param {boolean} open
 */
function guess(made, language, open) {
  const { keys, known, spelling } = language;
  const { word } = made;
  const near = spelling.near(word);
  // A word with one slip is likelier than two short words without their space.
  const least = near.some(([, far]) => far === 1) ? 4 : 3;
  const parts = spelling.parted(word, (part) => part.length >= least && spelling.forms.has(part));
  for (const part of parts ?? []) stand(made, keys.key(part), FIT.parted, language, part);
  if (open && word.length > 1) {
    const begun = spelling.begun(word).slice(0, BEGUN);
    for (const form of begun) stand(made, keys.key(form), FIT.begun, language, form);
  }
  for (const [form, far] of near) {
    const fit = far > 1 ? FIT.slips : FIT.slip;
    const key = keys.key(form);
    if (known(key)) stand(made, key, fit, language, form);
    for (const meant of language.short.get(form) ?? []) {
      for (const part of words(meant)) stand(made, keys.key(part), fit * FIT.short, language);
    }
  }
}

/**
 * Take words together that are written as one elsewhere.
 *
 * @param {Unit[]} units
 * @param {Language} language
 */
function joined(units, language) {
  for (let at = 1; at < units.length; at += 1) {
    const [one, other] = [units[at - 1], units[at]];
    const whole = one.word + other.word;
    if (whole.length < 6 || !language.spelling.forms.has(whole)) continue;
    for (const each of [one, other]) {
      stand(each, language.keys.key(whole), FIT.joined, language, whole);
    }
  }
}

/**
 * Add what stands for a word, or for several that belong together.
 *
 * @param {Unit[]} units
 * @param {Language} language
 */
function standFor(units, language) {
  const typed = new Set(units.map((each) => each.own));
  const before = units.map((each) => [...each.alternatives].filter(([, fit]) => fit > 0.5));
  for (let at = 0; at < units.length; at += 1) {
    for (let length = Math.min(3, units.length - at); length; length -= 1) {
      const span = units.slice(at, at + length);
      if (span.every((each) => each.asking) && units.some((each) => !each.asking)) continue;
      for (const [name, fit] of names(before.slice(at, at + length))) {
        for (const others of language.groups.get(name) ?? []) {
          for (const each of span) {
            if (each.asking && length === 1) continue;
            // What was typed itself must not be found twice.
            for (const key of others) if (!typed.has(key)) stand(each, key, fit * EVERYDAY, language);
          }
          if (length > 1) for (const each of span) each.asking = false;
        }
      }
    }
  }
}

/**
 * Give what a run of words may be called, as keys.
 *
 * @param {[string, number][][]} run
 * @returns {[string, number][]}
 */
function names(run) {
  /** @type {[string, number][]} */
  let found = [["", 1]];
  for (const alternatives of run) {
    const best = alternatives.slice(0, 3);
    found = found.flatMap(([name, fit]) =>
      best.map(
        ([key, theirs]) => /** @type {[string, number]} */ ([name ? `${name} ${key}` : key, fit * theirs]),
      ),
    );
  }
  return found;
}

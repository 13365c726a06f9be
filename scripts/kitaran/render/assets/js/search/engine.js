// @ts-check
/** Answer questions from an index that is fetched piece by piece, as it is needed. */

import { Keys } from "./keys.js";
import { place, wordlist } from "./pack.js";
import { read } from "./question.js";
import { posting, rank } from "./rank.js";
import { Spelling } from "./spelling.js";

/** How many results are given. */
const MOST = 10;
/** How many terms of the glossary stand among the first results, and among all. */
const TERMS = [1, 3];
/** The first place that a term may have where a page fits too. */
const FIRST_TERM = 1;
/** A page that answers less of the question than this is no result. */
const LEAST = 0.05;

/** @typedef {(name: string) => Promise<any>} Fetch Gets a file of the index by its name. */

export class Engine {
  /**
   * @param {any} core
   * @param {Fetch} fetch
   */
  constructor(core, fetch) {
    this.core = core;
    this.fetch = fetch;
    const roots = wordlist(core.roots);
    this.keys = new Keys(core, roots, wordlist(core.guards));
    const forms = [...roots, ...wordlist(core.forms)];
    /** @type {Set<string>} Every key that leads somewhere. */
    this.leading = new Set(forms.map((form) => this.keys.key(form)));
    const short = new Map();
    for (const [meant, typed] of Object.entries(core.short)) {
      for (const word of typed) short.set(String(word), [...(short.get(String(word)) ?? []), meant]);
    }
    this.language = {
      keys: this.keys,
      spelling: new Spelling([...forms, ...short.keys()]),
      known: (/** @type {string} */ key) => this.leading.has(key),
      groups: grouped(core.groups),
      short,
      asking: new Set(core.asking.split(" ")),
      lesser: new Set(core.lesser.split(" ").map((/** @type {string} */ word) => this.keys.key(word))),
    };
    /** @type {Map<string, any>} */
    this.parts = new Map();
  }

  /**
   * @param {string} text
   * @returns {Promise<{ hits: (import("./rank.js").Hit & { shown: string[] })[], units: import("./question.js").Unit[] }>}
   */
  async search(text) {
    const units = read(text, this.language);
    const found = await this.#find(units);
    const hits = choose(rank(units, found, this.core.kinds), this.core.kinds);
    const shown = await Promise.all(hits.map((hit) => this.#describe(hit.page)));
    return { hits: hits.map((hit, at) => ({ ...hit, shown: shown[at] })), units };
  }

  /**
   * Give words that something can be found by, for a question that finds nothing.
   *
   * @param {string} text
   * @returns {string[]}
   */
  near(text) {
    const { spelling } = this.language;
    const found = read(text, this.language).flatMap(({ word }) =>
      spelling.near(word, word.length > 4 ? 3 : 2).map(([form, far]) => ({ form, far })),
    );
    found.sort((one, other) => one.far - other.far);
    return [...new Set(found.map(({ form }) => form))].slice(0, 5);
  }

  /**
   * @param {import("./question.js").Unit[]} units
   * @returns {Promise<Map<string, import("./rank.js").Found>>}
   */
  async #find(units) {
    const { pages, parts } = this.core;
    const keys = new Set(units.filter((unit) => !unit.asking).flatMap((unit) => [...unit.alternatives.keys()]));
    /** @type {Map<string, import("./rank.js").Found>} */
    const found = new Map();
    await Promise.all(
      [...keys].map(async (key) => {
        const part = await this.#part(`k${place(key, parts)}`);
        if (Object.hasOwn(part, key)) {
          found.set(key, posting(part[key], pages, this.language.lesser.has(key)));
        }
      }),
    );
    return found;
  }

  /** @param {number} page */
  async #describe(page) {
    const { together } = this.core;
    const block = await this.#part(`d${Math.floor(page / together)}`);
    return block[page % together];
  }

  /** @param {string} name */
  #part(name) {
    let part = this.parts.get(name);
    if (!part) {
      part = this.fetch(name);
      this.parts.set(name, part);
      part.catch(() => this.parts.delete(name));
    }
    return part;
  }
}

/**
 * Say what stands for each name of a group: the keys of its other names. Of a name of several words
 * the longest key stands for it, as it tells the most.
 *
 * @param {string[][]} groups
 * @returns {Map<string, string[][]>}
 */
function grouped(groups) {
  /** @type {Map<string, string[][]>} */
  const found = new Map();
  for (const group of groups) {
    for (const name of group) {
      const others = group
        .filter((other) => other !== name)
        .map((other) => other.split(" ").reduce((one, two) => (two.length > one.length ? two : one)));
      found.set(name, [...(found.get(name) ?? []), [...new Set(others)]]);
    }
  }
  return found;
}

/**
 * Choose what is shown: no page that answers too little, and only a few terms among the pages. A
 * term that was named exactly is the first of them, however well other terms fit.
 *
 * @param {import("./rank.js").Hit[]} ranked
 * @param {string} kinds
 */
function choose(ranked, kinds) {
  const best = ranked[0]?.score ?? 0;
  const named = ranked.find(({ exact, page }) => exact && kinds[page] === "t");
  const able = ranked.filter(
    (hit) => hit !== named && hit.share >= LEAST && hit.score >= best * 0.2,
  );
  /** @type {import("./rank.js").Hit[]} */
  const chosen = [];
  /** @type {import("./rank.js").Hit[]} */
  const waiting = named ? [named] : [];
  let terms = waiting.length;
  for (const hit of able) {
    if (chosen.length >= MOST) break;
    if (kinds[hit.page] !== "t") {
      chosen.push(hit);
    } else if (terms < (chosen.length < 5 ? TERMS[0] : TERMS[1])) {
      terms += 1;
      waiting.push(hit);
    }
    while (waiting.length && chosen.length >= FIRST_TERM) chosen.push(/** @type {any} */ (waiting.shift()));
  }
  return [...chosen, ...waiting].slice(0, MOST);
}

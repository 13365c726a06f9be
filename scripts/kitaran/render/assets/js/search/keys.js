// @ts-check
/**
 * Bring the forms of a word to one key: *menutup, penutupan, tutuplah* to *tutup*. The same tables,
 * read in the same order, as in the build; one table of words tests both. Pure.
 */

const SHORTEST = 3;
const VOWEL = /[aeiouy]/;
/** Letters that English doubles before an ending. */
const TWICE = /([bdgmnprt])\1$/;

/**
 * @typedef {object} Tables
 * @property {Record<string, string>} same Words by their key, parted by spaces.
 * @property {string[]} clitics
 * @property {string[]} suffixes
 * @property {[string, string, string][]} prefixes
 * @property {[string, string, number][][]} english
 */

export class Keys {
  /**
   * @param {Tables} tables
   * @param {Iterable<string>} roots The roots that lead somewhere.
   * @param {Iterable<string>} guards Other roots, which rules would take for forms of those.
   */
  constructor(tables, roots, guards) {
    this.tables = tables;
    this.roots = new Set(roots);
    this.guards = new Set(guards);
    /** @type {Map<string, string>} */
    this.same = new Map();
    for (const [word, forms] of Object.entries(tables.same)) {
      this.same.set(word, word);
      for (const form of forms ? forms.split(" ") : []) this.same.set(form, word);
    }
    this.ended = new Map(this.same);
    for (const word of Object.keys(tables.same)) {
      const ended = this.withoutEndings(word);
      if (ended.length > SHORTEST && !this.same.has(ended)) this.ended.set(ended, word);
    }
    /** @type {Map<string, string>} */
    this.known = new Map();
  }

  /** @param {string} word A folded word. */
  key(word) {
    let found = this.known.get(word);
    if (found === undefined) {
      found = this.#key(word);
      if (this.known.size < 50_000) this.known.set(word, found);
    }
    return found;
  }

  /** @param {string} word */
  #key(word) {
    for (const form of [word, ...this.#withoutClitics(word)]) {
      const key = this.same.get(form);
      if (key !== undefined) return key;
    }
    if (this.roots.has(word) || this.guards.has(word)) return word;
    return this.#derived(word) || this.english(word);
  }

  /** @param {string} word */
  #withoutClitics(word) {
    return this.tables.clitics
      .filter((clitic) => word.endsWith(clitic) && word.length - clitic.length >= SHORTEST)
      .map((clitic) => word.slice(0, -clitic.length));
  }

  /**
   * Give the root that a Malay word was made from, with the fewest letters taken off.
   *
   * @param {string} word
   */
  #derived(word) {
    let [best, least] = ["", 99];
    for (const form of [word, ...this.#withoutClitics(word)]) {
      for (const suffix of [...this.tables.suffixes, ""]) {
        if (!form.endsWith(suffix)) continue;
        for (const root of this.#unprefixed(form.slice(0, form.length - suffix.length), 2)) {
          const taken = word.length - root.length;
          if (root === word || taken >= least) continue;
          if (this.roots.has(root) || this.guards.has(root)) [best, least] = [root, taken];
        }
      }
    }
    return best;
  }

  /**
   * @param {string} word
   * @param {number} depth
   * @returns {Generator<string>}
   */
  *#unprefixed(word, depth) {
    if (word.length < SHORTEST) return;
    yield word;
    if (!depth) return;
    for (const [prefix, following, swallowed] of this.tables.prefixes) {
      if (!word.startsWith(prefix)) continue;
      const rest = word.slice(prefix.length);
      if (rest && (!following || following.includes(rest[0]))) {
        yield* this.#unprefixed(swallowed + rest, depth - 1);
      }
    }
  }

  /** @param {string} word */
  english(word) {
    const ended = this.withoutEndings(word);
    return this.ended.get(ended) ?? ended;
  }

  /** @param {string} word */
  withoutEndings(word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    this.tables.english.forEach((endings, step) => {
      for (const [ending, instead, least] of endings) {
        if (!word.endsWith(ending)) continue;
        const stem = word.slice(0, -ending.length);
        if (stem.length < least || !VOWEL.test(stem)) continue;
        word = stem + instead;
        if (step === 1 && !instead && word.length > 3) word = word.replace(TWICE, "$1");
        break;
      }
    });
    return word;
  }
}

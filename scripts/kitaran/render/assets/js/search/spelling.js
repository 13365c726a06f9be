// @ts-check
/** The words that a misspelt one may stand for. Pure. */

/** From this length on, two slips are forgiven. */
const LONG = 8;
/** Words this short are taken as they are typed. */
const SHORT = 3;

/**
 * Count the slips between two words: a letter too many, too few, another, or two swapped.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @returns {number} More than `most` where there are more.
 */
export function slips(one, other, most) {
  const [n, m] = [one.length, other.length];
  if (Math.abs(n - m) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: m + 1 }, (_, at) => at);
  for (let i = 1; i <= n; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= m; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[m];
}

/**
 * Say which letters a word has, as bits: words that share few cannot be near.
 *
 * @param {string} word
 */
function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << word.charCodeAt(at) % 31;
  return bits;
}

/** @param {number} bits */
function count(bits) {
  let found = 0;
  for (let rest = bits; rest; rest &= rest - 1) found += 1;
  return found;
}

/** All words that are known, ready to be compared with. */
export class Spelling {
  /** @param {Iterable<string>} forms */
  constructor(forms) {
    this.forms = new Set(forms);
    /** @type {Map<number, [string, number][]>} */
    this.byLength = new Map();
    for (const form of this.forms) {
      const group = this.byLength.get(form.length);
      if (group) group.push([form, letters(form)]);
      else this.byLength.set(form.length, [[form, letters(form)]]);
    }
  }

  /**
   * Give the nearest words, the best first.
   *
   * @param {string} word
   * @param {number} [most] How many slips; by the word's length where it is not said.
   * @returns {[string, number][]} Each with its slips.
   */
  near(word, most = word.length >= LONG ? 2 : 1) {
    if (word.length <= SHORT || /\d/.test(word)) return [];
    const bits = letters(word);
    /** @type {[string, number, number][]} */
    const found = [];
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      for (const [form, theirs] of this.byLength.get(length) ?? []) {
        if (count(bits ^ theirs) > 2 * most) continue;
        const far = slips(word, form, most);
        if (far > most) continue;
        // The first letter is seldom wrong, and letters are dropped more often than they are added.
        const odd = (form[0] === word[0] ? 0 : 0.5) + (form.length < word.length ? 0.2 : 0);
        found.push([form, far, far + odd]);
      }
    }
    found.sort((one, other) => one[2] - other[2] || (one[0] < other[0] ? -1 : 1));
    const nearest = found[0]?.[2] ?? 0;
    return found
      .filter(([, , far]) => far <= nearest + 0.5)
      .slice(0, 6)
      .map(([form, far]) => [form, far]);
  }

  /**
   * Part a word that was typed without its space.
   *
   * @param {string} word
   * @param {(part: string) => boolean} known
   * @returns {[string, string] | null}
   */
  parted(word, known) {
    for (let at = word.length - SHORT; at >= SHORT; at -= 1) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      if (known(head) && known(tail)) return [head, tail];
    }
    return null;
  }

  /**
   * Give words that begin as one that is still being typed.
   *
   * @param {string} start
   * @returns {string[]} The shortest first.
   */
  begun(start) {
    const found = [];
    for (const form of this.forms) if (form.startsWith(start)) found.push(form);
    return found.sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  }
}

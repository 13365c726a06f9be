// @ts-check
/** Compare typed texts: what is the same, and what is only a slip of the fingers. Pure. */

import { parse } from "./number.js";

/**
 * Leave of a text what is compared: no case, accents, spaces or punctuation.
 *
 * @param {string} text
 */
export function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "");
  // By way of capitals, as `ß` and `SS` are the same letters.
  const letters = plain.toUpperCase().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return letters || text.trim();
}

/**
 * Tell whether two texts say the same. Numbers are compared as such: 1.20 is 1.2, and not 120.
 *
 * @param {string} said
 * @param {string} text
 */
export function same(said, text) {
  const [one, other] = [parse(said), parse(text)];
  return one !== null && other !== null ? one === other : fold(said) === fold(text);
}

/**
 * Tell how many slips of the fingers lie between two texts: one at most from five letters on, two
 * from nine on. Digits are no matter of spelling, and one letter makes another word of a short one.
 *
 * @param {string} said
 * @param {string} text
 * @returns {number} `Infinity` where it is no slip.
 */
export function slips(said, text) {
  const [typed, meant] = [fold(said), fold(text)];
  if (typed === meant || digits(typed) !== digits(meant)) return Infinity;
  const letters = meant.match(/\p{L}/gu)?.length ?? 0;
  const allowed = letters >= 9 ? 2 : letters >= 5 ? 1 : 0;
  if (Math.abs(typed.length - meant.length) > allowed) return Infinity;
  const count = distance(typed, meant);
  return count <= allowed ? count : Infinity;
}

/**
 * Tell how many slips lie between a text and the nearest of others.
 *
 * @param {string} said
 * @param {string[]} texts
 */
export function fewest(said, texts) {
  return Math.min(Infinity, ...texts.map((text) => slips(said, text)));
}

/** @param {string} text */
function digits(text) {
  return text.replace(/\P{N}+/gu, "");
}

/**
 * Count the letters to add, leave out, change, or exchange with their neighbour, to make one text
 * of another: the distance of Damerau and Levenshtein, where no letter is touched twice.
 *
 * @param {string} one
 * @param {string} other
 */
export function distance(one, other) {
  const [a, b] = [[...one], [...other]];
  const rows = [b.map((_, j) => j).concat(b.length)];
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1][j - 1] + Number(a[i - 1] !== b[j - 1]);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? rows[i - 2][j - 2] + 1 : Infinity;
      rows[i].push(Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, change, swap));
    }
  }
  return rows[a.length][b.length];
}

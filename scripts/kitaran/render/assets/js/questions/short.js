// @ts-check
/** A few words, typed. An answer is what was typed; wordings of every language are accepted. */

import { lists } from "../field.js";

export { read, restore, show } from "../field.js";

/** @typedef {{ accepted: string[], near: string[][] }} ShortKey */

/**
 * @param {HTMLElement} question
 * @returns {ShortKey}
 */
export function key(question) {
  return { accepted: lists(question, "accepted").flat(), near: lists(question, "near") };
}

/**
 * @param {ShortKey} key
 * @param {string} answer
 * @returns {import("../question.js").Score}
 */
export function score(key, answer) {
  const said = fold(answer);
  if (key.accepted.some((text) => fold(text) === said)) return { share: 1 };
  const near = key.near.findIndex((texts) => texts.some((text) => fold(text) === said));
  return near < 0 ? { share: 0 } : { share: 0, known: near };
}

/**
 * Leave of a text what is compared: no case, accents, spaces or punctuation.
 *
 * @param {string} text
 */
function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "");
  // By way of capitals, as `ß` and `SS` are the same letters.
  const letters = plain.toUpperCase().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return letters || text.trim();
}

// @ts-check
/** A few words, typed. An answer is what was typed; wordings of every language are accepted. */

import { keepTyped } from "../carry.js";
import { lists } from "../field.js";
import { fewest, same } from "../fold.js";

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
 * A slip of the fingers is worth half. The learner is told of it first, and may mend it.
 *
 * @param {ShortKey} key
 * @param {string} answer
 * @returns {import("../question.js").Score}
 */
export function score(key, answer) {
  if (key.accepted.some((text) => same(answer, text))) return { share: 1 };
  const near = key.near.findIndex((texts) => texts.some((text) => same(answer, text)));
  if (near >= 0) return { share: 0, known: near };
  // What is as near to a known wrong answer may be meant for that.
  const slip = fewest(answer, key.accepted) < fewest(answer, key.near.flat());
  return slip ? { share: 0.5, spelling: true } : { share: 0 };
}

/**
 * Other accepted wordings may come and go; where none is left, it is another question.
 *
 * @param {any} seen
 * @param {ShortKey} key
 * @param {string} answer
 */
export function carry(seen, key, answer) {
  const before = Array.isArray(seen?.accepted) ? seen.accepted : [];
  return key.accepted.some((text) => before.includes(text)) ? keepTyped(score, seen, key, answer) : null;
}

// @ts-check
/** All right options. An answer is the list of the values of the picked options. */

import { carried, pick, picked } from "../options.js";

export { key, show, shuffle } from "../options.js";

/** @param {HTMLElement} question */
export function read(question) {
  const values = picked(question);
  return values.length ? values : null;
}

/**
 * @param {HTMLElement} question
 * @param {unknown} answer
 */
export function restore(question, answer) {
  const values = Array.isArray(answer) ? answer : [];
  return pick(question, values) && (answer === null || Array.isArray(answer));
}

/**
 * Each right pick earns a part, each wrong one takes a part away.
 *
 * @param {import("../options.js").OptionKey} key
 * @param {string[]} answer
 * @returns {import("../question.js").Score}
 */
export function score(key, answer) {
  const right = answer.filter((value) => key.right.includes(value)).length;
  const wrong = answer.length - right;
  return { share: key.right.length ? Math.max(0, (right - wrong) / key.right.length) : 0 };
}

/**
 * @param {any} seen
 * @param {import("../options.js").OptionKey} key
 * @param {unknown} answer
 */
export function carry(seen, key, answer) {
  return Array.isArray(answer) ? carried(seen, key, answer) : null;
}

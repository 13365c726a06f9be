// @ts-check
/** One right option. An answer is the value of the picked option. */

import { carried, pick, picked } from "../options.js";

export { key, show, shuffle } from "../options.js";

/** @param {HTMLElement} question */
export function read(question) {
  return picked(question)[0] ?? null;
}

/**
 * @param {HTMLElement} question
 * @param {unknown} answer
 */
export function restore(question, answer) {
  return pick(question, answer === null ? [] : [answer]);
}

/**
 * @param {import("../options.js").OptionKey} key
 * @param {string} answer
 * @returns {import("../question.js").Score}
 */
export function score(key, answer) {
  return { share: key.right.includes(answer) ? 1 : 0 };
}

/**
 * @param {any} seen
 * @param {import("../options.js").OptionKey} key
 * @param {string} answer
 */
export function carry(seen, key, answer) {
  return carried(seen, key, [answer])?.[0] ?? null;
}

// @ts-check
/** A number, typed. An answer is what was typed, so that it can be shown again as it was. */

import { keepTyped } from "../carry.js";
import { lists } from "../field.js";
import { parse } from "../number.js";

export { read, restore, show } from "../field.js";

/** @typedef {{ value: number, tolerance: number, slips: number[], units: string[] }} NumericKey */

/**
 * @param {HTMLElement} question
 * @returns {NumericKey}
 */
export function key(question) {
  const values = [.../** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll("[data-value]"))];
  const [right, ...slips] = values.map((holder) => Number(holder.dataset.value));
  const units = lists(question, "units").flat();
  return { value: right, tolerance: Number(values[0].dataset.tolerance), slips, units };
}

/**
 * @param {NumericKey} key
 * @param {string} answer
 * @returns {import("../question.js").Score}
 */
export function score(key, answer) {
  const number = parse(answer, key.units);
  if (number === null) return { share: 0, unreadable: true };
  if (near(number, key.value, key.tolerance)) return { share: 1 };
  const off = key.slips.map((slip) => Math.abs(slip - number));
  const slip = off.indexOf(Math.min(...off));
  const fell = slip >= 0 && near(number, key.slips[slip], key.tolerance);
  return fell ? { share: 0, known: slip } : { share: 0 };
}

/**
 * Another right number is another question.
 *
 * @param {any} seen
 * @param {NumericKey} key
 * @param {string} answer
 */
export function carry(seen, key, answer) {
  return seen?.value === key.value ? keepTyped(score, seen, key, answer) : null;
}

/**
 * Compare two numbers; what binary fractions cannot hold does not count.
 *
 * @param {number} one
 * @param {number} other
 * @param {number} tolerance
 */
function near(one, other, tolerance) {
  const blur = 8 * Number.EPSILON * Math.max(Math.abs(one), Math.abs(other));
  return Math.abs(one - other) <= tolerance + blur;
}

// @ts-check
/** A number, typed. An answer is what was typed, so that it can be shown again as it was. */

import { lists } from "../field.js";

export { read, restore, show } from "../field.js";

/** @typedef {{ value: number, tolerance: number, slips: number[], units: string[] }} NumericKey */

/** What may stand beside a number in any question. */
const UNITS = ["RM", "MYR", "%"];

/** The ways to write a number, and how to bring each into digits and a point. */
const FORMS = /** @type {[RegExp, (text: string) => string][]} */ ([
  [/^(\d+\.?\d*|\.\d+)$/, (text) => text],
  [/^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/, (text) => text.replaceAll(",", "")],
  [/^[1-9]\d{0,2}( \d{3})+(\.\d*)?$/, (text) => text.replaceAll(" ", "")],
  // A comma that groups no thousands is a decimal comma; with points for groups it can be no other.
  [/^\d*,\d+$/, (text) => text.replace(",", ".")],
  [/^[1-9]\d{0,2}( \d{3})+,\d+$/, (text) => text.replaceAll(" ", "").replace(",", ".")],
  [/^[1-9]\d{0,2}(\.\d{3})+,\d+$/, (text) => text.replaceAll(".", "").replace(",", ".")],
  [/^[1-9]\d{0,2}(\.\d{3}){2,}$/, (text) => text.replaceAll(".", "")],
]);

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
 * Read a number as Malaysians write it: commas group thousands, a point parts the decimals.
 *
 * @param {string} text
 * @param {string[]} [units] What may stand before or after it.
 * @returns {number | null} `null` where it is no number.
 */
export function parse(text, units = []) {
  let rest = text.normalize("NFKC").replace(/\s+/g, " ").replace(/[−–]/g, "-").trim();
  let sign = 1;
  for (const unit of [...UNITS, ...units].map((name) => name.toLowerCase())) {
    const lower = rest.toLowerCase().replace(/^([-+]) ?/, "$1");
    const [mark, body] = /^[-+]/.test(lower) ? [lower[0], lower.slice(1)] : ["", lower];
    if (unit && body.startsWith(unit)) rest = mark + body.slice(unit.length).trim();
    else if (unit && body.endsWith(unit)) rest = mark + body.slice(0, -unit.length).trim();
  }
  const signed = /^([-+]) ?(.*)$/.exec(rest);
  if (signed) [sign, rest] = [signed[1] === "-" ? -1 : 1, signed[2]];
  const form = FORMS.find(([pattern]) => pattern.test(rest));
  const number = form ? sign * Number(form[1](rest)) : NaN;
  return Number.isFinite(number) ? number : null;
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

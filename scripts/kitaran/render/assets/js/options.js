// @ts-check
/** Questions with options to pick: read them, restore them, and mark every option. */

import { alike, follow } from "./carry.js";
import { icon, make } from "./dom.js";
import { shuffled } from "./random.js";

/**
 * @typedef {object} OptionKey
 * @property {string[]} right The values of the right options.
 * @property {string[]} all Those of all options, in the file's order.
 */

/** @param {HTMLElement} question */
function inputs(question) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll(".kt-option input"))];
}

/**
 * @param {HTMLElement} question
 * @returns {OptionKey}
 */
export function key(question) {
  const right = inputs(question).filter((input) => "correct" in input.dataset);
  return { right: right.map((input) => input.value), all: inOrder(question) };
}

/**
 * List the options in the file's order: the answers below keep it, whatever becomes of the options.
 *
 * @param {HTMLElement} question
 */
function inOrder(question) {
  const answers = question.querySelectorAll(".kt-answer [data-option]");
  return [...answers].map((answer) => answer.getAttribute("data-option") ?? "");
}

/** @param {HTMLElement} question */
export function picked(question) {
  return inputs(question).filter((input) => input.checked).map((input) => input.value);
}

/**
 * Pick options.
 *
 * @param {HTMLElement} question
 * @param {unknown[]} values
 * @returns {boolean} Whether every one of them still exists.
 */
export function pick(question, values) {
  const known = inputs(question);
  for (const input of known) input.checked = values.includes(input.value);
  return values.every((value) => known.some((input) => input.value === value));
}

/**
 * Bring what was picked into today's values.
 *
 * @param {any} seen
 * @param {OptionKey} key
 * @param {string[]} values
 * @returns {string[] | null} `null` where other options are right now, or a picked one is gone.
 */
export function carried(seen, key, values) {
  if (!Array.isArray(seen?.all) || !Array.isArray(seen.right)) return null;
  const now = follow(seen.all, key.all);
  const right = seen.right.map((/** @type {string} */ value) => now.get(value));
  const picks = values.map((value) => now.get(value) ?? "");
  return alike(right, key.right) && picks.every(Boolean) ? picks : null;
}

/**
 * Bring the options into another order.
 *
 * @param {HTMLElement} question
 * @param {(() => number) | null} random `null` brings the file's order back.
 */
export function shuffle(question, random) {
  const list = question.querySelector(".kt-options");
  const values = inOrder(question);
  const known = inputs(question);
  for (const value of random ? shuffled(values, random) : values) {
    const item = known.find((input) => input.value === value)?.closest(".kt-option");
    if (item) list?.append(item);
  }
}

/**
 * Say at every option whether it is right, whether it was picked, and why.
 *
 * @param {HTMLElement} question
 * @param {import("./question.js").Score} _score
 * @param {import("./dom.js").Words} words
 */
export function show(question, _score, words) {
  for (const input of inputs(question)) {
    const item = /** @type {HTMLElement} */ (input.closest(".kt-option"));
    const look = "correct" in input.dataset ? "right" : "wrong";
    item.dataset.mark = look;
    const word = look === "right" ? words.right_answer : words.wrong;
    const said = make("p", { class: "kt-feedback" }, mark(look, word));
    if (input.checked) said.append(" ", make("span", { class: "kt-chip" }, words.your_answer));
    const why = question.querySelector(`.kt-answer [data-option="${CSS.escape(input.value)}"] .kt-why`);
    if (why) said.append(" ", why.cloneNode(true));
    item.append(said);
  }
}

/**
 * An icon and a word, for those who do not see the colour.
 *
 * @param {"right" | "wrong" | "partly"} look
 * @param {string} word
 */
export function mark(look, word) {
  return make("strong", { class: `kt-mark kt-mark--${look}` }, icon(look), word);
}

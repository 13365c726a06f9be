// @ts-check
/** Questions with options to pick: read them, restore them, and mark every option. */

import { icon, make } from "./dom.js";

/** @typedef {{ right: string[] }} OptionKey The values of the right options. */

/** @param {HTMLElement} question */
function inputs(question) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll(".kt-option input"))];
}

/**
 * @param {HTMLElement} question
 * @returns {OptionKey}
 */
export function key(question) {
  return { right: inputs(question).filter((i) => "correct" in i.dataset).map((i) => i.value) };
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

// @ts-check
/** An answer in the learner's own words, to compare with a model answer. It earns no points. */

import { make } from "../dom.js";

export const scored = false;

/** @param {HTMLElement} question */
function field(question) {
  return /** @type {HTMLTextAreaElement} */ (question.querySelector(".kt-field textarea"));
}

/** Nothing is right or wrong here. */
export function key() {
  return null;
}

/** @param {HTMLElement} question */
export function read(question) {
  const { value } = field(question);
  return value.trim() ? value : null;
}

/**
 * @param {HTMLElement} question
 * @param {unknown} answer
 */
export function restore(question, answer) {
  const text = typeof answer === "string" ? answer : "";
  const own = field(question);
  // To set what is there already would move the cursor to the end.
  if (own.value !== text) own.value = text;
  return typeof answer === "string" || answer === null;
}

/** @returns {import("../question.js").Score} */
export function score() {
  return { share: 1 };
}

/**
 * Put the model answer beside what was written.
 *
 * @param {HTMLElement} question
 */
export function show(question) {
  const answer = question.querySelector(".kt-answer");
  const title = make("p", { class: "kt-model__title" }, answer?.querySelector("summary")?.textContent ?? "");
  const body = [...(answer?.querySelectorAll(":scope > :not(summary)") ?? [])];
  const model = make("div", { class: "kt-feedback kt-model" }, title);
  model.append(...body.map((part) => part.cloneNode(true)));
  field(question).closest(".kt-field")?.after(model);
}

/**
 * What was written stays, however the question is asked.
 *
 * @param {unknown} _seen
 * @param {unknown} _key
 * @param {unknown} answer
 */
export function carry(_seen, _key, answer) {
  return answer;
}

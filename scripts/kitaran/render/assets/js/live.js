// @ts-check
/** Make the questions of a page live, each by the script of its type. */

import { make } from "./dom.js";
import { Question } from "./question.js";

/**
 * Make a question live. One whose type has no script stays as it is on paper.
 *
 * @param {HTMLElement} element
 * @param {import("./dom.js").Words} words
 * @param {import("./question.js").Host} host
 * @returns {Promise<Question | null>}
 */
export async function live(element, words, host) {
  const { scripted, type = "" } = element.dataset;
  const script = scripted === undefined ? null : await scriptOf(type);
  if (script) return new Question(element, script, words, host);
  const note = make("p", { class: "kt-question__note" }, words.not_counted);
  element.querySelector("fieldset")?.append(note);
  return null;
}

/**
 * Load the script of a type of questions.
 *
 * @param {string} type
 * @returns {Promise<import("./question.js").Type | null>} `null` where it cannot be had.
 */
export function scriptOf(type) {
  return import(`./questions/${type}.js`).catch(() => null);
}

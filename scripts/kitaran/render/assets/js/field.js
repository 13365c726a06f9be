// @ts-check
/** Questions with one field to type in: read it, restore it, and say what was right. */

import { make } from "./dom.js";
import { mark } from "./options.js";

/** @param {HTMLElement} question */
function field(question) {
  return /** @type {HTMLInputElement} */ (question.querySelector(".kt-field input"));
}

/**
 * @param {HTMLElement} question
 * @returns {string | null}
 */
export function read(question) {
  return field(question).value.trim() || null;
}

/**
 * @param {HTMLElement} question
 * @param {unknown} answer
 */
export function restore(question, answer) {
  field(question).value = typeof answer === "string" ? answer : "";
  return typeof answer === "string" || answer === null;
}

/**
 * Say what the answer was taken for, where it was wrong, and then the right one.
 *
 * @param {HTMLElement} question
 * @param {import("./question.js").Score} score
 * @param {import("./dom.js").Words} words
 */
export function show(question, score, words) {
  const list = make("ul", { class: "kt-feedback kt-feedback--list" });
  const known = question.querySelectorAll(".kt-answer .kt-near, .kt-answer .kt-wrong");
  const key = question.querySelector(".kt-answer .kt-right");
  if (score.share < 1 && read(question) !== null) {
    const fell = score.known === undefined ? undefined : known[score.known];
    const slip = score.share > 0;
    const typed = make("bdi", {}, read(question) ?? "");
    const said = fell
      ? line(fell, fell.matches(".kt-near") ? "partly" : "wrong")
      : make("li", {}, slip ? mark("partly", words.near_miss) : mark("wrong", words.wrong), " ", typed);
    const yours = make("span", { class: "kt-chip" }, words.your_answer);
    said.querySelector(".kt-mark")?.after(" ", yours);
    list.append(said);
  }
  if (key) list.append(line(key, "right"));
  question.querySelector(".kt-field")?.after(list);
}

/**
 * Copy an entry of the answers, with an icon at the word that it begins with.
 *
 * @param {Element} entry
 * @param {"right" | "wrong" | "partly"} look
 */
function line(entry, look) {
  const head = entry.querySelector("strong");
  const copies = [...entry.childNodes].map((node) =>
    node === head ? mark(look, head.textContent?.replace(/:$/, "") ?? "") : node.cloneNode(true),
  );
  return make("li", {}, ...copies);
}

/**
 * Read a list that the page carries as JSON.
 *
 * @param {HTMLElement} question
 * @param {string} name The name of the attribute after `data-`.
 * @returns {string[][]} One list for each element that has it.
 */
export function lists(question, name) {
  const holders = /** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll(`[data-${name}]`));
  return [...holders].map((holder) => JSON.parse(holder.dataset[name] ?? "[]"));
}

// @ts-check
/** Items to bring into their order. An answer is the list of their values. */

import { alike, follow } from "../carry.js";
import { make } from "../dom.js";
import { Sorter } from "../sorter.js";
import { mark } from "../options.js";
import { shuffled } from "../random.js";

/** @typedef {{ order: string[] }} OrderKey */

/** @type {WeakMap<HTMLElement, Sorter>} */
const sorters = new WeakMap();

/**
 * @param {HTMLElement} question
 * @param {".kt-paper" | ".kt-answer"} place
 */
function values(question, place) {
  const items = /** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll(`${place} [data-item]`));
  return [...items].map((item) => item.dataset.item ?? "");
}

/**
 * @param {HTMLElement} question
 * @returns {OrderKey}
 */
export function key(question) {
  return { order: values(question, ".kt-answer") };
}

/**
 * @param {HTMLElement} question
 * @param {import("../question.js").Controls} host
 */
export function setup(question, host) {
  const paper = question.querySelector(".kt-paper");
  const items = /** @type {HTMLElement[]} */ ([...(paper?.querySelectorAll("[data-item]") ?? [])]);
  const sorter = new Sorter(items, host);
  sorters.set(question, sorter);
  paper?.after(sorter.element);
}

/**
 * @param {HTMLElement} question
 * @returns {string[] | null} `null` until something was moved, or the order was said to be meant.
 */
export function read(question) {
  const sorter = sorters.get(question);
  return sorter?.touched ? sorter.order : null;
}

/** @param {import("../dom.js").Words} words */
export function refusal(words) {
  return words.order_first;
}

/**
 * @param {HTMLElement} question
 * @param {unknown} answer
 */
export function restore(question, answer) {
  const known = key(question).order;
  const fits = Array.isArray(answer) && alike(answer, known) && alike(known, answer);
  sorters.get(question)?.put(fits ? answer : null);
  return fits || answer === null;
}

/**
 * Judge an order by Kendall's rank correlation, tau: of all pairs of items, those that stand in the
 * right order less those that do not, as a part of all. What is below nought, as chance makes it
 * every other time, earns nothing; only the right order earns everything.
 *
 * @param {OrderKey} key
 * @param {string[]} answer
 * @returns {import("../question.js").Score}
 */
export function score({ order }, answer) {
  const places = order.map((value) => answer.indexOf(value));
  if (places.includes(-1)) return { share: 0 };
  const pairs = places.flatMap((place, at) => places.slice(at + 1).map((later) => Math.sign(later - place)));
  const sum = pairs.reduce((total, one) => total + one, 0);
  return { share: pairs.length ? Math.max(0, sum / pairs.length) : 1 };
}

/**
 * Say at every item whether it is in its place, and below why that is the order.
 *
 * @param {HTMLElement} question
 * @param {import("../question.js").Score} _score
 * @param {import("../dom.js").Words} words
 */
export function show(question, _score, words) {
  const sorter = sorters.get(question);
  const { order } = key(question);
  for (const [place, item] of (sorter?.items ?? []).entries()) {
    const right = order.indexOf(item.dataset.item ?? "");
    const look = right === place ? "right" : "wrong";
    item.dataset.mark = look;
    const where = look === "right" ? "" : ` ${words.right_place}: ${right + 1}`;
    item.append(make("p", { class: "kt-feedback" }, mark(look, words[look]), where));
  }
  const why = question.querySelector(".kt-answer .kt-why");
  if (why) sorter?.element.append(make("p", { class: "kt-feedback" }, why.cloneNode(true)));
}

/**
 * @param {HTMLElement} question
 * @param {boolean} locked
 */
export function lock(question, locked) {
  sorters.get(question)?.lock(locked);
}

/**
 * Begin with another order, but never with the right one.
 *
 * @param {HTMLElement} question
 * @param {(() => number) | null} random `null` brings back the order on paper.
 */
export function shuffle(question, random) {
  const paper = values(question, ".kt-paper");
  const mixed = random ? shuffled(paper, random) : paper;
  const right = key(question).order.every((value, at) => value === mixed[at]);
  sorters.get(question)?.begin(right ? [...mixed.slice(1), mixed[0]] : mixed);
}

/**
 * @param {any} seen
 * @param {OrderKey} key
 * @param {unknown} answer
 */
export function carry(seen, key, answer) {
  if (!Array.isArray(seen?.order) || !Array.isArray(answer)) return null;
  const now = follow(seen.order, key.order);
  const today = seen.order.map((/** @type {string} */ value) => now.get(value));
  const same = JSON.stringify(today) === JSON.stringify(key.order);
  const carried = answer.map((value) => now.get(value));
  return same && carried.every(Boolean) ? carried : null;
}

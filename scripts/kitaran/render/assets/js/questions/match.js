// @ts-check
/** Pairs to find. An answer is a list of pairs of values, the left side first. */

import { Board } from "../board.js";
import { alike, follow } from "../carry.js";
import { make } from "../dom.js";
import { mark } from "../options.js";
import { shuffled } from "../random.js";

/** @typedef {[string, string]} Pair */
/** @typedef {{ pairs: Pair[] }} MatchKey In the file's order. */

/** @type {WeakMap<HTMLElement, Board>} */
const boards = new WeakMap();

/**
 * @param {HTMLElement} question
 * @param {string} name The name of the attribute after `data-`.
 */
function sides(question, name) {
  return [...question.querySelectorAll(`.kt-paper [data-${name}]`)].map((item) => ({
    value: item.getAttribute(`data-${name}`) ?? "",
    text: [...item.childNodes].map((node) => node.cloneNode(true)),
  }));
}

/** @param {HTMLElement} question */
function answers(question) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll(".kt-answer [data-left]"))];
}

/**
 * @param {HTMLElement} question
 * @returns {MatchKey}
 */
export function key(question) {
  const pairs = answers(question).map(({ dataset }) => /** @type {Pair} */ ([dataset.left, dataset.right]));
  return { pairs };
}

/**
 * @param {HTMLElement} question
 * @param {import("../question.js").Controls} host
 */
export function setup(question, host) {
  const board = new Board(question.id, sides(question, "left"), sides(question, "right"), host);
  boards.set(question, board);
  question.querySelector(".kt-paper")?.after(board.element);
}

/** @param {HTMLElement} question */
export function read(question) {
  const pairs = boards.get(question)?.pairs ?? [];
  return pairs.length ? pairs : null;
}

/** @param {import("../dom.js").Words} words */
export function refusal(words) {
  return words.match_first;
}

/**
 * @param {HTMLElement} question
 * @param {any} answer
 */
export function restore(question, answer) {
  const { pairs } = key(question);
  const [lefts, rights] = [pairs.map(([left]) => left), pairs.map(([, right]) => right)];
  const given = Array.isArray(answer) ? answer : [];
  const known = given.filter(
    (pair) => Array.isArray(pair) && lefts.includes(pair[0]) && rights.includes(pair[1]),
  );
  const fits = [0, 1].every((side) => new Set(known.map((pair) => pair[side])).size === known.length);
  boards.get(question)?.put(fits ? known : []);
  return fits && known.length === given.length && (answer === null || Array.isArray(answer));
}

/**
 * Each pair is worth the same.
 *
 * @param {MatchKey} key
 * @param {Pair[]} answer
 * @returns {import("../question.js").Score}
 */
export function score(key, answer) {
  const right = answer.filter(([left, one]) =>
    key.pairs.some((pair) => pair[0] === left && pair[1] === one),
  );
  return { share: key.pairs.length ? right.length / key.pairs.length : 0 };
}

/**
 * Say at every pair whether it is right, and why.
 *
 * @param {HTMLElement} question
 * @param {import("../question.js").Score} _score
 * @param {import("../dom.js").Words} words
 */
export function show(question, _score, words) {
  const board = boards.get(question);
  for (const answer of answers(question)) {
    const slot = board?.slots.find((one) => one.dataset.left === answer.dataset.left);
    const row = slot?.closest(".kt-row");
    if (!(row instanceof HTMLElement)) continue;
    const right = board?.placed.get(slot?.dataset.left ?? "") === answer.dataset.right;
    const look = right ? "right" : "wrong";
    row.dataset.mark = look;
    const said = make("p", { class: "kt-feedback" }, mark(look, words[look]));
    const wanted = answer.querySelector("strong");
    if (!right && wanted) said.append(` ${words.right_answer}: `, wanted.cloneNode(true), ".");
    const why = answer.querySelector(".kt-why");
    if (why) said.append(" ", why.cloneNode(true));
    row.append(said);
  }
}

/**
 * @param {HTMLElement} question
 * @param {boolean} locked
 */
export function lock(question, locked) {
  const board = boards.get(question);
  if (!board || board.locked === locked) return;
  board.locked = locked;
  board.draw();
}

/**
 * Bring the right sides into another order.
 *
 * @param {HTMLElement} question
 * @param {(() => number) | null} random `null` brings back the order on paper.
 */
export function shuffle(question, random) {
  const values = sides(question, "right").map(({ value }) => value);
  boards.get(question)?.arrange(random ? shuffled(values, random) : values);
}

/**
 * @param {any} seen
 * @param {MatchKey} key
 * @param {any} answer
 */
export function carry(seen, key, answer) {
  if (!Array.isArray(seen?.pairs) || !seen.pairs.every(Array.isArray)) return null;
  if (!Array.isArray(answer)) return null;
  const maps = [0, 1].map((side) =>
    follow(
      seen.pairs.map((/** @type {Pair} */ pair) => pair[side]),
      key.pairs.map((pair) => pair[side]),
    ),
  );
  const now = (/** @type {Pair} */ pair) => maps.map((map, side) => map.get(pair[side]));
  const written = (/** @type {unknown[][]} */ pairs) => pairs.map((pair) => JSON.stringify(pair));
  if (!alike(written(seen.pairs.map(now)), written(key.pairs))) return null;
  const carried = answer.map((pair) => (Array.isArray(pair) ? now(/** @type {Pair} */ (pair)) : []));
  return carried.every((pair) => pair[0] && pair[1]) ? carried : null;
}

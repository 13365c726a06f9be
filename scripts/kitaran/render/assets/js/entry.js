// @ts-check
/** What is kept of one question, and what becomes of it when the question changes. Pure. */

import { isObject } from "./local.js";

/**
 * @typedef {object} Try What was answered once.
 * @property {unknown} answer
 * @property {number} share How much of the points it earned, from 0 to 1.
 * @property {number} at When, in milliseconds since 1970.
 * @property {string} hash Which content of the question it was given to.
 */

/**
 * @typedef {object} Entry What is kept of a question.
 * @property {unknown} answer
 * @property {boolean} checked
 * @property {number} tries How often it has been checked.
 * @property {number} at When it last changed.
 * @property {number} share What the answer earned, where it has been checked.
 * @property {string} hash Which content of the question it belongs to.
 * @property {unknown} seen What was right then.
 * @property {number} hints How many hints were opened.
 * @property {Try} [first] The first answer that was checked.
 * @property {Try} [best]
 */

/** @type {Entry} */
export const OPEN = {
  answer: null,
  checked: false,
  tries: 0,
  at: 0,
  share: 0,
  hash: "",
  seen: null,
  hints: 0,
};

/**
 * Bring whatever the storage gave into the form of an entry.
 *
 * @param {unknown} kept
 * @returns {Entry}
 */
export function entryOf(kept) {
  if (!isObject(kept)) return { ...OPEN };
  const number = (/** @type {unknown} */ value) => (Number.isFinite(value) ? Number(value) : 0);
  const entry = {
    answer: kept.answer ?? null,
    checked: kept.checked === true,
    tries: number(kept.tries),
    at: number(kept.at),
    share: number(kept.share),
    hash: typeof kept.hash === "string" ? kept.hash : "",
    seen: kept.seen ?? null,
    hints: number(kept.hints),
  };
  return {
    ...entry,
    ...(isObject(kept.first) && { first: /** @type {Try} */ (kept.first) }),
    ...(isObject(kept.best) && { best: /** @type {Try} */ (kept.best) }),
  };
}

/**
 * @param {Try} one
 * @param {Try} other
 */
export function earlier(one, other) {
  return (Number(one.at) || 0) < (Number(other.at) || 0);
}

/**
 * Bring an entry to what the question says today.
 *
 * @param {Entry} entry
 * @param {string} hash The question's content today.
 * @param {(seen: any, answer: any) => unknown} carry Gives the answer in today's values, or `null`
 *   where something else is right now.
 * @returns {{ entry: Entry, news: "" | "reworded" | "changed" }}
 */
export function settle(entry, hash, carry) {
  // What was kept before contents had a mark is taken as it is.
  const same = !entry.hash || entry.hash === hash || entry.answer === null;
  if (same) return { entry, news: "" };
  const answer = carry(entry.seen, entry.answer);
  if (answer === null) return { entry: asked(entry), news: entry.checked ? "changed" : "" };
  return { entry: { ...entry, answer }, news: entry.checked ? "reworded" : "" };
}

/**
 * Ask again. What was achieved is remembered.
 *
 * @param {Entry} entry
 * @returns {Entry}
 */
export function asked(entry) {
  const { tries, first, best } = entry;
  return { ...OPEN, tries, at: Date.now(), ...(first && { first }), ...(best && { best }) };
}

/**
 * Note that an answer has been checked.
 *
 * @param {Entry} entry
 * @param {Try} made
 * @param {unknown} seen What is right.
 * @returns {Entry}
 */
export function checkedWith(entry, made, seen) {
  const best = entry.best && entry.best.share >= made.share ? entry.best : made;
  const first = entry.first ?? made;
  const { hints } = entry;
  return { ...made, checked: true, tries: entry.tries + 1, seen, hints, first, best };
}

/**
 * Say how well something was remembered, in the grades of FSRS: 1 again, 2 hard, 3 good.
 *
 * @param {Entry} entry
 */
export function grade({ share, hints, tries }) {
  if (share < 0.5) return 1;
  return share === 1 && !hints && tries <= 1 ? 3 : 2;
}

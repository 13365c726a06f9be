// @ts-check
/**
 * When to ask a question again. Pure: the same log gives the same days, on any device.
 *
 * Each question's log of answers is replayed through FSRS-6 with the parameters that it comes
 * with, no chance in it, and the aim that nine in ten answers are still remembered on the day
 * that they come back. Time counts in the days of the calendar: what is due on a day is due all
 * day long. A question answered twice on one day comes back on another day, never the same.
 */

import { isObject } from "./local.js";
import { fsrs } from "./vendor/ts-fsrs.js";

/**
 * @typedef {object} Card What the log says of a question.
 * @property {string} name `QUIZ#QUESTION`.
 * @property {number} grade How the last answer went: 1 again, 2 hard, 3 good, 4 easy.
 * @property {number} last The day of the last answer.
 * @property {number} due The day that it comes back.
 * @property {number} recall How likely it is remembered today, from 0 to 1.
 */

/** @typedef {[at: number, grade: 1 | 2 | 3 | 4]} Line When it was answered, and how it went. */

const DAY = 86_400_000;

/** FSRS, for days only: steps of minutes make no sense to who comes by once a day. */
const SCHEDULER = fsrs({
  request_retention: 0.9,
  enable_fuzz: false,
  learning_steps: [],
  relearning_steps: [],
});

/**
 * Give the number of the day, where the reader is.
 *
 * @param {number} at In milliseconds since 1970.
 */
export function dayOf(at) {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}

/**
 * Give the date of a day.
 *
 * @param {number} day
 */
export function dateOf(day) {
  const date = new Date(day * DAY);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}

/**
 * Work out where every question stands.
 *
 * @param {unknown} log The lines of each question. Whatever is no line is passed over.
 * @param {number} now
 * @returns {Card[]}
 */
export function cards(log, now) {
  const names = isObject(log) ? Object.keys(log) : [];
  return names.flatMap((name) => {
    const lines = linesOf(/** @type {Record<string, unknown>} */ (log)[name], now);
    return lines.length ? [replay(name, lines, dayOf(now))] : [];
  });
}

/**
 * List what is to be asked today: first what went wrong the last time, then what is most likely
 * to be forgotten.
 *
 * @param {readonly Card[]} every
 * @param {number} now
 */
export function due(every, now) {
  const today = dayOf(now);
  return every
    .filter((card) => card.due <= today)
    .sort((one, other) => Number(missed(other)) - Number(missed(one)) || weaker(one, other));
}

/**
 * List what is not to be asked yet, the weakest first.
 *
 * @param {readonly Card[]} every
 * @param {number} now
 */
export function ahead(every, now) {
  const today = dayOf(now);
  return every.filter((card) => card.due > today).sort(weaker);
}

/**
 * Count what comes back on each day. What is overdue counts today.
 *
 * @param {readonly Card[]} every
 * @param {number} now
 * @param {number} days How many, from today.
 */
export function forecast(every, now, days) {
  const today = dayOf(now);
  return Array.from({ length: days }, (_, place) => {
    const day = today + place;
    return { day, count: every.filter((card) => Math.max(card.due, today) === day).length };
  });
}

/** @param {Card} card */
export function missed(card) {
  return card.grade === 1;
}

/**
 * @param {Card} one
 * @param {Card} other
 */
function weaker(one, other) {
  return one.recall - other.recall || one.due - other.due || (one.name < other.name ? -1 : 1);
}

/**
 * Take what can be used of a question's lines, in the order of time. A line from after tomorrow
 * comes from a clock that was wrong, and would hide the question for as long.
 *
 * @param {unknown} found
 * @param {number} now
 * @returns {Line[]}
 */
function linesOf(found, now) {
  const lines = (Array.isArray(found) ? found : []).filter(
    (line) =>
      Array.isArray(line) &&
      Number.isFinite(line[0]) &&
      line[0] > 0 &&
      line[0] < now + DAY &&
      [1, 2, 3, 4].includes(line[1]),
  );
  return lines.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

/**
 * @param {string} name
 * @param {Line[]} lines At least one.
 * @param {number} today
 * @returns {Card}
 */
function replay(name, lines, today) {
  /** @type {{ stability: number, difficulty: number } | null} */
  let memory = null;
  let last = 0;
  for (const [at, grade] of lines) {
    // Whoever flies west may answer on an earlier day than before.
    const day = Math.max(last, dayOf(at));
    memory = SCHEDULER.next_state(memory, memory ? day - last : 0, grade, undefined);
    last = day;
  }
  const { stability } = /** @type {{ stability: number }} */ (/** @type {unknown} */ (memory));
  const recall = SCHEDULER.forgetting_curve(Math.max(0, today - last), stability);
  const [, grade] = lines[lines.length - 1];
  return { name, grade, last, due: last + SCHEDULER.next_interval(stability, 0), recall };
}

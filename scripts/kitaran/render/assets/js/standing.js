// @ts-check
/** What a reader has achieved, from the records of quizzes. Pure. */

import { entryOf } from "./entry.js";
import { isObject } from "./local.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("./records.js").Attempt} Attempt */
/** @typedef {Map<string, Record<string, any>>} Kept The records of quizzes, by their ids. */

/** The latest time that a date can have. */
const LATEST = 8.64e15;
/** With fewer answers than this, nothing can be said of an objective. */
export const FEW = 2;

/**
 * Give the attempts of a quiz, the first one first. What is none is left out.
 *
 * @param {Record<string, any> | undefined} record
 * @returns {Attempt[]}
 */
export function attemptsOf(record) {
  const every = Array.isArray(record?.attempts) ? record.attempts : [];
  return every.filter(isAttempt).sort((one, other) => one.at - other.at);
}

/**
 * @param {unknown} one
 * @returns {one is Attempt}
 */
function isAttempt(one) {
  if (!isObject(one) || !Number.isFinite(one.at) || !Number.isFinite(one.percent)) return false;
  return Math.abs(one.at) < LATEST && one.percent >= 0 && one.percent <= 100;
}

/**
 * Say how far a page's quizzes have come.
 *
 * @param {(Record<string, any> | undefined)[]} records One for each of its quizzes.
 * @returns {{ state: "passed" | "tried" | "begun" | "none", percent: number }} `percent` is the
 *   best result; of several quizzes, what their best results come to on average.
 */
export function standingOf(records) {
  const every = records.map(attemptsOf);
  const best = every.map((tries) => Math.max(0, ...tries.map(({ percent }) => percent)));
  const sum = best.reduce((one, other) => one + other, 0);
  const percent = best.length ? Math.round(sum / best.length) : 0;
  const passed = every.length > 0 && every.every((tries) => tries.some((one) => one.passed === true));
  if (passed) return { state: "passed", percent };
  if (every.some((tries) => tries.length)) return { state: "tried", percent };
  return { state: records.some(isBegun) ? "begun" : "none", percent };
}

/** @param {Record<string, any> | undefined} record */
function isBegun(record) {
  const { answers, test } = record ?? {};
  const entries = isObject(answers) ? Object.values(answers) : [];
  return isObject(test) || entries.some((one) => isObject(one) && (one.answer ?? null) !== null);
}

/**
 * @typedef {object} Past One time through a quiz.
 * @property {string} quiz
 * @property {Attempt} attempt
 */

/**
 * List the attempts of all quizzes, the newest first.
 *
 * @param {Kept} kept
 * @returns {Past[]}
 */
export function historyOf(kept) {
  const every = [...kept].flatMap(([quiz, record]) =>
    attemptsOf(record).map((attempt) => ({ quiz, attempt })),
  );
  return every.sort((one, other) => other.attempt.at - one.attempt.at);
}

/**
 * @typedef {object} Strength How well the questions to an objective are answered.
 * @property {string} objective Its page and id: `stages/closing#confirm`.
 * @property {string} page
 * @property {string} quiz A quiz that asks for it.
 * @property {string} section The section that teaches what was answered worst.
 * @property {number} answered
 * @property {number} total
 * @property {number} percent Of the points of the latest answers.
 * @property {boolean} few Whether there are too few answers to tell.
 */

/**
 * Work out how well each objective is met that has an answer: the weakest first, and those with too
 * few answers last.
 *
 * @param {Handbook} facts
 * @param {Kept} kept
 * @returns {Strength[]}
 */
export function strengthsOf(facts, kept) {
  /** @type {Map<string, Strength & { points: number, earned: number, worst: number }>} */
  const found = new Map();
  for (const [quiz, { page, questions }] of Object.entries(facts.quizzes)) {
    const shares = sharesOf(kept.get(quiz));
    for (const { id, type, objective, points, section } of questions) {
      if (type === "reflection" || !objective) continue;
      const name = `${page}#${objective}`;
      const sums = { answered: 0, total: 0, percent: 0, few: true, points: 0, earned: 0, worst: 2 };
      const one = found.get(name) ?? { objective: name, page, quiz, section, ...sums };
      found.set(name, one);
      one.total += 1;
      const share = shares.get(id);
      if (share === undefined) continue;
      one.answered += 1;
      one.points += points;
      one.earned += share * points;
      if (share < one.worst) Object.assign(one, { worst: share, section, quiz });
    }
  }
  const answered = [...found.values()].filter((one) => one.answered);
  const judged = answered.map((one) => ({
    ...one,
    percent: Math.round((100 * one.earned) / (one.points || 1)),
    few: one.answered < FEW,
  }));
  return judged.sort((one, other) => Number(one.few) - Number(other.few) || one.percent - other.percent);
}

/**
 * Give what the latest answer to each question of a quiz was worth.
 *
 * @param {Record<string, any> | undefined} record
 * @returns {Map<string, number>}
 */
function sharesOf(record) {
  /** @type {Map<string, { at: number, share: number }>} */
  const latest = new Map();
  const note = (/** @type {string} */ id, /** @type {unknown} */ share, /** @type {number} */ at) => {
    const before = latest.get(id);
    const right = Number.isFinite(share) && Number(share) >= 0 && Number(share) <= 1;
    if (right && !(before && before.at > at)) latest.set(id, { at, share: Number(share) });
  };
  for (const { at, questions } of attemptsOf(record)) {
    for (const [id, one] of Object.entries(isObject(questions) ? questions : {})) note(id, one?.share, at);
  }
  for (const [id, kept] of Object.entries(isObject(record?.answers) ? record.answers : {})) {
    const { checked, share, at } = entryOf(kept);
    if (checked) note(id, share, at);
  }
  return new Map([...latest].map(([id, { share }]) => [id, share]));
}

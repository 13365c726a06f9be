// @ts-check
/** What is kept of quizzes: the form of their records, and what is noted of each answer. */

import { grade } from "./entry.js";
import { isObject } from "./local.js";
import { Store } from "./storage.js";

/**
 * @typedef {object} Attempt One time through a quiz.
 * @property {string} id
 * @property {number} at When it ended, in milliseconds since 1970.
 * @property {"learn" | "test"} mode
 * @property {number} points
 * @property {number} total
 * @property {number} percent
 * @property {boolean} passed
 * @property {string} version Which content of the quiz it was.
 * @property {Record<string, { answer: unknown, share: number, hash: string }>} questions
 * @property {number} [seed] What the questions were drawn and put in order by.
 * @property {number} [seconds] How long it took.
 * @property {number} [extended] How often more time was taken.
 */

/**
 * @typedef {object} RunningTest
 * @property {number} seed
 * @property {number} at When it began, in milliseconds since 1970.
 * @property {number | null} end When it ends; `null` where time has no limit.
 * @property {number} more How much longer it lasts when more time is asked for, in milliseconds.
 * @property {number} extended How often it was.
 * @property {string[]} drawn The ids of its questions, in their order.
 * @property {Record<string, unknown>} answers
 */

/** @param {import("./storage.js").Data} data */
function isQuiz({ answers = {}, archived = {}, attempts = [], test = {} }) {
  return isObject(answers) && isObject(archived) && isObject(test) && Array.isArray(attempts);
}

/** @param {string} id */
export function quizStore(id) {
  return new Store("quiz", id, isQuiz);
}

/**
 * @param {HTMLElement} quiz
 * @returns {HTMLElement[]} Its questions, with a script or without.
 */
export function quizQuestions(quiz) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (quiz.querySelectorAll(".kt-question"))];
}

/** The log of reviews: when each question was answered, and how well. */
export function reviewStore() {
  return new Store("review", "log", ({ log = {} }) => isObject(log));
}

/**
 * Note how well questions were remembered. The scheduler of the practice reads it.
 *
 * @param {string} quiz
 * @param {import("./question.js").Question[]} questions
 * @param {Store} [store] Keeps what cannot be written yet, where there is more to come.
 * @returns {import("./storage.js").State}
 */
export function logReviews(quiz, questions, store = reviewStore()) {
  const scored = questions.filter((question) => question.scored);
  if (!scored.length) return "ok";
  const now = Date.now();
  return store.update(`${quiz}#${scored[0].id}:${now}`, (data) => {
    data.log ??= {};
    for (const { id, entry } of scored) {
      const name = `${quiz}#${id}`;
      const lines = Array.isArray(data.log[name]) ? data.log[name] : [];
      data.log[name] = [...lines, [entry.at || now, grade(entry)]];
    }
  });
}

/**
 * Tell other scripts of the page what has happened.
 *
 * @param {"answered" | "finished"} name
 * @param {Record<string, unknown>} detail
 */
export function tell(name, detail) {
  document.dispatchEvent(new CustomEvent(`kitaran:${name}`, { detail }));
}

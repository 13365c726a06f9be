// @ts-check
/** What the practice reads of the log of reviews, and what it writes of an answer. */

import { entryOf } from "./entry.js";
import { dateOf, dayOf } from "./schedule.js";
import { logReviews, quizStore, reviewStore, tell } from "./records.js";

/** @typedef {import("./schedule.js").Card} Card */
/** @typedef {import("./handbook.js").Handbook} Handbook */

/** One store for the page: what could not be written is written with the next answer. */
const store = reviewStore();

/** @type {Map<string, import("./storage.js").Store>} */
const quizzes = new Map();

export { store as reviews };

/** @param {string} name `QUIZ#QUESTION`. */
export function parted(name) {
  const cut = name.lastIndexOf("#");
  return { quiz: name.slice(0, cut), id: name.slice(cut + 1) };
}

/**
 * Leave out what the handbook has no more.
 *
 * @param {Card[]} every
 * @param {Handbook} facts
 */
export function present(every, facts) {
  const known = new Set(
    Object.entries(facts.quizzes).flatMap(([quiz, { questions }]) =>
      questions.map(({ id }) => `${quiz}#${id}`),
    ),
  );
  return every.filter(({ name }) => known.has(name));
}

/**
 * Keep an answer: in the log of reviews, and among what was achieved in the quiz.
 *
 * The quiz's page shows an answer and a score of its own, and a draft or a running test may stand
 * there. Practice leaves those alone: it counts as a try, is the first one where there was none,
 * and the best one where it is better.
 *
 * @param {string} quiz
 * @param {import("./question.js").Question} question One that has just been checked.
 * @returns {import("./storage.js").State}
 */
export function record(quiz, question) {
  const { id, hash, share, entry } = question;
  const made = { answer: entry.answer, share, at: entry.at, hash };
  const kept = quizzes.get(quiz) ?? quizStore(quiz);
  quizzes.set(quiz, kept);
  kept.update(`${id} ${made.at}`, (data) => {
    const before = entryOf(data.answers?.[id]);
    const best = before.best && before.best.share >= share ? before.best : made;
    const first = before.first ?? made;
    const after = { ...before, tries: before.tries + 1, first, best };
    data.answers = { ...data.answers, [id]: after };
  });
  const state = logReviews(quiz, [question], store);
  tell("answered", { quiz, question: id, share, answer: entry.answer });
  return state;
}

/**
 * Say when a day is, from today: tomorrow, in five days; by its date where it is further away.
 *
 * @param {number} day
 */
export function when(day) {
  const { lang } = document.documentElement;
  const days = day - dayOf(Date.now());
  if (days < 14) return new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(days, "day");
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { day: "numeric", month: "long", year: "numeric" };
  return dateOf(day).toLocaleDateString(lang, form);
}

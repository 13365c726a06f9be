// @ts-check
/** Times through a quiz: what is kept of one, and what is told of the best. */

import { dateText } from "./dates.js";
import { fill } from "./dom.js";

/** @typedef {import("./records.js").Attempt} Attempt */

/**
 * Make the record of an attempt that has just ended.
 *
 * @param {import("./question.js").Question[]} questions
 * @param {Partial<Attempt>} about What was achieved, and in which way.
 * @returns {Attempt}
 */
export function attemptOf(questions, about) {
  const at = Date.now();
  const made = questions.map(({ id, hash, share, entry }) => [id, { answer: entry.answer, share, hash }]);
  return /** @type {Attempt} */ ({
    // Two devices may end one at the same moment.
    id: `${at}-${Math.random().toString(36).slice(2, 8)}`,
    at,
    ...about,
    questions: Object.fromEntries(made),
  });
}

/**
 * Say what the best attempt was.
 *
 * @param {Attempt[]} attempts
 * @param {import("./dom.js").Words} words
 * @returns {string} Empty where none was better than the last.
 */
export function bestOf(attempts, words) {
  if (attempts.length < 2) return "";
  const best = attempts.reduce((one, other) => (other.percent > one.percent ? other : one));
  // What the last one reached is told above.
  if (best.percent <= attempts[attempts.length - 1].percent) return "";
  const date = dateText(best.at);
  return fill(words.best_so_far, { percent: best.percent, date });
}

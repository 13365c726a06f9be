// @ts-check
/** What became of values when a question was edited. Pure. */

/**
 * Tell which of today's values stands for each earlier one. What is found again stands for itself.
 * Of the rest the first stands for the first, and so on, where as many are left on both sides:
 * those were reworded. What has no counterpart is not in the answer.
 *
 * @param {string[]} before
 * @param {string[]} now
 * @returns {Map<string, string>}
 */
export function follow(before, now) {
  const gone = before.filter((value) => !now.includes(value));
  const fresh = now.filter((value) => !before.includes(value));
  const reworded = gone.length === fresh.length;
  const kept = before.filter((value) => now.includes(value));
  return new Map([
    ...kept.map((value) => /** @type {[string, string]} */ ([value, value])),
    ...(reworded ? gone.map((value, at) => /** @type {[string, string]} */ ([value, fresh[at]])) : []),
  ]);
}

/**
 * Tell whether two lists have the same members, in any order.
 *
 * @param {unknown[]} one
 * @param {unknown[]} other
 */
export function alike(one, other) {
  return one.length === other.length && one.every((member) => other.includes(member));
}

/**
 * Keep a typed answer, unless it is worth less than it was.
 *
 * @param {(key: any, answer: any) => import("./question.js").Score} score
 * @param {any} seen
 * @param {any} key
 * @param {any} answer
 */
export function keepTyped(score, seen, key, answer) {
  try {
    return score(key, answer).share < score(seen, answer).share ? null : answer;
  } catch {
    // What was right then is damaged: it cannot be told, so it is asked again.
    return null;
  }
}

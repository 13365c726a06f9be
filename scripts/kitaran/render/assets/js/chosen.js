// @ts-check
/** Which learning path a reader has chosen, and since when. */

import { peek } from "./journey.js";
import { isObject } from "./local.js";
import { Store } from "./storage.js";

/** The record of which path was chosen; `since` has the first day of each that ever was. */
export function chosenStore() {
  return new Store(
    "path",
    "chosen",
    ({ path = null, since = {} }) => (path === null || typeof path === "string") && isObject(since),
  );
}

/**
 * Say which path was chosen, and on which day one is on it.
 *
 * @returns {{ path: string, day: number } | null}
 */
export function chosen() {
  const { path, at, since } = peek("path", "chosen");
  if (typeof path !== "string") return null;
  const began = [isObject(since) ? since[path] : null, at].find(isTime);
  return { path, day: dayOf(began ?? Date.now()) };
}

/**
 * Choose a path. Whoever comes back to one is on the day that it would be without the detour.
 *
 * @param {Store} store
 * @param {string | null} path
 */
export function choose(store, path) {
  const at = Date.now();
  return store.update("path", (data) => {
    data.since = { ...data.since };
    // Whoever was on a path before its first day was kept of each.
    if (typeof data.path === "string") data.since[data.path] ??= data.at ?? at;
    if (path !== null) data.since[path] ??= at;
    Object.assign(data, { path, at });
  });
}

/** @param {unknown} value Whether it is a time that a calendar has. */
function isTime(value) {
  return Number.isFinite(value) && !Number.isNaN(new Date(Number(value)).getTime());
}

/**
 * Count days as people do: the first one is day 1.
 *
 * @param {number} began
 */
function dayOf(began) {
  const [first, now] = [new Date(began), new Date()];
  // By noon, so that a change of the clocks is no day.
  const days = now.setHours(12, 0, 0, 0) - first.setHours(12, 0, 0, 0);
  return Math.max(1, Math.round(days / 86_400_000) + 1);
}

// @ts-check
/** All that is kept of a reader, at one moment. */

import { chosenStore } from "./chosen.js";
import { stepsStore } from "./journey.js";
import { isObject } from "./local.js";
import { quizStore, reviewStore } from "./records.js";
import { Store, list } from "./storage.js";

/** @typedef {Record<string, any>} Data */
/** @typedef {import("./local.js").State} State */

/**
 * @typedef {object} Snapshot
 * @property {State} state The worst that was met.
 * @property {Map<string, Data>} quizzes
 * @property {Map<string, Data>} checklists
 * @property {Map<string, Data>} steps By path.
 * @property {Map<string, Data>} certificates By path.
 * @property {string | null} path The one that was chosen.
 * @property {unknown} log
 * @property {Data} settings
 * @property {boolean} empty Whether nothing was done yet.
 */

/** @type {State[]} From the least to the worst. */
const STATES = ["ok", "damaged", "other", "full", "blocked"];

/** @returns {Store} The reader's own settings. */
export function settingsStore() {
  return new Store("settings", "reader", () => true);
}

/** @param {string} path */
export function certificateStore(path) {
  return new Store("certificate", path, ({ issued = [] }) => Array.isArray(issued));
}

/** @returns {Snapshot} */
export function take() {
  /** @type {State} */
  let state = "ok";
  const read = (/** @type {Store} */ store) => {
    const found = store.read();
    if (STATES.indexOf(found.state) > STATES.indexOf(state)) state = found.state;
    return found.data;
  };
  const all = (/** @type {string} */ kind, /** @type {(id: string) => Store} */ store) =>
    new Map(list(kind).map((id) => [id, read(store(id))]));
  const ticks = (/** @type {string} */ id) =>
    new Store("checklist", id, ({ done = [] }) => Array.isArray(done));
  const quizzes = all("quiz", quizStore);
  const checklists = all("checklist", ticks);
  const steps = all("steps", stepsStore);
  const certificates = all("certificate", certificateStore);
  const { path = null } = read(chosenStore());
  const { log } = read(reviewStore());
  const settings = read(settingsStore());
  const answered = [...quizzes.values()].some(
    ({ answers, attempts, archived }) => filled(answers) || filled(attempts) || filled(archived),
  );
  const ticked = [...checklists.values()].some(({ done }) => filled(done));
  const stepped = [...steps.values()].some((data) => filled(data.steps));
  const empty = !(answered || ticked || stepped || filled(log) || certificates.size);
  return { state, quizzes, checklists, steps, certificates, path, log, settings, empty };
}

/** @param {unknown} value */
function filled(value) {
  return Array.isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}

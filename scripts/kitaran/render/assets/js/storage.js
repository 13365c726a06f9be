// @ts-check
/**
 * Keep small records in this browser, and lose none.
 *
 * A record is JSON under `kitaran:v1:KIND:ID` with a `schema` number; a named profile has its mark
 * before the kind. Whatever goes wrong is told as a state, never thrown: pages go on without saving.
 */

import { ROOT, SCHEMA, keys, parse, read, remove, write } from "./local.js";
import { prefix } from "./profiles.js";

export { SCHEMA } from "./local.js";

/** @typedef {import("./local.js").State} State */
/** @typedef {Record<string, any> & { schema: number }} Data */

/** One record. */
export class Store {
  /**
   * @param {string} kind Such as `quiz`.
   * @param {string} id What the record is about, the same in every language.
   * @param {(data: Data) => boolean} valid Whether a record has the expected form.
   */
  constructor(kind, id, valid) {
    this.key = `${prefix()}:${kind}:${id}`;
    this.valid = valid;
    /** @type {Map<string, (data: Data) => void>} Changes that could not be written yet. */
    this.pending = new Map();
  }

  /**
   * Read the record.
   *
   * @returns {{ state: State, data: Data }} An empty record where there is none.
   */
  read() {
    const empty = { schema: SCHEMA };
    const { state, text } = read(this.key);
    if (state !== "ok" || text === null) return { state, data: empty };
    const data = parse(text);
    if (data && Number.isInteger(data.schema) && data.schema !== SCHEMA) {
      return { state: "other", data: empty };
    }
    if (data && data.schema === SCHEMA && this.valid(data)) return { state: "ok", data };
    return { state: this.#setAside(text), data: empty };
  }

  /**
   * Change the record. What another tab wrote meanwhile is kept: the change is made to what is
   * there now. A change that cannot be written is tried again with the next one.
   *
   * @param {string} part What the change is about; a later change to the same part replaces it.
   * @param {(data: Data) => void} change
   * @returns {State}
   */
  update(part, change) {
    this.pending.delete(part);
    this.pending.set(part, change);
    const { state, data } = this.read();
    if (state === "blocked" || state === "other") return state;
    for (const one of this.pending.values()) one(data);
    const written = write(this.key, JSON.stringify(data));
    if (written === "ok") this.pending.clear();
    return written;
  }

  /** Find out whether anything can be saved, before there is something to save. */
  probe() {
    const { state } = this.read();
    if (state !== "ok") return state;
    const key = `${ROOT}:probe`;
    const written = write(key, "0".repeat(64));
    if (written === "ok") remove(key);
    return written;
  }

  /**
   * Tell of changes that other tabs make, and of those missed while the page was put away.
   *
   * @param {() => void} changed
   * @param {AbortSignal} signal Ends it.
   */
  listen(changed, signal) {
    const ours = (/** @type {StorageEvent} */ event) => {
      if (event.key === this.key || event.key === null) changed();
    };
    const back = (/** @type {PageTransitionEvent} */ event) => {
      if (event.persisted) changed();
    };
    window.addEventListener("storage", ours, { signal });
    window.addEventListener("pageshow", back, { signal });
  }

  /**
   * Move a record that cannot be read out of the way, so that the next one does not destroy it.
   *
   * @param {string} text
   * @returns {State}
   */
  #setAside(text) {
    // Should it find no place, it stays where it is, and nothing is saved over it.
    if (write(`${this.key}:damaged:${Date.now()}`, text) !== "ok") return "other";
    remove(this.key);
    return "damaged";
  }
}

/**
 * List the records of a kind that this profile has.
 *
 * @param {string} kind
 * @returns {string[]} Their ids.
 */
export function list(kind) {
  const start = `${prefix()}:${kind}:`;
  return keys(start)
    .filter((key) => !/:damaged:\d+$/.test(key))
    .map((key) => key.slice(start.length));
}

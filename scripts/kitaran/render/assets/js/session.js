// @ts-check
/** A session of practice as it is kept: it goes on where it was, in every tab and after a crash. */

import { isObject } from "./local.js";
import { Store } from "./storage.js";

/** @typedef {import("./entry.js").Entry} Entry */

/**
 * @typedef {object} Running
 * @property {string} id
 * @property {number} at When it was last used.
 * @property {number} seed What the options are put in order by.
 * @property {string[]} items The names of its questions, `QUIZ#QUESTION`.
 * @property {number} place
 * @property {Record<string, Entry>} entries
 * @property {Record<string, string>} stems What was asked, to be shown at the end.
 * @property {string[]} left The names of those whose page could not be loaded.
 */

/** How long a session waits for who left it: the next day begins another. */
const PATIENCE = 12 * 3_600_000;

export class Session {
  constructor() {
    this.store = new Store("practice", "session", ({ session = {} }) => isObject(session));
    /** @type {Running | null} */
    this.running = null;
  }

  /** Take up what is kept, if there is something to go on with. */
  resume() {
    const { state, data } = this.store.read();
    // Where nothing can be kept, what is on the page is all there is.
    const unkept = this.running !== null && (state !== "ok" || this.store.pending.size > 0);
    if (!unkept) this.running = state === "ok" ? runningOf(data.session) : null;
    return state;
  }

  /** @param {string[]} items */
  begin(items) {
    const at = Date.now();
    const seed = Math.floor(Math.random() * 2 ** 32);
    const id = `${at}-${seed.toString(36)}`;
    this.running = { id, at, seed, items, place: 0, entries: {}, stems: {}, left: [] };
    const made = structuredClone(this.running);
    this.store.pending.clear();
    return this.store.update("begin", (data) => {
      data.session = structuredClone(made);
    });
  }

  /**
   * @param {string} name
   * @param {Entry} entry
   * @param {string} stem
   */
  keep(name, entry, stem) {
    return this.#change(`entry ${name}`, (session) => {
      session.entries[name] = entry;
      session.stems[name] = stem;
    });
  }

  /**
   * Leave a question out.
   *
   * @param {string} name
   * @param {boolean} told Whether the reader is to know.
   */
  leave(name, told) {
    return this.#change(`left ${name}`, (session) => {
      session.items = session.items.filter((item) => item !== name);
      if (told && !session.left.includes(name)) session.left.push(name);
    });
  }

  /** @param {number} place */
  go(place) {
    return this.#change("place", (session) => {
      session.place = place;
    });
  }

  /** The session is over: its answers are in the log, and nothing else is needed of it. */
  end() {
    this.running = null;
    this.store.pending.clear();
    return this.store.update("end", (data) => {
      delete data.session;
    });
  }

  /**
   * @param {string} part
   * @param {(session: Running) => void} change
   */
  #change(part, change) {
    const { running } = this;
    if (!running) return this.store.read().state;
    change(running);
    running.at = Date.now();
    const { id, at } = running;
    return this.store.update(part, (data) => {
      const kept = runningOf(data.session);
      if (kept?.id !== id) return;
      change(kept);
      data.session = { ...kept, at };
    });
  }
}

/**
 * Bring whatever the storage gave into the form of a session.
 *
 * @param {unknown} kept
 * @returns {Running | null} `null` where there is none to go on with.
 */
function runningOf(kept) {
  if (!isObject(kept) || !Array.isArray(kept.items)) return null;
  if (!(Number(kept.at) > Date.now() - PATIENCE)) return null;
  const texts = (/** @type {unknown} */ list) =>
    (Array.isArray(list) ? list : []).filter((one) => typeof one === "string");
  const items = texts(kept.items);
  const place = Number.isInteger(kept.place) ? Math.max(0, kept.place) : 0;
  return {
    id: String(kept.id),
    at: Number(kept.at),
    seed: Number(kept.seed) || 0,
    items,
    place: Math.min(place, items.length),
    entries: isObject(kept.entries) ? kept.entries : {},
    stems: isObject(kept.stems) ? kept.stems : {},
    left: texts(kept.left),
  };
}

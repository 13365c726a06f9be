// @ts-check
/**
 * Keep small records in this browser, and lose none.
 *
 * A record is JSON under `kitaran:v1:KIND:ID` with a `schema` number. Whatever goes wrong is told
 * as a state, never thrown: pages go on without saving.
 */

/**
 * @typedef {"ok" | "blocked" | "full" | "other" | "damaged"} State
 * What became of an attempt to read or write:
 * `blocked`: the browser allows no saving; `full`: there is no room;
 * `other`: another version of the site wrote the record, which is left as it is;
 * `damaged`: the record could not be read and was set aside.
 */

/** @typedef {Record<string, any> & { schema: number }} Data */

export const SCHEMA = 1;
const PREFIX = "kitaran:v1";

/** Get at the browser's storage: even to look at it throws where it is blocked. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** One record. */
export class Store {
  /**
   * @param {string} kind Such as `quiz`.
   * @param {string} id What the record is about, the same in every language.
   * @param {(data: Data) => boolean} valid Whether a record has the expected form.
   */
  constructor(kind, id, valid) {
    this.key = `${PREFIX}:${kind}:${id}`;
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
    /** @type {string | null} */
    let text;
    try {
      const box = storage();
      if (!box) return { state: "blocked", data: empty };
      text = box.getItem(this.key);
    } catch {
      return { state: "blocked", data: empty };
    }
    if (text === null) return { state: "ok", data: empty };
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
    const key = `${PREFIX}:probe`;
    const written = write(key, "0".repeat(64));
    if (written === "ok") storage()?.removeItem(key);
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
    storage()?.removeItem(this.key);
    return "damaged";
  }
}

/**
 * @param {string} key
 * @param {string} text
 * @returns {State}
 */
function write(key, text) {
  try {
    const box = storage();
    if (!box) return "blocked";
    box.setItem(key, text);
    return "ok";
  } catch (error) {
    const full = error instanceof DOMException && /quota/i.test(error.name);
    return full ? "full" : "blocked";
  }
}

/**
 * @param {string} text
 * @returns {any} `null` where it is no JSON object.
 */
function parse(text) {
  try {
    const data = JSON.parse(text);
    return data && typeof data === "object" && !Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}

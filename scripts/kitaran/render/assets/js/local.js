// @ts-check
/** This browser's storage, as texts under keys. Whatever goes wrong is told as a state. */

/**
 * @typedef {"ok" | "blocked" | "full" | "other" | "damaged"} State
 * What became of an attempt to read or write:
 * `blocked`: the browser allows no saving; `full`: there is no room;
 * `other`: another version of the site wrote the record, which is left as it is;
 * `damaged`: the record could not be read and was set aside.
 */

export const SCHEMA = 1;
/** What every key of the site begins with. */
export const ROOT = "kitaran:v1";

/** Get at the browser's storage: even to look at it throws where it is blocked. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @returns {{ state: State, text: string | null }}
 */
export function read(key) {
  try {
    const box = storage();
    return box ? { state: "ok", text: box.getItem(key) } : { state: "blocked", text: null };
  } catch {
    return { state: "blocked", text: null };
  }
}

/**
 * @param {string} key
 * @param {string} text
 * @returns {State}
 */
export function write(key, text) {
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

/** @param {string} key */
export function remove(key) {
  try {
    storage()?.removeItem(key);
  } catch {
    // What cannot be reached is not there.
  }
}

/**
 * List the keys that begin with a text, in their order.
 *
 * @param {string} start
 * @returns {string[]}
 */
export function keys(start) {
  try {
    return Object.keys(storage() ?? {})
      .filter((key) => key.startsWith(start))
      .sort();
  } catch {
    return [];
  }
}

/**
 * @param {string | null} text
 * @returns {any} `null` where it is no JSON object.
 */
export function parse(text) {
  try {
    const data = JSON.parse(text ?? "");
    return isObject(data) ? data : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
export function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

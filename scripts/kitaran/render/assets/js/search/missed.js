// @ts-check
/** The searches that found nothing, kept in this browser for the owner of the content. */

import { SCHEMA, isObject } from "../local.js";
import { Store } from "../storage.js";
import { fold } from "./text.js";

/** What a file of such searches calls itself. */
export const FORMAT = "kitaran-searches";
/** The most searches that are kept; the oldest go first. */
const MOST = 300;
const LONGEST = 80;

/**
 * @typedef {object} Missed
 * @property {string} query
 * @property {string} locale
 * @property {number} count
 * @property {string} last ISO date.
 */

/** @param {import("../storage.js").Data} data */
function isMissed({ searches = {} }) {
  return isObject(searches);
}

/** The list of this profile. */
function store() {
  return new Store("searches", "missed", isMissed);
}

/**
 * Take out of a search what may tell who somebody is: addresses, and numbers of four digits or more.
 *
 * @param {string} query
 */
export function impersonal(query) {
  return fold(query)
    .replace(/\S+@\S+/g, "…")
    .replace(/\d(?:[ .-]?\d){3,}/g, "…")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
}

/**
 * Note a search that found nothing.
 *
 * @param {string} query
 * @param {string} locale
 * @returns {import("../local.js").State}
 */
export function note(query, locale) {
  const kept = impersonal(query);
  if (!/[\p{L}\p{N}]/u.test(kept)) return "ok";
  return store().update(`${locale}:${kept}:${Date.now()}`, (data) => {
    const before = isObject(data.searches) ? data.searches : {};
    const name = `${locale}:${kept}`;
    const count = Number(before[name]?.count) || 0;
    const last = new Date().toISOString().slice(0, 10);
    delete before[name];
    const names = Object.keys(before).slice(1 - MOST);
    data.searches = Object.fromEntries(names.map((each) => [each, before[each]]));
    data.searches[name] = { count: count + 1, last };
  });
}

/** @returns {Missed[]} The most frequent first. */
export function list() {
  const { searches = {} } = store().read().data;
  return Object.entries(searches)
    .filter(([name, entry]) => /^[a-z]{2}:/.test(name) && isObject(entry))
    .map(([name, entry]) => ({
      query: name.slice(3),
      locale: name.slice(0, 2),
      count: Number(entry.count) || 1,
      last: String(entry.last ?? ""),
    }))
    .sort((one, other) => other.count - one.count || (one.query < other.query ? -1 : 1));
}

/** @returns {string} The list as a file. */
export function bundle() {
  const at = new Date().toISOString().slice(0, 10);
  return `${JSON.stringify({ format: FORMAT, schema: SCHEMA, at, searches: list() }, null, 1)}\n`;
}

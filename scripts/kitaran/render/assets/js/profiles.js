// @ts-check
/**
 * Several people on one computer: each profile has records of its own.
 *
 * Whoever names no profile has one too, without a name: its records carry no mark, so that
 * nothing has to be moved when a second person comes.
 */

import { ROOT, SCHEMA, isObject, keys, parse, read, write } from "./local.js";

/** @typedef {{ id: string, name: string, at: number }} Profile The id of the first one is empty. */

/** Where the list is kept. */
export const KEY = `${ROOT}:profiles`;

/** The profile of this page. It stays the same until the page is loaded again. */
const HERE = table().current;

/** What the keys of this profile's records begin with. */
export function prefix() {
  return prefixOf(HERE);
}

/** @param {string} id */
export function prefixOf(id) {
  return id ? `${ROOT}:@${id}` : ROOT;
}

/**
 * List the profiles; the first one is always there.
 *
 * @returns {Profile[]}
 */
export function profiles() {
  return table().profiles;
}

/** @returns {Profile} */
export function current() {
  const every = profiles();
  return every.find(({ id }) => id === HERE) ?? every[0];
}

/** The id of the profile that the next page will have: another tab may have chosen it. */
export function next() {
  return table().current;
}

/**
 * Add a profile, and let the next page be its own.
 *
 * @param {string} name
 * @returns {import("./local.js").State}
 */
export function add(name) {
  const id = Math.random().toString(36).slice(2, 10);
  return change((data) => {
    data.profiles.push({ id, name, at: Date.now() });
    data.current = id;
  });
}

/**
 * @param {string} id
 * @param {string} name
 */
export function rename(id, name) {
  return change((data) => {
    const found = data.profiles.find((profile) => profile.id === id);
    if (found) Object.assign(found, { name, at: Date.now() });
  });
}

/**
 * Let the next page be another profile's.
 *
 * @param {string} id
 */
export function choose(id) {
  return change((data) => {
    data.current = id;
  });
}

/**
 * Take a profile off the list. Its records stay until they are removed.
 *
 * @param {string} id
 */
export function drop(id) {
  return change((data) => {
    data.profiles = data.profiles.filter((profile) => profile.id !== id || !id);
    if (data.current === id) data.current = "";
  });
}

/**
 * Put a profile back on the list.
 *
 * @param {Profile} profile
 * @param {number} place Where it was.
 */
export function bringBack(profile, place) {
  return change((data) => {
    const others = data.profiles.filter(({ id }) => id !== profile.id);
    others.splice(place, 0, profile);
    data.profiles = others;
  });
}

/**
 * @param {(data: { current: string, profiles: Profile[] }) => void} make
 * @returns {import("./local.js").State}
 */
function change(make) {
  const kept = parse(read(KEY).text);
  if (Number.isInteger(kept?.schema) && kept.schema !== SCHEMA) return "other";
  const data = table();
  make(data);
  return write(KEY, JSON.stringify({ schema: SCHEMA, ...data }));
}

/**
 * Read the list. What is damaged in it is left out: the records tell what there is, too.
 *
 * @returns {{ current: string, profiles: Profile[] }}
 */
function table() {
  const { text } = read(KEY);
  const kept = parse(text);
  /** @type {unknown[]} */
  const listed = Array.isArray(kept?.profiles) ? kept.profiles : [];
  const sound = listed.filter(isProfile);
  // The first of two with one id: there is one set of records for both.
  const known = sound.filter(({ id }, at) => sound.findIndex((one) => one.id === id) === at);
  const damaged = text !== null && (!Array.isArray(kept?.profiles) || known.length < listed.length);
  if (damaged) known.push(...unlisted(known));
  const first = known.some(({ id }) => id === "") ? [] : [{ id: "", name: "", at: 0 }];
  const every = [...first, ...known];
  const current = every.some(({ id }) => id === kept?.current) ? kept.current : "";
  return { current, profiles: every };
}

/**
 * @param {unknown} one
 * @returns {one is Profile}
 */
function isProfile(one) {
  if (!isObject(one) || typeof one.id !== "string" || typeof one.name !== "string") return false;
  return /^[a-z0-9]{0,16}$/.test(one.id);
}

/**
 * Find those that have records and are not on the list: their ids have to do for names.
 *
 * @param {Profile[]} known
 * @returns {Profile[]}
 */
function unlisted(known) {
  const start = `${ROOT}:@`;
  const ids = new Set(keys(start).map((key) => key.slice(start.length).split(":")[0]));
  const lost = [...ids].filter((id) => id && !known.some((one) => one.id === id));
  return lost.map((id) => ({ id, name: id, at: 0 })).filter(isProfile);
}

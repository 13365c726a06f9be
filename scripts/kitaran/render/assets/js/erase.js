// @ts-check
/**
 * Erase what a profile has, so that it can be brought back.
 *
 * What is erased is moved out of the way, record by record, so that it needs no second room. It
 * stays until the visit after the one that erased it has ended; a visit is what one tab does.
 */

import { SCHEMA, keys, parse, read, remove, write } from "./local.js";
import { fits, merge } from "./merge.js";
import { bringBack, drop, prefix, prefixOf, profiles, rename } from "./profiles.js";

/** @typedef {import("./local.js").State} State */

const ASIDE = "erased";
const VISIT = "kitaran:visit";

/**
 * List the keys of a profile's records, whatever is in them.
 *
 * @param {string} id
 * @returns {string[]}
 */
export function recordsOf(id) {
  const start = `${prefixOf(id)}:`;
  return keys(start).filter((key) => {
    const name = key.slice(start.length);
    const other = name.startsWith("@") || name.startsWith(`${ASIDE}:`);
    return !other && name.includes(":");
  });
}

/**
 * Move all records of this profile out of the way.
 *
 * @returns {State}
 */
export function eraseAll() {
  forget();
  /** @type {string[]} */
  const moved = [];
  const info = { schema: SCHEMA, at: Date.now(), visit: visit() };
  let state = write(infoKey(), JSON.stringify(info));
  for (const key of recordsOf(here())) {
    if (state === "ok") state = move(key, asideOf(key));
    if (state === "ok") moved.push(key);
  }
  if (state === "ok") return state;
  for (const key of moved) move(asideOf(key), key);
  remove(infoKey());
  return state;
}

/**
 * Bring back what was erased. What was done since stays, too.
 *
 * @returns {State}
 */
export function undoErase() {
  for (const aside of keys(`${infoKey()}:`)) {
    const name = aside.slice(infoKey().length + 1);
    const state = back(aside, `${prefix()}:${name}`, name.split(":")[0]);
    if (state !== "ok") return state;
  }
  remove(infoKey());
  return "ok";
}

/**
 * Say when this profile's records were erased, if they can be brought back.
 *
 * @returns {number | null}
 */
export function erasedAt() {
  const info = parse(read(infoKey()).text);
  return info && Number.isFinite(info.at) ? info.at : null;
}

/** Note that the reader is here; after the visit that follows an erasure, it is final. */
export function noteVisit() {
  const info = parse(read(infoKey()).text);
  const now = visit();
  if (!info || info.visit === now || info.following === now) return;
  if (info.following) forget();
  else write(infoKey(), JSON.stringify({ ...info, following: now }));
}

/**
 * Take a profile away, with all its records. The first profile has no place on a list to be taken
 * from: it loses its name and its records.
 *
 * @param {string} id
 * @returns {() => State} Brings it back.
 */
export function removeProfile(id) {
  const every = profiles();
  const place = every.findIndex((one) => one.id === id);
  const kept = keys(`${prefixOf(id)}:`)
    .filter((key) => id || recordsOf(id).includes(key))
    .map((key) => /** @type {[string, string]} */ ([key, read(key).text ?? ""]));
  if (id) drop(id);
  else rename(id, "");
  for (const [key] of kept) remove(key);
  return () => {
    const states = kept.map(([key, text]) => write(key, text));
    if (place >= 0) states.push(bringBack(every[place], place));
    return states.find((state) => state !== "ok") ?? "ok";
  };
}

/**
 * @param {string} aside
 * @param {string} key
 * @param {string} kind
 * @returns {State}
 */
function back(aside, key, kind) {
  const [old, now] = [parse(read(aside).text), parse(read(key).text)];
  if (read(key).text === null) return move(aside, key);
  const both = [old, now].every((data) => data?.schema === SCHEMA && fits(kind, data));
  // What does not fit together is kept beside it.
  if (!both) return move(aside, `${key}:damaged:${Date.now()}`);
  const state = write(key, JSON.stringify(merge(kind, old, now)));
  if (state === "ok") remove(aside);
  return state;
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {State}
 */
function move(from, to) {
  const text = read(from).text ?? "";
  remove(from);
  const state = write(to, text);
  if (state !== "ok") write(from, text);
  return state;
}

/** Make an erasure final. */
function forget() {
  for (const key of keys(`${infoKey()}:`)) remove(key);
  remove(infoKey());
}

function infoKey() {
  return `${prefix()}:${ASIDE}`;
}

/** @param {string} key */
function asideOf(key) {
  return `${infoKey()}:${key.slice(prefix().length + 1)}`;
}

function here() {
  return profiles().find(({ id }) => prefixOf(id) === prefix())?.id ?? "";
}

/** Tell one visit from another: a tab keeps its mark until it is closed. */
function visit() {
  try {
    const kept = sessionStorage.getItem(VISIT);
    const mark = kept ?? Math.random().toString(36).slice(2);
    if (!kept) sessionStorage.setItem(VISIT, mark);
    return mark;
  } catch {
    return "";
  }
}

// @ts-check
/** One file with all that a profile has: to keep it, and to bring it to another device. */

import { SCHEMA, isObject, keys, parse, read, remove, write } from "./local.js";
import { fits, merge } from "./merge.js";
import { current, prefix } from "./profiles.js";

/** What such a file calls itself. */
export const FORMAT = "kitaran-progress";

/** The kinds of records that travel; what belongs to this browser alone stays. */
const KINDS = "quiz|checklist|path|steps|review|certificate|settings|scorecard|roleplay";
/** What a record is called: its kind, and an id. What was set aside as damaged is none. */
const NAME = new RegExp(`^(?:${KINDS}):[a-z0-9][a-z0-9._/-]{0,199}$`);

/**
 * @typedef {object} Bundle
 * @property {string} format
 * @property {number} schema
 * @property {string} name The profile's name, empty where it has none.
 * @property {string} at When it was made, ISO 8601.
 * @property {Record<string, any>} records By kind and id, such as `quiz:stages/closing`.
 */

/**
 * Collect all records of a profile. What cannot be read is left out, and left where it is.
 *
 * @param {{ start?: string, name?: string }} [profile] What its keys begin with, and its name; of
 *   this profile where it is not said.
 * @returns {Bundle}
 */
export function bundle({ start = prefix(), name: whose = current().name } = {}) {
  /** @type {Record<string, any>} */
  const records = {};
  for (const key of keys(`${start}:`)) {
    const name = key.slice(start.length + 1);
    const data = parse(read(key).text);
    if (NAME.test(name) && data?.schema === SCHEMA) records[name] = data;
  }
  const at = new Date().toISOString();
  return { format: FORMAT, schema: SCHEMA, name: whose, at, records };
}

/**
 * Look into a file before it is brought in.
 *
 * @param {string} text The file's content.
 * @returns {{ state: "ok" | "no-bundle" | "newer", name: string, records: Record<string, any> }}
 */
export function look(text) {
  const file = parse(text);
  const nothing = { name: "", records: {} };
  const ours = file?.format === FORMAT && isObject(file.records) && Number.isInteger(file.schema);
  if (!ours) return { state: "no-bundle", ...nothing };
  if (file.schema > SCHEMA) return { state: "newer", ...nothing };
  return { state: "ok", name: typeof file.name === "string" ? file.name : "", records: file.records };
}

/**
 * Bring a file's records together with those that are here. Either all are written or none is.
 *
 * @param {string} text The file's content.
 * @returns {{ state: import("./local.js").State | "no-bundle" | "newer", count: number, skipped: number }}
 *   How many records came in, and how many could not be used.
 */
export function take(text) {
  const { state: found, records } = look(text);
  if (found !== "ok") return { state: found, count: 0, skipped: 0 };
  /** @type {Map<string, string>} */
  const made = new Map();
  let [count, skipped] = [0, 0];
  for (const [name, theirs] of Object.entries(records)) {
    const texts = NAME.test(name) ? together(name, theirs) : null;
    if (texts) count += 1;
    else skipped += 1;
    for (const [key, text_] of texts ?? []) made.set(key, text_);
  }
  const state = writeAll(made);
  return { state, count: state === "ok" ? count : 0, skipped };
}

/**
 * Merge a record with the one that is here.
 *
 * @param {string} name
 * @param {any} theirs
 * @returns {[string, string][] | null} What is to be written; `null` where what is here belongs to
 *   another version, or what comes has no such form.
 */
function together(name, theirs) {
  const kind = name.split(":")[0];
  const key = `${prefix()}:${name}`;
  const { text } = read(key);
  const ours = parse(text);
  if (!isObject(theirs) || theirs.schema !== SCHEMA || !fits(kind, theirs)) return null;
  if (ours && Number.isInteger(ours.schema) && ours.schema !== SCHEMA) return null;
  const sound = ours?.schema === SCHEMA && fits(kind, ours);
  try {
    const both = handedIn(merge(kind, sound ? ours : { schema: SCHEMA }, theirs));
    /** @type {[string, string][]} */
    const texts = [[key, JSON.stringify(both)]];
    // What is here and cannot be read is set aside, as it is on its own page.
    if (text !== null && !sound) texts.unshift([`${key}:damaged:${Date.now()}`, text]);
    return texts;
  } catch {
    // What is nested without end cannot be gone through.
    return null;
  }
}

/**
 * Leave a running test out that was handed in on the other device.
 *
 * @param {Record<string, any>} data
 */
function handedIn(data) {
  const { test, attempts = [] } = data;
  if (!test) return data;
  const done = (/** @type {any} */ { mode, seed, at }) =>
    mode === "test" && seed === test.seed && at >= test.at;
  const { test: _, ...rest } = data;
  return attempts.some(done) ? rest : data;
}

/**
 * @param {Map<string, string>} made
 * @returns {import("./local.js").State}
 */
function writeAll(made) {
  /** @type {[string, string | null][]} */
  const before = [];
  for (const [key, text] of made) {
    before.push([key, read(key).text]);
    const state = write(key, text);
    if (state === "ok") continue;
    // What is new makes room first, or what was here might not fit any more.
    for (const [old] of before.filter(([, kept]) => kept === null)) remove(old);
    for (const [old, kept] of before) if (kept !== null) write(old, kept);
    return state;
  }
  return "ok";
}

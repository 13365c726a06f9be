// @ts-check
/**
 * Bring two states of one record together, such as those of two devices. Pure.
 *
 * Nothing is lost: of two answers the later stays, and with it the first one and the best; what was
 * achieved once stays achieved. Merging is the same in any order, and once more changes nothing: so
 * wherever nothing else tells which of two to take, it is the one whose text comes last.
 */

import { canonical } from "./canonical.js";
import { entryOf } from "./entry.js";
import { isObject } from "./local.js";

/** @typedef {Record<string, any>} Data */
/** @typedef {(one: any, other: any) => any} Merge */

/** @type {Record<string, (one: Data, other: Data) => Data>} How records of each kind come together. */
const KINDS = {
  quiz: (one, other) => ({
    answers: each(one.answers, other.answers, entries),
    archived: each(one.archived, other.archived, entries),
    attempts: union(one.attempts, other.attempts, isObject, nameOf),
    test: running(one.test, other.test),
    undo: greater(objectOr(one.undo), objectOr(other.undo)),
  }),
  checklist: (one, other) => {
    const at = each(one.at, other.at, (a, b) => Math.max(time(a), time(b)));
    const ids = union(one.done, other.done, isText, String);
    return { done: ids.filter((id) => ticked(id, one, other)).sort(), at };
  },
  path: (one, other) => ({
    ...later({ path: one.path, at: one.at }, { path: other.path, at: other.at }),
    since: each(one.since, other.since, (a, b) => pick(dayOr(a), dayOr(b), (x, y) => y - x)),
  }),
  steps: (one, other) => ({ steps: each(one.steps, other.steps, later) }),
  review: (one, other) => ({
    log: each(one.log, other.log, (a, b) => union(a, b, isLine, canonical)),
  }),
  certificate: (one, other) => ({ issued: union(one.issued, other.issued, isObject, nameOf) }),
  roleplay: (one, other) => ({ scores: union(one.scores, other.scores, isObject, nameOf) }),
};

/** @type {Record<string, Record<string, (value: unknown) => boolean>>} What a record has to be like. */
const FORMS = {
  quiz: { answers: isObject, archived: isObject, attempts: Array.isArray, test: isObject },
  checklist: { done: Array.isArray, at: isObject },
  path: { path: (value) => value === null || isText(value), since: isObject },
  steps: { steps: isObject },
  review: { log: isObject },
  certificate: { issued: Array.isArray },
  roleplay: { scores: Array.isArray },
};

/**
 * Say whether a record has the form of its kind. What it does not have is no fault.
 *
 * @param {string} kind
 * @param {Data} data
 */
export function fits(kind, data) {
  const form = Object.hasOwn(FORMS, kind) ? FORMS[kind] : {};
  return Object.entries(form).every(([name, right]) => data[name] === undefined || right(data[name]));
}

/**
 * Merge two records of one kind. Of a kind that is not known here, the later one stays.
 *
 * @param {string} kind
 * @param {Data} one
 * @param {Data} other
 * @returns {Data}
 */
export function merge(kind, one, other) {
  if (!Object.hasOwn(KINDS, kind)) return { ...later(one, other), schema: one.schema };
  // What a record holds besides comes from another version of the site: it is handed on.
  const rest = each(one, other, greater);
  const made = { ...rest, ...KINDS[kind](one, other), schema: one.schema };
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined));
}

/**
 * Merge what is kept of one question.
 *
 * @param {unknown} one
 * @param {unknown} other
 */
export function entries(one, other) {
  // What is no entry gives way to one that is.
  const [some, same] = [objectOr(one) ?? objectOr(other), objectOr(other) ?? objectOr(one)];
  if (!some) return undefined;
  const [a, b] = [entryOf(some), entryOf(same)];
  const first = pick(a.first, b.first, (x, y) => time(y.at) - time(x.at));
  const tried = [triedOf(a), a.best, triedOf(b), b.best];
  const best = tried.reduce((x, y) => pick(x, y, better), undefined);
  return {
    ...pick(said(a), said(b), byTime),
    tries: Math.max(a.tries, b.tries),
    ...(first && { first }),
    ...(best && { best }),
  };
}

/**
 * Leave of an entry what was said last.
 *
 * @param {import("./entry.js").Entry} entry
 */
function said({ answer, checked, at, share, hash, seen, hints }) {
  return { answer, checked, at, share, hash, seen, hints };
}

/**
 * Give what an entry earned by its present answer: it may be the best, and not be noted so.
 *
 * @param {import("./entry.js").Entry} entry
 * @returns {import("./entry.js").Try | undefined}
 */
function triedOf({ answer, checked, at, share, hash }) {
  return checked ? { answer, share, at, hash } : undefined;
}

/**
 * @param {any} one
 * @param {any} other
 */
function better(one, other) {
  return time(one.share) - time(other.share) || time(other.at) - time(one.at);
}

/**
 * @param {any} one
 * @param {any} other
 */
function byTime(one, other) {
  return time(one.at) - time(other.at);
}

/** @type {Merge} */
function later(one, other) {
  return pick(objectOr(one), objectOr(other), byTime);
}

/** @type {Merge} */
function greater(one, other) {
  return pick(one, other, () => 0);
}

/**
 * Of two running tests, the one that was begun later goes on, with as many answers as it has.
 *
 * @type {Merge}
 */
function running(one, other) {
  const count = (/** @type {any} */ test) => Object.keys(objectOr(test.answers) ?? {}).length;
  return pick(objectOr(one), objectOr(other), (a, b) => byTime(a, b) || count(a) - count(b));
}

/**
 * @template T
 * @param {T | undefined} one
 * @param {T | undefined} other
 * @param {(one: T, other: T) => number} order Above zero where the one is to be taken.
 * @returns {T | undefined}
 */
function pick(one, other, order) {
  if (one === undefined || other === undefined) return one ?? other;
  const before = order(one, other);
  if (before) return before > 0 ? one : other;
  return canonical(one) >= canonical(other) ? one : other;
}

/**
 * Merge two tables, entry by entry. An entry of one of them goes through the same, so that it
 * comes out alike however often it is merged.
 *
 * @param {any} one
 * @param {any} other
 * @param {Merge} both
 */
function each(one, other, both) {
  const [a, b] = [objectOr(one) ?? {}, objectOr(other) ?? {}];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const pairs = names.map((name) => {
    // Asked for by name, a table seems to have what every object has, such as `toString`.
    const [x, y] = [a, b].map((table) => (Object.hasOwn(table, name) ? table[name] : undefined));
    return [name, both(x ?? y, y ?? x)];
  });
  // `__proto__` is no name that anything here is kept by, and no good can come of it.
  return Object.fromEntries(pairs.filter(([name, made]) => name !== "__proto__" && made !== undefined));
}

/**
 * Put two lists together, without what is in both, in the order of time.
 *
 * @param {any} one
 * @param {any} other
 * @param {(item: unknown) => boolean} right Whether something belongs in such a list.
 * @param {(item: any) => string} name What tells an item from others.
 * @returns {any[]}
 */
function union(one, other, right, name) {
  const all = new Map();
  for (const list of [one, other]) {
    for (const item of Array.isArray(list) ? list.filter(right) : []) {
      all.set(name(item), greater(all.get(name(item)), item));
    }
  }
  const when = (/** @type {any} */ item) => time(Array.isArray(item) ? item[0] : item.at);
  const order = (/** @type {any} */ a, /** @type {any} */ b) =>
    when(a) - when(b) || (name(a) < name(b) ? -1 : 1);
  return [...all.values()].sort(order);
}

/**
 * Say whether an item is ticked after a merge: as the device says that changed it last; a tick
 * stays where nothing tells.
 *
 * @param {string} id
 * @param {Data} one
 * @param {Data} other
 */
function ticked(id, one, other) {
  const [a, b] = [time(one.at?.[id]), time(other.at?.[id])];
  const lists = a === b ? [one.done, other.done] : [(a > b ? one : other).done];
  return lists.some((list) => Array.isArray(list) && list.includes(id));
}

/** @param {any} item */
function nameOf(item) {
  return isText(item.id) ? item.id : canonical(item);
}

/** @param {unknown} value */
function time(value) {
  return Number.isFinite(value) ? Number(value) : 0;
}

/** @param {unknown} value */
function dayOr(value) {
  return Number.isFinite(value) ? Number(value) : undefined;
}

/** @param {unknown} value @returns {value is string} */
function isText(value) {
  return typeof value === "string";
}

/** @param {unknown} line When something was answered, and how well. */
function isLine(line) {
  return Array.isArray(line) && line.length === 2 && line.every(Number.isFinite);
}

/** @param {unknown} value */
function objectOr(value) {
  return isObject(value) ? value : undefined;
}

// @ts-check
/** What a certificate of a path takes, what is still missing, and what has changed since. Pure. */

import { stepsOf } from "./journey.js";
import { isObject } from "./local.js";
import { attemptsOf } from "./standing.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("./handbook.js").Path} Path */
/** @typedef {import("./handbook.js").Step} Step */
/** @typedef {import("./records.js").Attempt} Attempt */

/** From this share of changed questions on, a test is another one than the one that was passed. */
const CHANGED = 0.25;

/**
 * @typedef {object} Need Something that a certificate takes.
 * @property {"quiz" | "roleplay" | "sign"} kind
 * @property {Step} step
 * @property {boolean} met
 * @property {"" | "old" | "changed" | "low"} why Why something that was done does not count.
 * @property {Attempt} [attempt] The test that was passed.
 * @property {number} [score] Of the role-play, in percent.
 * @property {Record<string, any>} [entry] The signature.
 */

/**
 * List what a path's certificate takes: quizzes passed as a test, each role-play with the score
 * that is asked for, each signature.
 *
 * @param {Path} path
 * @param {Handbook} facts
 * @param {import("./standing.js").Kept} kept The records of quizzes.
 * @param {Record<string, any>} steps What is kept of the path's steps.
 * @param {number} now
 * @returns {Need[]}
 */
export function needsOf(path, facts, kept, steps, now) {
  const { valid = "", roleplay = null, tests = [] } = path.certificate ?? {};
  const since = before(now, valid);
  return stepsOf(path).flatMap((step) => {
    const found = Object.hasOwn(steps, step.id) && isObject(steps[step.id]) ? steps[step.id] : {};
    const entry = /** @type {Record<string, any>} */ (found);
    /** @type {Need[]} */
    const needs = [];
    const asked = !tests.length || tests.includes(step.ref);
    if (step.kind === "quiz" && asked) needs.push(tested(step, facts, kept, since));
    if (step.kind === "roleplay" && roleplay !== null) needs.push(played(step, entry, roleplay));
    if (step.sign_off) needs.push(signed(step, entry));
    return needs;
  });
}

/**
 * @param {Step} step
 * @param {Handbook} facts
 * @param {import("./standing.js").Kept} kept
 * @param {number} since
 * @returns {Need}
 */
function tested(step, facts, kept, since) {
  const passed = attemptsOf(kept.get(step.ref)).filter((one) => one.mode === "test" && one.passed === true);
  const young = passed.filter(({ at }) => at >= since);
  const same = young.filter((one) => !hasChanged(one, step.ref, facts));
  const attempt = same.sort((one, other) => other.percent - one.percent || other.at - one.at)[0];
  const why = attempt || !passed.length ? "" : young.length ? "changed" : "old";
  return { kind: "quiz", step, met: Boolean(attempt), why, ...(attempt && { attempt }) };
}

/**
 * Say whether a quiz asks something else today than it did.
 *
 * @param {Attempt} attempt
 * @param {string} id
 * @param {Handbook} facts
 */
function hasChanged({ version, questions }, id, facts) {
  const quiz = facts.quizzes[id];
  if (!quiz || quiz.version === version) return false;
  const today = new Map(quiz.questions.map((question) => [question.id, question.hash]));
  const asked = Object.entries(isObject(questions) ? questions : {});
  const other = asked.filter(([name, one]) => today.get(name) !== one?.hash);
  return other.length > CHANGED * asked.length;
}

/**
 * @param {Step} step
 * @param {Record<string, any>} entry
 * @param {number} mark The least score, as a share.
 * @returns {Need}
 */
function played(step, entry, mark) {
  const score = entry.done === true && Number.isFinite(entry.score) ? Number(entry.score) : undefined;
  const met = score !== undefined && score + 1e-9 >= 100 * mark;
  const why = met || score === undefined ? "" : "low";
  return { kind: "roleplay", step, met, why, ...(score !== undefined && { score }) };
}

/**
 * @param {Step} step
 * @param {Record<string, any>} entry
 * @returns {Need}
 */
function signed(step, entry) {
  // Whoever signs for himself needs no more than the tick.
  const met = entry.done === true && (step.sign_off === "self" || entry.by === step.sign_off);
  return { kind: "sign", step, met, why: "", ...(met && { entry }) };
}

/**
 * Give the pages that a path teaches from.
 *
 * @param {Path} path
 * @param {Handbook} facts
 */
export function pagesOf(path, facts) {
  const pages = stepsOf(path).flatMap(({ kind, ref }) => {
    if (kind === "page" || kind === "checklist") return [ref];
    return kind === "quiz" && facts.quizzes[ref] ? [facts.quizzes[ref].page] : [];
  });
  return [...new Set(pages)];
}

/**
 * Take the hashes of the sections that a path teaches from.
 *
 * @param {string[]} pages
 * @param {Record<string, [string, string]>} sections
 * @returns {Record<string, string>}
 */
export function hashesOf(pages, sections) {
  const ours = Object.entries(sections).filter(([name]) => pages.includes(name.split("#")[0]));
  return Object.fromEntries(ours.map(([name, [hash]]) => [name, hash]));
}

/**
 * List the sections that say something else than when a certificate was issued, new ones too.
 *
 * @param {unknown} then The hashes of that day.
 * @param {Record<string, string>} now
 * @returns {string[]} Their names, `PAGE#SECTION`; of pages that the path has no more, none.
 */
export function changedSince(then, now) {
  if (!isObject(then)) return [];
  const pages = new Set(Object.keys(now).map((name) => name.split("#")[0]));
  const names = [...new Set([...Object.keys(now), ...Object.keys(then)])];
  return names.filter((name) => pages.has(name.split("#")[0]) && then[name] !== now[name]);
}

/**
 * Give the time that lies a length of time after another.
 *
 * @param {number} at
 * @param {string} length Such as `12 months`.
 * @param {number} [way] -1 for before.
 */
export function after(at, length, way = 1) {
  const [, count, unit] = /^(\d+) (day|week|month|year)s?$/.exec(length) ?? [];
  if (!unit) return way > 0 ? Infinity : -Infinity;
  const date = new Date(at);
  const by = way * Number(count);
  if (unit === "day" || unit === "week") date.setDate(date.getDate() + by * (unit === "week" ? 7 : 1));
  else {
    const day = date.getDate();
    date.setMonth(date.getMonth() + by * (unit === "year" ? 12 : 1));
    // The 31st of a month that has none is its last day.
    if (date.getDate() !== day) date.setDate(0);
  }
  return date.getTime();
}

/**
 * @param {number} at
 * @param {string} length
 */
function before(at, length) {
  return after(at, length, -1);
}

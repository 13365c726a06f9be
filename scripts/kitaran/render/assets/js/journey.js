// @ts-check
/**
 * How far a reader has come on a learning path.
 *
 * Quizzes and checklists count by their own records; what nobody can compute is ticked by hand or
 * signed off, and kept in `steps:PATH`. A record may name steps that the path has no more: they
 * stay in it, and count for nothing.
 */

import { isObject, parse, read } from "./local.js";
import { SCHEMA, Store } from "./storage.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("./handbook.js").Path} Path */
/** @typedef {import("./handbook.js").Step} Step */

/**
 * @typedef {object} Entry What is kept of a step.
 * @property {boolean} done
 * @property {number} at When that was last changed, in milliseconds since 1970.
 * @property {"self" | "manager" | "trainer"} [by] Who signed it off.
 * @property {string} [name]
 * @property {string} [date] The day that it was signed, such as `2026-03-01`.
 * @property {string} [note]
 * @property {number} [score] Of a role-play, in percent.
 *
 * @typedef {object} Standing Where a step stands.
 * @property {Step} step
 * @property {"done" | "next" | "open" | "waiting"} state
 * @property {Step[]} first The steps that it waits for.
 * @property {Entry | null} entry
 * @property {boolean} met Whether it counts without a tick or a signature.
 * @property {number} [percent] The result that passed a quiz.
 * @property {[number, number]} [items] How many of a checklist are ticked.
 *
 * @typedef {object} Part
 * @property {number} done
 * @property {number} total
 * @property {number} minutes How many are left.
 *
 * @typedef {Part & { percent: number, next: Standing | null, steps: Map<string, Standing>,
 *   phases: Map<string, Part> }} Progress
 */

/**
 * The record of a path's steps.
 *
 * @param {string} path
 */
export function stepsStore(path) {
  return new Store("steps", path, ({ steps = {} }) => isObject(steps));
}

/**
 * Look at a record that belongs to another script. It is left alone, whatever is wrong with it:
 * that script tells the reader.
 *
 * @param {string} kind
 * @param {string} id
 * @returns {Record<string, any>}
 */
export function peek(kind, id) {
  const data = parse(read(new Store(kind, id, () => true).key).text);
  return data?.schema === SCHEMA ? data : {};
}

/**
 * Give what is kept of a path's steps, with the ticks from when its page was a checklist. What has
 * been ticked, signed or withdrawn since goes before them.
 *
 * @param {string} id The id of the path.
 * @param {Path} path
 * @param {Record<string, any>} [data] Its record, where that has been read.
 * @returns {Record<string, unknown>}
 */
export function keptSteps(id, path, data = peek("steps", id)) {
  return { ...oldTicks(id, path), ...(isObject(data.steps) ? data.steps : {}) };
}

/**
 * @param {string} id
 * @param {Path} path
 * @returns {Record<string, Entry>}
 */
function oldTicks(id, path) {
  const { done, at } = peek("checklist", `paths/${id}`);
  const names = new Map(stepsOf(path).map((step) => [step.id.replace(/[:/]/g, "-"), step.id]));
  const ticked = (Array.isArray(done) ? done : []).filter((name) => names.has(name));
  return Object.fromEntries(
    ticked.map((name) => [names.get(name), { done: true, at: Number(at?.[name]) || 0 }]),
  );
}

/**
 * Take those old ticks over into the record. It does no harm to do it again.
 *
 * @param {Store} store
 * @param {string} id
 * @param {Path} path
 * @returns {import("./storage.js").State}
 */
export function takeOver(store, id, path) {
  const { state, data } = store.read();
  const old = oldTicks(id, path);
  if (state !== "ok" || Object.keys(old).every((step) => data.steps?.[step])) return state;
  return store.update("old", (now) => {
    now.steps = { ...old, ...now.steps };
  });
}

/** @param {Path} path */
export function stepsOf(path) {
  return path.phases.flatMap(({ steps }) => steps);
}

/**
 * Work out how far a path has come.
 *
 * @param {Path} path
 * @param {Handbook} facts
 * @param {unknown} kept What is kept of its steps.
 * @returns {Progress}
 */
export function progressOf(path, facts, kept) {
  const entries = isObject(kept) ? kept : {};
  /** @type {Map<string, Standing>} */
  const steps = new Map();
  for (const step of stepsOf(path)) steps.set(step.id, standing(step, facts, entries[step.id]));
  /** @type {Standing | null} */
  let next = null;
  for (const one of steps.values()) {
    if (one.state === "done") continue;
    for (const id of one.step.after) {
      const before = steps.get(id);
      if (before && before.state !== "done") one.first.push(before.step);
    }
    one.state = one.first.length ? "waiting" : "open";
    if (one.state === "open") next ??= one;
  }
  // Steps that wait for each other in a ring: one of them has to be the first.
  next ??= [...steps.values()].find(({ state }) => state !== "done") ?? null;
  if (next) next.state = "next";
  const phases = new Map(
    path.phases.map((phase) => [phase.id, partOf(phase.steps.map(({ id }) => steps.get(id)))]),
  );
  const whole = partOf([...steps.values()]);
  const percent = whole.total ? Math.floor((100 * whole.done) / whole.total) : 0;
  return { ...whole, percent, next, steps, phases };
}

/**
 * @param {(Standing | undefined)[]} standings
 * @returns {Part}
 */
function partOf(standings) {
  const left = standings.filter((one) => one?.state !== "done");
  return {
    done: standings.length - left.length,
    total: standings.length,
    minutes: left.reduce((sum, one) => sum + (one?.step.minutes ?? 0), 0),
  };
}

/**
 * Find out whether a step is done.
 *
 * @param {Step} step
 * @param {Handbook} facts
 * @param {unknown} found What is kept of it.
 * @returns {Standing}
 */
function standing(step, facts, found) {
  const entry = isObject(found) ? /** @type {Entry} */ (/** @type {unknown} */ (found)) : null;
  const counted = COUNTED[step.kind]?.(step, facts) ?? { at: 0 };
  const met = counted.at > 0 && (step.kind !== "page" || !(Number(entry?.at) > counted.at));
  const said = entry?.done === true;
  // What somebody has to sign is not done by passing alone.
  const done = !step.sign_off ? met || said : said && (met || !PASSED.has(step.kind));
  const { percent, items } = counted;
  const shown = entry && said ? entry : null;
  return { step, state: done ? "done" : "open", first: [], entry: shown, met, percent, items };
}

/**
 * @typedef {{ at: number, percent?: number, items?: [number, number] }} Counted
 * `at` is when it was done, in milliseconds; zero where it is not.
 */

/** The kinds that are done when something else is: a tick alone is not enough where one signs. */
const PASSED = new Set(["quiz", "checklist"]);

/** @type {Partial<Record<Step["kind"], (step: Step, facts: Handbook) => Counted>>} */
const COUNTED = {
  page: ({ ref }, facts) => pagePassed(ref, facts),
  quiz: ({ ref }) => quizPassed(ref),
  checklist: ({ ref }, facts) => {
    const items = facts.checklists[ref] ?? [];
    const { done } = peek("checklist", ref);
    const ticked = Array.isArray(done) ? items.filter((id) => done.includes(id)).length : 0;
    const whole = items.length > 0 && ticked === items.length;
    return { at: whole ? Infinity : 0, items: [ticked, items.length] };
  },
};

/**
 * Say when all the quizzes of a page were passed.
 *
 * @param {string} page
 * @param {Handbook} facts
 * @returns {Counted}
 */
export function pagePassed(page, facts) {
  const quizzes = Object.keys(facts.quizzes).filter((id) => facts.quizzes[id].page === page);
  const ends = quizzes.map((id) => quizPassed(id).at);
  return { at: ends.length && ends.every(Boolean) ? Math.max(...ends) : 0 };
}

/**
 * Say when a quiz was last passed, and with what result.
 *
 * @param {string} quiz
 * @returns {Counted}
 */
function quizPassed(quiz) {
  const { attempts } = peek("quiz", quiz);
  const passed = (Array.isArray(attempts) ? attempts : []).filter(
    (one) => isObject(one) && one.passed === true,
  );
  const at = passed.reduce((latest, one) => Math.max(latest, 1, Number(one.at) || 1), 0);
  const percent = passed.reduce((best, one) => Math.max(best, Math.min(100, Number(one.percent) || 0)), 0);
  return at ? { at, percent: Math.round(percent) } : { at };
}

/** Tell the other scripts of the page that a step was ticked or signed, or a path was chosen. */
export function tellProgress() {
  document.dispatchEvent(new CustomEvent("kitaran:path"));
}

/**
 * Be told of whatever may change how far one has come, in this tab or in another.
 *
 * @param {() => void} changed
 * @param {AbortSignal} signal Ends it.
 */
export function listen(changed, signal) {
  for (const name of ["kitaran:path", "kitaran:finished"]) {
    document.addEventListener(name, changed, { signal });
  }
  window.addEventListener(
    "storage",
    ({ key }) => {
      if (key === null || /:(path|steps|quiz|checklist):/.test(key)) changed();
    },
    { signal },
  );
  window.addEventListener("pageshow", (event) => event.persisted && changed(), { signal });
}

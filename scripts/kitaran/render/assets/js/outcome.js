// @ts-check
/** The file with a reader's results, for the manager or the trainer. */

import { canonical, sha256 } from "./canonical.js";
import { isObject } from "./local.js";
import { attemptsOf } from "./standing.js";

/** What such a file calls itself. */
const FORMAT = "kitaran-result";
const SCHEMA = 1;

/**
 * @typedef {object} Person
 * @property {string} name Empty where a code stands for it.
 * @property {string} [code]
 */

/**
 * Write the file. Where a code stands for the name, the name is nowhere in it.
 *
 * @param {import("./snapshot.js").Snapshot} kept
 * @param {import("./handbook.js").Handbook} facts
 * @param {Person} person
 * @param {number | null} due How many questions are due for review; `null` where that is not known.
 * @returns {Promise<string>}
 */
export async function result(kept, facts, person, due) {
  const told = {
    format: FORMAT,
    schema: SCHEMA,
    person: person.code ? { name: "", code: person.code } : { name: person.name },
    made: new Date().toISOString(),
    locale: facts.locale,
    content: facts.version,
    quizzes: quizzesOf(kept, facts),
    steps: stepsOf(kept, Boolean(person.code)),
    certificates: certificatesOf(kept, person),
    due,
  };
  const check = await sha256(canonical(told));
  return `${JSON.stringify({ ...told, check }, null, 1)}\n`;
}

/**
 * @param {import("./snapshot.js").Snapshot} kept
 * @param {import("./handbook.js").Handbook} facts
 */
function quizzesOf({ quizzes }, facts) {
  const tried = [...quizzes].map(([id, record]) => ({ id, attempts: attemptsOf(record).map(attempt) }));
  const told = tried.filter(({ attempts }) => attempts.length);
  return Object.fromEntries(
    told.map(({ id, attempts }) => [id, { version: facts.quizzes[id]?.version ?? null, attempts }]),
  );
}

/** @param {import("./records.js").Attempt} one */
function attempt(one) {
  const asked = Object.entries(isObject(one.questions) ? one.questions : {});
  const questions = asked.map(([id, kept]) => {
    const { answer = null, share, hash } = /** @type {any} */ (isObject(kept) ? kept : {});
    return [id, { answer, share: Math.min(1, Math.max(0, number(share) ?? 0)), hash: text(hash) }];
  });
  return {
    id: text(one.id),
    at: one.at,
    mode: one.mode === "test" ? "test" : "learn",
    version: text(one.version),
    points: Math.max(0, number(one.points) ?? 0),
    total: Math.max(0, number(one.total) ?? 0),
    percent: one.percent,
    passed: one.passed === true,
    seconds: number(one.seconds),
    seed: number(one.seed),
    questions: Object.fromEntries(questions),
  };
}

/**
 * @param {import("./snapshot.js").Snapshot} kept
 * @param {boolean} nameless Whether what might tell who it is has to be left out.
 */
function stepsOf({ steps }, nameless) {
  const paths = [...steps].map(([path, data]) => {
    const done = Object.entries(isObject(data.steps) ? data.steps : {}).filter(
      ([, one]) => isObject(one) && one.done === true,
    );
    const told = done.map(([id, { at, by, name, date, score, note }]) => [
      id,
      {
        at: number(at) ?? 0,
        by: ["self", "manager", "trainer"].includes(by) ? by : null,
        name: text(name),
        date: text(date),
        score: number(score),
        // A note may well name the reader.
        note: nameless ? "" : text(note),
      },
    ]);
    return [path, Object.fromEntries(told)];
  });
  return Object.fromEntries(paths);
}

/**
 * @param {import("./snapshot.js").Snapshot} kept
 * @param {Person} person
 */
function certificatesOf({ certificates }, { code }) {
  const paths = [...certificates].map(([path, { issued }]) => {
    const every = (Array.isArray(issued) ? issued : []).filter(isObject);
    const told = every.map(({ id, at, name, expires, version, code: check }) => ({
      id: text(id),
      at: number(at) ?? 0,
      name: code ? "" : text(name),
      expires: number(expires),
      version: text(version),
      code: text(check),
    }));
    return [path, told];
  });
  return Object.fromEntries(paths);
}

/** @param {unknown} value */
function text(value) {
  return typeof value === "string" ? value : "";
}

/** @param {unknown} value */
function number(value) {
  return Number.isFinite(value) ? Number(value) : null;
}

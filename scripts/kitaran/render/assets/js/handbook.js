// @ts-check
/** The handbook's facts: its pages, quizzes, checklists and learning paths, in this language. */

/**
 * @typedef {object} Step
 * @property {string} id Its kind and what it is about: `quiz:stages/closing`.
 * @property {"page" | "quiz" | "checklist" | "roleplay" | "task"} kind
 * @property {string} ref
 * @property {string} title
 * @property {string} url
 * @property {number | null} minutes
 * @property {string[]} after The ids of the steps to finish first.
 * @property {"manager" | "trainer" | "self" | null} sign_off
 *
 * @typedef {object} Phase
 * @property {string} id
 * @property {string} title
 * @property {string} days Such as `1-7`.
 * @property {Step[]} steps
 *
 * @typedef {object} Path
 * @property {string} title
 * @property {string} url
 * @property {string | null} role
 * @property {number} days
 * @property {{ valid: string, roleplay: number | null, tests?: string[] } | null} certificate How long it holds, and
 *   the least score of a role-play, as a share.
 * @property {Phase[]} phases
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {string} type
 * @property {number} points
 * @property {string} objective
 * @property {string} hash
 * @property {string} section
 *
 * @typedef {object} Quiz
 * @property {string} page
 * @property {string} title
 * @property {string} url
 * @property {number} pass
 * @property {string} version
 * @property {number} minutes
 * @property {Question[]} questions
 *
 * @typedef {object} Handbook
 * @property {number} schema
 * @property {string} version
 * @property {string} locale
 * @property {string[]} stages
 * @property {Record<string, { title: string, url: string, kind: string, minutes: number }>} pages
 * @property {Record<string, Quiz>} quizzes
 * @property {Record<string, string>} objectives
 * @property {Record<string, string[]>} checklists
 * @property {Record<string, Path>} paths
 * @property {Record<string, { title: string, url: string }>} roleplays
 */

import { isObject } from "./local.js";

const SCHEMA = 1;
/** The root of this language's pages. */
const ROOT = new URL("../../../", import.meta.url);

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * Load the facts, once for a page.
 *
 * @returns {Promise<Handbook | null>} `null` where they cannot be had: whoever asked says so.
 */
export async function load() {
  const facts = await get("handbook");
  return facts?.schema === SCHEMA ? facts : null;
}

/**
 * Load what each section says, as a hash, and its title.
 *
 * @returns {Promise<Record<string, [string, string]> | null>}
 */
export function sections() {
  return get("sections");
}

/**
 * Give the whole address of a page.
 *
 * @param {string} url Its address from the root of the language.
 */
export function address(url) {
  return new URL(url, ROOT).href;
}

/**
 * @param {string} name
 * @returns {Promise<any>}
 */
function get(name) {
  const kept = asked.get(name);
  if (kept) return kept;
  const answer = fetch(address(`assets/kitaran/${name}.json`))
    .then((response) => (response.ok ? response.json() : null))
    .then(plain)
    .catch(() => null)
    .then((facts) => {
      // Whoever asks again may be luckier.
      if (!facts) asked.delete(name);
      return facts;
    });
  asked.set(name, answer);
  return answer;
}

/**
 * Let tables have nothing but what is in them: a record may ask for a path called `constructor`.
 *
 * @param {any} facts
 */
function plain(facts) {
  for (const table of [facts, ...Object.values(facts)]) {
    if (isObject(table)) Object.setPrototypeOf(table, null);
  }
  return facts;
}

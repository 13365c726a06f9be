// @ts-check
/** A conversation that branches. An answer is the list of the choices that were made. */

import { best, earned, startOf, walk } from "../branches.js";
import { follow } from "../carry.js";
import { Talk } from "../talk.js";

/** @typedef {import("../branches.js").ScenarioKey} ScenarioKey */

/** @type {WeakMap<HTMLElement, Talk>} */
const talks = new WeakMap();

/**
 * @param {HTMLElement} question
 * @returns {ScenarioKey}
 */
export function key(question) {
  const nodes = /** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll(".kt-answer [data-node]"));
  return {
    nodes: [...nodes].map((node) => ({
      id: node.dataset.node ?? "",
      choices: [.../** @type {NodeListOf<HTMLElement>} */ (node.querySelectorAll("[data-choice]"))].map(
        ({ dataset }) => ({
          value: dataset.choice ?? "",
          points: Number(dataset.points),
          goto: dataset.goto || null,
        }),
      ),
    })),
  };
}

/**
 * @param {HTMLElement} question
 * @param {import("../question.js").Controls} host
 */
export function setup(question, host) {
  const talk = new Talk(question, key(question), host);
  talks.set(question, talk);
  question.querySelector(".kt-paper")?.after(talk.element);
}

/** @param {HTMLElement} question */
export function read(question) {
  const said = talks.get(question)?.answer ?? [];
  return said.length ? said : null;
}

/**
 * @param {HTMLElement} question
 * @param {unknown} answer
 */
export function restore(question, answer) {
  const fits = Array.isArray(answer) && answer.length > 0 && walk(key(question), answer) !== null;
  talks.get(question)?.put(fits ? answer : []);
  return fits || answer === null;
}

/**
 * The points of the choices, as a part of what can be had at best.
 *
 * @param {ScenarioKey} key
 * @param {string[]} answer
 * @returns {import("../question.js").Score}
 */
export function score(key, answer) {
  const reachable = best(key).points;
  if (!reachable) return { share: 1 };
  return { share: earned(key, walk(key, answer) ?? []) / reachable };
}

/**
 * Say at every choice what it was worth, and how it would have gone at best.
 *
 * @param {HTMLElement} question
 * @param {import("../question.js").Score} score
 */
export function show(question, score) {
  talks.get(question)?.reveal(score.share === 1);
}

/**
 * @param {HTMLElement} question
 * @param {boolean} locked
 */
export function lock(question, locked) {
  talks.get(question)?.lock(locked);
}

/**
 * @param {HTMLElement} question
 * @param {(() => number) | null} random `null` brings the file's order back.
 */
export function shuffle(question, random) {
  talks.get(question)?.shuffle(random);
}

/**
 * The way that was gone must still be there and be worth the same, and so must the best one.
 *
 * @param {any} seen
 * @param {ScenarioKey} key
 * @param {any} answer
 */
export function carry(seen, key, answer) {
  try {
    const steps = walk(seen, answer);
    const same = startOf(seen)?.id === startOf(key)?.id && best(seen).points === best(key).points;
    if (!steps || !same) return null;
    const carried = steps.map(({ node, choice }) => {
      const today = key.nodes.find(({ id }) => id === node.id)?.choices ?? [];
      const values = follow(node.choices.map(({ value }) => value), today.map(({ value }) => value));
      const now = today.find(({ value }) => value === values.get(choice.value));
      return now?.points === choice.points && now.goto === choice.goto ? now.value : null;
    });
    return carried.includes(null) ? null : carried;
  } catch {
    // What was right then is damaged: it cannot be told, so it is asked again.
    return null;
  }
}

// @ts-check
/** What stands at the end of a quiz: the score, and the ways to go on. */

import { dialog, open } from "./dialog.js";
import { button, fill, icon, make } from "./dom.js";
import { round } from "./question.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./records.js").Attempt} Attempt */

export class Result {
  /**
   * @param {import("./dom.js").Words} words
   * @param {number} pass The share of points that passes.
   * @param {{ retry: () => void, restart: () => void, undo: () => void, all: () => void }} on
   */
  constructor(words, pass, on) {
    this.words = words;
    this.pass = pass;
    this.score = make("div", { class: "kt-result__score" });
    this.retry = button("md-button--primary", words.retry, on.retry);
    this.restart = button("kt-quiet", words.restart, () => this.#ask(on.restart));
    this.undo = button("kt-quiet", words.restart_undo, on.undo);
    this.all = button("kt-quiet", words.all_questions, on.all);
    const ways = [this.retry, this.all, this.restart, this.undo];
    const foot = make("div", { class: "kt-result__ways" }, ...ways);
    this.element = make("div", { class: "kt-result", hidden: "" }, this.score, foot);
    this.begun = 0;
  }

  /**
   * Show how far the reader has come.
   *
   * @param {Question[]} questions Those that are shown.
   * @param {{ begun: number, part: boolean, undo: boolean, testing: boolean }} state How many
   *   questions of the quiz have an answer, whether only some of them are shown, whether an
   *   erasure can be undone, and whether a test is running.
   */
  show(questions, { begun, part, undo, testing }) {
    const done = isDone(questions);
    this.begun = begun;
    this.element.hidden = testing || !(begun || undo || questions.some(({ checked }) => checked));
    this.retry.hidden = !done || questions.every((question) => question.right);
    this.restart.hidden = !begun;
    this.undo.hidden = !undo;
    this.all.hidden = !part;
    if (!done) this.score.replaceChildren();
  }

  /**
   * Show what was achieved.
   *
   * @param {Pick<Attempt, "points" | "total" | "percent" | "passed">} made
   * @param {string} [best] The best so far, where this was not the first.
   * @returns {string} What is to be read out.
   */
  tell({ points, total, percent, passed }, best) {
    const look = passed ? "right" : "partly";
    const word = passed ? this.words.passed : this.words.not_passed;
    const score = fill(this.words.score, { points: round(points), total, percent });
    const wanted = fill(this.words.pass_mark, { percent: Math.round(100 * this.pass) });
    const sum = passed ? score : `${score}. ${wanted}.`;
    const mark = make("strong", { class: `kt-mark kt-mark--${look}` }, icon(look), word);
    this.score.replaceChildren(make("p", {}, mark), make("p", {}, sum));
    if (best) this.score.append(make("p", { class: "kt-result__best" }, best));
    return `${word} ${sum}`;
  }

  /**
   * Ask before answers are erased.
   *
   * @param {() => void} restart
   */
  #ask(restart) {
    const title = fill(this.words.restart_confirm, { n: this.begun });
    const erase = { label: this.words.restart_erase, press: restart, main: true };
    open(this.element, dialog(title, [], [{ label: this.words.cancel }, erase]));
  }
}

/**
 * Say whether all is checked that earns points. Where nothing does, there is no result to wait for.
 *
 * @param {Question[]} questions
 */
export function isDone(questions) {
  const scored = questions.filter((question) => question.scored);
  return scored.length > 0 && scored.every((question) => question.checked);
}

/**
 * Add up what questions earned.
 *
 * @param {Question[]} questions
 * @param {number} pass The share of points that passes.
 */
export function sumOf(questions, pass) {
  const scored = questions.filter((question) => question.scored);
  const total = scored.reduce((sum, question) => sum + question.points, 0);
  const points = scored.reduce((sum, question) => sum + question.share * question.points, 0);
  return { points, total, ...judge(points, total, pass) };
}

/**
 * Say whether points pass, and what to show of them: rounding never crosses the pass mark.
 *
 * @param {number} points
 * @param {number} total
 * @param {number} pass
 */
export function judge(points, total, pass) {
  // Thirds of points add up to a little less than one.
  const passed = points + 1e-9 >= pass * total;
  const exact = total ? (100 * points) / total : 100;
  const rounded = Math.round(exact);
  const percent = !passed && rounded >= 100 * pass ? Math.floor(exact) : rounded;
  return { percent, passed };
}

// @ts-check
/** What stands at the end of a quiz: the score, and the ways to go on. */

import { button, fill, icon, make } from "./dom.js";
import { round } from "./question.js";

/** @typedef {import("./question.js").Question} Question */

export class Result {
  /**
   * @param {DOMStringMap} quiz Which quiz it is, and the share of points that passes.
   * @param {import("./dom.js").Words} words
   * @param {{ retry: () => void, restart: () => void }} on
   */
  constructor(quiz, words, on) {
    this.words = words;
    this.pass = Number(quiz.pass);
    /** What is to be read out of the result; empty until every question is checked. */
    this.said = "";
    this.score = make("div", { class: "kt-result__score" });
    this.retry = button("md-button--primary", words.retry, on.retry);
    this.restart = button("kt-quiet", words.restart, () => this.dialog.showModal());
    const ways = make("div", { class: "kt-result__ways" }, this.retry, this.restart);
    this.element = make("div", { class: "kt-result", hidden: "" }, this.score, ways);
    this.question = make("p", { id: `${quiz.quiz}-restart` });
    this.dialog = this.#dialog(on.restart);
  }

  /**
   * Ask before answers are erased. The first button, which has the focus, erases nothing.
   *
   * @param {() => void} restart
   */
  #dialog(restart) {
    const close = () => this.dialog.close();
    const erase = () => {
      close();
      restart();
    };
    const ways = make(
      "div",
      { class: "kt-result__ways" },
      button("", this.words.cancel, close),
      button("md-button--primary", this.words.restart_erase, erase),
    );
    const about = { class: "kt-dialog", "aria-labelledby": this.question.id };
    return make("dialog", about, this.question, ways);
  }

  /**
   * Show how far the reader has come.
   *
   * @param {Question[]} questions
   */
  show(questions) {
    const begun = questions.filter((question) => question.entry.answer !== null);
    const done = questions.every((question) => question.checked);
    this.element.hidden = !begun.length;
    this.question.textContent = fill(this.words.restart_confirm, { n: begun.length });
    this.retry.hidden = !done || questions.every((question) => question.right);
    this.score.replaceChildren();
    this.said = "";
    if (done) this.#score(questions);
  }

  /** @param {Question[]} questions */
  #score(questions) {
    const total = questions.reduce((sum, question) => sum + question.points, 0);
    const points = questions.reduce((sum, question) => sum + question.share * question.points, 0);
    const { percent, passed } = judge(points, total, this.pass);
    const look = passed ? "right" : "partly";
    const word = passed ? this.words.passed : this.words.not_passed;
    const sum = fill(this.words.score, { points: round(points), total, percent });
    const mark = make("strong", { class: `kt-mark kt-mark--${look}` }, icon(look), word);
    this.score.append(make("p", {}, mark), make("p", {}, sum));
    this.said = `${word} ${sum}`;
  }
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

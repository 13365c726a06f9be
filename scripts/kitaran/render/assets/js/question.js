// @ts-check
/** One question on the page: it is open, holds a draft, or has been checked. */

import { button, fill, icon, make } from "./dom.js";

/**
 * @typedef {object} Score
 * @property {number} share How much of the points was earned, from 0 to 1.
 * @property {number} [known] Which of the known wrong answers it was, from 0.
 * @property {boolean} [unreadable] The answer is none: it is told so, and does not count.
 */

/**
 * @typedef {object} Type What the script of a question type gives.
 * @property {(question: HTMLElement) => any} key
 * @property {(question: HTMLElement) => unknown} read `null` where nothing was answered.
 * @property {(question: HTMLElement, answer: unknown) => boolean} restore Whether it still fits.
 * @property {(key: any, answer: any) => Score} score
 * @property {(question: HTMLElement, score: Score, words: Words) => void} show
 */

/** @typedef {import("./dom.js").Words} Words */

/**
 * @typedef {object} Entry What is kept of a question.
 * @property {unknown} answer
 * @property {boolean} checked
 * @property {number} tries How often it has been checked.
 */

/**
 * @typedef {object} Host What a question needs of its quiz.
 * @property {(question: Question, said?: string) => void} keep Keeps what the reader did, and
 *   reads out what came of it.
 * @property {(text: string) => void} say
 */

/** @type {Entry} */
const OPEN = { answer: null, checked: false, tries: 0 };

export class Question {
  /**
   * @param {HTMLElement} element
   * @param {Type} type
   * @param {Words} words
   * @param {Host} quiz
   */
  constructor(element, type, words, quiz) {
    this.element = element;
    this.type = type;
    this.words = words;
    this.quiz = quiz;
    this.id = element.dataset.question ?? "";
    this.points = Number(element.dataset.points);
    this.key = type.key(element);
    this.share = 0;
    this.entry = { ...OPEN };
    this.message = make("p", { class: "kt-question__message", id: `${element.id}-message`, hidden: "" });
    this.button = button("kt-check", words.check, () => this.check());
    this.verdict = make("p", { class: "kt-verdict" });
    this.#build();
    // What was picked before this script came is a draft.
    this.put({ answer: type.read(element) });
  }

  get checked() {
    return this.entry.checked;
  }

  /** Whether every point was earned. */
  get right() {
    return this.checked && this.share === 1;
  }

  get name() {
    return this.element.querySelector(".kt-question__number")?.textContent ?? "";
  }

  /** Check the answer, if there is one. */
  check() {
    if (this.checked) return;
    const answer = this.type.read(this.element);
    if (answer === null) return this.#refuse(this.words.unanswered);
    if (this.type.score(this.key, answer).unreadable) return this.#refuse(this.words.not_number);
    this.put({ answer, checked: true, tries: this.entry.tries + 1 });
    this.quiz.keep(this, `${this.name}: ${this.verdict.textContent}.`);
  }

  /** Ask again. How often it has been checked is remembered. */
  ask() {
    this.put({ ...OPEN, tries: this.entry.tries });
  }

  /** Bring the reader to the question. */
  focus() {
    this.#inputs()[0].focus({ preventScroll: true });
    this.element.scrollIntoView();
  }

  /** Whether the reader is in the middle of answering it. */
  get busy() {
    return !this.checked && this.element.contains(document.activeElement);
  }

  /**
   * Show what is kept of the question.
   *
   * @param {any} kept Whatever the storage gave; anything that is no answer asks again.
   */
  put(kept) {
    const entry = { ...OPEN, ...(kept && typeof kept === "object" ? kept : {}) };
    const fits = this.type.restore(this.element, entry.answer);
    const answer = this.type.read(this.element);
    const score = answer === null ? null : this.type.score(this.key, answer);
    const checked = entry.checked === true && fits && score !== null && !score.unreadable;
    this.entry = { answer, checked, tries: Number(entry.tries) || 0 };
    this.share = checked && score ? score.share : 0;
    this.#clear();
    if (!fits) this.#tell(this.words.changed);
    if (checked && score) this.#reveal(score);
    this.#mark();
  }

  #build() {
    const foot = make("div", { class: "kt-question__foot" }, this.button, this.verdict);
    this.element.querySelector("fieldset")?.append(this.message, foot);
    for (const answers of this.element.querySelectorAll(".kt-answer")) answers.setAttribute("hidden", "");
    this.element.addEventListener("input", () => this.#draft());
    this.element.addEventListener("keydown", (event) => {
      const typing = event.target instanceof HTMLInputElement && event.target.type === "text";
      if (event.key !== "Enter" || event.isComposing || !typing) return;
      event.preventDefault();
      this.check();
    });
  }

  #inputs() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.element.querySelectorAll("input"))];
  }

  /** Keep what the reader is about to answer. */
  #draft() {
    this.entry = { ...this.entry, answer: this.type.read(this.element), checked: false };
    this.#quiet();
    this.#mark();
    this.quiz.keep(this);
  }

  /** Undo what checking did to the question. */
  #clear() {
    for (const said of this.element.querySelectorAll(".kt-feedback")) said.remove();
    for (const item of this.element.querySelectorAll("[data-mark]")) item.removeAttribute("data-mark");
    this.verdict.replaceChildren();
    this.#quiet();
  }

  /**
   * Show the answer and what was made of it.
   *
   * @param {Score} score
   */
  #reveal(score) {
    this.type.show(this.element, score, this.words);
    const look = score.share === 1 ? "right" : score.share > 0 ? "partly" : "wrong";
    const mark = make("strong", { class: `kt-mark kt-mark--${look}` }, icon(look), this.words[look]);
    const points = round(score.share * this.points);
    const earned = fill(this.words.points_of, { points, total: this.points });
    this.verdict.append(mark, ...(this.points > 1 || look === "partly" ? [" ", earned] : []));
    this.element.dataset.verdict = look;
  }

  /** Let the look and the controls follow the state. */
  #mark() {
    const { checked, answer } = this.entry;
    this.element.dataset.state = checked ? "checked" : answer === null ? "open" : "draft";
    if (!checked) delete this.element.dataset.verdict;
    this.button.textContent = checked ? this.words.answered : this.words.check;
    // Not `disabled`: the focus would be lost, and with it the place on the page.
    this.button.setAttribute("aria-disabled", String(checked));
    for (const input of this.#inputs()) {
      if (input.type === "text") input.readOnly = checked;
      else input.disabled = checked;
    }
  }

  /**
   * Say what keeps the answer from being checked.
   *
   * @param {string} text
   */
  #refuse(text) {
    this.#tell(text);
    this.quiz.say(text);
    for (const input of this.#inputs()) {
      input.setAttribute("aria-describedby", this.message.id);
      if (input.type === "text") input.setAttribute("aria-invalid", "true");
    }
  }

  /** @param {string} text */
  #tell(text) {
    this.message.replaceChildren(text);
    this.message.hidden = false;
  }

  #quiet() {
    this.message.hidden = true;
    for (const input of this.#inputs()) {
      input.removeAttribute("aria-describedby");
      input.removeAttribute("aria-invalid");
    }
  }
}

/**
 * Write points without a tail of digits.
 *
 * @param {number} points
 */
export function round(points) {
  return Math.round(points * 100) / 100;
}

// @ts-check
/** One question on the page: it is open, holds a draft, or has been checked. */

import { button, fill, icon, make } from "./dom.js";
import { OPEN, asked, checkedWith, entryOf, settle } from "./entry.js";
import { stepHints } from "./hints.js";

/**
 * @typedef {object} Score
 * @property {number} share How much of the points was earned, from 0 to 1.
 * @property {number} [known] Which of the known wrong answers it was, from 0.
 * @property {boolean} [unreadable] The answer is none: it is told so, and does not count.
 * @property {boolean} [spelling] A slip of the fingers: it is told so, and can be mended first.
 */

/**
 * @typedef {object} Controls What a type may use that builds controls of its own.
 * @property {Words} words
 * @property {() => void} changed To be called when the learner did what fires no `input` event.
 * @property {() => void} finish Checks the question.
 * @property {(text: string) => void} say Reads a text out.
 */

/**
 * @typedef {object} Type What the script of a question type gives.
 * @property {(question: HTMLElement) => any} key
 * @property {(question: HTMLElement) => unknown} read `null` where nothing was answered.
 * @property {(question: HTMLElement, answer: unknown) => boolean} restore Whether it still fits.
 * @property {(key: any, answer: any) => Score} score
 * @property {(question: HTMLElement, score: Score, words: Words) => void} show
 * @property {(seen: any, key: any, answer: any) => unknown} carry The answer to an earlier form of
 *   the question in today's values, `null` where something else is right now.
 * @property {(question: HTMLElement, controls: Controls) => void} [setup]
 * @property {(question: HTMLElement, locked: boolean) => void} [lock]
 * @property {(question: HTMLElement, random: (() => number) | null) => void} [shuffle]
 * @property {(words: Words) => string} [refusal] What to say where nothing was answered.
 * @property {boolean} [scored] `false` where it earns no points.
 */

/** @typedef {import("./dom.js").Words} Words */
/** @typedef {import("./entry.js").Entry} Entry */

/**
 * @typedef {object} Host What a question needs of its quiz.
 * @property {(question: Question, said?: string) => void} keep Keeps what the reader did, and
 *   reads out what came of it.
 * @property {(text: string) => void} say
 */

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
    this.hash = element.dataset.hash ?? "";
    this.points = Number(element.dataset.points);
    this.scored = type.scored !== false;
    this.key = type.key(element);
    /** @type {Entry} */
    this.entry = { ...OPEN };
    /** Whether it was told that the answer is nearly right: the next check counts. */
    this.warned = false;
    this.message = make("p", { class: "kt-question__message", id: `${element.id}-message`, hidden: "" });
    this.news = make("div", { class: "kt-question__news", hidden: "" });
    this.button = button("kt-check", words.check, () => this.check());
    this.verdict = make("p", { class: "kt-verdict" });
    this.#build();
    // What was picked before this script came is a draft.
    this.put({ answer: type.read(element) });
  }

  get checked() {
    return this.entry.checked;
  }

  get share() {
    return this.entry.share;
  }

  /** Whether every point was earned, or there was none to earn. */
  get right() {
    return !this.scored || (this.checked && this.share === 1);
  }

  get name() {
    return this.element.querySelector(".kt-question__number")?.textContent ?? "";
  }

  /** Whether it is part of a test: nothing tells right from wrong before it is handed in. */
  get testing() {
    return this.element.dataset.mode === "test";
  }

  /** Check the answer, if there is one. */
  check() {
    if (this.checked || this.testing) return;
    const answer = this.type.read(this.element);
    if (answer === null) return this.#refuse(this.type.refusal?.(this.words) ?? this.words.unanswered);
    const score = this.type.score(this.key, answer);
    if (score.unreadable) return this.#refuse(this.words.not_number);
    if (score.spelling && !this.warned) {
      this.warned = true;
      return this.#refuse(this.words.nearly);
    }
    this.settle(Date.now());
    this.quiz.keep(this, `${this.name}: ${this.verdict.textContent}.`);
  }

  /**
   * Take what is on the page for the answer, and show what it is worth.
   *
   * @param {number} at When, in milliseconds since 1970.
   */
  settle(at) {
    const answer = this.type.read(this.element);
    const share = answer === null ? 0 : this.type.score(this.key, answer).share;
    this.put(checkedWith(this.entry, { answer, share, at, hash: this.hash }, this.key));
  }

  /** Ask again. What was achieved is remembered. */
  ask() {
    this.put(asked(this.entry));
  }

  /** Bring the reader to the question. */
  focus() {
    const control = /** @type {HTMLElement | null} */ (
      this.element.querySelector("fieldset :is(input, select, textarea, button):not([hidden])")
    );
    control?.focus({ preventScroll: true });
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
    const { entry, news } = settle(entryOf(kept), this.hash, (seen, answer) =>
      this.type.carry(seen, this.key, answer),
    );
    const fits = this.type.restore(this.element, entry.answer);
    const answer = this.type.read(this.element);
    const score = answer === null ? { share: 0 } : this.type.score(this.key, answer);
    const empty = answer === null && entry.answer === null;
    const counts = entry.checked && (empty ? entry.tries > 0 : fits && answer !== null);
    const checked = counts && !score.unreadable;
    this.entry = { ...entry, answer, checked, share: checked ? score.share : 0 };
    this.warned = false;
    this.#clear();
    if (!fits || news === "changed") this.#tell(this.words.changed);
    this.news.hidden = news !== "reworded";
    if (checked) this.#reveal(score);
    this.#mark();
  }

  #build() {
    const foot = make("div", { class: "kt-question__foot" }, this.button, this.verdict);
    this.news.append(this.words.reworded, " ", button("kt-quiet", this.words.noted, () => this.#note()));
    this.element.querySelector("fieldset")?.append(this.news, this.message, foot);
    for (const answers of this.element.querySelectorAll(".kt-answer")) answers.setAttribute("hidden", "");
    this.type.setup?.(this.element, {
      words: this.words,
      changed: () => this.#draft(),
      finish: () => this.check(),
      say: (text) => this.quiz.say(text),
    });
    stepHints(this.element, (opened) => {
      if (this.checked || this.entry.hints >= opened) return;
      this.entry = { ...this.entry, hints: opened };
      this.quiz.keep(this);
    });
    this.element.addEventListener("input", () => this.#draft());
    this.element.addEventListener("keydown", (event) => {
      const typing = event.target instanceof HTMLInputElement && event.target.type === "text";
      if (event.key !== "Enter" || event.isComposing || !typing) return;
      event.preventDefault();
      this.check();
    });
  }

  #inputs() {
    const controls = "input, select, textarea";
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.element.querySelectorAll(controls))];
  }

  /** Keep what the reader is about to answer. */
  #draft() {
    if (this.checked) return;
    const { hash, key: seen } = this;
    const answer = this.type.read(this.element);
    this.entry = { ...this.entry, answer, hash, seen, checked: false, at: Date.now() };
    this.warned = false;
    this.#quiet();
    this.#mark();
    this.quiz.keep(this);
  }

  /** Take it that the reader knows of the new wording. */
  #note() {
    this.entry = { ...this.entry, hash: this.hash, seen: this.key };
    this.news.hidden = true;
    this.button.focus({ preventScroll: true });
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
    if (!this.scored) return this.verdict.append(this.words.compared);
    const look = score.share === 1 ? "right" : score.share > 0 ? "partly" : "wrong";
    const word = this.words[this.entry.answer === null ? "no_answer" : look];
    const mark = make("strong", { class: `kt-mark kt-mark--${look}` }, icon(look), word);
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
    const word = this.scored ? this.words.check : this.words.compare;
    this.button.textContent = checked ? this.words.answered : word;
    this.button.hidden = checked && answer === null;
    // Not `disabled`: the focus would be lost, and with it the place on the page.
    this.button.setAttribute("aria-disabled", String(checked));
    for (const input of this.#inputs()) {
      if (input.type === "text" || input instanceof HTMLTextAreaElement) input.readOnly = checked;
      else input.disabled = checked;
    }
    this.type.lock?.(this.element, checked);
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

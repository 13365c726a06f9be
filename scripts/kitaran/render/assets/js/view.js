// @ts-check
/** The questions of a quiz on the page: all of them, or one at a time; in the file's order or not. */

import { button, fill, make } from "./dom.js";
import { Store } from "./storage.js";

/** @typedef {import("./question.js").Question} Question */

export class View {
  /**
   * @param {Question[]} questions In the order of the file.
   * @param {import("./dom.js").Words} words
   * @param {(text: string) => void} say
   */
  constructor(questions, words, say) {
    this.words = words;
    this.say = say;
    this.all = questions;
    /** Those that are shown, in their order. */
    this.shown = questions;
    this.single = false;
    this.place = 0;
    this.settings = new Store("settings", "reader", () => true);
    this.toggle = button("kt-quiet", words.one_at_a_time, () => this.#prefer(!this.single));
    this.toggle.setAttribute("aria-pressed", "false");
    this.where = make("span", { class: "kt-steps__where" });
    this.back = button("kt-quiet", words.previous, () => this.go(this.place - 1));
    this.next = button("kt-quiet", words.next, () => this.go(this.place + 1));
    this.element = make("div", { class: "kt-steps", hidden: "" }, this.back, this.where, this.next);
  }

  /**
   * Show these questions, in this order.
   *
   * @param {Question[]} questions
   */
  show(questions) {
    this.shown = questions;
    this.place = 0;
    const rest = this.all.filter((question) => !questions.includes(question));
    for (const question of [...questions, ...rest]) this.element.before(question.element);
    for (const [place, question] of questions.entries()) {
      const number = question.element.querySelector(".kt-question__number");
      if (number) number.textContent = fill(this.words.question_n, { n: place + 1 });
    }
    this.#draw();
  }

  /** Show the questions in the way that the reader chose last, be it in another quiz. */
  begin() {
    if (this.settings.read().data.single === true) this.#choose(true);
  }

  /** @param {boolean} single */
  #prefer(single) {
    this.#choose(single);
    this.settings.update("single", (data) => {
      data.single = single;
      data.at = Date.now();
    });
  }

  /** @param {boolean} single Whether one question is shown at a time. */
  #choose(single) {
    this.single = single;
    this.toggle.setAttribute("aria-pressed", String(single));
    const asked = this.shown.findIndex(({ element }) => `#${element.id}` === window.location.hash);
    const open = this.shown.findIndex((question) => !question.checked);
    this.place = asked >= 0 && single ? asked : Math.max(0, open);
    this.#draw();
  }

  /**
   * Show one question, and bring the reader to it.
   *
   * @param {number} place
   */
  go(place) {
    if (!this.shown[place]) return;
    this.place = place;
    this.#draw();
    this.shown[place].focus();
    this.say(this.where.textContent ?? "");
  }

  /**
   * Bring the reader to a question.
   *
   * @param {Question} question
   */
  reach(question) {
    if (this.single) this.go(this.shown.indexOf(question));
    else question.focus();
  }

  #draw() {
    const { shown, single, place } = this;
    for (const question of this.all) {
      const here = shown.indexOf(question);
      question.element.hidden = here < 0 || (single && here !== place);
      // On paper they all stand one below the other.
      question.element.toggleAttribute("data-aside", here >= 0 && here !== place && single);
    }
    this.element.hidden = !single || shown.length < 2;
    this.back.disabled = place === 0;
    this.next.disabled = place === shown.length - 1;
    const values = { n: place + 1, total: shown.length };
    this.where.textContent = fill(this.words.question_of, values);
  }
}

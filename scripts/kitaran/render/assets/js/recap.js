// @ts-check
/** The end of a session: what was right, and when each question comes back. */

import { button, fill, icon, make } from "./dom.js";
import { sourceOf } from "./round.js";
import { parted, when } from "./reviews.js";

/** @typedef {import("./session.js").Running} Running */
/** @typedef {import("./schedule.js").Card} Card */

export class Recap {
  /**
   * @param {import("./dom.js").Words} words
   * @param {{ again: (items: string[]) => void, done: () => void }} on
   */
  constructor(words, on) {
    this.words = words;
    /** @type {string[]} */
    this.wrong = [];
    this.title = make("h2", { class: "kt-overview__title", tabindex: "-1" }, words.practice_over);
    this.score = make("p", { class: "kt-overview__about" });
    this.out = make("p", { class: "kt-notice", "data-state": "left" });
    this.list = make("ol", { class: "kt-recap" });
    this.again = button("md-button--primary", words.practice_again, () => on.again(this.wrong));
    this.another = button("", words.practice_another, on.done);
    const ways = make("div", { class: "kt-result__ways" }, this.again, this.another);
    this.element = make("div", {}, this.title, this.score, this.out, this.list, ways);
  }

  /**
   * @param {Running} session
   * @param {Map<string, Card>} cards
   * @param {import("./handbook.js").Handbook} facts
   * @returns {boolean} Whether there is anything to tell.
   */
  show(session, cards, facts) {
    const { words } = this;
    // The handbook may have changed meanwhile, and a question be no more.
    const there = session.items.filter((name) => facts.quizzes[parted(name).quiz]);
    const names = there.filter((name) => session.entries[name]?.checked === true);
    const right = names.filter((name) => session.entries[name].share === 1);
    this.wrong = names.filter((name) => !right.includes(name));
    this.score.textContent = fill(words.practice_right, { right: right.length, n: names.length });
    this.score.hidden = !names.length;
    this.out.hidden = !session.left.length;
    this.out.textContent = fill(words.practice_left_out, { n: session.left.length });
    this.again.hidden = !this.wrong.length;
    this.list.replaceChildren(...names.map((name) => this.#line(name, session, cards.get(name), facts)));
    return names.length > 0 || session.left.length > 0;
  }

  /**
   * @param {string} name
   * @param {Running} session
   * @param {Card | undefined} card
   * @param {import("./handbook.js").Handbook} facts
   */
  #line(name, session, card, facts) {
    const { words } = this;
    const { share } = session.entries[name];
    const look = share === 1 ? "right" : share > 0 ? "partly" : "wrong";
    const mark = make("strong", { class: `kt-mark kt-mark--${look}` }, icon(look), words[look]);
    const next = card ? fill(words.practice_back, { when: when(card.due) }) : "";
    const said = make("p", { class: "kt-recap__said" }, mark, next ? ` · ${next}` : "");
    const stem = make("p", { class: "kt-recap__stem" }, String(session.stems[name] ?? ""));
    const source = make("p", { class: "kt-recap__source" });
    if (look !== "right") sourceOf(name, facts).then((link) => source.append(words.practice_source, " ", link));
    return make("li", {}, stem, said, ...(look === "right" ? [] : [source]));
  }
}

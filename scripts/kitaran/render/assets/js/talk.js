// @ts-check
/** A conversation on the page, drawn like one: what happens on one side, what you do on the other. */

import { after, best, earned, startOf, walk } from "./branches.js";
import { button, fill, make } from "./dom.js";
import { mark } from "./options.js";
import { shuffled } from "./random.js";

/** @typedef {import("./branches.js").Choice} Choice */
/** @typedef {import("./branches.js").Moment} Moment */
/** @typedef {import("./branches.js").Step} Step */

export class Talk {
  /**
   * @param {HTMLElement} question
   * @param {import("./branches.js").ScenarioKey} key
   * @param {import("./question.js").Controls} host
   */
  constructor(question, key, host) {
    this.question = question;
    this.key = key;
    this.host = host;
    /** @type {string[]} The choices that were made. */
    this.answer = [];
    this.locked = false;
    /** @type {(() => number) | null} */
    this.random = null;
    this.lines = make("ol", { class: "kt-talk__lines" });
    this.moves = make("div", { class: "kt-talk__moves", role: "group", "aria-label": host.words.your_move });
    this.end = make("p", { class: "kt-talk__end", tabindex: "-1" }, host.words.talk_ends);
    this.element = make("div", { class: "kt-live kt-talk" }, this.lines, this.moves, this.end);
    /** What is drawn, so that the same is not drawn again: the focus would be lost. */
    this.drawn = "";
    this.#draw();
  }

  /** Whether reasons may be told while it goes on. */
  get tells() {
    return this.question.dataset.mode !== "test";
  }

  /** @returns {Step[]} */
  get steps() {
    return walk(this.key, this.answer) ?? [];
  }

  /** The moment that it has come to; none where it has ended. */
  get now() {
    const last = this.steps.at(-1);
    return last ? after(this.key, last.choice) : startOf(this.key);
  }

  /** @param {string[]} answer */
  put(answer) {
    this.answer = [...answer];
    this.#draw();
  }

  /** @param {boolean} locked */
  lock(locked) {
    this.locked = locked;
    this.#foot();
  }

  /** @param {(() => number) | null} random */
  shuffle(random) {
    this.random = random;
    this.#foot();
  }

  #draw() {
    const form = JSON.stringify([this.answer, this.tells]);
    if (form !== this.drawn) {
      this.drawn = form;
      this.lines.replaceChildren();
      for (const step of this.steps) this.lines.append(this.#told(step.node), this.#made(step));
      if (this.now) this.lines.append(this.#told(this.now));
    }
    this.#foot();
  }

  /** Offer what can be done now, or say that it has ended. */
  #foot() {
    const choices = this.locked ? [] : (this.now?.choices ?? []);
    const order = this.random ? shuffled(choices, this.random) : choices;
    const offered = [...this.moves.querySelectorAll("button")].map((one) => one.dataset.value);
    if (offered.join() !== order.map(({ value }) => value).join()) {
      this.moves.replaceChildren(...order.map((choice) => this.#move(choice)));
    }
    this.moves.hidden = !choices.length;
    this.end.hidden = Boolean(this.now?.choices.length);
    // There is nothing to check before it has ended.
    this.element.toggleAttribute("data-going", Boolean(choices.length));
  }

  /** @param {Choice} choice */
  #move(choice) {
    const made = button("kt-talk__move", "", () => this.#pick(choice));
    made.dataset.value = choice.value;
    made.append(...this.#text(choice));
    return made;
  }

  /** @param {Choice} choice */
  #pick(choice) {
    const node = this.now;
    if (!node || this.locked) return;
    this.answer = [...this.answer, choice.value];
    this.drawn = JSON.stringify([this.answer, this.tells]);
    this.lines.append(this.#made({ node, choice }));
    const next = this.now;
    const told = next && this.#told(next);
    if (told) this.lines.append(told);
    this.#foot();
    this.host.changed();
    const why = this.tells ? this.#why(choice) : null;
    if (next?.choices.length) this.host.say(why?.textContent ?? "");
    this.#reach(told?.querySelector("p") ?? this.end);
    if (!next?.choices.length) this.host.finish();
  }

  /**
   * Bring the reader to what comes next, without a jump: what is in sight already stays there.
   *
   * @param {HTMLElement} place
   */
  #reach(place) {
    place.focus({ preventScroll: true });
    const last = this.moves.hidden ? this.end : this.moves;
    last.scrollIntoView({ block: "nearest" });
    place.scrollIntoView({ block: "nearest" });
  }

  /** @param {Moment} node */
  #told(node) {
    const text = this.question.querySelector(`.kt-paper [data-node="${CSS.escape(node.id)}"] .kt-moment`);
    const said = make("p", { class: "kt-talk__text", tabindex: "-1" });
    said.append(...[...(text?.childNodes ?? [])].map((part) => part.cloneNode(true)));
    return make("li", { class: "kt-talk__told" }, said);
  }

  /** @param {Step} step */
  #made({ choice }) {
    const you = make("span", { class: "kt-talk__you" }, this.host.words.you);
    const said = make("p", { class: "kt-talk__text" }, you, " ", ...this.#text(choice));
    const line = make("li", { class: "kt-talk__made" }, said);
    const why = this.tells ? this.#why(choice) : null;
    if (why) line.append(why);
    return line;
  }

  /** @param {Choice} choice */
  #text(choice) {
    const text = this.#find(".kt-paper", choice)?.querySelector(".kt-choice");
    return [...(text?.childNodes ?? [])].map((part) => part.cloneNode(true));
  }

  /** @param {Choice} choice */
  #why(choice) {
    const why = this.#find(".kt-answer", choice)?.querySelector(".kt-why");
    if (!why) return null;
    const parts = [...why.childNodes].map((part) => part.cloneNode(true));
    return make("p", { class: "kt-talk__why" }, ...parts);
  }

  /**
   * Find what the page says of a choice: the same words may stand in another moment, too.
   *
   * @param {string} place
   * @param {Choice} choice
   */
  #find(place, choice) {
    const node = this.key.nodes.find(({ choices }) => choices.includes(choice));
    const [id, value] = [node?.id ?? "", choice.value].map((text) => CSS.escape(text));
    return this.question.querySelector(`${place} [data-node="${id}"] [data-choice="${value}"]`);
  }

  /**
   * Say what every choice was worth, and what was not said while it went on.
   *
   * @param {boolean} whole Whether every point was earned.
   */
  reveal(whole) {
    const { steps, host } = this;
    const lines = /** @type {NodeListOf<HTMLElement>} */ (this.lines.querySelectorAll(".kt-talk__made"));
    for (const [at, line] of lines.entries()) this.#judge(line, steps[at]);
    const top = best(this.key);
    if (!top.points) return;
    const points = earned(this.key, steps);
    const sum = fill(host.words.talk_points, { points, total: top.points });
    const after = make("div", { class: "kt-feedback kt-talk__after" }, make("p", {}, sum));
    if (!whole) after.append(this.#way(top.steps));
    this.element.append(after);
  }

  /**
   * @param {HTMLElement} line
   * @param {Step} step
   */
  #judge(line, { node, choice }) {
    const { words } = this.host;
    const most = Math.max(...node.choices.map(({ points }) => points));
    const look = choice.points === most ? "right" : choice.points ? "partly" : "wrong";
    const worth = make("p", { class: "kt-feedback" });
    if (most) {
      line.dataset.mark = look;
      const word = { right: words.right, partly: words.partly, wrong: words.wrong }[look];
      worth.append(mark(look, word), " ", fill(words.points_of, { points: choice.points, total: most }));
      line.append(worth);
    }
    const why = this.tells ? null : this.#why(choice);
    why?.classList.add("kt-feedback");
    if (why) line.append(why);
  }

  /** @param {Step[]} steps The best way. */
  #way(steps) {
    const list = make("ol", { class: "kt-talk__best" });
    for (const { node, choice } of steps) {
      const told = this.#told(node).querySelector("p") ?? "";
      const why = this.#why(choice) ?? "";
      const made = make("p", {}, make("strong", {}, ...this.#text(choice)));
      if (told) told.removeAttribute("tabindex");
      list.append(make("li", {}, told, made, why));
    }
    return make("details", {}, make("summary", {}, this.host.words.best_way), list);
  }
}

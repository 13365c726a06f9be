// @ts-check
/** `kt-read`: at the end of a page, say that it has been read, and lead on along the chosen path. */

import { chosen } from "./chosen.js";
import { button, icon, make, wordsOf } from "./dom.js";
import { address, load } from "./handbook.js";
import { keptSteps, listen, peek, progressOf, stepsOf, stepsStore, tellProgress } from "./journey.js";
import { missing, nameOf, timeText } from "./pathcard.js";

/** @typedef {import("./handbook.js").Step} Step */

/**
 * Whether a step is about a page.
 *
 * @param {Step} step
 * @param {string} page
 * @param {import("./handbook.js").Handbook} facts
 */
function isAbout({ kind, ref }, page, facts) {
  if (kind === "quiz") return facts.quizzes[ref]?.page === page;
  return (kind === "page" || kind === "checklist") && ref === page;
}

class Reading {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.page = element.dataset.page ?? "";
    this.id = `page:${this.page}`;
    this.words = wordsOf(element.querySelector(".kt-words"));
    /** @type {import("./storage.js").Store | null} */
    this.store = null;
    /** The path that it belongs to. */
    this.path = "";
    const { words } = this;
    this.said = make("p", { class: "kt-read__said", role: "status" });
    this.mark = button("", words.path_read, () => this.#keep(true));
    this.unmark = button("kt-quiet", words.path_read_not, () => this.#keep(false));
    this.then = make("p", { class: "kt-read__then" });
    this.notice = make("p", { class: "kt-notice", hidden: "" });
    const ways = make("div", { class: "kt-read__ways" }, this.said, this.mark, this.unmark);
    this.frame = make("div", { class: "kt-read" }, ways, this.then, this.notice);
    element.append(this.frame);
  }

  async show() {
    const facts = chosen() && (await load());
    const mine = chosen();
    /** @type {import("./handbook.js").Path | undefined} */
    const path = facts?.paths[mine?.path ?? ""];
    const every = path ? stepsOf(path) : [];
    for (const said of this.element.querySelectorAll("[data-state=missing]")) said.remove();
    const ours = facts ? every.filter((step) => isAbout(step, this.page, facts)) : [];
    if (mine && !facts) this.element.append(missing(this.words));
    this.frame.hidden = !ours.length;
    this.element.hidden = !ours.length && (!mine || Boolean(facts));
    if (!mine || !facts || !path || !ours.length) return;
    // A change that could not be saved yet waits in the record that it was made to.
    if (this.path !== mine.path) this.store = stepsStore(mine.path);
    this.path = mine.path;
    const store = (this.store ??= stepsStore(mine.path));
    const data = { schema: 1, ...peek("steps", mine.path) };
    for (const change of store.pending.values()) change(data);
    const kept = keptSteps(mine.path, path, data);
    const { state = "", met = false } = progressOf(path, facts, kept).steps.get(this.id) ?? {};
    this.#marked(state, met);
    // What comes after this page, as if it had been read.
    const read = { ...kept, [this.id]: { done: true, at: Date.now() } };
    this.#then(progressOf(path, facts, read).next?.step);
  }

  /**
   * @param {string} state Where the step of this page stands; nothing where the path has none.
   * @param {boolean} met Whether it counts as read by its quiz.
   */
  #marked(state, met) {
    const done = state === "done";
    this.mark.hidden = !state || done;
    this.unmark.hidden = !done || met;
    const text = done ? this.words.path_read_done : "";
    if (this.said.textContent !== text) this.said.replaceChildren(...(done ? [icon("right"), text] : []));
    this.said.hidden = !done;
  }

  /** @param {Step | undefined} step */
  #then(step) {
    const { words } = this;
    if (!step) return this.then.replaceChildren(words.path_finished);
    const link = make("a", { href: address(step.url) }, nameOf(words, step));
    const time = step.minutes ? ` (${timeText(words, step.minutes)})` : "";
    this.then.replaceChildren(`${words.path_then} `, link, time);
  }

  /** @param {boolean} done */
  async #keep(done) {
    const state = this.store?.update(this.id, (data) => {
      data.steps = { ...data.steps, [this.id]: { done, at: Date.now(), by: "self" } };
    });
    this.notice.dataset.state = state ?? "ok";
    this.notice.textContent = this.words[`store_${state}`] ?? "";
    this.notice.hidden = !this.notice.textContent;
    await this.show();
    (done ? this.unmark : this.mark).focus();
    tellProgress();
  }
}

customElements.define(
  "kt-read",
  class extends HTMLElement {
    /** @type {Reading | undefined} */
    #reading;
    #life = new AbortController();

    async connectedCallback() {
      this.#life = new AbortController();
      const { signal } = this.#life;
      this.#reading ??= new Reading(this);
      const reading = this.#reading;
      await reading.show();
      this.dataset.ready = "";
      if (!signal.aborted) listen(() => reading.show(), signal);
    }

    disconnectedCallback() {
      this.#life.abort();
    }
  },
);

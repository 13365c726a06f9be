// @ts-check
/** `kt-practice`: asks again what is about to be forgotten. */

import { button, make, wordsOf } from "./dom.js";
import { load } from "./handbook.js";
import { Overview } from "./overview.js";
import { Recap } from "./recap.js";
import { present, reviews } from "./reviews.js";
import { Round } from "./round.js";
import { cards } from "./schedule.js";
import { Session } from "./session.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */

class Practice {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.words = wordsOf(element.querySelector(".kt-words"));
    /** @type {Handbook | null} */
    this.facts = null;
    this.session = new Session();
    this.status = make("p", { class: "kt-said", role: "status" });
    this.notice = make("p", { class: "kt-notice", hidden: "" });
    this.body = make("div", { class: "kt-practice__body" });
    this.overview = new Overview(this.words, (items) => this.#begin(items));
    this.round = new Round(this.words, this.session, {
      over: () => this.#over(),
      end: () => this.#over(),
      say: (text) => this.status.replaceChildren(make("span", {}, text)),
      warn: (state) => this.#warn(state),
    });
    this.recap = new Recap(this.words, {
      again: (items) => this.#begin(items),
      done: () => this.#home(true),
    });
    this.element = element;
  }

  async start() {
    this.element.replaceChildren(this.notice, this.body, this.status);
    await this.#load();
    this.element.dataset.ready = "";
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const changed = () => this.#follow();
    this.session.store.listen(changed, signal);
    reviews.listen(changed, signal);
    // A page that was left open overnight shows the new day.
    document.addEventListener("visibilitychange", changed, { signal });
  }

  async #load() {
    this.facts = await load();
    if (!this.facts) return this.#missing();
    const state = reviews.read().state;
    this.#warn(state === "ok" ? reviews.probe() : state);
    this.#warn(this.session.resume());
    if (this.session.running) await this.#ask(false);
    else this.#home(false);
  }

  /** The handbook's facts could not be had. */
  #missing() {
    const said = make("p", { role: "alert" }, this.words.practice_facts);
    const again = button("", this.words.practice_try, () => this.#load());
    this.body.replaceChildren(said, make("div", { class: "kt-result__ways" }, again));
  }

  /** Show where the reader stands, as the log says now. */
  #cards() {
    const { state, data } = reviews.read();
    if (state !== "ok") this.#warn(state);
    return this.facts ? present(cards(data.log, Date.now()), this.facts) : [];
  }

  /** @param {boolean} focus */
  #home(focus) {
    this.overview.show(this.#cards());
    this.#put(this.overview.element);
    if (focus) reach(this.overview.title);
  }

  /** @param {string[]} items */
  #begin(items) {
    this.#warn(this.session.begin(items));
    this.round.clear();
    this.#ask(true);
  }

  /** @param {boolean} focus */
  async #ask(focus) {
    this.#put(this.round.element);
    await this.round.show(/** @type {Handbook} */ (this.facts), focus);
  }

  /** Show what came of the session, and let it go. */
  #over() {
    const { running } = this.session;
    this.round.clear();
    const known = new Map(this.#cards().map((card) => [card.name, card]));
    const told = running && this.facts && this.recap.show(running, known, this.facts);
    this.#warn(this.session.end());
    if (!told) return this.#home(true);
    this.#put(this.recap.element);
    reach(this.recap.title);
  }

  /** Another tab, or another day, has changed something. */
  #follow() {
    if (!this.facts || document.hidden) return;
    const before = this.session.running;
    this.session.resume();
    if (this.session.running) {
      if (this.session.running.id !== before?.id) this.round.clear();
      this.#ask(false);
    } else if (this.body.firstChild !== this.recap.element) {
      this.round.clear();
      this.#home(false);
    }
  }

  /** @param {HTMLElement} part */
  #put(part) {
    if (this.body.firstChild !== part) this.body.replaceChildren(part);
  }

  /** @param {import("./storage.js").State} state */
  #warn(state) {
    // That something was set aside stays on the page; the next answer is saved all the same.
    if (state === "ok" && this.notice.dataset.state === "damaged") return;
    this.notice.dataset.state = state;
    this.notice.textContent = this.words[`store_${state}`] ?? "";
    this.notice.hidden = state === "ok";
  }
}

customElements.define(
  "kt-practice",
  class extends HTMLElement {
    /** @type {Promise<Practice> | undefined} */
    #practice;
    #life = new AbortController();

    async connectedCallback() {
      this.#life = new AbortController();
      const { signal } = this.#life;
      this.#practice ??= begin(this);
      const practice = await this.#practice;
      if (!signal.aborted) practice.listen(signal);
    }

    disconnectedCallback() {
      this.#life.abort();
    }
  },
);

/**
 * Bring the reader to a title.
 *
 * @param {HTMLElement} title
 */
function reach(title) {
  title.focus({ preventScroll: true });
  title.scrollIntoView();
}

/** @param {HTMLElement} element */
async function begin(element) {
  const practice = new Practice(element);
  await practice.start();
  return practice;
}

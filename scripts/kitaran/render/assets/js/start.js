// @ts-check
/**
 * `kt-start`: the chosen path's next step, where one begins the day.
 *
 * On the start page it stands on top, and below are the paths to choose from; on the home page it
 * takes the place of the door for those who are new. Without a choice the page stays the server's.
 */

import { choose, chosen, chosenStore } from "./chosen.js";
import { button, make, wordsOf } from "./dom.js";
import { address, load } from "./handbook.js";
import { keptSteps, listen, progressOf, tellProgress } from "./journey.js";
import { Card, countText, dayText, missing, nameOf } from "./pathcard.js";

/** @typedef {import("./handbook.js").Path} Path */
/** @typedef {import("./journey.js").Progress} Progress */

/** The card on the start page: nothing before a path is chosen. */
class Next {
  /**
   * @param {HTMLElement} element
   * @param {import("./dom.js").Words} words
   */
  constructor(element, words) {
    this.card = new Card(words);
    this.title = make("a", {});
    this.whole = make("a", { class: "md-button kt-quiet" }, words.path_whole);
    this.card.element.prepend(make("p", { class: "kt-path-card__path" }, this.title));
    this.card.ways.append(this.whole);
    this.card.warn("ok");
    element.append(this.card.element);
  }

  /**
   * @param {string} _id
   * @param {Path} path
   * @param {Progress} progress
   * @param {number} day
   */
  show(_id, path, progress, day) {
    this.title.textContent = path.title;
    this.title.href = this.whole.href = address(path.url);
    this.card.show(path, progress, day);
    this.card.element.hidden = false;
  }

  hide() {
    this.card.element.hidden = true;
  }
}

/** The paths to choose from. */
class List {
  /**
   * @param {HTMLElement} element
   * @param {import("./dom.js").Words} words
   */
  constructor(element, words) {
    this.words = words;
    this.store = chosenStore();
    this.notice = make("p", { class: "kt-notice", hidden: "" });
    element.append(this.notice);
    /** @type {Map<string, { mine: HTMLElement, take: HTMLElement }>} */
    this.ways = new Map();
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-path]"))) {
      this.#offer(item);
    }
    this.#warn(this.store.probe());
  }

  /** @param {string} id The path that is chosen; none where it is empty. */
  show(id) {
    for (const [path, { mine, take }] of this.ways) {
      mine.hidden = path !== id;
      take.hidden = path === id;
    }
  }

  hide() {
    this.show("");
  }

  /** @param {HTMLElement} item */
  #offer(item) {
    const { path = "" } = item.dataset;
    const link = /** @type {HTMLElement} */ (item.querySelector("a"));
    link.id = `kt-start-${path}`;
    const mine = make("span", { class: "kt-chip" }, this.words.path_yours);
    const take = button("kt-quiet", this.words.path_choose, () => {
      this.#warn(choose(this.store, path));
      link.focus();
      tellProgress();
    });
    take.setAttribute("aria-describedby", link.id);
    item.append(mine, take);
    this.ways.set(path, { mine, take });
  }

  /** @param {import("./storage.js").State} state */
  #warn(state) {
    this.notice.dataset.state = state;
    this.notice.textContent = this.words[`store_${state}`] ?? "";
    this.notice.hidden = state === "ok";
  }
}

/** The home page's first door. */
class Door {
  /**
   * @param {HTMLElement} element
   * @param {import("./dom.js").Words} words
   */
  constructor(element, words) {
    this.words = words;
    this.door = /** @type {HTMLAnchorElement} */ (element.querySelector("a"));
    this.href = this.door.href;
    this.said = [...this.door.childNodes];
  }

  /**
   * @param {string} _id
   * @param {Path} path
   * @param {Progress} progress
   * @param {number} day
   */
  show(_id, path, progress, day) {
    const { next } = progress;
    const { words } = this;
    const meter = make("progress", { class: "kt-progress__bar", "aria-hidden": "true" });
    meter.max = progress.total || 1;
    meter.value = progress.done;
    const what = next ? `${words.path_next}: ${nameOf(words, next.step)}` : words.path_finished;
    this.door.href = address(next ? next.step.url : path.url);
    this.door.replaceChildren(
      make("strong", {}, `${path.title} `),
      make("span", { class: "kt-door__next" }, `${what} `),
      make("span", {}, `${dayText(words, day, path)} · ${countText(words, progress)}`),
      meter,
    );
  }

  hide() {
    this.door.href = this.href;
    this.door.replaceChildren(...this.said);
  }
}

const LOOKS = { next: Next, list: List, door: Door };

customElements.define(
  "kt-start",
  class extends HTMLElement {
    /** @type {Next | List | Door | undefined} */
    #look;
    #words = wordsOf(null);
    #life = new AbortController();

    connectedCallback() {
      this.#life = new AbortController();
      if (!this.#look) {
        this.#words = wordsOf(this.querySelector(".kt-words"));
        const look = /** @type {keyof typeof LOOKS} */ (this.dataset.look);
        this.#look = new LOOKS[look](this, this.#words);
      }
      listen(() => this.#show(), this.#life.signal);
      this.#show();
    }

    disconnectedCallback() {
      this.#life.abort();
    }

    async #show() {
      for (const said of this.querySelectorAll("[data-state=missing]")) said.remove();
      const facts = chosen() && (await load());
      // Another choice may have been made while the facts were loading.
      const mine = chosen();
      const path = facts?.paths[mine?.path ?? ""];
      if (mine && facts && path) {
        const progress = progressOf(path, facts, keptSteps(mine.path, path));
        this.#look?.show(mine.path, path, progress, mine.day);
      } else {
        this.#look?.hide();
        if (mine && !facts) this.append(missing(this.#words));
      }
      this.dataset.ready = "";
    }
  },
);

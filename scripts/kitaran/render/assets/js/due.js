// @ts-check
/** `kt-due`: how many questions are to be reviewed today. It shows nothing where there are none. */

import { fill, wordsOf } from "./dom.js";
import { load } from "./handbook.js";
import { peek } from "./journey.js";
import { reviewStore } from "./records.js";

const store = reviewStore();

customElements.define(
  "kt-due",
  class extends HTMLElement {
    #life = new AbortController();

    connectedCallback() {
      this.#life = new AbortController();
      const { signal } = this.#life;
      const changed = () => count(this);
      store.listen(changed, signal);
      document.addEventListener("visibilitychange", changed, { signal });
      changed();
    }

    disconnectedCallback() {
      this.#life.abort();
    }
  },
);

/** @param {HTMLElement} element */
async function count(element) {
  // The scheduler is loaded for those only who have answered something.
  const { log } = peek("review", "log");
  if (document.hidden || !log) return;
  const words = wordsOf(element.querySelector(".kt-words"));
  const { cards, due } = await import("./schedule.js");
  const { present } = await import("./reviews.js");
  const now = Date.now();
  const every = due(cards(log, now), now);
  const facts = every.length ? await load() : null;
  const n = (facts ? present(every, facts) : every).length;
  const place = element.querySelector(".kt-due__count");
  if (place) place.textContent = n === 1 ? words.practice_due_one : fill(words.practice_due, { n });
  element.hidden = n === 0;
}

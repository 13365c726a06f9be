// @ts-check
/** `kt-quiz`: what makes a quiz's form live. */

import { Quiz } from "./sheet.js";

customElements.define(
  "kt-quiz",
  class extends HTMLElement {
    /** @type {Promise<Quiz> | undefined} */
    #quiz;
    #life = new AbortController();

    async connectedCallback() {
      this.#life = new AbortController();
      const { signal } = this.#life;
      this.#quiz ??= begin(this);
      const quiz = await this.#quiz;
      if (!signal.aborted) quiz.listen(signal);
    }

    disconnectedCallback() {
      this.#life.abort();
    }
  },
);

/**
 * Note which folds the reader opened: Material opens all of them to print, and would print the
 * answers with the questions.
 *
 * @param {Event} event
 */
function noteOpened({ target }) {
  const summary = target instanceof Element ? target.closest("summary") : null;
  const fold = summary?.parentElement;
  if (fold instanceof HTMLDetailsElement) fold.toggleAttribute("data-opened", !fold.open);
}

/** @param {HTMLElement} element */
async function begin(element) {
  element.addEventListener("click", noteOpened);
  const quiz = new Quiz(element);
  await quiz.start();
  return quiz;
}

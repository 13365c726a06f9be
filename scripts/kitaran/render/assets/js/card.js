// @ts-check
/**
 * `kt-card`: move between call cards with the arrow keys or a swipe, and share or print one. The
 * links and the words are on the page; this only makes them quicker to reach.
 */

import { make, wordsOf } from "./dom.js";

/** How far a finger moves, at least, in CSS pixels; and how much more sideways than up or down. */
const FAR = 60;
const SIDEWAYS = 2;

class Card {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.words = wordsOf(element.querySelector(".kt-words"));
    this.said = make("p", { role: "status" });
    const share = this.#button(this.words.cards_share, () => this.#share());
    const print = this.#button(this.words.cards_print, () => window.print());
    this.tools = make("div", { class: "kt-card__tools" }, share, print, this.said);
    element.querySelector(".kt-card")?.after(this.tools);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    document.addEventListener("keydown", (event) => this.#key(event), { signal });
    /** @type {Touch | null} */
    let from = null;
    const begin = (/** @type {TouchEvent} */ event) => {
      // Two fingers magnify the page; they do not leave it.
      from = event.touches.length === 1 ? event.touches[0] : null;
    };
    const end = (/** @type {TouchEvent} */ event) => {
      const to = event.changedTouches[0];
      const [x, y] = from ? [to.clientX - from.clientX, to.clientY - from.clientY] : [0, 0];
      from = null;
      if (Math.abs(x) < FAR || Math.abs(x) < SIDEWAYS * Math.abs(y)) return;
      // On a magnified page a finger pushes the page; on chosen text it chooses more of it.
      if ((window.visualViewport?.scale ?? 1) > 1.05 || String(getSelection())) return;
      this.#go(x < 0 ? "next" : "prev");
    };
    document.addEventListener("touchstart", begin, { signal, passive: true });
    document.addEventListener("touchend", end, { signal, passive: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === "ArrowRight") this.#go("next");
    if (event.key === "ArrowLeft") this.#go("prev");
  }

  /** @param {"next" | "prev"} rel */
  #go(rel) {
    const way = this.element.querySelector(`a[rel="${rel}"]`);
    if (way instanceof HTMLAnchorElement) location.assign(way.href);
  }

  async #share() {
    const url = location.href.split(/[?#]/)[0];
    const title = document.querySelector("h1")?.firstChild?.textContent ?? document.title;
    try {
      if (navigator.share) return await navigator.share({ title, url });
      await navigator.clipboard.writeText(url);
      this.said.textContent = this.words.cards_shared;
    } catch (error) {
      // Whoever closes the sheet of the telephone has changed their mind.
      if (error instanceof DOMException && error.name === "AbortError") return;
      this.#show(url);
    }
  }

  /**
   * Show the address to be copied by hand, where the browser copies nothing.
   *
   * @param {string} url
   */
  #show(url) {
    this.tools.querySelector("label")?.remove();
    const field = make("input", { readonly: "", value: url });
    this.tools.append(make("label", {}, this.words.cards_link, field));
    field.select();
  }

  /**
   * @param {string} label
   * @param {() => void} press
   */
  #button(label, press) {
    const made = make("button", { type: "button" }, label);
    made.addEventListener("click", press);
    return made;
  }
}

customElements.define(
  "kt-card",
  class extends HTMLElement {
    /** @type {Card | undefined} */
    #card;
    #life = new AbortController();

    connectedCallback() {
      this.#life = new AbortController();
      this.#card ??= new Card(this);
      this.#card.listen(this.#life.signal);
    }

    disconnectedCallback() {
      this.#life.abort();
    }
  },
);

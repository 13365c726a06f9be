// @ts-check
/** `kt-cards`: choose call cards from their index, and print them in one go, one card a sheet. */

import { button, fill, make, wordsOf } from "./dom.js";

/**
 * Fetch a card from its page.
 *
 * @param {HTMLAnchorElement} link
 * @returns {Promise<HTMLElement | null>} The sheet, or `null` where it cannot be had.
 */
async function sheet(link) {
  try {
    const response = await fetch(link.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const card = page.querySelector(".kt-card");
    if (!response.ok || !card) return null;
    const title = make("h2", { class: "kt-cards__title" }, link.textContent ?? "");
    return make("div", { class: "kt-cards__sheet" }, title, document.importNode(card, true));
  } catch {
    return null;
  }
}

class Cards {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.words = wordsOf(element.querySelector(".kt-words"));
    /** @type {Map<HTMLAnchorElement, HTMLInputElement>} */
    this.boxes = new Map();
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
      element.querySelectorAll("a[data-card]")
    )) {
      const box = make("input", { type: "checkbox", "aria-label": link.textContent ?? "" });
      box.autocomplete = "off";
      box.addEventListener("change", () => this.#count());
      link.before(make("label", {}, box));
      this.boxes.set(link, box);
    }
    this.go = button("md-button--primary", "", () => this.#print());
    const every = button("kt-quiet", this.words.cards_every, () => this.#all(true));
    const none = button("kt-quiet", this.words.cards_none, () => this.#all(false));
    this.said = make("p", { role: "status" });
    const tools = make("div", { class: "kt-cards__tools" }, this.go, every, none, this.said);
    if (this.boxes.size) element.append(tools);
    this.#count();
  }

  get #chosen() {
    return [...this.boxes].filter(([, box]) => box.checked).map(([link]) => link);
  }

  /** @param {boolean} chosen */
  #all(chosen) {
    for (const box of this.boxes.values()) box.checked = chosen;
    this.#count();
  }

  #count() {
    const n = this.#chosen.length;
    const { cards_print_one, cards_print_none, cards_print_chosen } = this.words;
    this.go.textContent =
      n === 0 ? cards_print_none : n === 1 ? cards_print_one : fill(cards_print_chosen, { n });
    this.go.disabled = n === 0;
  }

  async #print() {
    this.said.textContent = this.words.cards_fetching;
    this.go.disabled = true;
    const sheets = await Promise.all(this.#chosen.map(sheet));
    const there = sheets.filter((each) => each !== null);
    const lost = sheets.length - there.length;
    this.said.textContent = lost ? fill(this.words.cards_lost, { n: lost }) : "";
    this.#count();
    if (!there.length) return;
    const paper = make("div", { class: "kt-cards__paper" }, ...there);
    document.body.append(paper);
    document.body.classList.add("kt-printing");
    const over = () => {
      document.body.classList.remove("kt-printing");
      paper.remove();
    };
    window.addEventListener("afterprint", over, { once: true });
    window.print();
  }
}

customElements.define(
  "kt-cards",
  class extends HTMLElement {
    /** @type {Cards | undefined} */
    #cards;

    connectedCallback() {
      this.#cards ??= new Cards(this);
    }
  },
);

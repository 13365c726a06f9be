// @ts-check
/** `kt-scorecard`: judge on the page, and be told the band and what to do. */

import { button, fill, make, wordsOf } from "./dom.js";
import { isObject } from "./local.js";
import { Store } from "./storage.js";

/** @typedef {{ points: number, most: number, weight: number }} Judged One criterion that was judged. */

/**
 * Weigh what was judged: the weighted points as a share of the most that there is, in percent.
 *
 * @param {Judged[]} judged
 */
export function percentOf(judged) {
  const most = judged.reduce((sum, one) => sum + one.most * one.weight, 0);
  const points = judged.reduce((sum, one) => sum + one.points * one.weight, 0);
  return most ? (100 * points) / most : 0;
}

/** @param {import("./storage.js").Data} data */
const isCard = ({ picks = {}, about = "" }) => isObject(picks) && typeof about === "string";

class Scorecard {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.words = wordsOf(element.querySelector(".kt-words"));
    this.store = new Store("scorecard", element.dataset.card ?? "", isCard);
    this.criteria = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-criterion]"))];
    this.bands = [.../** @type {NodeListOf<HTMLTemplateElement>} */ (element.querySelectorAll("[data-band]"))];
    /** @type {Record<string, any> | null} What was cleared, until something is judged again. */
    this.cleared = null;
    const { words } = this;
    this.about = make("input", { type: "text", maxlength: "120", autocomplete: "off" });
    this.result = make("div", { class: "kt-scorecard__result", role: "status" });
    this.notice = make("p", { class: "kt-notice", hidden: "" });
    this.clear = button("kt-quiet", words.scorecard_reset, () => this.#clear());
    this.undo = button("kt-quiet", words.scorecard_undo, () => this.#undo());
    this.share = button("", words.scorecard_share, () => void this.#share());
    const print = button("kt-quiet", words.scorecard_print, () => window.print());
    const ways = make("div", { class: "kt-result__ways" }, this.share, print, this.clear, this.undo);
    const label = make("label", { class: "kt-scorecard__about" }, words.scorecard_for, this.about);
    element.querySelector("form")?.before(label);
    element.append(make("div", { class: "kt-result kt-controls" }, this.result, this.notice, ways));
    element.addEventListener("submit", (event) => event.preventDefault());
    element.addEventListener("input", () => this.#save());
    this.#load();
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.store.listen(() => this.#load(), signal);
  }

  /** @returns {Record<string, number>} What was picked, by criterion. */
  get picks() {
    const picked = this.criteria.map((criterion) => {
      const input = /** @type {HTMLInputElement | null} */ (criterion.querySelector("input:checked"));
      return /** @type {const} */ ([criterion.dataset.criterion ?? "", input ? Number(input.value) : NaN]);
    });
    return Object.fromEntries(picked.filter(([, points]) => Number.isFinite(points)));
  }

  #save() {
    this.cleared = null;
    this.#write(this.picks, this.about.value);
  }

  /**
   * @param {Record<string, number>} picks
   * @param {string} about
   */
  #write(picks, about) {
    const state = this.store.update("card", (data) => Object.assign(data, { picks, about, at: Date.now() }));
    this.#show(state);
  }

  #load() {
    const { state, data } = this.store.read();
    if (state === "ok") this.#put(data);
    this.#show(state);
  }

  /** @param {Record<string, any>} data */
  #put({ picks = {}, about = "" }) {
    for (const criterion of this.criteria) {
      const points = picks[criterion.dataset.criterion ?? ""];
      for (const input of criterion.querySelectorAll("input")) input.checked = Number(input.value) === points;
    }
    if (document.activeElement !== this.about) this.about.value = about;
  }

  #clear() {
    const cleared = { picks: this.picks, about: this.about.value };
    this.#put({});
    this.about.value = "";
    this.#write({}, "");
    this.cleared = cleared;
    this.#show(this.store.read().state);
    this.undo.focus();
  }

  #undo() {
    const { picks = {}, about = "" } = this.cleared ?? {};
    this.#put({ picks, about });
    this.cleared = null;
    this.#write(picks, about);
    this.clear.focus();
  }

  /** @returns {string[]} The band and what to do in it, when every criterion has been judged. */
  get verdict() {
    const { picks, criteria } = this;
    const judged = criteria.map((criterion) => {
      const levels = [...criterion.querySelectorAll("input")].map((input) => Number(input.value));
      const points = picks[criterion.dataset.criterion ?? ""] ?? NaN;
      return { points, most: Math.max(...levels), weight: Number(criterion.dataset.weight) };
    });
    const done = judged.filter(({ points }) => Number.isFinite(points)).length;
    if (done < judged.length) return [fill(this.words.scorecard_judged, { done, total: judged.length })];
    // Half a percent must not lift a result over the edge of a band that it has not reached.
    const percent = Math.floor(percentOf(judged) + 1e-9);
    const reached = this.bands.filter((band) => Number(band.dataset.band) <= percentOf(judged) + 1e-9);
    const band = reached[reached.length - 1];
    const title = band?.dataset.title ?? "";
    const line = fill(this.words.scorecard_result, { percent, title });
    return [line, band?.content.textContent?.trim() ?? ""];
  }

  /** @param {import("./storage.js").State} state */
  #show(state) {
    const [first, action] = this.verdict;
    const lines = [make("p", {}, make("strong", {}, first)), ...(action ? [make("p", {}, action)] : [])];
    this.result.replaceChildren(...lines);
    const begun = Object.keys(this.picks).length > 0 || this.about.value !== "";
    this.share.hidden = !action;
    this.clear.hidden = !begun;
    this.undo.hidden = begun || this.cleared === null;
    this.notice.textContent = this.words[`store_${state}`] ?? "";
    this.notice.hidden = state === "ok";
  }

  /** Hand the result on as text: by what the device offers, or by the clipboard. */
  async #share() {
    const title = document.querySelector("h1")?.firstChild?.textContent?.trim() ?? "";
    const text = [title, this.about.value, ...this.verdict].filter(Boolean).join("\n");
    try {
      if (navigator.share) await navigator.share({ text });
      else {
        await navigator.clipboard.writeText(text);
        this.notice.textContent = this.words.scorecard_copied;
        this.notice.hidden = false;
      }
    } catch {
      // Whoever closes the device's own dialog has changed their mind.
    }
  }
}

customElements.define(
  "kt-scorecard",
  class extends HTMLElement {
    /** @type {Scorecard | undefined} */
    #card;
    #life = new AbortController();

    connectedCallback() {
      this.#life = new AbortController();
      this.#card ??= new Scorecard(this);
      this.#card.listen(this.#life.signal);
    }

    disconnectedCallback() {
      this.#life.abort();
    }
  },
);

// @ts-check
/** One step on the page of a path: its tick or its mark, and what can be done about it. */

import { dateText } from "./dates.js";
import { button, fill, icon, make } from "./dom.js";
import { askSignature, signatureText } from "./signoff.js";

/** @typedef {import("./journey.js").Standing} Standing */
/** @typedef {import("./journey.js").Entry} Entry */

/**
 * @typedef {object} Host What a step needs of its page.
 * @property {import("./dom.js").Words} words
 * @property {number | null} least The score that a certificate asks of a role-play, in percent.
 * @property {(step: import("./handbook.js").Step, entry: Entry) => void} keep
 */

export class StepLine {
  /**
   * @param {HTMLElement} element The server's line.
   * @param {Standing} standing
   * @param {Host} host
   */
  constructor(element, standing, host) {
    this.element = element;
    this.words = host.words;
    this.host = host;
    this.step = standing.step;
    this.standing = standing;
    /** @type {Entry | null} What was withdrawn, until the page is left. */
    this.withdrawn = null;
    this.box = /** @type {HTMLInputElement} */ (element.querySelector("input"));
    this.after = /** @type {HTMLElement | null} */ (element.querySelector(".kt-step__after"));
    this.mark = make("span", { class: "kt-step__mark" });
    this.badge = make("strong", { class: "kt-step__badge", hidden: "" }, host.words.path_next);
    this.said = make("span", {});
    this.sign = button("kt-quiet", host.words.sign_submit, () => this.#sign());
    this.withdraw = button("kt-quiet", host.words.path_withdraw, () => this.#withdraw());
    this.undo = button("kt-quiet", host.words.path_back, () => this.#undo());
    this.state = make("p", { class: "kt-step__state" }, this.said, this.sign, this.withdraw, this.undo);
    this.#build();
  }

  /** Pages keep their box; what cannot be ticked by hand gets a mark in its place. */
  #build() {
    const { element, box, step } = this;
    const label = element.querySelector("label");
    const text = label?.querySelector("span");
    text?.prepend(this.badge);
    element.append(this.state);
    if (text) text.id = `${element.id}-name`;
    for (const one of [this.sign, this.withdraw, this.undo]) {
      one.setAttribute("aria-describedby", `${element.id}-name`);
    }
    if (step.kind === "page" && !step.sign_off) {
      box.addEventListener("change", () => this.#keep({ done: box.checked, by: "self" }));
      return;
    }
    element.dataset.marked = "";
    box.disabled = true;
    label?.prepend(this.mark);
  }

  /** @param {Standing} standing */
  show(standing) {
    const { element, words } = this;
    this.standing = standing;
    const done = standing.state === "done";
    if (done) this.withdrawn = null;
    element.dataset.state = standing.state;
    this.box.checked = done;
    this.badge.hidden = standing.state !== "next";
    this.mark.replaceChildren(...(done ? [icon("right"), make("span", { class: "kt-said" }, words.path_done)] : []));
    const signed = !["page", "quiz", "checklist"].includes(this.step.kind) || Boolean(this.step.sign_off);
    const ours = standing.entry !== null && (signed || (this.step.kind !== "page" && !standing.met));
    this.said.textContent = this.#text(standing, signed);
    // Who is to sign need not be said where it is said who did.
    this.said.classList.toggle("kt-signed", signed && ours);
    this.sign.hidden = !signed || standing.entry !== null;
    this.withdraw.hidden = !ours;
    this.undo.hidden = this.withdrawn === null;
    this.state.hidden = [...this.state.children].every(
      (child) => /** @type {HTMLElement} */ (child).hidden || !child.textContent,
    );
    this.#waits(standing);
  }

  /**
   * @param {Standing} standing
   * @param {boolean} signed Whether it takes a signature.
   */
  #text({ entry, met, percent, items }, signed) {
    const { words } = this;
    if (this.withdrawn) return words.path_withdrawn;
    const passed = met && percent !== undefined ? fill(words.path_passed, { percent }) : "";
    const ticked = items?.[0] ? fill(words.path_items, { done: items[0], total: items[1] }) : "";
    const by = entry && (signed || (this.step.kind !== "page" && !met));
    return [passed, ticked, by ? signatureText(entry, words, dateText) : ""].filter(Boolean).join(" · ");
  }

  /**
   * Name what is to be done first; what is done of it is left out.
   *
   * @param {Standing} standing
   */
  #waits({ state, first }) {
    if (!this.after) return;
    const open = new Set(first.map(({ id }) => id));
    this.after.hidden = state === "done" || !open.size;
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (this.after.querySelectorAll("[data-after]"))) {
      one.hidden = !open.has(one.dataset.after ?? "");
    }
  }

  #sign() {
    askSignature(this.element, this.step, this.words, this.host.least, (entry) => {
      this.#keep(entry);
      this.withdraw.focus();
    });
  }

  #withdraw() {
    this.withdrawn = this.standing.entry;
    this.#keep({ done: false });
    this.undo.focus();
  }

  #undo() {
    const back = this.withdrawn;
    this.withdrawn = null;
    if (back) this.#keep(back);
    this.withdraw.focus();
  }

  /** @param {Partial<Entry> & { done: boolean }} entry */
  #keep(entry) {
    this.host.keep(this.step, { ...entry, at: Date.now() });
  }
}

// @ts-check
/**
 * Pieces in a tray, and slots to put them in: pressed one after the other, by mouse, finger or
 * keyboard, or dragged there.
 */

import { fill, make } from "./dom.js";
import { draggable, grip } from "./drag.js";

/** @typedef {import("./question.js").Controls} Controls */
/** @typedef {{ value: string, text: Node[] }} Side A side of a pair, and what it says. */

const NEXT = ["ArrowDown", "ArrowRight"];
const BACK = ["ArrowUp", "ArrowLeft"];

export class Board {
  /**
   * @param {string} id What the ids of its parts begin with.
   * @param {Side[]} lefts
   * @param {Side[]} rights
   * @param {Controls} host
   */
  constructor(id, lefts, rights, host) {
    this.host = host;
    this.lefts = lefts;
    this.rights = rights;
    /** @type {Map<string, string>} What was put where: right sides by left ones. */
    this.placed = new Map();
    /** @type {HTMLButtonElement | null} The piece or slot that was pressed first. */
    this.held = null;
    this.locked = false;
    const press = { type: "button" };
    this.pieces = rights.map(({ value }) =>
      make("button", { ...press, class: "kt-place", "data-right": value }),
    );
    this.tray = make("ul", { class: "kt-tray", "aria-label": host.words.tray });
    this.tray.append(...this.pieces.map((piece) => make("li", {}, piece)));
    this.slots = lefts.map(({ value }, at) => {
      const own = `${id}-slot-${at}`;
      const names = `${id}-left-${at} ${own}`;
      const about = { class: "kt-slot", id: own, "data-left": value, "aria-labelledby": names };
      return make("button", { ...press, ...about });
    });
    this.rows = make("ul", { class: "kt-rows" });
    for (const [at, { text }] of lefts.entries()) {
      const left = make("span", { class: "kt-row__left", id: `${id}-left-${at}` }, ...text);
      this.rows.append(make("li", { class: "kt-row" }, left, this.slots[at]));
    }
    const how = make("p", { class: "kt-question__how" }, host.words.match_live);
    this.element = make("div", { class: "kt-live kt-match" }, how, this.tray, this.rows);
    this.#listen();
    this.draw();
  }

  #listen() {
    for (const button of [...this.pieces, ...this.slots]) {
      button.addEventListener("click", () => this.#press(button));
    }
    this.element.addEventListener("keydown", (event) => this.#key(event));
    draggable(this.element, {
      item: (target) => (this.locked ? null : (target.closest("button")?.querySelector(".kt-piece") ?? null)),
      over: (_, under) => this.#over(under),
      drop: (item, under) => {
        const from = /** @type {HTMLButtonElement} */ (item.closest("button"));
        const slot = under?.closest(".kt-slot");
        if (slot instanceof HTMLButtonElement && this.slots.includes(slot)) this.#move(from, slot);
        else if (under && this.tray.contains(under)) this.#putBack(from);
      },
    });
  }

  /** The pairs that were made, in the order of the left sides. */
  get pairs() {
    const filled = this.lefts.filter(({ value }) => this.placed.has(value));
    return filled.map(({ value }) => [value, this.placed.get(value)]);
  }

  /** @param {[string, string][]} pairs */
  put(pairs) {
    this.placed = new Map(pairs);
    this.held = null;
    this.draw();
  }

  /** @param {string[]} values The right sides in the order in which the tray shows them. */
  arrange(values) {
    for (const value of values) {
      const piece = this.pieces.find((one) => one.dataset.right === value);
      if (piece?.parentElement) this.tray.append(piece.parentElement);
    }
  }

  /** Bring the buttons up to date. */
  draw() {
    const { held, locked, host } = this;
    this.element.toggleAttribute("data-locked", locked);
    this.element.toggleAttribute("data-held", Boolean(held));
    for (const piece of this.pieces) {
      const value = piece.dataset.right ?? "";
      const used = [...this.placed.values()].includes(value);
      const back = used && held !== null && this.#holding(held) === value;
      piece.disabled = locked || (used && !back);
      piece.toggleAttribute("data-used", used);
      piece.setAttribute("aria-pressed", String(piece === held));
      if (back) piece.setAttribute("aria-label", fill(host.words.put_back, { text: this.#said(value) }));
      else piece.removeAttribute("aria-label");
      piece.replaceChildren(this.#piece(value));
    }
    for (const slot of this.slots) {
      const value = this.#holding(slot);
      slot.disabled = locked;
      slot.toggleAttribute("data-empty", !value);
      slot.setAttribute("aria-pressed", String(slot === held));
      const empty = held && held !== slot ? host.words.put_here : host.words.slot_empty;
      slot.replaceChildren(value ? this.#piece(value) : make("span", {}, locked ? "–" : empty));
    }
  }

  /** @param {string} value */
  #piece(value) {
    const { text } = /** @type {Side} */ (this.rights.find((right) => right.value === value));
    const said = make("span", {}, ...text.map((node) => node.cloneNode(true)));
    return make("span", { class: "kt-piece" }, grip(), said);
  }

  /**
   * Give the right side that a button stands for.
   *
   * @param {HTMLButtonElement} button
   */
  #holding({ dataset }) {
    return dataset.right ?? this.placed.get(dataset.left ?? "");
  }

  /** @param {string | undefined} value */
  #said(value) {
    const side = [...this.rights, ...this.lefts].find((one) => one.value === value);
    return (side?.text ?? []).map((node) => node.textContent).join("").trim();
  }

  /** @param {HTMLButtonElement} button */
  #press(button) {
    const { held } = this;
    if (!held) this.#take(button);
    else if (held === button) this.#letGo();
    else this.#move(held, button);
  }

  /** @param {HTMLButtonElement} button */
  #take(button) {
    this.held = button;
    const value = this.#holding(button);
    const word = value ? this.host.words.picked_up : this.host.words.slot_waits;
    this.draw();
    this.host.say(fill(word, { text: this.#said(value ?? button.dataset.left) }));
  }

  #letGo() {
    this.held = null;
    this.draw();
    this.host.say(this.host.words.let_go);
  }

  /**
   * Bring two places together: a piece into a slot, or what is in two slots to each other's place.
   *
   * @param {HTMLButtonElement} from
   * @param {HTMLButtonElement} to
   */
  #move(from, to) {
    const [one, other] = [this.#holding(from), this.#holding(to)];
    if (from === to) return this.draw();
    const slots = [from, to].filter((button) => this.slots.includes(button));
    if (!slots.length || (!one && !other)) return this.#take(to);
    if (slots.length < 2 && one === other) return this.#putBack(slots[0]);
    if (slots.length === 2) {
      this.#set(from, other);
      this.#set(to, one);
    } else this.#set(slots[0], slots[0] === to ? one : other);
    const at = slots.includes(to) ? to : from;
    const words = { text: this.#said(this.#holding(at)), place: this.#said(at.dataset.left) };
    this.#done(this.#holding(at) ? at : from, fill(this.host.words.placed, words));
  }

  /**
   * @param {HTMLButtonElement} slot
   * @param {string | undefined} value
   */
  #set({ dataset }, value) {
    if (value) this.placed.set(dataset.left ?? "", value);
    else this.placed.delete(dataset.left ?? "");
  }

  /** @param {HTMLButtonElement} slot */
  #putBack(slot) {
    const value = this.#holding(slot);
    if (!value || !this.slots.includes(slot)) return;
    this.#set(slot, undefined);
    const piece = this.pieces.find((one) => one.dataset.right === value);
    const focus = this.held === slot && piece ? piece : slot;
    this.#done(focus, fill(this.host.words.returned, { text: this.#said(value) }));
  }

  /**
   * @param {HTMLButtonElement} place Where the focus goes.
   * @param {string} said
   */
  #done(place, said) {
    this.held = null;
    this.draw();
    place.focus({ preventScroll: true });
    this.host.changed();
    this.host.say(said);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const here = document.activeElement;
    if (this.locked || !(here instanceof HTMLButtonElement)) return;
    const step = NEXT.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
    if (step) {
      const stops = this.#stops();
      const at = stops.indexOf(here);
      const next = at < 0 ? (step > 0 ? 0 : stops.length - 1) : (at + step + stops.length) % stops.length;
      stops[next]?.focus();
    } else if (event.key === "Escape" && this.held) this.#letGo();
    else if (["Delete", "Backspace"].includes(event.key) && this.#holding(here)) this.#putBack(here);
    else return;
    event.preventDefault();
  }

  /** List where the arrow keys lead: where what is held may go, or else everywhere. */
  #stops() {
    const { held } = this;
    const enabled = [...this.pieces, ...this.slots].filter((one) => !one.disabled);
    // The tray may show its pieces in another order.
    const shown = enabled.sort((one, other) => (precedes(one, other) ? -1 : 1));
    if (!held) return shown;
    if (!this.#holding(held)) return shown.filter((one) => one !== held);
    return shown.filter((one) => this.slots.includes(one) || "used" in one.dataset);
  }

  /** @param {Element | null} under */
  #over(under) {
    for (const slot of this.slots) slot.toggleAttribute("data-over", under !== null && slot.contains(under));
  }
}

/**
 * @param {Node} one
 * @param {Node} other
 */
function precedes(one, other) {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

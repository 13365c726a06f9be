// @ts-check
/** A list to bring into an order: by its buttons, with the arrow keys, or by dragging. */

import { button, fill, icon, make } from "./dom.js";
import { draggable, grip } from "./drag.js";

/** @typedef {import("./question.js").Controls} Controls */

/** @type {Record<string, (place: number, last: number) => number>} Where a key brings an item. */
const KEYS = {
  ArrowUp: (place) => place - 1,
  ArrowDown: (place) => place + 1,
  Home: () => 0,
  End: (_place, last) => last,
};

export class Sorter {
  /**
   * @param {HTMLElement[]} items In the order to begin with; each has its value in `data-item`.
   * @param {Controls} host
   */
  constructor(items, host) {
    this.host = host;
    this.first = items.map((item) => item.dataset.item ?? "");
    /** Whether the order is an answer: something was moved, or it was said to be meant. */
    this.touched = false;
    this.locked = false;
    this.list = make("ol", { class: "kt-sort" }, ...items.map((item) => this.#item(item)));
    this.mine = button("kt-quiet", host.words.order_mine, () => this.#keep());
    const how = make("p", { class: "kt-question__how" }, host.words.order_live);
    this.element = make("div", { class: "kt-live kt-order" }, how, this.list, this.mine);
    draggable(this.list, {
      item: (target) => (this.locked || target.closest("button") ? null : target.closest(".kt-sort__item")),
      over: (item, under, y) => this.#over(item, under, y),
      drop: (item, under, y) => {
        const place = this.#place(item, under, y);
        if (place !== null) this.#move(item, place);
      },
    });
    this.#draw();
  }

  /** The items in their order. */
  get items() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll(".kt-sort__item"))];
  }

  get order() {
    return this.items.map((item) => item.dataset.item ?? "");
  }

  /**
   * Begin with this order, where nothing has been moved.
   *
   * @param {string[]} values
   */
  begin(values) {
    this.first = values;
    if (!this.touched) this.put(null);
  }

  /** @param {string[] | null} values `null` for the order to begin with. */
  put(values) {
    this.touched = values !== null;
    const order = values ?? this.first;
    const { items } = this;
    // What stands where it should is left alone, and with it the focus.
    if (this.order.join() !== order.join()) {
      this.list.append(...order.flatMap((value) => items.filter((item) => item.dataset.item === value)));
    }
    this.#draw();
  }

  /** @param {boolean} locked */
  lock(locked) {
    this.locked = locked;
    this.element.toggleAttribute("data-locked", locked);
    this.#draw();
  }

  /** @param {HTMLElement} source */
  #item(source) {
    const said = source.textContent?.trim() ?? "";
    const parts = [...source.childNodes].map((node) => node.cloneNode(true));
    const text = make("span", { class: "kt-sort__text" }, ...parts);
    const item = make("li", { class: "kt-sort__item", "data-item": source.dataset.item ?? "" });
    const way = (/** @type {"up" | "down"} */ name, /** @type {number} */ step) => {
      const label = fill(name === "up" ? this.host.words.move_up : this.host.words.move_down, { text: said });
      const made = make("button", { type: "button", class: "kt-sort__way", "aria-label": label }, icon(name));
      made.addEventListener("click", () => this.#move(item, this.items.indexOf(item) + step, made));
      return made;
    };
    const ways = make("span", { class: "kt-sort__ways" }, way("up", -1), way("down", 1));
    item.append(grip(), text, ways);
    item.addEventListener("keydown", (event) => {
      const go = KEYS[event.key];
      if (!go || event.ctrlKey || event.metaKey || event.altKey || this.locked) return;
      event.preventDefault();
      const focus = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
      this.#move(item, go(this.items.indexOf(item), this.items.length - 1), focus);
    });
    return item;
  }

  /**
   * @param {HTMLElement} item
   * @param {number} to Its new place, from nought; one beyond the ends is none.
   * @param {HTMLElement} [focus] What has the focus, and keeps it.
   */
  #move(item, to, focus) {
    const { items } = this;
    const from = items.indexOf(item);
    if (this.locked || to < 0 || to >= items.length || to === from) return;
    if (to > from) items[to].after(item);
    else items[to].before(item);
    focus?.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
    this.touched = true;
    this.#draw();
    this.host.changed();
    const text = item.querySelector(".kt-sort__text")?.textContent ?? "";
    this.host.say(fill(this.host.words.moved, { text, n: to + 1, total: items.length }));
  }

  /** Take the order as it stands for the answer. */
  #keep() {
    this.touched = true;
    // The button goes, and the focus must not go with it.
    this.items[0].querySelector("button")?.focus({ preventScroll: true });
    this.#draw();
    this.host.changed();
    this.host.say(this.host.words.order_kept);
  }

  #draw() {
    const { items } = this;
    this.mine.hidden = this.touched || this.locked;
    for (const [place, item] of items.entries()) {
      const [up, down] = item.querySelectorAll("button");
      // Not `disabled`: the focus would be lost where an item reaches its end.
      up.setAttribute("aria-disabled", String(place === 0));
      down.setAttribute("aria-disabled", String(place === items.length - 1));
    }
  }

  /**
   * Find the place where an item would come to stand.
   *
   * @param {HTMLElement} item
   * @param {Element | null} under
   * @param {number} y
   */
  #place(item, under, y) {
    const { items } = this;
    const target = under?.closest(".kt-sort__item");
    const at = target instanceof HTMLElement ? items.indexOf(target) : -1;
    if (!target || at < 0) return null;
    const box = target.getBoundingClientRect();
    const before = at + Number(y > box.top + box.height / 2);
    const from = items.indexOf(item);
    return from < before ? before - 1 : before;
  }

  /**
   * Show where an item would come to stand.
   *
   * @param {HTMLElement} item
   * @param {Element | null} under
   * @param {number} y
   */
  #over(item, under, y) {
    const { items } = this;
    const place = under && this.#place(item, under, y);
    const from = items.indexOf(item);
    for (const [at, one] of items.entries()) {
      if (place === null || place === from || at !== place) delete one.dataset.drop;
      else one.dataset.drop = place > from ? "after" : "before";
    }
  }
}

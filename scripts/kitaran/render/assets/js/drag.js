// @ts-check
/**
 * Drag things with a mouse, a pen or a finger. There is always another way to do the same.
 *
 * A finger takes things by their handle only, as elsewhere it scrolls the page.
 */

import { icon } from "./dom.js";

/**
 * @typedef {object} On
 * @property {(target: Element) => HTMLElement | null} item What is dragged when it is taken here.
 * @property {(item: HTMLElement, under: Element | null, y: number) => void} over What is below the
 *   pointer now, and how far down the window it is; `null` when the drag has ended.
 * @property {(item: HTMLElement, under: Element | null, y: number) => void} drop
 */

/** How far the pointer moves, in pixels, before a press becomes a drag. */
const FAR = 5;
/** How near to the edge of the window, in pixels, the page begins to scroll, and how fast. */
const EDGE = 48;
const SPEED = 10;

/** Make a handle. It is for pointers only: the controls beside it do the same. */
export function grip() {
  const made = document.createElement("span");
  made.className = "kt-grip";
  made.append(icon("grip"));
  return made;
}

/**
 * Let things be dragged.
 *
 * @param {HTMLElement} root What they are in.
 * @param {On} on
 */
export function draggable(root, on) {
  root.addEventListener("pointerdown", (event) => {
    const { target } = event;
    if (!(target instanceof Element) || event.button !== 0 || !event.isPrimary) return;
    if (event.pointerType !== "mouse" && !target.closest(".kt-grip")) return;
    const item = on.item(target);
    if (item) new Drag(item, event, on);
  });
}

class Drag {
  #life = new AbortController();
  #begun = false;

  /**
   * @param {HTMLElement} item
   * @param {PointerEvent} start
   * @param {On} on
   */
  constructor(item, start, on) {
    this.item = item;
    this.on = on;
    this.id = start.pointerId;
    this.from = { x: start.pageX, y: start.pageY };
    this.at = { x: start.clientX, y: start.clientY };
    const { signal } = this.#life;
    window.addEventListener("pointermove", (event) => this.#move(event), { signal });
    window.addEventListener("pointerup", (event) => this.#up(event), { signal });
    window.addEventListener("pointercancel", () => this.#end(), { signal });
    window.addEventListener("keydown", (event) => this.#key(event), { signal, capture: true });
  }

  /** What is below the pointer; the dragged thing itself lets the pointer through. */
  get under() {
    return document.elementFromPoint(this.at.x, this.at.y);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerId !== this.id) return;
    this.at = { x: event.clientX, y: event.clientY };
    if (!this.#begun) {
      if (Math.hypot(event.pageX - this.from.x, event.pageY - this.from.y) < FAR) return;
      this.#begun = true;
      this.item.dataset.dragged = "";
      this.#scroll();
    }
    this.#follow();
  }

  #follow() {
    // What was drawn anew meanwhile cannot be dragged any further.
    if (!this.item.isConnected) return this.#end();
    this.item.style.setProperty("--kt-x", `${this.at.x + window.scrollX - this.from.x}px`);
    this.item.style.setProperty("--kt-y", `${this.at.y + window.scrollY - this.from.y}px`);
    this.on.over(this.item, this.under, this.at.y);
  }

  /** Scroll the page while the pointer is at the edge of the window. */
  #scroll() {
    if (this.#life.signal.aborted) return;
    const { y } = this.at;
    const way = y < EDGE ? -SPEED : y > window.innerHeight - EDGE ? SPEED : 0;
    if (way) {
      window.scrollBy({ top: way, behavior: "instant" });
      this.#follow();
    }
    requestAnimationFrame(() => this.#scroll());
  }

  /** @param {PointerEvent} event */
  #up(event) {
    if (event.pointerId !== this.id) return;
    const { under, at } = this;
    const begun = this.#begun;
    this.#end();
    if (!begun) return;
    noClick();
    this.on.drop(this.item, under, at.y);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape" || !this.#begun) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  }

  #end() {
    this.#life.abort();
    delete this.item.dataset.dragged;
    this.item.style.removeProperty("--kt-x");
    this.item.style.removeProperty("--kt-y");
    if (this.#begun) this.on.over(this.item, null, 0);
  }
}

/** Swallow the click that a browser makes of the end of a drag. */
function noClick() {
  const swallow = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
}

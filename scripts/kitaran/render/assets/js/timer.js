// @ts-check
/**
 * The time of a test. It warns before the end, and more time can be had then: a limit that cannot
 * be extended shuts people out (WCAG 2.2, success criterion 2.2.1).
 */

import { dialog, open } from "./dialog.js";
import { fill, make } from "./dom.js";

/** How long before the end it warns, in seconds: enough to read it and to press a key. */
const WARNING = 60;

export class Timer {
  /**
   * @param {import("./dom.js").Words} words
   * @param {{ end: number, extend: () => number, over: () => void, say: (text: string) => void }} on
   *   `end` is when it ends, in milliseconds since 1970; `extend` gives the new one; `over` hands in.
   */
  constructor(words, on) {
    this.words = words;
    this.on = on;
    this.end = on.end;
    this.warned = false;
    this.element = make("p", { class: "kt-timer", role: "timer" });
    /** @type {HTMLDialogElement | null} */
    this.box = null;
    this.clock = window.setInterval(() => this.#tick(), 500);
    this.#tick();
  }

  /** What is left, in whole seconds. */
  get left() {
    return Math.max(0, Math.ceil((this.end - Date.now()) / 1000));
  }

  /**
   * Go by another end: more time was taken in another tab.
   *
   * @param {number} end In milliseconds since 1970.
   */
  follow(end) {
    if (end === this.end) return;
    this.end = end;
    this.warned = false;
    this.box?.close();
    this.#tick();
  }

  stop() {
    window.clearInterval(this.clock);
    this.box?.close();
  }

  #tick() {
    const { left } = this;
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    const text = fill(this.words.time_left, { time });
    if (this.element.textContent !== text) this.element.textContent = text;
    this.element.dataset.late = String(left <= WARNING);
    if (!this.element.isConnected) return;
    if (left === 0) this.#ask(this.words.time_over);
    else if (left <= WARNING && !this.warned) {
      this.warned = true;
      this.#ask(fill(this.words.time_warning, { n: left }));
    }
  }

  /** @param {string} title */
  #ask(title) {
    const over = this.left === 0;
    // The warning gives way to the news that the time is over.
    if (this.box?.isConnected) {
      if (!over || this.box.dataset.over) return;
      this.box.close();
    }
    const more = { label: this.words.time_more, press: () => this.#extend(), main: true };
    const go = over
      ? { label: this.words.hand_in, press: this.on.over }
      : { label: this.words.go_on };
    const quiz = this.element.closest("kt-quiz") ?? document.body;
    this.box = open(quiz, dialog(title, [], [more, go]));
    if (over) this.box.dataset.over = "";
    // Closing it otherwise must not leave a test that nobody can hand in.
    if (over) this.box.addEventListener("cancel", (event) => event.preventDefault());
    this.on.say(title);
  }

  #extend() {
    this.end = this.on.extend();
    this.warned = false;
    this.#tick();
  }
}

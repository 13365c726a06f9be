// @ts-check
/** What the page of a path, the start page and the end of a page say of a path in the same way. */

import { fill, make } from "./dom.js";
import { address } from "./handbook.js";

/** @typedef {import("./dom.js").Words} Words */
/** @typedef {import("./handbook.js").Path} Path */
/** @typedef {import("./handbook.js").Step} Step */
/** @typedef {import("./journey.js").Progress} Progress */

let made = 0;

/** From how many minutes on only hours are told: more would claim what nobody knows. */
const LONG = 600;

/**
 * Write a length of time.
 *
 * @param {Words} words
 * @param {number} minutes
 */
export function timeText(words, minutes) {
  if (minutes > LONG) return fill(words.time_hours, { h: Math.round(minutes / 60) });
  const [h, n] = [Math.floor(minutes / 60), minutes % 60];
  if (!h) return fill(words.time_minutes, { n });
  return fill(n ? words.time_both : words.time_hours, { h, n });
}

/**
 * Name a step: `Quiz: Closing`. Of a task, its first sentence is enough.
 *
 * @param {Words} words
 * @param {Step} step
 */
export function nameOf(words, { kind, title }) {
  return `${words[`step_${kind}`]}: ${title.split(/(?<=[.!?])\s/, 1)[0]}`;
}

/**
 * Say which day of a path it is.
 *
 * @param {Words} words
 * @param {number} day
 * @param {Path} path
 */
export function dayText(words, day, { days }) {
  return fill(day > days ? words.path_day_over : words.path_day, { day, days });
}

/**
 * Say how many steps are done.
 *
 * @param {Words} words
 * @param {Progress} progress
 */
export function countText(words, { done, total, percent }) {
  return fill(words.path_count, { done, total, percent });
}

/** What stands above a path, or above those to choose from. */
export class Card {
  /** @param {Words} words */
  constructor(words) {
    this.words = words;
    this.count = make("p", { class: "kt-progress__count", id: `kt-path-count-${++made}`, role: "status" });
    this.meter = make("progress", { class: "kt-progress__bar", "aria-labelledby": this.count.id });
    this.facts = make("p", { class: "kt-path-card__facts" });
    this.label = make("p", { class: "kt-path-card__label" }, words.path_next);
    this.title = make("p", { class: "kt-path-card__title" });
    this.go = make("a", { class: "md-button md-button--primary" }, words.path_open);
    this.ways = make("div", { class: "kt-path-card__ways" }, this.go);
    this.next = make("div", { class: "kt-path-card__next" }, this.label, this.title, this.ways);
    this.notice = make("p", { class: "kt-notice" });
    const head = make("div", { class: "kt-path-card__head" }, this.count, this.facts);
    this.element = make("div", { class: "kt-path-card" }, head, this.meter, this.next, this.notice);
  }

  /**
   * @param {Path} path
   * @param {Progress} progress
   * @param {number | null} day Which day it is, for whoever is on the path.
   */
  show(path, progress, day) {
    const { words } = this;
    const { next } = progress;
    // A text that is read out when it changes is not written again as it was.
    const count = countText(words, progress);
    if (this.count.textContent !== count) this.count.textContent = count;
    this.meter.max = progress.total || 1;
    this.meter.value = progress.done;
    const left = fill(words.path_left, { time: timeText(words, progress.minutes) });
    const facts = [day === null ? "" : dayText(words, day, path), progress.minutes ? left : ""];
    this.facts.textContent = facts.filter(Boolean).join(" · ");
    this.label.hidden = this.go.hidden = !next;
    this.title.textContent = next ? nameOf(words, next.step) : words.path_finished;
    if (!next) return;
    this.go.href = address(next.step.url);
    const { minutes } = next.step;
    if (minutes) this.title.append(" ", make("span", {}, timeText(words, minutes)));
  }

  /**
   * Say what became of saving.
   *
   * @param {import("./storage.js").State} state
   * @param {string} [well] What is said where all is well.
   */
  warn(state, well = "") {
    // That something was set aside stays on the page; what is done next is saved all the same.
    if (state === "ok" && this.notice.dataset.state === "damaged") return;
    this.notice.dataset.state = state;
    this.notice.textContent = this.words[`store_${state}`] ?? well;
    this.notice.hidden = !this.notice.textContent;
  }
}

/**
 * Say that the facts could not be loaded.
 *
 * @param {Words} words
 */
export function missing(words) {
  return make("p", { class: "kt-notice", "data-state": "missing", role: "status" }, words.facts_missing);
}

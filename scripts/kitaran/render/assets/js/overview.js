// @ts-check
/** Where practice begins: what is due, how many questions to ask, what comes on the next days. */

import { calendar, download } from "./calendar.js";
import { button, fill, make } from "./dom.js";
import { isObject } from "./local.js";
import { prefix } from "./profiles.js";
import { when } from "./reviews.js";
import { ahead, dateOf, due, forecast, missed } from "./schedule.js";
import { Store } from "./storage.js";

/** @typedef {import("./schedule.js").Card} Card */

const LENGTHS = [5, 10, 20];
/** How long a session is where nobody has chosen. */
const USUAL = 10;

export class Overview {
  /**
   * @param {import("./dom.js").Words} words
   * @param {(items: string[]) => void} begin Begins a session with these questions.
   */
  constructor(words, begin) {
    this.words = words;
    this.begin = begin;
    this.settings = new Store("settings", "reader", ({ practice = {} }) => isObject(practice));
    this.element = make("div", { class: "kt-overview" });
    this.title = make("h2", { class: "kt-overview__title", tabindex: "-1" });
    this.drawn = "";
  }

  /**
   * Show where the reader stands.
   *
   * @param {Card[]} every
   */
  show(every) {
    const now = Date.now();
    const [today, later] = [due(every, now), ahead(every, now)];
    const week = forecast(every, now, 7);
    // What has not changed is not drawn again: the reader may be in the middle of choosing.
    const drawn = JSON.stringify([today, later.length, week]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    if (!every.length) return this.#empty();
    const parts = today.length ? this.#due(today) : this.#ahead(later);
    this.element.replaceChildren(this.title, ...parts, this.#week(week), this.#calendar(every));
  }

  /** Nobody has answered anything yet. */
  #empty() {
    this.title.textContent = this.words.practice_none;
    const way = make("a", { class: "md-button md-button--primary", href: "#quizzes" }, this.words.practice_begin);
    const ways = make("div", { class: "kt-result__ways" }, way);
    this.element.replaceChildren(this.title, make("p", {}, this.words.practice_empty), ways);
  }

  /** @param {Card[]} today */
  #due(today) {
    const { words } = this;
    const wrong = today.filter(missed).length;
    const one = today.length === 1;
    this.title.textContent = one ? words.practice_due_one : fill(words.practice_due, { n: today.length });
    const kinds = [
      wrong ? fill(words.practice_missed, { n: wrong }) : "",
      today.length > wrong ? fill(words.practice_aging, { n: today.length - wrong }) : "",
    ];
    const about = make("p", { class: "kt-overview__about" }, kinds.filter(Boolean).join(" · "));
    return [about, ...this.#choice(today, words.practice_start)];
  }

  /** @param {Card[]} later */
  #ahead(later) {
    const { words } = this;
    const next = Math.min(...later.map((card) => card.due));
    const n = later.filter((card) => card.due === next).length;
    this.title.textContent = words.practice_none;
    const about = fill(words.practice_next, { n, when: when(next) });
    return [
      make("p", { class: "kt-overview__about" }, about),
      make("p", {}, words.practice_ahead_about),
      ...this.#choice(later, words.practice_ahead),
    ];
  }

  /**
   * Let the reader choose how many questions to answer, and begin.
   *
   * @param {Card[]} from The questions in their order.
   * @param {string} label
   */
  #choice(from, label) {
    const kept = this.settings.read().data.practice?.length;
    const chosen = kept === "all" || LENGTHS.includes(kept) ? kept : USUAL;
    const values = [...LENGTHS.filter((n) => n < from.length), "all"];
    const pick = values.includes(chosen) ? chosen : "all";
    const inputs = values.map((value) => {
      const input = make("input", { type: "radio", name: "kt-length", value: String(value) });
      input.checked = value === pick;
      input.addEventListener("change", () => this.#remember(value));
      return input;
    });
    const labels = inputs.map((input) => {
      const all = fill(this.words.practice_all, { n: from.length });
      const text = input.value === "all" ? all : input.value;
      return make("label", {}, input, make("span", {}, text));
    });
    const legend = make("legend", {}, this.words.practice_length);
    const options = make("div", { class: "kt-lengths__options" }, ...labels);
    const lengths = make("fieldset", { class: "kt-lengths" }, legend, options);
    lengths.hidden = values.length < 2;
    const start = button("md-button--primary", label, () => {
      const value = inputs.find((input) => input.checked)?.value;
      const count = value === "all" ? from.length : Number(value);
      this.begin(from.slice(0, count).map(({ name }) => name));
    });
    return [lengths, make("div", { class: "kt-result__ways" }, start)];
  }

  /** @param {number | string} length */
  #remember(length) {
    this.settings.update("practice", (data) => {
      data.practice = { ...data.practice, length };
    });
  }

  /** @param {{ day: number, count: number }[]} days */
  #week(days) {
    const { lang } = document.documentElement;
    const items = days.map(({ day, count }) => {
      const name = dateOf(day).toLocaleDateString(lang, { weekday: "short", day: "numeric" });
      const number = make("strong", {}, String(count));
      return make("li", count ? { "data-some": "" } : {}, make("span", {}, name), number);
    });
    const title = make("h3", { class: "kt-overview__part" }, this.words.practice_week);
    return make("div", {}, title, make("ol", { class: "kt-week" }, ...items));
  }

  /** @param {Card[]} every */
  #calendar(every) {
    const { words } = this;
    const save = button("kt-quiet", words.practice_calendar, () => {
      const url = location.href.split("#")[0];
      const events = forecast(every, Date.now(), 30)
        .filter(({ count }) => count)
        .map(({ day, count: n }) => ({
          date: dateOf(day),
          title: n === 1 ? words.practice_event_one : fill(words.practice_event, { n }),
          text: fill(words.practice_event_about, { url }),
        }));
      // Two people on one computer may well keep one calendar.
      const name = `${prefix().split("@")[1] ?? ""}.${location.hostname}`.replace(/^\./, "");
      const text = calendar(events, { url, name, now: new Date() });
      download("kitaran-practice.ics", text, "text/calendar");
    });
    const note = make("span", { class: "kt-overview__note" }, words.practice_calendar_about);
    return make("p", { class: "kt-overview__calendar" }, save, " ", note);
  }
}

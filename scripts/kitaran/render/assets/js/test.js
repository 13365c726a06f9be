// @ts-check
/**
 * A quiz taken as a test: questions are drawn and put in order by a seed, nothing is told before it
 * is handed in, and it may have a limit of time. It is kept at every answer, so that it goes on
 * where it was after a crash.
 */

import { dialog, open } from "./dialog.js";
import { button, fill, make } from "./dom.js";
import { isObject } from "./local.js";
import { drawn, randomFrom } from "./random.js";
import { Timer } from "./timer.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./records.js").RunningTest} RunningTest */

const MINUTE = 60_000;
/** The ways to have more time, as factors; 0 is no limit. */
const FACTORS = [1, 1.5, 2, 0];
/** No test has more time than this left, however often more was asked for. */
const LONGEST = 7 * 24 * 60 * MINUTE;

export class Test {
  /**
   * @param {object} quiz What it needs of its quiz.
   * @param {HTMLElement} quiz.element
   * @param {import("./dom.js").Words} quiz.words
   * @param {Question[]} quiz.questions
   * @param {(change: (data: import("./storage.js").Data) => void) => void} quiz.save
   * @param {(questions: Question[]) => void} quiz.begin Shows these, and no others.
   * @param {(questions: Question[], about: Partial<import("./records.js").Attempt>) => void} quiz.done
   * @param {() => void} quiz.left
   * @param {(text: string) => void} quiz.say
   */
  constructor(quiz) {
    this.quiz = quiz;
    this.words = quiz.words;
    const { draw, minutes } = quiz.element.dataset;
    this.scored = quiz.questions.filter((question) => question.scored);
    this.count = Math.min(Number(draw) || this.scored.length, this.scored.length);
    this.minutes = Number(minutes) || 0;
    /** @type {RunningTest | null} */
    this.running = null;
    /** @type {Timer | null} */
    this.timer = null;
    /** @type {Question[]} */
    this.questions = [];
    const hand = button("md-button--primary", this.words.hand_in, () => this.#confirm());
    const leave = button("kt-quiet", this.words.leave_test, () => this.#leave());
    const ways = make("div", { class: "kt-result__ways" }, hand, leave);
    this.bar = make("div", { class: "kt-test", hidden: "" }, ways);
    this.clock = make("div", { class: "kt-test__clock", hidden: "" });
    this.about = make("p", { class: "kt-test__about", hidden: "" }, this.words.test_running);
  }

  /** Say what the test is, and begin it when the reader wants to. */
  offer() {
    const { pass } = this.quiz.element.dataset;
    const percent = Math.round(Number(pass) * 100);
    const text = fill(this.words.test_about, { n: this.count, percent });
    const body = [make("p", {}, text)];
    const choice = make("select", { class: "kt-select" });
    for (const factor of this.minutes ? FACTORS : []) {
      const label = factor
        ? fill(this.words.minutes_n, { n: Math.round(this.minutes * factor) })
        : this.words.no_limit;
      choice.append(make("option", { value: String(factor) }, label));
    }
    if (this.minutes) body.push(make("p", {}, make("label", {}, `${this.words.time}: `, choice)));
    const begin = () => this.#begin(this.minutes * Number(choice.value || 0));
    const ways = [{ label: this.words.cancel }, { label: this.words.test_begin, press: begin, main: true }];
    open(this.quiz.element, dialog(this.words.test, body, ways));
  }

  /** @param {number} minutes No limit where it is 0. */
  #begin(minutes) {
    const asked = Number(new URLSearchParams(window.location.search).get("seed"));
    const usable = Number.isInteger(asked) && asked > 0 && asked < 2 ** 32;
    const seed = usable ? asked : Math.floor(Math.random() * 2 ** 31);
    const group = (/** @type {Question} */ { element }) => element.dataset.objective ?? "";
    const picked = drawn(this.scored, this.count, group, randomFrom(seed));
    const at = Date.now();
    /** @type {RunningTest} */
    const test = {
      seed,
      at,
      end: minutes ? at + minutes * MINUTE : null,
      more: Math.max(1, minutes / 2) * MINUTE,
      extended: 0,
      drawn: picked.map(({ id }) => id),
      answers: {},
    };
    this.#keep(test);
    this.resume(test);
    this.quiz.say(fill(this.words.test_begun, { n: picked.length }));
    this.questions[0]?.focus();
  }

  /**
   * Bring whatever the storage gave into the form of a test.
   *
   * @param {unknown} kept
   * @returns {RunningTest | null} `null` where there is none to go on with.
   */
  of(kept) {
    const test = testOf(kept);
    const known = test?.drawn.filter((id) => this.scored.some((question) => question.id === id));
    return test && known?.length ? { ...test, drawn: known } : null;
  }

  /**
   * Go on with a test, here or where another tab has come to.
   *
   * @param {RunningTest} kept
   */
  resume(kept) {
    const first = this.running === null;
    this.running = kept;
    if (first) this.#show(kept);
    if (kept.end !== null) this.timer?.follow(kept.end);
    for (const question of this.questions) {
      const answer = kept.answers[question.id] ?? null;
      const same = JSON.stringify(answer) === JSON.stringify(question.entry.answer);
      if (!same && !question.busy) question.put({ ...question.entry, answer, checked: false });
    }
  }

  /** Whether it runs. */
  get on() {
    return this.running !== null;
  }

  /** @param {Question} question */
  keep({ id, entry: { answer } }) {
    const { running } = this;
    if (!running) return;
    running.answers = { ...running.answers, [id]: answer };
    this.quiz.save((data) => {
      data.test = { ...running, answers: { ...data.test?.answers, [id]: answer } };
    });
  }

  /** Stop showing a test that was handed in, or left, in another tab. */
  stop() {
    this.timer?.stop();
    this.timer = null;
    this.running = null;
    this.bar.hidden = true;
    this.about.hidden = true;
    this.clock.hidden = true;
    this.clock.replaceChildren();
    for (const question of this.scored) {
      delete question.element.dataset.mode;
      question.type.shuffle?.(question.element, null);
    }
    this.questions = [];
  }

  /** @param {RunningTest} test */
  #show(test) {
    const known = test.drawn.map((id) => this.scored.find((question) => question.id === id));
    this.questions = /** @type {Question[]} */ (known.filter(Boolean));
    for (const [place, question] of this.questions.entries()) {
      question.element.dataset.mode = "test";
      const mixed = question.element.dataset.shuffle !== undefined;
      if (mixed) question.type.shuffle?.(question.element, randomFrom(test.seed + place + 1));
      const { tries, first, best } = question.entry;
      question.put({ tries, first, best, answer: null, checked: false });
    }
    this.bar.hidden = false;
    this.about.hidden = false;
    this.quiz.begin(this.questions);
    if (test.end === null) return;
    this.timer = new Timer(this.words, {
      end: test.end,
      extend: () => this.#extend(),
      over: () => this.#handIn(),
      say: this.quiz.say,
    });
    this.clock.hidden = false;
    this.clock.replaceChildren(this.timer.element);
  }

  #extend() {
    const test = /** @type {RunningTest} */ (this.running);
    test.end = Math.max(Date.now(), test.end ?? 0) + test.more;
    test.extended += 1;
    this.#keep(test);
    return test.end;
  }

  /** Ask before a test is handed in that has no answer to some questions. */
  #confirm() {
    const open_ = this.questions.filter((question) => question.type.read(question.element) === null);
    if (!open_.length) return this.#handIn();
    const title = fill(this.words.hand_in_open, { n: open_.length });
    const ways = [
      { label: this.words.go_on, press: () => open_[0].focus() },
      { label: this.words.hand_in, press: () => this.#handIn(), main: true },
    ];
    open(this.quiz.element, dialog(title, [], ways));
  }

  #handIn() {
    const test = this.running;
    if (!test) return;
    const { questions } = this;
    const now = Date.now();
    this.stop();
    for (const question of questions) question.settle(now);
    // The clock may have been put back meanwhile.
    const seconds = Math.max(0, Math.round((now - test.at) / 1000));
    this.quiz.done(questions, { seed: test.seed, seconds, extended: test.extended });
  }

  #leave() {
    const go = { label: this.words.leave_test, press: () => this.#drop(), main: true };
    open(this.quiz.element, dialog(this.words.leave_confirm, [], [{ label: this.words.go_on }, go]));
  }

  #drop() {
    this.stop();
    this.quiz.save((data) => {
      delete data.test;
    });
    this.quiz.left();
  }

  /** @param {RunningTest} test */
  #keep(test) {
    this.quiz.save((data) => {
      data.test = { ...test, answers: { ...data.test?.answers, ...test.answers } };
    });
  }
}

/**
 * @param {unknown} kept
 * @returns {RunningTest | null}
 */
function testOf(kept) {
  if (!isObject(kept) || !isObject(kept.answers) || !Array.isArray(kept.drawn)) return null;
  const { seed, at, more, answers } = kept;
  if (![seed, at, more].every(Number.isFinite)) return null;
  const ends = Number.isFinite(kept.end);
  if (!ends && kept.end !== null) return null;
  const drawn = [...new Set(kept.drawn)].filter((id) => typeof id === "string");
  const extended = Number.isInteger(kept.extended) ? kept.extended : 0;
  // An end that is days away was set by a clock that was wrong: nobody is to wait for it.
  const end = ends && kept.end < Date.now() + LONGEST ? kept.end : null;
  return { seed, at, end, more, extended, drawn, answers };
}

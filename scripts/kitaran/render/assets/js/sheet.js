// @ts-check
/**
 * A quiz on the page: let the reader check answers and see why, and keep them.
 *
 * The form is the server's; each question whose type has a script gets a button. Answers are kept
 * by ids and by what options say, never by language or place, and are judged anew each time: a
 * quiz may change, and the page may be read in the other language.
 */

import { archive } from "./archive.js";
import { attemptOf, bestOf } from "./attempts.js";
import { button, fill, make, wordsOf } from "./dom.js";
import { asked } from "./entry.js";
import { live } from "./live.js";
import { current } from "./profiles.js";
import { logReviews, quizQuestions, quizStore, tell } from "./records.js";
import { Result, isDone, sumOf } from "./result.js";
import { attemptsOf } from "./standing.js";
import { Test } from "./test.js";
import { View } from "./view.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./records.js").Attempt} Attempt */

export class Quiz {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.id = element.dataset.quiz ?? "";
    this.words = wordsOf(element.querySelector(".kt-words"));
    this.store = quizStore(this.id);
    /** @type {Question[]} Those that have a script. */
    this.questions = [];
    /** @type {Attempt[]} */
    this.attempts = [];
    this.undoable = false;
    this.count = make("p", { class: "kt-progress__count", id: `${this.id}-progress` });
    this.bar = make("progress", { class: "kt-progress__bar", "aria-labelledby": this.count.id });
    this.notice = make("p", { class: "kt-notice", hidden: "" });
    this.news = make("p", { class: "kt-news", hidden: "" });
    this.status = make("p", { class: "kt-said", role: "status" });
    this.result = new Result(this.words, Number(element.dataset.pass), {
      retry: () => this.#retry(),
      restart: () => this.#restart(),
      undo: () => this.#undo(),
      all: () => this.#all(),
    });
  }

  /** Load the scripts of the questions, then show what is kept of them. */
  async start() {
    const elements = quizQuestions(this.element);
    const made = await Promise.all(elements.map((element) => live(element, this.words, this)));
    this.questions = made.filter((question) => question !== null);
    if (this.questions.length) this.#frame();
    this.element.dataset.ready = "";
  }

  /** Put the progress above the questions, and the result below them. */
  #frame() {
    const { element, words } = this;
    const say = (/** @type {string} */ text) => this.say(text);
    this.view = new View(this.questions, words, say);
    this.test = new Test({
      element,
      words,
      say,
      questions: this.questions,
      save: (change) => this.#warn(this.store.update("test", change)),
      begin: (questions) => {
        this.view?.show(questions);
        this.#refresh();
      },
      done: (questions, about) => this.#finish(questions, { ...about, mode: "test" }),
      left: () => this.#all(),
    });
    this.take = button("kt-quiet", words.test, () => this.test?.offer());
    const ways = make("div", { class: "kt-modes" }, this.take, this.view.toggle);
    const { name } = current();
    const who = name ? [make("p", { class: "kt-who" }, name)] : [];
    const { about, clock } = this.test;
    const parts = [...who, this.count, this.bar, ways, about, clock, this.notice, this.news];
    const progress = make("div", { class: "kt-progress" }, ...parts);
    element.querySelector(".kt-quiz__intro")?.after(progress);
    this.questions[this.questions.length - 1].element.after(this.view.element);
    element.querySelector("form")?.append(this.test.bar, this.result.element);
    element.append(this.status);
    this.#load(true);
    const { aside, moved } = archive(this.store, element);
    this.news.hidden = !aside;
    this.news.textContent = aside ? fill(words.archived, { n: aside }) : "";
    if (moved) this.#load(false);
    this.view.begin();
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.store.listen(() => this.#load(false), signal);
  }

  /**
   * @param {Question} question
   * @param {string} [said]
   */
  keep(question, said) {
    if (this.test?.on) {
      this.test.keep(question);
      return this.#refresh();
    }
    this.#save([question]);
    const told = said === undefined ? "" : this.#checked(question);
    this.#refresh();
    if (said) this.say([said, this.count.textContent, told].filter(Boolean).join(" "));
  }

  /**
   * Have a text read out. A new element is, even where it says the same as the last one.
   *
   * @param {string} text
   */
  say(text) {
    this.status.replaceChildren(make("span", {}, text));
  }

  /**
   * A question has just been checked.
   *
   * @param {Question} question
   * @returns {string} What is to be read out of the result, where it was the last one.
   */
  #checked(question) {
    logReviews(this.id, [question]);
    const { id, share, entry } = question;
    tell("answered", { quiz: this.id, question: id, share, answer: entry.answer });
    const shown = this.view?.shown ?? this.questions;
    const whole = shown.length === this.questions.length;
    return isDone(shown) && question.scored && whole ? this.#attempt(shown, { mode: "learn" }) : "";
  }

  /**
   * A test has been handed in.
   *
   * @param {Question[]} questions
   * @param {Partial<Attempt>} about
   */
  #finish(questions, about) {
    const { state, data } = this.store.read();
    const elsewhere = state === "ok" && data.test === undefined && !this.store.pending.has("test");
    // Another tab has handed it in, and this one has not heard of it yet.
    if (elsewhere) return this.#all();
    this.#save(questions);
    logReviews(this.id, questions);
    const told = this.#attempt(questions, about);
    this.#refresh();
    this.say(told);
    this.result.element.scrollIntoView({ block: "center" });
    this.result.retry.focus({ preventScroll: true });
  }

  /**
   * Keep what was achieved.
   *
   * @param {Question[]} questions
   * @param {Partial<Attempt>} about
   * @returns {string} What is to be read out.
   */
  #attempt(questions, about) {
    const { pass, version = "" } = this.element.dataset;
    const attempt = attemptOf(questions, { ...about, ...sumOf(questions, Number(pass)), version });
    this.attempts = [...this.attempts, attempt];
    this.#warn(
      this.store.update(attempt.id, (data) => {
        data.attempts = [...(data.attempts ?? []), attempt];
        if (attempt.mode === "test") delete data.test;
      }),
    );
    tell("finished", { quiz: this.id, attempt });
    return this.result.tell(attempt, bestOf(this.attempts, this.words));
  }

  /** @param {Question[]} questions */
  #save(questions) {
    for (const { id, entry } of questions) {
      this.#warn(
        this.store.update(id, (data) => {
          data.answers = { ...data.answers, [id]: entry };
          if (entry.answer !== null) delete data.undo;
        }),
      );
    }
  }

  /**
   * Show what is kept.
   *
   * @param {boolean} first Whether the page has just been opened.
   */
  #load(first) {
    const { state, data } = this.store.read();
    this.#warn(first && state === "ok" ? this.store.probe() : state);
    const before = this.attempts.length;
    if (state === "ok") {
      this.attempts = attemptsOf(data);
      this.undoable = Boolean(data.undo);
    }
    const test = (state === "ok" && this.test?.of(data.test)) || null;
    const testing = test !== null;
    // What cannot go on is let go, unless a script is missing for now.
    const whole = this.questions.length === quizQuestions(this.element).length;
    if (state === "ok" && !testing && whole && data.test !== undefined) {
      this.store.update("test", (now) => delete now.test);
    }
    if (!testing && this.test?.on && state === "ok" && !this.store.pending.has("test")) {
      this.test.stop();
      // Handed in, it shows what came of it; left, it is as if it had not been.
      if (this.attempts.length === before) this.view?.show(this.questions);
    }
    for (const question of state === "ok" && !testing ? this.questions : []) {
      const kept = data.answers?.[question.id];
      const same = JSON.stringify(kept) === JSON.stringify(question.entry);
      // Another tab does not take away what is being typed here, or could not be saved yet.
      const ours = this.store.pending.has(question.id) || (question.busy && !kept?.checked);
      if (same || ours || (first && !kept)) continue;
      question.put(kept);
    }
    if (test) this.test?.resume(test);
    this.#refresh();
    const shown = this.view?.shown ?? [];
    if (!this.test?.on && isDone(shown)) {
      this.result.tell(sumOf(shown, Number(this.element.dataset.pass)), bestOf(this.attempts, this.words));
    }
  }

  #retry() {
    const shown = this.view?.shown ?? [];
    const wrong = shown.filter((question) => !question.right);
    for (const question of wrong) question.ask();
    this.#save(wrong);
    this.#refresh();
    this.say(this.count.textContent ?? "");
    if (wrong[0]) this.view?.reach(wrong[0]);
  }

  #restart() {
    this.#change("restart", (data) => {
      data.undo = data.answers;
      data.answers = Object.fromEntries(
        Object.entries(data.answers ?? {}).map(([id, entry]) => [id, asked(entry)]),
      );
    });
    this.result.undo.focus();
  }

  #undo() {
    this.#change("undo", (data) => {
      data.answers = { ...data.answers, ...data.undo };
      delete data.undo;
    });
    this.result.restart.focus();
  }

  /**
   * Change what is kept as a whole, and show it.
   *
   * @param {string} part
   * @param {(data: import("./storage.js").Data) => void} change
   */
  #change(part, change) {
    const state = this.store.update(part, change);
    // Where nothing can be saved, what is on the page is all there is.
    if (state !== "ok" && part === "restart") for (const question of this.questions) question.ask();
    this.view?.show(this.questions);
    this.#load(false);
    this.#warn(state);
    this.say(this.count.textContent ?? "");
  }

  /** Show every question again, after a test that drew some. */
  #all() {
    this.view?.show(this.questions);
    this.#load(false);
    this.take?.focus();
  }

  #refresh() {
    const shown = this.view?.shown ?? this.questions;
    const testing = this.test?.on ?? false;
    const counted = shown.filter((question) => question.scored);
    const done = counted.filter((q) => (testing ? q.entry.answer !== null : q.checked)).length;
    const total = counted.length;
    this.count.textContent = fill(this.words.progress, { done, total });
    this.bar.max = total;
    this.bar.value = done;
    this.count.hidden = this.bar.hidden = !total;
    if (this.take) this.take.hidden = testing || !this.questions.some((question) => question.scored);
    const begun = this.questions.filter((question) => question.entry.answer !== null).length;
    const part = shown.length < this.questions.length;
    this.result.show(shown, { begun, part, undo: this.undoable && !begun, testing });
  }

  /** @param {import("./storage.js").State} state */
  #warn(state) {
    // That something was set aside stays on the page; the next answer is saved all the same.
    if (state === "ok" && this.notice.dataset.state === "damaged") return;
    this.notice.dataset.state = state;
    this.notice.textContent = this.words[`store_${state}`] ?? "";
    this.notice.hidden = state === "ok";
  }
}

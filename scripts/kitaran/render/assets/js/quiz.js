// @ts-check
/**
 * `kt-quiz`: let the reader check answers and see why, and keep them.
 *
 * The form is the server's; each question whose type has a script gets a button. Answers are kept
 * by ids and by what options say, never by language or place, and are judged anew each time: a
 * quiz may change, and the page may be read in the other language.
 */

import { fill, make, wordsOf } from "./dom.js";
import { Question } from "./question.js";
import { Result } from "./result.js";
import { Store } from "./storage.js";

/** Whether a record holds answers by the ids of their questions. */
const holdsAnswers = (/** @type {import("./storage.js").Data} */ { answers = {} }) =>
  answers !== null && typeof answers === "object" && !Array.isArray(answers);

class Quiz {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.words = wordsOf(element.querySelector(".kt-words"));
    this.store = new Store("quiz", element.dataset.quiz ?? "", holdsAnswers);
    /** @type {Question[]} Those that are scored. */
    this.questions = [];
    this.count = make("p", { class: "kt-progress__count", id: `${element.dataset.quiz}-progress` });
    this.bar = make("progress", { class: "kt-progress__bar", "aria-labelledby": this.count.id });
    this.notice = make("p", { class: "kt-notice", hidden: "" });
    this.status = make("p", { class: "kt-said", role: "status" });
    this.result = new Result(element.dataset, this.words, {
      retry: () => this.#retry(),
      restart: () => this.#restart(),
    });
  }

  /** Load the scripts of the questions, then show what is kept of them. */
  async start() {
    const elements = /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll(".kt-question"));
    const made = await Promise.all([...elements].map((element) => this.#question(element)));
    this.questions = made.filter((question) => question !== null);
    this.element.addEventListener("click", noteOpened);
    if (this.questions.length) this.#frame();
    this.element.dataset.ready = "";
  }

  /** Put the progress above the questions, and the result below them. */
  #frame() {
    const progress = make("div", { class: "kt-progress" }, this.count, this.bar, this.notice);
    this.element.querySelector(".kt-quiz__intro")?.after(progress);
    this.element.querySelector("form")?.append(this.result.element);
    this.element.append(this.status, this.result.dialog);
    this.#load(true);
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
    this.#save(question);
    this.#refresh();
    if (said) this.say([said, this.count.textContent, this.result.said].filter(Boolean).join(" "));
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
   * Make a question live. One whose type has no script stays as it is on paper.
   *
   * @param {HTMLElement} element
   * @returns {Promise<Question | null>}
   */
  async #question(element) {
    const type =
      element.dataset.scripted !== undefined &&
      (await import(`./questions/${element.dataset.type}.js`).catch(() => null));
    if (type) return new Question(element, type, this.words, this);
    const note = make("p", { class: "kt-question__note" }, this.words.not_counted);
    element.querySelector("fieldset")?.append(note);
    return null;
  }

  /** @param {Question} question */
  #save(question) {
    const { id, entry } = question;
    this.#warn(
      this.store.update(id, (data) => {
        data.answers = { ...data.answers, [id]: entry };
      }),
    );
  }

  /**
   * Show what is kept.
   *
   * @param {boolean} first Whether the page has just been opened.
   */
  #load(first) {
    const { state, data } = this.store.read();
    this.#warn(first && state === "ok" ? this.store.probe() : state);
    for (const question of state === "ok" ? this.questions : []) {
      const kept = data.answers?.[question.id];
      const same = JSON.stringify(kept) === JSON.stringify(question.entry);
      // Another tab does not take away what is being typed here, or could not be saved yet.
      const ours = this.store.pending.has(question.id) || (question.busy && !kept?.checked);
      if (same || ours || (first && !kept)) continue;
      question.put(kept);
    }
    this.#refresh();
  }

  #retry() {
    const wrong = this.questions.filter((question) => !question.right);
    for (const question of wrong) {
      question.ask();
      this.#save(question);
    }
    this.#refresh();
    this.say(this.count.textContent ?? "");
    wrong[0]?.focus();
  }

  #restart() {
    for (const question of this.questions) question.put(null);
    this.#warn(
      this.store.update("", (data) => {
        data.answers = {};
      }),
    );
    this.#refresh();
    this.say(this.count.textContent ?? "");
    this.questions[0].focus();
  }

  #refresh() {
    const done = this.questions.filter((question) => question.checked).length;
    const total = this.questions.length;
    this.count.textContent = fill(this.words.progress, { done, total });
    this.bar.max = total;
    this.bar.value = done;
    this.result.show(this.questions);
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

customElements.define(
  "kt-quiz",
  class extends HTMLElement {
    /** @type {Promise<Quiz> | undefined} */
    #quiz;
    #life = new AbortController();

    async connectedCallback() {
      this.#life = new AbortController();
      const { signal } = this.#life;
      this.#quiz ??= begin(this);
      const quiz = await this.#quiz;
      if (!signal.aborted) quiz.listen(signal);
    }

    disconnectedCallback() {
      this.#life.abort();
    }
  },
);

/**
 * Note which folds the reader opened: Material opens all of them to print, and would print the
 * answers with the questions.
 *
 * @param {Event} event
 */
function noteOpened({ target }) {
  const summary = target instanceof Element ? target.closest("summary") : null;
  const fold = summary?.parentElement;
  if (fold instanceof HTMLDetailsElement) fold.toggleAttribute("data-opened", !fold.open);
}

/** @param {HTMLElement} element */
async function begin(element) {
  const quiz = new Quiz(element);
  await quiz.start();
  return quiz;
}

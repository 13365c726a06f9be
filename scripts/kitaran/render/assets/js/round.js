// @ts-check
/** The questions of a session, one after the other, each fresh and in the look of its quiz. */

import { button, fill, make } from "./dom.js";
import { question as fetchQuestion } from "./fetched.js";
import { address, sections } from "./handbook.js";
import { scriptOf } from "./live.js";
import { Question } from "./question.js";
import { randomFrom } from "./random.js";
import { parted, record } from "./reviews.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */

/**
 * @typedef {object} On What a round needs of its page.
 * @property {() => void} over No question is left.
 * @property {() => void} end The reader has had enough.
 * @property {(text: string) => void} say
 * @property {(state: import("./storage.js").State) => void} warn
 */

export class Round {
  /**
   * @param {import("./dom.js").Words} words
   * @param {import("./session.js").Session} session
   * @param {On} on
   */
  constructor(words, session, on) {
    this.words = words;
    this.session = session;
    this.on = on;
    /** @type {Question | null} */
    this.question = null;
    /** The question that is shown, or being fetched. */
    this.shown = "";
    this.count = make("p", { class: "kt-progress__count", id: "kt-practice-count" });
    this.bar = make("progress", { class: "kt-progress__bar", "aria-labelledby": this.count.id });
    this.out = make("p", { class: "kt-notice", "data-state": "left", hidden: "" });
    this.place = make("form", { class: "kt-quiz", novalidate: "", autocomplete: "off" });
    this.place.addEventListener("submit", (event) => event.preventDefault());
    this.source = make("p", { class: "kt-round__source", hidden: "" });
    this.next = button("md-button--primary", words.next, () => this.#go());
    this.give = button("kt-quiet", words.practice_show, () => this.#giveUp());
    const end = button("kt-quiet", words.practice_end, on.end);
    const top = make("div", { class: "kt-round__top" }, this.count, end);
    const progress = make("div", { class: "kt-progress" }, top, this.bar, this.out);
    const ways = make("div", { class: "kt-result__ways" }, this.next, this.give);
    this.element = make("div", { class: "kt-round" }, progress, this.place, this.source, ways);
  }

  /**
   * Show the question that is next in the session.
   *
   * @param {Handbook} facts
   * @param {boolean} focus Whether the reader is to be brought to it.
   * @returns {Promise<void>}
   */
  async show(facts, focus) {
    this.facts = facts;
    const { running } = this.session;
    const name = running?.items[running.place];
    if (!running) return;
    if (name === undefined) return this.on.over();
    if (name !== this.shown) {
      this.shown = name;
      this.question = null;
      this.place.replaceChildren(make("p", { role: "status" }, `${this.words.practice_loading} …`));
      this.#frame();
      const made = await this.#make(name);
      // Meanwhile another tab may have gone on.
      if (this.shown !== name || this.session.running?.id !== running.id) return;
      if (typeof made === "string") {
        this.on.warn(this.session.leave(name, made === "unreachable"));
        this.shown = "";
        return this.show(facts, focus);
      }
      this.question = made;
      this.place.replaceChildren(made.element);
      if (focus) made.focus();
      this.#ahead();
    }
    const kept = this.session.running?.entries[name];
    const { question } = this;
    const same = !kept || JSON.stringify(kept) === JSON.stringify(question?.entry);
    if (question && !same && !(question.busy && !kept.checked)) question.put(kept);
    this.#frame();
  }

  /** Forget what is shown. */
  clear() {
    this.shown = "";
    this.question = null;
    this.place.replaceChildren();
  }

  /**
   * Make a question live.
   *
   * @param {string} name
   * @returns {Promise<Question | "gone" | "unreachable">}
   */
  async #make(name) {
    const { quiz, id } = parted(name);
    const url = this.facts?.quizzes[quiz]?.url;
    const element = url === undefined ? "gone" : await fetchQuestion(url, quiz, id);
    if (typeof element === "string") return element;
    const type = await scriptOf(element.dataset.type ?? "");
    if (!type) return "unreachable";
    /** @type {import("./question.js").Host} */
    const host = { keep: (question, said) => this.#keep(question, said), say: this.on.say };
    element.dataset.mode = "learn";
    const made = new Question(element, type, this.words, host);
    if ("shuffle" in element.dataset) {
      const { seed = 0, items = [] } = this.session.running ?? {};
      made.type.shuffle?.(element, randomFrom(seed + items.indexOf(name)));
    }
    return made;
  }

  /** Fetch the page of the next question, so that nobody waits for it. */
  #ahead() {
    const { running } = this.session;
    const next = running?.items[running.place + 1];
    if (next === undefined) return;
    const { quiz, id } = parted(next);
    const url = this.facts?.quizzes[quiz]?.url;
    if (url !== undefined) fetchQuestion(url, quiz, id);
  }

  /**
   * @param {Question} question
   * @param {string} [said] What is to be read out, where it has been checked.
   */
  #keep(question, said) {
    const stem = question.element.querySelector(".kt-question__stem")?.textContent?.trim() ?? "";
    this.on.warn(this.session.keep(this.shown, question.entry, stem));
    if (said) {
      this.on.warn(record(parted(this.shown).quiz, question));
      this.on.say(said);
    }
    this.#frame();
  }

  /** Show the answer to who does not know it: it counts as a wrong one. */
  #giveUp() {
    const { question } = this;
    if (!question || question.checked) return;
    question.put({ ...question.entry, answer: null });
    question.settle(Date.now());
    this.#keep(question, `${question.name}: ${question.verdict.textContent}.`);
    this.next.focus({ preventScroll: true });
  }

  #go() {
    const { running } = this.session;
    if (!running || !this.facts) return;
    this.on.warn(this.session.go(running.place + 1));
    this.show(this.facts, true);
  }

  /** Let what stands around the question follow the session. */
  #frame() {
    const { words, question } = this;
    const { running } = this.session;
    if (!running) return;
    const total = running.items.length;
    const n = running.place + 1;
    const where = fill(words.question_of, { n, total });
    const number = question?.element.querySelector(".kt-question__number");
    if (number) number.textContent = where;
    this.count.textContent = where;
    this.bar.max = total;
    this.bar.value = running.place + (question?.checked ? 1 : 0);
    this.out.hidden = !running.left.length;
    this.out.textContent = fill(words.practice_left_out, { n: running.left.length });
    this.next.hidden = !question?.checked;
    this.next.textContent = n === total ? words.practice_result : words.next;
    this.give.hidden = !question || question.checked;
    this.source.hidden = !question?.checked;
    if (question?.checked) this.#tellSource();
  }

  /** Lead to where the playbook teaches what was asked. */
  async #tellSource() {
    const link = await sourceOf(this.shown, /** @type {Handbook} */ (this.facts));
    this.source.replaceChildren(`${this.words.practice_source} `, link);
  }
}

/**
 * Make the link to the section that a question is about.
 *
 * @param {string} name
 * @param {Handbook} facts It has the question.
 */
export async function sourceOf(name, facts) {
  const { quiz, id } = parted(name);
  const about = facts.quizzes[quiz];
  const section = about.questions.find((question) => question.id === id)?.section;
  const page = facts.pages[about.page];
  const [, title] = (section && (await sections())?.[`${about.page}#${section}`]) || [];
  const url = address(page.url) + (section ? `#${section}` : "");
  return make("a", { href: url }, [page.title, title].filter(Boolean).join(": "));
}

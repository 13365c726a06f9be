// @ts-check
/**
 * `kt-path`: what is next on a path, how far each phase has come, ticks and signatures.
 *
 * The lists are the server's; one element above them brings all of them to life.
 */

import { choose, chosen, chosenStore } from "./chosen.js";
import { button, fill, make, wordsOf } from "./dom.js";
import { load } from "./handbook.js";
import { keptSteps, listen, progressOf, stepsStore, takeOver, tellProgress } from "./journey.js";
import { Card, missing, timeText } from "./pathcard.js";
import { StepLine } from "./step.js";

/** @typedef {import("./storage.js").State} State */

class PathPage {
  /**
   * @param {HTMLElement} element
   * @param {import("./handbook.js").Handbook} facts
   * @param {import("./handbook.js").Path} path
   */
  constructor(element, facts, path) {
    this.id = element.dataset.path ?? "";
    this.words = wordsOf(element.querySelector(".kt-words"));
    this.facts = facts;
    this.path = path;
    const least = path.certificate?.roleplay;
    this.least = typeof least === "number" ? Math.round(least * 100) : null;
    this.store = stepsStore(this.id);
    this.choice = chosenStore();
    this.card = new Card(this.words);
    this.choose = button("md-button--primary", this.words.path_choose, () => this.#choose(this.id));
    this.leave = button("kt-quiet", this.words.path_leave, () => this.#choose(null));
    this.other = make("p", { class: "kt-path-card__other", hidden: "" });
    // Who has not chosen yet is to choose first: nothing leads on from a page to a path unchosen.
    this.card.next.before(make("div", { class: "kt-path-card__mine" }, this.choose, this.other));
    this.card.notice.before(make("div", { class: "kt-path-card__mine" }, this.leave));
    element.append(this.card.element);
    const states = [this.store.probe(), this.choice.read().state, takeOver(this.store, this.id, path)];
    const { steps } = this.#progress();
    /** @type {StepLine[]} */
    this.lines = [];
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".kt-step[data-step]"))) {
      const standing = steps.get(line.dataset.step ?? "");
      if (standing) this.lines.push(new StepLine(line, standing, this));
    }
    this.phases = [...document.querySelectorAll(".kt-phase")].map((phase) => new PhaseHead(phase, this.words));
    this.show(states.find((state) => state !== "ok"));
    element.dataset.ready = "";
  }

  /** @param {State} [found] What became of the last attempt to save or to read. */
  show(found = "ok") {
    const progress = this.#progress();
    const mine = chosen();
    const here = mine?.path === this.id;
    this.card.show(this.path, progress, here ? mine.day : null);
    for (const line of this.lines) {
      const standing = progress.steps.get(line.step.id);
      if (standing) line.show(standing);
    }
    for (const phase of this.phases) {
      const part = progress.phases.get(phase.id);
      if (part) phase.show(part, here ? mine.day : 0);
    }
    this.choose.hidden = here;
    this.card.go.classList.toggle("md-button--primary", here);
    this.leave.hidden = !here;
    const other = here ? undefined : this.facts.paths[mine?.path ?? ""];
    this.other.hidden = !other;
    this.other.textContent = other ? fill(this.words.path_other, { title: other.title }) : "";
    this.card.warn(found, this.words.path_kept);
  }

  /**
   * Keep what became of a step; what is kept of others, here or on other versions of the path,
   * stays.
   *
   * @param {import("./handbook.js").Step} step
   * @param {import("./journey.js").Entry} entry
   */
  keep(step, entry) {
    const state = this.store.update(step.id, (data) => {
      data.steps = { ...data.steps, [step.id]: entry };
    });
    this.show(state);
    tellProgress();
  }

  /** @param {string | null} path */
  #choose(path) {
    const state = choose(this.choice, path);
    this.show(state);
    const { go } = this.card;
    (path === null ? this.choose : go.hidden ? this.leave : go).focus();
    tellProgress();
  }

  #progress() {
    const { state, data } = this.store.read();
    const kept = { schema: data.schema, ...(state === "ok" ? data : {}) };
    // What could not be saved is shown all the same, until the page closes.
    for (const change of this.store.pending.values()) change(kept);
    return progressOf(this.path, this.facts, keptSteps(this.id, this.path, kept));
  }
}

/** How far a phase has come. */
class PhaseHead {
  /**
   * @param {Element} element
   * @param {import("./dom.js").Words} words
   */
  constructor(element, words) {
    const { phase = "", days = "" } = /** @type {HTMLElement} */ (element).dataset;
    this.id = phase;
    this.words = words;
    const [from, to = from] = days.split("-").map(Number);
    this.from = from;
    this.to = to;
    this.count = make("p", { class: "kt-progress__count", id: `kt-phase-${phase}` });
    this.here = make("strong", { class: "kt-phase__here", hidden: "" }, words.path_here);
    this.meter = make("progress", { class: "kt-progress__bar", "aria-labelledby": this.count.id });
    const line = make("div", { class: "kt-phase__line" }, this.count, this.here);
    element.prepend(make("div", { class: "kt-phase__head" }, line, this.meter));
  }

  /**
   * @param {import("./journey.js").Part} part
   * @param {number} day Which day it is; zero for whoever is not on the path.
   */
  show({ done, total, minutes }, day) {
    const { words } = this;
    const percent = total ? Math.floor((100 * done) / total) : 0;
    const left = fill(words.path_left, { time: timeText(words, minutes) });
    this.count.textContent = [fill(words.path_count, { done, total, percent }), minutes ? left : ""]
      .filter(Boolean)
      .join(" · ");
    this.meter.max = total || 1;
    this.meter.value = done;
    this.here.hidden = !(day >= this.from && day <= this.to);
  }
}

customElements.define(
  "kt-path",
  class extends HTMLElement {
    /** @type {Promise<PathPage | null> | undefined} */
    #page;
    #life = new AbortController();

    async connectedCallback() {
      this.#life = new AbortController();
      const { signal } = this.#life;
      this.#page ??= begin(this);
      const page = await this.#page;
      if (page && !signal.aborted) listen(() => page.show(), signal);
    }

    disconnectedCallback() {
      this.#life.abort();
    }
  },
);

/** @param {HTMLElement} element */
async function begin(element) {
  const facts = await load();
  const path = facts?.paths[element.dataset.path ?? ""];
  if (facts && path) return new PathPage(element, facts, path);
  element.append(missing(wordsOf(element.querySelector(".kt-words"))));
  return null;
}

// @ts-check
/** `kt-progress-page`: what a reader has achieved, and what can be done with it. */

import { ask } from "./asking.js";
import { download } from "./calendar.js";
import { Certificates } from "./certificates.js";
import { chosen } from "./chosen.js";
import { button, fill, make, wordsOf } from "./dom.js";
import { address, load } from "./handbook.js";
import { keptSteps, progressOf } from "./journey.js";
import { Moving } from "./moving.js";
import { result } from "./outcome.js";
import { history, strengths } from "./overviews.js";
import { People } from "./people.js";
import { current } from "./profiles.js";
import { paint } from "./ring.js";
import { settingsStore, take } from "./snapshot.js";
import { historyOf, standingOf, strengthsOf } from "./standing.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("./local.js").State} State */
/** @typedef {import("./snapshot.js").Snapshot} Snapshot */

/**
 * @typedef {object} Host What the parts of the page need of it.
 * @property {import("./dom.js").Words} words
 * @property {(said: string, state: State) => Promise<void>} changed Shows everything anew, says
 *   what happened, and what kept it from being saved.
 * @property {(text: string) => void} say
 * @property {(bundle: import("./transfer.js").Bundle) => void} save
 * @property {(kept: Snapshot) => string} name
 * @property {() => string} own The reader's name; empty where it is not known.
 * @property {(name: string, code?: string) => void} keepName
 */

class Progress {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.words = wordsOf(element.querySelector(".kt-words"));
    this.status = make("p", { class: "kt-said", role: "status" });
    this.notice = make("p", { class: "kt-notice", hidden: "" });
    this.who = make("p", { class: "kt-who" });
    this.top = make("div", { class: "kt-summary" });
    element.querySelector(".kt-without")?.remove();
    element.append(this.who, this.notice, this.top, this.status);
    /** @type {Snapshot} */
    this.kept = take();
    /** @type {Handbook | null} */
    this.facts = null;
    this.certificates = new Certificates(part("certificates"), this);
    this.people = new People(part("people"), this);
    this.moving = new Moving(part("carry"), this);
    this.send = button("md-button--primary", this.words.my_result, () => this.#result());
    this.nothing = make("p", { class: "kt-none" }, this.words.my_nothing);
    this.sent = make("p", { class: "kt-notice", "data-state": "ok", hidden: "" }, this.words.my_result_saved);
    part("result").replaceChildren(this.nothing, make("div", { class: "kt-result__ways" }, this.send), this.sent);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const changed = () => void this.changed("", "ok");
    window.addEventListener("storage", ({ key }) => key?.endsWith(":probe") || changed(), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && changed(), { signal });
    this.people.listen(signal);
  }

  async start() {
    this.facts = await load();
    const state = settingsStore().probe();
    // What was set aside at the first look is sound at the second.
    await this.changed("", state === "ok" ? this.kept.state : state);
    this.element.dataset.ready = "";
  }

  /**
   * @param {string} said
   * @param {State} state
   */
  async changed(said, state) {
    this.kept = take();
    this.#warn(state === "ok" ? this.kept.state : state);
    await this.#show();
    if (said) this.say(said);
    else if (state !== "ok") this.say(this.words[`store_${state}`]);
  }

  /** @param {string} text */
  say(text) {
    this.status.replaceChildren(make("span", {}, text));
  }

  /** @param {import("./transfer.js").Bundle} bundle */
  save(bundle) {
    download(fileName("kitaran", bundle.name), `${JSON.stringify(bundle, null, 1)}\n`, "application/json");
  }

  /** @param {Snapshot} kept */
  name({ settings }) {
    return current().name || (typeof settings.name === "string" ? settings.name : "");
  }

  own() {
    return this.name(this.kept);
  }

  /**
   * @param {string} name
   * @param {string} [code]
   */
  keepName(name, code) {
    settingsStore().update("name", (data) => {
      if (name) data.name = name;
      if (code !== undefined) data.code = code;
      data.at = Date.now();
    });
  }

  async #show() {
    const { facts, kept, words } = this;
    const { name } = current();
    this.who.textContent = name ? fill(words.my_who, { name }) : "";
    this.who.hidden = !name;
    this.send.hidden = kept.empty || !facts;
    this.nothing.hidden = !kept.empty;
    this.moving.show(kept);
    this.people.show();
    if (!facts) {
      this.top.replaceChildren(make("p", { class: "kt-notice", "data-state": "other" }, words.my_facts_missing));
      return;
    }
    this.#ring(facts);
    history(part("history"), historyOf(kept.quizzes), facts, words);
    strengths(part("strengths"), strengthsOf(facts, kept.quizzes), facts, words);
    const [due] = await Promise.all([this.#due(facts), this.certificates.show(kept, facts)]);
    this.#summary(facts, due);
  }

  /** @param {Handbook} facts */
  #ring(facts) {
    const { checklists, quizzes } = this.kept;
    const more = (/** @type {string} */ page) => {
      const items = Object.hasOwn(facts.checklists, page) ? facts.checklists[page] : [];
      const done = checklists.get(page)?.done ?? [];
      const ticked = items.filter((id) => done.includes(id)).length;
      return ticked ? fill(this.words.my_ticked, { done: ticked, total: items.length }) : "";
    };
    for (const ring of document.querySelectorAll(".kt-cycle")) {
      if (ring instanceof HTMLElement) paint(ring, quizzes, { always: true, more });
    }
  }

  /**
   * @param {Handbook} facts
   * @param {number | null} due
   */
  #summary(facts, due) {
    const { kept, words } = this;
    if (kept.empty) {
      const begin = make("a", { class: "md-button md-button--primary", href: address("paths/") }, words.my_begin);
      this.top.replaceChildren(make("p", {}, words.my_empty), make("p", {}, begin));
      return;
    }
    const every = Object.entries(facts.quizzes);
    const passed = (/** @type {[string, { page: string }][]} */ quizzes) =>
      quizzes.filter(([id]) => standingOf([kept.quizzes.get(id)]).state === "passed").length;
    const stages = facts.stages.filter((page) => every.some(([, quiz]) => quiz.page === page));
    const whole = stages.filter((page) => {
      const own = every.filter(([, quiz]) => quiz.page === page);
      return passed(own) === own.length;
    });
    const of = (/** @type {number} */ done, /** @type {number} */ total) => fill(words.my_of, { done, total });
    const mine = chosen();
    const path = facts.paths[mine?.path ?? ""];
    const walked = mine && path ? progressOf(path, facts, keptSteps(mine.path, path)) : null;
    const counts = [
      ...(walked ? [[words.my_count_path, of(walked.done, walked.total), path.url]] : []),
      [words.my_count_stages, of(whole.length, stages.length)],
      [words.my_count_quizzes, of(passed(every), every.length)],
      ...(due === null ? [] : [[words.my_count_due, String(due), "practice/"]]),
    ];
    const tiles = counts.map(([term, said, url]) => {
      const about = url ? make("a", { href: address(url) }, term) : term;
      return make("div", {}, make("dt", {}, about), make("dd", {}, said));
    });
    this.top.replaceChildren(make("dl", { class: "kt-counts" }, ...tiles));
  }

  /**
   * Count what is due for review.
   *
   * @param {Handbook} facts
   * @returns {Promise<number | null>} `null` where the scheduler cannot be loaded.
   */
  async #due(facts) {
    try {
      const { cards, due } = await import("./schedule.js");
      const { present } = await import("./reviews.js");
      const now = Date.now();
      return present(due(cards(this.kept.log, now), now), facts).length;
    } catch {
      return null;
    }
  }

  /** Ask whose name the file is to bear, and make it. */
  #result() {
    const { facts, kept, words } = this;
    if (!facts) return;
    const { code } = kept.settings;
    const whole = { value: this.name(kept), missing: words.my_name_or_code };
    const fields = [
      {
        name: "name",
        label: words.my_name,
        needed: (/** @type {Record<string, string>} */ values) => !values.code,
        ...whole,
      },
      {
        name: "code",
        label: words.my_code,
        value: typeof code === "string" ? code : "",
        help: words.my_code_help,
        missing: "",
        needed: () => false,
      },
    ];
    const about = { title: words.my_result, submit: words.my_result_save, fields };
    ask(part("result"), words, about, async (values) => {
      this.keepName(values.name, values.code);
      const person = values.code ? { name: "", code: values.code } : { name: values.name };
      this.kept = take();
      const text = await result(this.kept, facts, person, await this.#due(facts));
      download(fileName("kitaran-result", values.code || values.name), text, "application/json");
      this.sent.hidden = false;
      this.say(words.my_result_saved);
      this.people.show();
      this.send.focus();
    });
  }

  /** @param {State} state */
  #warn(state) {
    // That something was set aside stays on the page.
    if (state === "ok" && this.notice.dataset.state === "damaged") return;
    this.notice.dataset.state = state;
    this.notice.textContent = this.words[`store_${state}`] ?? "";
    this.notice.hidden = state === "ok";
  }
}

/**
 * Find the place of a part of the page.
 *
 * @param {string} name
 */
function part(name) {
  const found = document.querySelector(`[data-part="${name}"]`);
  return found instanceof HTMLElement ? found : make("div");
}

/**
 * Name a file: `kitaran-aina-2026-03-01.json`.
 *
 * @param {string} kind
 * @param {string} who
 */
function fileName(kind, who) {
  const plain = who.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const name = plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 40);
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return [kind, name, date].filter(Boolean).join("-") + ".json";
}

customElements.define(
  "kt-progress-page",
  class extends HTMLElement {
    /** @type {Progress | undefined} */
    #page;
    #life = new AbortController();

    async connectedCallback() {
      this.#life = new AbortController();
      const { signal } = this.#life;
      const first = !this.#page;
      this.#page ??= new Progress(this);
      this.#page.listen(signal);
      if (first) await this.#page.start();
    }

    disconnectedCallback() {
      this.#life.abort();
    }
  },
);

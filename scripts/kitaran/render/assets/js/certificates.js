// @ts-check
/** The certificates of the paths: what is still missing, issuing one, and what became of it. */

import { ask } from "./asking.js";
import { canonical, sha256 } from "./canonical.js";
import { dateText } from "./dates.js";
import { button, fill, icon, make } from "./dom.js";
import { address, sections } from "./handbook.js";
import { keptSteps } from "./journey.js";
import { isObject } from "./local.js";
import { print, sheet } from "./paper.js";
import { nameOf } from "./pathcard.js";
import { after, changedSince, hashesOf, needsOf, pagesOf } from "./qualify.js";
import { certificateStore } from "./snapshot.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("./handbook.js").Path} Path */
/** @typedef {import("./qualify.js").Need} Need */
/** @typedef {import("./snapshot.js").Snapshot} Snapshot */
/** @typedef {import("./paper.js").Issued} Issued */

/** How many lines of a list are shown before the rest is folded. */
const SHOWN = 6;

export class Certificates {
  /**
   * @param {HTMLElement} element
   * @param {import("./progress.js").Host} host
   */
  constructor(element, host) {
    this.element = element;
    this.host = host;
    this.words = host.words;
    /** @type {Set<string>} The paths that the reader opened or closed. */
    this.toggled = new Set();
  }

  /**
   * @param {Snapshot} kept
   * @param {Handbook} facts
   */
  async show(kept, facts) {
    const paths = Object.entries(facts.paths).filter(([, path]) => path.certificate);
    const known = await sections();
    const chosen = (/** @type {[string, Path]} */ [id]) => Number(id !== kept.path);
    const order = paths.sort((one, other) => chosen(one) - chosen(other));
    const cards = order.map(([id, path]) => this.#card(id, path, kept, facts, known));
    if (!cards.length) cards.push(make("p", {}, this.words.my_no_certificates));
    this.element.replaceChildren(...cards);
  }

  /**
   * @param {string} id
   * @param {Path} path
   * @param {Snapshot} kept
   * @param {Handbook} facts
   * @param {Record<string, [string, string]> | null} known
   * @returns {HTMLElement}
   */
  #card(id, path, kept, facts, known) {
    const { words } = this;
    const steps = keptSteps(id, path, kept.steps.get(id) ?? {});
    const needs = needsOf(path, facts, kept.quizzes, steps, Date.now());
    const left = needs.filter(({ met }) => !met);
    const issued = issuedOf(kept.certificates.get(id));
    const count = fill(words.my_needs, { done: needs.length - left.length, total: needs.length });
    const title = make("strong", {}, path.title);
    const summary = make("summary", {}, title, make("span", { class: "kt-fold__said" }, count));
    const box = make("details", { class: "kt-fold", "data-path": id }, summary);
    const first = id === kept.path || issued.length > 0;
    box.open = first !== this.toggled.has(id);
    summary.addEventListener("click", () => this.#toggle(id));
    const latest = issued[issued.length - 1];
    const hashes = known ? hashesOf(pagesOf(path, facts), known) : null;
    const ways = make("div", { class: "kt-result__ways" });
    if (latest) box.append(this.#issued(latest, path, facts, hashes, known, ways));
    if (left.length) box.append(ways, make("p", {}, words.my_missing), this.#needs(left));
    else if (needs.length) {
      const word = latest ? words.my_issue_again : words.my_issue;
      const look = latest ? "" : "md-button--primary";
      const ready = make("p", { class: "kt-mark kt-mark--right" }, icon("right"), words.my_ready);
      ways.append(button(look, word, () => this.#ask(id, path, needs, facts, kept)));
      box.append(...(latest ? [] : [ready]), ways);
    }
    if (issued.length > 1) box.append(this.#earlier(issued.slice(0, -1)));
    return box;
  }

  /** @param {string} id */
  #toggle(id) {
    if (!this.toggled.delete(id)) this.toggled.add(id);
  }

  /**
   * List what is missing, each with the way to it.
   *
   * @param {Need[]} left
   */
  #needs(left) {
    const { words } = this;
    const items = left.map((need) => {
      const { step, kind, why, score } = need;
      const link = make("a", { href: address(step.url) }, nameOf(words, step));
      const what = kind === "sign" ? words[`my_need_${step.sign_off}`] : words[`my_need_${kind}`];
      const said = why ? fill(words[`my_why_${why}`], { percent: score ?? 0 }) : what;
      return make("li", {}, link, make("span", { class: "kt-needs__said" }, said));
    });
    return this.#list(items, words.my_more);
  }

  /**
   * @param {HTMLElement[]} items
   * @param {string} more What the fold says that has the rest.
   */
  #list(items, more) {
    const list = make("ul", { class: "kt-needs" }, ...items.slice(0, SHOWN));
    const box = make("div", {}, list);
    if (items.length <= SHOWN) return box;
    const rest = make("ul", { class: "kt-needs" }, ...items.slice(SHOWN));
    const label = make("summary", {}, fill(more, { n: items.length - SHOWN }));
    box.append(make("details", { class: "kt-more" }, label, rest));
    return box;
  }

  /**
   * Show a certificate, and whether it still holds.
   *
   * @param {Issued} one
   * @param {Path} path
   * @param {Handbook} facts
   * @param {Record<string, string> | null} hashes What the path's sections say today.
   * @param {Record<string, [string, string]> | null} known
   * @param {HTMLElement} ways Where the button to print it goes.
   */
  #issued(one, path, facts, hashes, known, ways) {
    const { words } = this;
    const over = one.expires !== null && one.expires < Date.now();
    const changed = hashes ? changedSince(one.sections, hashes) : [];
    const look = over ? "wrong" : changed.length ? "partly" : "right";
    const until = one.expires === null ? "" : dateText(one.expires);
    const state = over ? words.my_expired : changed.length ? words.my_stale : words.my_valid;
    const mark = make("p", { class: `kt-mark kt-mark--${look}` }, icon(look), fill(state, { date: until }));
    const paper = sheet(one, path, facts, words, { over, stale: changed.length > 0 });
    ways.prepend(button("", words.my_print, () => print(paper)));
    const parts = [mark, ...(changed.length ? [this.#changed(changed, facts, known)] : [])];
    return make("div", { class: "kt-issued" }, ...parts, paper);
  }

  /**
   * @param {string[]} changed
   * @param {Handbook} facts
   * @param {Record<string, [string, string]> | null} known
   */
  #changed(changed, facts, known) {
    const items = changed.map((name) => {
      const [page, section] = name.split("#");
      const there = facts.pages[page];
      const title = known && Object.hasOwn(known, name) ? known[name][1] : this.words.my_section_gone;
      const url = known && Object.hasOwn(known, name) ? `${there?.url}#${section}` : there?.url;
      const where = make("span", { class: "kt-needs__said" }, there?.title ?? page);
      return make("li", {}, make("a", { href: address(url ?? "") }, title), where);
    });
    return make("div", {}, make("p", {}, this.words.my_changed), this.#list(items, this.words.my_more));
  }

  /** @param {Issued[]} issued */
  #earlier(issued) {
    const items = issued.reverse().map(({ at, name, code }) => {
      return make("li", {}, `${dateText(at)} · ${name} · ${code}`);
    });
    const summary = make("summary", {}, fill(this.words.my_earlier, { n: issued.length }));
    return make("details", { class: "kt-more" }, summary, make("ul", {}, ...items));
  }

  /**
   * Ask for the name to print.
   *
   * @param {string} id
   * @param {Path} path
   * @param {Need[]} needs
   * @param {Handbook} facts
   * @param {Snapshot} kept
   */
  #ask(id, path, needs, facts, kept) {
    const { words, host } = this;
    const name = { name: "name", label: words.my_name, value: host.name(kept), missing: words.my_name_missing };
    const about = { title: fill(words.my_issue_title, { title: path.title }), submit: words.my_issue };
    ask(this.element, words, { ...about, fields: [{ ...name, help: words.my_name_print }] }, (values) => {
      this.#issue(id, path, needs, facts, values.name);
    });
  }

  /**
   * @param {string} id
   * @param {Path} path
   * @param {Need[]} needs
   * @param {Handbook} facts
   * @param {string} name
   */
  async #issue(id, path, needs, facts, name) {
    const at = Date.now();
    const end = after(at, path.certificate?.valid ?? "");
    const known = await sections();
    const told = {
      id: `${at}-${Math.random().toString(36).slice(2, 8)}`,
      path: id,
      at,
      name,
      expires: Number.isFinite(end) ? end : null,
      version: facts.version,
      quizzes: Object.fromEntries(needs.flatMap(quizOf)),
      roleplays: Object.fromEntries(needs.flatMap(({ kind, step, score }) => (kind === "roleplay" ? [[step.ref, score]] : []))),
      signed: needs.filter(({ kind }) => kind === "sign").map(({ step }) => step.id),
    };
    const code = (await sha256(canonical(told))).slice(0, 12).replace(/(.{4})(?=.)/g, "$1-");
    const hashes = known ? hashesOf(pagesOf(path, facts), known) : {};
    const state = certificateStore(id).update(told.id, (data) => {
      data.issued = [...(data.issued ?? []), { ...told, code, sections: hashes }];
    });
    this.toggled.delete(id);
    this.host.keepName(name);
    await this.host.changed(state === "ok" ? this.words.my_issued : "", state);
    const issue = this.element.querySelector(`[data-path="${CSS.escape(id)}"] .kt-result__ways button`);
    if (issue instanceof HTMLElement) issue.focus();
  }
}

/**
 * @param {Need} need
 * @returns {[string, { percent: number, at: number, version: string }][]}
 */
function quizOf({ step, attempt }) {
  if (!attempt) return [];
  return [[step.ref, { percent: attempt.percent, at: attempt.at, version: attempt.version }]];
}

/**
 * Give the certificates of a record, the latest one last. What is none is left out.
 *
 * @param {Record<string, any> | undefined} record
 * @returns {Issued[]}
 */
export function issuedOf(record) {
  const every = Array.isArray(record?.issued) ? record.issued.filter(isIssued) : [];
  return every.sort((one, other) => one.at - other.at);
}

/**
 * @param {unknown} one
 * @returns {one is Issued}
 */
function isIssued(one) {
  if (!isObject(one) || typeof one.name !== "string" || !Number.isFinite(one.at)) return false;
  const ends = one.expires === null || Number.isFinite(one.expires);
  const told = [one.code, one.version].every((text) => typeof text === "string");
  return ends && told && isObject(one.quizzes) && Array.isArray(one.signed);
}

// @ts-check
/**
 * Send results to the learning record store that `mkdocs.yml` names, where a learner agrees to it.
 *
 * Statements (xAPI 1.0.3) wait in a queue in this browser. They are sent when there is a network,
 * and leave the queue when the store has taken them; a statement keeps its id, so that one which
 * is sent twice is stored once.
 */

import { button, fill, make, wordsOf } from "./dom.js";
import { isObject } from "./local.js";
import { current } from "./profiles.js";
import { Store } from "./storage.js";

/** @typedef {Record<string, any>} Statement */

const VERBS = "http://adlnet.gov/expapi/verbs/";
const ACTIVITIES = "http://adlnet.gov/expapi/activities/";
/** How many statements are sent at once. */
const BATCH = 50;
/** The answers that mean that sending the same again is of no use. */
const REFUSALS = [400, 409, 413, 422];
/** How long to wait before the next try, in milliseconds; it doubles with each. */
const [FIRST, LAST] = [5_000, 300_000];

/** @param {import("./storage.js").Data} data */
const isQueue = ({ queue = [], agreed = false }) => Array.isArray(queue) && typeof agreed === "boolean";

class Sender {
  /** @param {HTMLElement} holder Says where to send to, and has the interface texts. */
  constructor(holder) {
    const { endpoint, key, site } = /** @type {Record<string, string>} */ (holder.dataset);
    this.endpoint = endpoint.replace(/\/+$/, "");
    this.key = key;
    this.site = site || new URL("/", window.location.href).href;
    this.words = wordsOf(holder.querySelector(".kt-words"));
    this.store = new Store("xapi", "queue", isQueue);
    this.wait = FIRST;
    this.busy = false;
    this.timer = 0;
    this.holder = holder;
    this.said = make("p", { class: "kt-news", role: "status" });
    this.way = button("kt-quiet", "", () => this.#turn());
    holder.append(this.said, this.way);
    holder.hidden = false;
    this.#show();
  }

  start() {
    document.addEventListener("kitaran:answered", (event) => this.#answered(detailOf(event)));
    document.addEventListener("kitaran:finished", (event) => this.#finished(detailOf(event)));
    window.addEventListener("online", () => this.#soon(0));
    this.store.listen(() => this.#show(), new AbortController().signal);
    this.#soon(0);
  }

  /** @returns {{ agreed: boolean, name: string, queue: Statement[] }} */
  get kept() {
    const { agreed = false, name = "", queue = [] } = this.store.read().data;
    return { agreed, name: String(name), queue: queue.filter(isObject) };
  }

  /** Agree to sending, or take it back. What waits is not sent then. */
  #turn() {
    const { agreed } = this.kept;
    this.store.update("agreed", (data) => {
      data.agreed = !agreed;
      // One mark for a learner, who may not want to be known by name.
      data.account ??= crypto.randomUUID?.() ?? String(Math.random()).slice(2);
      if (agreed) data.queue = [];
    });
    this.#show();
    this.#soon(0);
  }

  /** @param {string} [trouble] */
  #show(trouble) {
    const { agreed, queue } = this.kept;
    const host = new URL(this.endpoint, window.location.href).host;
    const waiting = fill(this.words.lrs_waiting, { n: queue.length });
    const on = queue.length ? `${fill(this.words.lrs_on, { host })} ${waiting}` : fill(this.words.lrs_on, { host });
    this.said.textContent = [agreed ? on : fill(this.words.lrs_off, { host }), trouble].filter(Boolean).join(" ");
    this.way.textContent = agreed ? this.words.lrs_stop : this.words.lrs_start;
  }

  /** @param {Record<string, any>} detail */
  #answered({ quiz, question, share, answer }) {
    this.#queue("answered", `${quiz}#${question}`, "cmi.interaction", {
      success: share === 1,
      score: { scaled: Math.max(0, Math.min(1, share)) },
      response: typeof answer === "string" ? answer : JSON.stringify(answer),
    });
  }

  /** @param {Record<string, any>} detail */
  #finished({ quiz, attempt }) {
    const { percent, points, total, passed, mode, version, seconds } = attempt;
    this.#queue(passed ? "passed" : "failed", quiz, "assessment", {
      success: passed,
      completion: true,
      score: { scaled: percent / 100, raw: points, min: 0, max: Math.max(total, points) },
      ...(seconds !== undefined && { duration: `PT${seconds}S` }),
      extensions: { [`${this.site}xapi/attempt`]: { id: attempt.id, mode, version } },
    });
  }

  /**
   * Put a statement into the queue.
   *
   * @param {string} verb
   * @param {string} id What it is about, such as `stages/closing#signing-authority`.
   * @param {string} type
   * @param {Record<string, unknown>} result
   */
  #queue(verb, id, type, result) {
    if (!this.kept.agreed) return;
    const statement = {
      id: crypto.randomUUID(),
      verb: { id: VERBS + verb, display: { "en-US": verb } },
      object: {
        objectType: "Activity",
        id: `${this.site}xapi/${id}`,
        definition: { type: ACTIVITIES + type, name: { und: id } },
      },
      result,
      timestamp: new Date().toISOString(),
    };
    this.store.update(statement.id, (data) => {
      const name = current().name || data.account;
      const actor = { objectType: "Agent", account: { homePage: this.site, name } };
      data.queue = [...(data.queue ?? []), { ...statement, actor }];
    });
    this.#show();
    this.#soon(0);
  }

  /** @param {number} wait In milliseconds. */
  #soon(wait) {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.#send(), wait);
  }

  /** Send what waits; try again later where that fails. */
  async #send() {
    const { agreed, queue } = this.kept;
    if (!agreed || !queue.length || this.busy || !navigator.onLine) return;
    this.busy = true;
    const sent = queue.slice(0, BATCH);
    const taken = await this.#post(sent);
    this.busy = false;
    if (!taken) {
      this.#show(this.words.lrs_failed);
      this.#soon(this.wait);
      this.wait = Math.min(LAST, this.wait * 2);
      return;
    }
    this.wait = FIRST;
    const ids = new Set(sent.map(({ id }) => id));
    this.store.update("sent", (data) => {
      data.queue = (data.queue ?? []).filter((/** @type {unknown} */ one) => isObject(one) && !ids.has(one.id));
    });
    this.#show();
    if (this.kept.queue.length) this.#soon(0);
  }

  /**
   * @param {Statement[]} statements
   * @returns {Promise<boolean>} Whether the store has them.
   */
  async #post(statements) {
    const status = await this.#status(statements);
    if (!REFUSALS.includes(status)) return status >= 200 && status < 300;
    // All of them are refused for one: because it is there already (409), as when the answer to an
    // earlier try was lost, or for good, and then it must not keep the others from being sent.
    if (statements.length === 1) {
      if (status !== 409) this.#setAside(statements[0]);
      return true;
    }
    for (const statement of statements) {
      if (!(await this.#post([statement]))) return false;
    }
    return true;
  }

  /** @param {Statement} statement One that the store does not take. It is kept. */
  #setAside(statement) {
    this.store.update(`refused ${statement.id}`, (data) => {
      data.refused = [...(Array.isArray(data.refused) ? data.refused : []), statement];
    });
  }

  /**
   * @param {Statement[]} statements
   * @returns {Promise<number>} What the store answered; 0 where it could not be reached.
   */
  async #status(statements) {
    const headers = {
      "Content-Type": "application/json",
      "X-Experience-API-Version": "1.0.3",
      ...(this.key && { Authorization: `Basic ${btoa(this.key)}` }),
    };
    const body = JSON.stringify(statements);
    return fetch(`${this.endpoint}/statements`, { method: "POST", headers, body }).then(
      (answer) => answer.status,
      () => 0,
    );
  }
}

/** @param {Event} event */
function detailOf(event) {
  return event instanceof CustomEvent ? event.detail : {};
}

for (const holder of document.querySelectorAll(/** @type {"div"} */ (".kt-lrs"))) {
  new Sender(holder).start();
}

// @ts-check
/** `kt-offline`: say how much of the site is on this device, download the rest, or remove it. */

import { button, fill, make, wordsOf } from "./dom.js";
import { ask, kept } from "./worker.js";

/** @typedef {import("./worker.js").Kept} Kept */

const AT_ONCE = 4;

/** @param {Kept[]} files */
const weigh = (files) => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** @param {number} bytes */
function megabytes(bytes) {
  const digits = { maximumFractionDigits: bytes < 1e7 ? 1 : 0, minimumFractionDigits: 0 };
  const number = new Intl.NumberFormat(document.documentElement.lang, digits);
  return `${number.format(Math.max(bytes, 1e5) / 1e6)} MB`;
}

class Offline {
  /**
   * @param {HTMLElement} element
   * @param {ServiceWorker} worker
   */
  constructor(element, worker) {
    this.words = wordsOf(element.querySelector(".kt-words"));
    this.worker = worker;
    /** @type {Kept[]} */
    this.files = [];
    this.going = false;
    this.how = make("p", { class: "kt-progress__count" });
    this.bar = make("progress", { class: "kt-progress__bar", max: "1", "aria-label": this.words.offline_bar });
    this.get = button("md-button--primary", "", () => this.#download());
    this.stop = button("", this.words.offline_stop, () => (this.going = false));
    this.forget = button("kt-quiet", this.words.offline_remove, () => this.#remove());
    this.said = make("p", { class: "kt-notice", role: "status", "data-state": "ok" });
    const ways = make("div", { class: "kt-result__ways" }, this.get, this.stop, this.forget);
    element.append(make("div", { class: "kt-offline" }, this.how, this.bar, ways, this.said));
  }

  async show() {
    this.files = await ask(this.worker, { ask: "state" });
    this.#draw();
  }

  get #missing() {
    return this.files.filter((file) => !file.kept);
  }

  #draw() {
    const { words } = this;
    const here = this.files.filter((file) => file.kept);
    const missing = weigh(this.#missing);
    const extra = here.some((file) => !file.core);
    const part = { kept: megabytes(weigh(here)), total: megabytes(weigh(this.files)) };
    const whole = fill(words.offline_all, { total: part.total });
    this.how.textContent = missing ? fill(words.offline_part, part) : whole;
    this.bar.value = weigh(here) / Math.max(1, weigh(this.files));
    const label = extra && missing ? words.offline_continue : words.offline_get;
    this.get.textContent = fill(label, { size: megabytes(missing) });
    this.get.hidden = this.going || !missing;
    this.stop.hidden = !this.going;
    this.forget.hidden = this.going || !extra;
  }

  /**
   * @param {string} text
   * @param {"ok" | "amiss"} [state]
   */
  #say(text, state = "ok") {
    this.said.dataset.state = state;
    this.said.textContent = text;
  }

  async #download() {
    const { words } = this;
    this.going = true;
    this.#say(words.offline_going);
    this.#draw();
    this.stop.focus();
    // Without this the browser may throw things away when the device runs short of room.
    await navigator.storage?.persist?.().catch(() => false);
    const left = this.#missing;
    let fault = "";
    const next = async () => {
      for (let file = left.shift(); file && this.going && !fault; file = left.shift()) {
        const said = await ask(this.worker, { ask: "keep", path: file.path });
        if (said === "ok") file.kept = true;
        else fault ||= said;
        this.#draw();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    const stopped = !this.going;
    this.going = false;
    this.#draw();
    if (fault) this.#say(words[`offline_${fault}`] ?? words.offline_network, "amiss");
    else this.#say(stopped && this.#missing.length ? words.offline_stopped : words.offline_done);
    (this.get.hidden ? this.forget : this.get).focus();
  }

  async #remove() {
    this.files = await ask(this.worker, { ask: "forget" });
    this.#draw();
    this.#say(this.words.offline_removed);
    this.get.focus();
  }
}

/**
 * Wait until a worker has begun: at the first visit it still collects its files.
 *
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<ServiceWorker | null>} `null` where it gave up.
 */
async function begun(registration) {
  const coming = registration.active ?? registration.installing ?? registration.waiting;
  if (!coming || registration.active) return registration.active;
  return new Promise((answer) => {
    const look = () => {
      if (["activated", "redundant"].includes(coming.state)) answer(registration.active);
    };
    coming.addEventListener("statechange", look);
    look();
  });
}

customElements.define(
  "kt-offline",
  class extends HTMLElement {
    #begun = false;

    async connectedCallback() {
      if (this.#begun) return;
      this.#begun = true;
      const words = wordsOf(this.querySelector(".kt-words"));
      const said = make("p", { role: "status" }, words.offline_looking);
      this.append(said);
      if (location.hash === "#missing") {
        said.before(make("p", { class: "kt-notice", "data-state": "amiss" }, words.offline_missing));
      }
      const where = document.querySelector("kt-update")?.getAttribute("data-worker");
      const registration = where ? await kept(where) : null;
      const worker = registration && (await begun(registration));
      if (!worker) {
        said.textContent = "serviceWorker" in navigator && where ? words.offline_failed : words.offline_none;
        return;
      }
      const offline = new Offline(this, worker);
      await offline.show();
      said.remove();
      this.dataset.ready = "";
    }
  },
);

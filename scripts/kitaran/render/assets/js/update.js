// @ts-check
/**
 * `kt-update`: keep the site for reading without a network, and tell when a new version is ready.
 *
 * Nothing is reloaded unless the reader asks for it: somebody may be in the middle of a quiz.
 */

import { button, make, wordsOf } from "./dom.js";
import { ask, kept } from "./worker.js";

/** How long a page stays open, in milliseconds, before it looks for a new version again. */
const HOUR = 3_600_000;
/** How long the old version has to give way, in milliseconds. */
const PATIENCE = 8_000;

class Update {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.words = wordsOf(element.querySelector(".kt-words"));
    this.said = make("p", { role: "status" });
    this.agreed = false;
    this.looked = Date.now();
  }

  async begin() {
    const box = navigator.serviceWorker;
    const registration = await kept(this.element.dataset.worker ?? "");
    if (!registration) return;
    const had = Boolean(box.controller);
    const look = () => {
      if (registration.waiting && registration.active) this.#tell(registration);
    };
    const follow = () => registration.installing?.addEventListener("statechange", look);
    registration.addEventListener("updatefound", follow);
    follow();
    look();
    box.addEventListener("controllerchange", () => {
      // Another tab has agreed: this one has the old version's page, and says so.
      if (this.agreed) location.reload();
      else if (had) this.#tell(registration);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden || Date.now() - this.looked < HOUR) return;
      this.looked = Date.now();
      registration.update().catch(() => {});
    });
    if (!had) await this.#keepThisPage(registration);
  }

  /**
   * The page that is open came before there was a worker to keep it.
   *
   * @param {ServiceWorkerRegistration} registration
   */
  async #keepThisPage(registration) {
    await navigator.serviceWorker.ready;
    const pictures = performance.getEntriesByType("resource").map(({ name }) => name);
    for (const path of [location.href, ...pictures]) {
      if (registration.active) await ask(registration.active, { ask: "keep", path });
    }
    this.element.dataset.ready = "";
  }

  /** @param {ServiceWorkerRegistration} registration */
  #tell(registration) {
    if (this.said.textContent) return;
    const { words } = this;
    const reload = button("md-button--primary", words.update_reload, () => {
      this.agreed = true;
      if (!registration.waiting) return location.reload();
      registration.waiting.postMessage({ ask: "agreed" });
      // A worker that is kept busy may not give way at once: the page says so again then.
      setTimeout(() => location.reload(), PATIENCE);
    });
    const later = button("kt-quiet", words.update_later, () => {
      this.element.hidden = true;
    });
    const ways = make("div", { class: "kt-update__ways" }, reload, later);
    this.element.append(make("div", { class: "kt-update" }, this.said, ways));
    this.element.hidden = false;
    // A region that appears with its text in it is not read out.
    setTimeout(() => (this.said.textContent = words.update_ready), 50);
  }
}

customElements.define(
  "kt-update",
  class extends HTMLElement {
    #begun = false;

    connectedCallback() {
      if (this.#begun) return;
      this.#begun = true;
      const begin = () => void new Update(this).begin();
      // The page itself comes first.
      if (document.readyState === "complete") begin();
      else window.addEventListener("load", begin, { once: true });
    }
  },
);

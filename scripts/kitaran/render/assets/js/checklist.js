// @ts-check
/**
 * `kt-checklist`: keep the ticks of a page's checklists.
 *
 * Ticks are kept by the page's path and the items' ids, which are the same in every language. All
 * lists of a page share one bar, which stands above the first.
 */

import { button, fill, make, wordsOf } from "./dom.js";
import { Store } from "./storage.js";

/** Whether a record holds a list of ids. */
const holdsIds = (/** @type {import("./storage.js").Data} */ { done = [] }) => Array.isArray(done);

/** The checklists of a page, taken together. */
class Checklist {
  /**
   * @param {HTMLElement} first The first list of the page.
   * @param {HTMLElement} holder Has the page's path, and the interface texts.
   */
  constructor(first, holder) {
    this.words = wordsOf(holder);
    this.store = new Store("checklist", holder.dataset.page ?? "", holdsIds);
    /** @type {HTMLInputElement[]} */
    this.boxes = [...document.querySelectorAll(/** @type {"input"} */ ("kt-checklist input[data-task]"))];
    /** @type {string[]} The ticks that were cleared, until something is ticked again; kept, too. */
    this.cleared = [];
    this.count = make("p", { class: "kt-progress__count", id: "kt-checklist-count", role: "status" });
    this.meter = make("progress", { class: "kt-progress__bar", "aria-labelledby": this.count.id });
    this.notice = make("p", { class: "kt-notice" });
    this.clear = button("kt-quiet", this.words.checklist_reset, () => this.#clear());
    this.undo = button("kt-quiet", this.words.checklist_undo, () => this.#undo());
    const print = button("kt-quiet", this.words.checklist_print, () => window.print());
    const ways = make("div", { class: "kt-checklist-bar__ways" }, this.clear, this.undo, print);
    const bar = make("div", { class: "kt-checklist-bar" }, this.count, this.meter, ways, this.notice);
    first.prepend(bar);
    // What was ticked before this script came is a tick like any other.
    const early = this.boxes.filter((box) => box.checked);
    this.#load(this.store.probe());
    for (const box of early) box.checked = true;
    if (early.length) this.#save(early);
    for (const box of this.boxes) box.addEventListener("change", () => this.#tick(box));
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.store.listen(() => this.#load(), signal);
  }

  /** @param {HTMLInputElement} box */
  #tick(box) {
    this.#clearing([]);
    this.#save([box]);
  }

  #clear() {
    const ticked = this.boxes.filter((box) => box.checked);
    for (const box of ticked) box.checked = false;
    this.#clearing(ticked.map(idOf));
    this.#save(ticked);
    this.undo.focus();
  }

  #undo() {
    const back = this.boxes.filter((box) => this.cleared.includes(idOf(box)));
    for (const box of back) box.checked = true;
    this.#clearing([]);
    this.#save(back);
    this.clear.focus();
  }

  /**
   * Remember what was cleared, so that it can be brought back on a later visit as well.
   *
   * @param {string[]} ids
   */
  #clearing(ids) {
    if (!ids.length && !this.cleared.length) return;
    this.cleared = ids;
    this.store.update("undo", (data) => {
      if (ids.length) data.undo = ids;
      else delete data.undo;
    });
  }

  /**
   * Keep the state of boxes; what is kept of others, here or on other versions of the page, stays.
   *
   * @param {HTMLInputElement[]} boxes
   */
  #save(boxes) {
    let state = /** @type {import("./storage.js").State} */ ("ok");
    for (const box of boxes) {
      const [id, ticked] = [idOf(box), box.checked];
      state = this.store.update(id, (data) => {
        const done = new Set(data.done);
        if (ticked) done.add(id);
        else done.delete(id);
        data.done = [...done];
        // When it changed tells which of two devices is right.
        data.at = { ...data.at, [id]: Date.now() };
      });
    }
    this.#show(state);
  }

  /**
   * Show what is kept.
   *
   * @param {import("./storage.js").State} [found] What an earlier look at the storage gave.
   */
  #load(found = "ok") {
    const { state, data } = this.store.read();
    if (state === "ok") {
      const done = new Set(data.done);
      this.cleared = Array.isArray(data.undo) ? data.undo : [];
      for (const box of this.boxes) {
        if (!this.store.pending.has(idOf(box))) box.checked = done.has(idOf(box));
      }
    }
    this.#show(found === "ok" ? state : found);
  }

  /** @param {import("./storage.js").State} state */
  #show(state) {
    const done = this.boxes.filter((box) => box.checked).length;
    const total = this.boxes.length;
    const count = fill(this.words.checklist_done, { done, total });
    if (this.count.textContent !== count) this.count.textContent = count;
    this.meter.max = total;
    this.meter.value = done;
    const undo = !done && this.cleared.length > 0;
    this.undo.hidden = !undo;
    this.clear.hidden = undo;
    this.clear.disabled = !done;
    // That something was set aside stays on the page; ticks are saved all the same.
    if (state === "ok" && this.notice.dataset.state === "damaged") return;
    this.notice.dataset.state = state;
    this.notice.textContent = this.words[`store_${state}`] ?? this.words.checklist_kept;
  }
}

/** @param {HTMLInputElement} box */
function idOf(box) {
  return box.dataset.task ?? "";
}

customElements.define(
  "kt-checklist",
  class extends HTMLElement {
    /** @type {Checklist | undefined} */
    #checklist;
    #life = new AbortController();

    connectedCallback() {
      const holder = /** @type {HTMLElement | null} */ (document.querySelector(".kt-checklist-words"));
      if (!holder || document.querySelector("kt-checklist") !== this) return;
      this.#life = new AbortController();
      this.#checklist ??= new Checklist(this, holder);
      this.#checklist.listen(this.#life.signal);
    }

    disconnectedCallback() {
      this.#life.abort();
    }
  },
);

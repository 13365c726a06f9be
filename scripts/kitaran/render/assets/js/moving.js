// @ts-check
/** Take one's progress elsewhere: save it to a file, bring a file in, erase it all. */

import { dateText } from "./dates.js";
import { dialog, open } from "./dialog.js";
import { button, fill, make } from "./dom.js";
import { eraseAll, erasedAt, noteVisit, undoErase } from "./erase.js";
import { current } from "./profiles.js";
import { bundle, look, take } from "./transfer.js";

/** The largest file that is looked at, in bytes: more than any browser keeps. */
const LARGEST = 20_000_000;

export class Moving {
  /**
   * @param {HTMLElement} element
   * @param {import("./progress.js").Host} host
   */
  constructor(element, host) {
    this.element = element;
    this.host = host;
    this.words = host.words;
    noteVisit();
    const { words } = this;
    this.save = button("md-button--primary", words.my_save, () => this.#save());
    // The button stands for the field: what browsers draw for it cannot be put into words.
    this.file = make("input", { type: "file", accept: ".json,application/json", hidden: "" });
    this.file.addEventListener("change", () => this.#chosen());
    this.bring = button("", words.my_bring, () => this.file.click());
    this.reset = button("kt-quiet", words.my_reset, () => this.#ask());
    this.undo = button("kt-quiet", words.my_reset_undo, () => this.#undo());
    this.said = make("p", { class: "kt-notice", hidden: "" });
    this.erased = make("p", { class: "kt-notice", "data-state": "other", hidden: "" });
    const ways = make("div", { class: "kt-result__ways" }, this.save, this.bring);
    const last = make("div", { class: "kt-result__ways" }, this.reset, this.undo);
    element.replaceChildren(ways, this.file, this.said, this.erased, last);
  }

  /** @param {import("./snapshot.js").Snapshot} kept */
  show({ empty }) {
    const at = erasedAt();
    this.save.hidden = empty;
    this.reset.hidden = empty;
    this.undo.hidden = at === null;
    this.erased.hidden = at === null;
    this.erased.textContent = at === null ? "" : fill(this.words.my_erased, { date: dateText(at) });
  }

  #save() {
    this.host.save(bundle());
    this.#tell(this.words.my_saved);
  }

  async #chosen() {
    const file = this.file.files?.[0];
    if (!file) return;
    const text = file.size > LARGEST ? "" : await file.text().catch(() => "");
    // The same file can be chosen again.
    this.file.value = "";
    const { state, name } = look(text);
    const here = current().name;
    if (state !== "ok" || !name || name === here) return this.#bring(text);
    const title = fill(this.words.my_other_name, { name });
    const mine = this.host.own() || this.words.my_person_nameless;
    const body = [make("p", {}, fill(this.words.my_other_name_text, { name, mine }))];
    const merge = { label: this.words.my_other_name_merge, press: () => this.#bring(text), main: true };
    open(this.element, dialog(title, body, [{ label: this.words.cancel }, merge]));
  }

  /** @param {string} text */
  async #bring(text) {
    const { state, count, skipped } = take(text);
    if (state === "ok" || state === "no-bundle" || state === "newer") {
      const some = fill(this.words.my_brought, { n: count });
      const left = skipped ? ` ${fill(this.words.my_brought_skipped, { n: skipped })}` : "";
      const said = { ok: some + left, "no-bundle": this.words.my_brought_no, newer: this.words.my_brought_newer };
      await this.host.changed("", "ok");
      this.#tell(said[state], state === "ok" && !skipped);
    } else {
      await this.host.changed("", state);
      this.#tell(this.words.my_brought_full, false);
    }
    this.bring.focus();
  }

  /** Ask before everything is erased. */
  #ask() {
    const { words } = this;
    const name = this.host.own();
    const title = name ? fill(words.my_reset_title, { name }) : words.my_reset;
    const body = [make("p", {}, words.my_reset_text)];
    const ways = [
      { label: words.cancel },
      {
        label: words.my_save,
        press: () => {
          this.#save();
          this.#ask();
        },
      },
      { label: words.my_reset_erase, press: () => this.#erase(), main: true },
    ];
    open(this.element, dialog(title, body, ways));
  }

  async #erase() {
    const state = eraseAll();
    await this.host.changed(state === "ok" ? this.words.my_reset_done : "", state);
    if (state === "ok") this.undo.focus();
  }

  async #undo() {
    const state = undoErase();
    await this.host.changed(state === "ok" ? this.words.my_reset_back : "", state);
    this.save.focus();
  }

  /**
   * @param {string} text
   * @param {boolean} [well]
   */
  #tell(text, well = true) {
    this.said.dataset.state = well ? "ok" : "other";
    this.said.textContent = text;
    this.said.hidden = false;
    this.host.say(text);
  }
}

// @ts-check
/** Several people on one computer: who they are, and whose turn it is. */

import { ask } from "./asking.js";
import { dialog, open } from "./dialog.js";
import { button, fill, make } from "./dom.js";
import { recordsOf, removeProfile } from "./erase.js";
import { KEY, add, choose, current, next, prefixOf, profiles, rename } from "./profiles.js";
import { bundle } from "./transfer.js";

/** @typedef {import("./profiles.js").Profile} Profile */
/** @typedef {import("./local.js").State} State */

export class People {
  /**
   * @param {HTMLElement} element
   * @param {import("./progress.js").Host} host
   */
  constructor(element, host) {
    this.element = element;
    this.host = host;
    this.words = host.words;
    /** @type {{ name: string, back: () => State } | null} Who was removed last. */
    this.removed = null;
    this.list = make("ul", { class: "kt-people" });
    this.undo = button("kt-quiet", "", () => this.#undo());
    // It has no name before somebody is removed.
    this.undo.hidden = true;
    this.add = button("", this.words.my_person_add, () => this.#add());
    this.moved = make("div", { class: "kt-notice", "data-state": "other", hidden: "" });
    const ways = make("div", { class: "kt-result__ways" }, this.add, this.undo);
    element.replaceChildren(this.moved, this.list, ways);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const look = (/** @type {StorageEvent} */ { key }) => {
      if (key === null || key === KEY) this.show();
    };
    window.addEventListener("storage", look, { signal });
  }

  /**
   * Name a profile.
   *
   * @param {Profile} profile
   */
  nameOf({ id, name }) {
    const own = id === current().id ? this.host.own() : "";
    return name || own || this.words.my_person_nameless;
  }

  show() {
    const here = current();
    const every = profiles();
    // The first one is there even where nobody uses it.
    const used = every.filter(({ id, name }) => id || name || id === here.id || recordsOf(id).length);
    const shown = used.length ? used : every;
    this.list.replaceChildren(...shown.map((profile) => this.#row(profile, here.id)));
    this.undo.hidden = this.removed === null;
    this.undo.textContent = this.removed ? fill(this.words.my_person_undo, { name: this.removed.name }) : "";
    const other = every.find(({ id }) => id === next());
    this.moved.hidden = !other || other.id === here.id;
    if (!this.moved.hidden && other) this.#elsewhere(other, here);
  }

  /**
   * Say that another tab has gone over to another profile.
   *
   * @param {Profile} other
   * @param {Profile} here
   */
  #elsewhere(other, here) {
    const names = { other: this.nameOf(other), name: this.nameOf(here) };
    const reload = button("kt-quiet", fill(this.words.my_person_go, names), () => location.reload());
    this.moved.replaceChildren(make("p", {}, fill(this.words.my_person_elsewhere, names)), reload);
  }

  /**
   * @param {Profile} profile
   * @param {string} here
   */
  #row(profile, here) {
    const { words } = this;
    const name = this.nameOf(profile);
    const mine = profile.id === here;
    const about = make("span", { class: "kt-people__name" }, make("strong", {}, name));
    if (mine) about.append(" ", make("span", { class: "kt-chip" }, words.my_person_here));
    const named = (/** @type {string} */ label, /** @type {() => void} */ press) => {
      const made = button("kt-quiet", label, press);
      // Several buttons say the same: their names tell whose they are.
      made.setAttribute("aria-label", `${label}: ${name}`);
      return made;
    };
    const ways = make("span", { class: "kt-people__ways" });
    if (!mine) ways.append(named(words.my_person_switch, () => this.#switch(profile)));
    ways.append(named(words.my_person_rename, () => this.#rename(profile)));
    if (!mine) ways.append(named(words.my_person_remove, () => this.#ask(profile)));
    return make("li", { "data-profile": profile.id }, about, ways);
  }

  /** @param {string} [value] @returns {import("./asking.js").Asked} */
  #field(value = "") {
    const { my_name: label, my_person_missing: missing, my_person_help: help } = this.words;
    return { name: "name", label, missing, help, value };
  }

  #add() {
    const { my_person_add: title, my_person_create: submit } = this.words;
    ask(this.element, this.words, { title, submit, fields: [this.#field()] }, ({ name }) => {
      this.#go(add(name));
    });
  }

  /** @param {Profile} profile */
  #switch({ id }) {
    this.#go(choose(id));
  }

  /** @param {State} state */
  #go(state) {
    if (state === "ok") location.reload();
    else this.host.changed("", state);
  }

  /** @param {Profile} profile */
  #rename(profile) {
    const { my_person_rename: title, my_person_keep: submit } = this.words;
    const about = { title, submit, fields: [this.#field(profile.name)] };
    ask(this.element, this.words, about, ({ name }) => {
      const state = rename(profile.id, name);
      this.host.changed(fill(this.words.my_person_renamed, { name }), state);
      this.#focus(profile.id);
    });
  }

  /** @param {string} id */
  #focus(id) {
    const row = this.list.querySelector(`[data-profile="${CSS.escape(id)}"] button`);
    if (row instanceof HTMLElement) row.focus();
  }

  /**
   * Ask before a profile is removed, and offer to save it first.
   *
   * @param {Profile} profile
   */
  #ask(profile) {
    const { words } = this;
    const name = this.nameOf(profile);
    const n = recordsOf(profile.id).length;
    const body = [make("p", {}, fill(words.my_person_remove_text, { n }))];
    const save = () => {
      this.host.save(bundle({ start: prefixOf(profile.id), name: profile.name }));
      this.#ask(profile);
    };
    const ways = [
      { label: words.cancel },
      { label: words.my_save, press: save },
      { label: words.my_person_remove, press: () => this.#remove(profile), main: true },
    ];
    open(this.element, dialog(fill(words.my_person_remove_title, { name }), body, ways));
  }

  /** @param {Profile} profile */
  #remove(profile) {
    const name = this.nameOf(profile);
    this.removed = { name, back: removeProfile(profile.id) };
    this.host.changed(fill(this.words.my_person_removed, { name }), "ok");
    this.undo.focus();
  }

  #undo() {
    const state = this.removed?.back() ?? "ok";
    const name = this.removed?.name ?? "";
    if (state === "ok") this.removed = null;
    this.host.changed(state === "ok" ? fill(this.words.my_person_back, { name }) : "", state);
    this.add.focus();
  }
}

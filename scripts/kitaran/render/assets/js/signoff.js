// @ts-check
/** The dialog in which a step is signed off: by whom, when, with what score. */

import { button, fill, make } from "./dom.js";
import { nameOf } from "./pathcard.js";

/** @typedef {import("./dom.js").Words} Words */
/** @typedef {import("./journey.js").Entry} Entry */
/** @typedef {import("./handbook.js").Step} Step */

/** A field with its label, and the place where it says what is wrong with what was typed. */
class Field {
  /**
   * @param {string} name
   * @param {string} label
   * @param {HTMLInputElement | HTMLTextAreaElement} control
   */
  constructor(name, label, control) {
    this.control = control;
    control.id = `kt-sign-${name}`;
    this.fault = make("p", { class: "kt-sign__fault", id: `${control.id}-fault`, hidden: "" });
    control.setAttribute("aria-describedby", this.fault.id);
    const title = make("label", { for: control.id }, label);
    this.element = make("div", { class: "kt-sign__field" }, title, control, this.fault);
  }

  get value() {
    return this.control.value.trim();
  }

  /** @param {string} text What is good to know before it is filled in. */
  help(text) {
    const help = make("p", { class: "kt-sign__help", id: `${this.control.id}-help` }, text);
    this.control.before(help);
    this.control.setAttribute("aria-describedby", `${help.id} ${this.fault.id}`);
  }

  /** @param {string} fault What is wrong; nothing where all is well. */
  say(fault) {
    this.fault.textContent = fault;
    this.fault.hidden = !fault;
    this.control.setAttribute("aria-invalid", String(Boolean(fault)));
    if (fault) this.control.focus();
    return !fault;
  }
}

/**
 * Ask for a signature.
 *
 * @param {HTMLElement} place Where on the page the dialog belongs.
 * @param {Step} step
 * @param {Words} words
 * @param {number | null} least The score that the path's certificate asks of a role-play, in percent.
 * @param {(entry: Entry) => void} signed
 */
export function askSignature(place, step, words, least, signed) {
  const by = step.sign_off ?? "self";
  const today = dayOf(new Date());
  const name = new Field("name", words.sign_name, input({ autocomplete: "off", maxlength: "80" }));
  const date = new Field("date", words.sign_date, input({ type: "date", value: today, max: today }));
  const score = new Field("score", words.sign_score, input({ inputmode: "decimal" }));
  if (least !== null) score.help(fill(words.sign_score_least, { percent: least }));
  const note = new Field("note", words.sign_note, make("textarea", { rows: "2", maxlength: "500" }));
  const fields = [
    ...(by === "self" ? [] : [name]),
    date,
    ...(step.kind === "roleplay" ? [score] : []),
    note,
  ];
  const heading = make("p", { class: "kt-dialog__title", id: "kt-sign-title" }, words.sign_title);
  const send = make("button", { class: "md-button md-button--primary" }, words.sign_submit);
  const cancel = button("", words.cancel, () => box.close());
  const form = make(
    "form",
    { class: "kt-sign", novalidate: "", autocomplete: "off" },
    heading,
    make("p", { class: "kt-sign__step" }, nameOf(words, step)),
    make("p", { class: "kt-sign__who" }, words[`sign_off_${by}`]),
    ...(by === "self" ? [] : [make("p", { class: "kt-sign__help" }, words.sign_how)]),
    ...fields.map(({ element }) => element),
    make("div", { class: "kt-result__ways" }, send, cancel),
  );
  const box = make("dialog", { class: "kt-dialog", "aria-labelledby": heading.id }, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const percent = readPercent(score.value);
    const right = [
      score.say(percent === undefined ? words.sign_score_wrong : ""),
      date.say(!date.value || date.value > today ? words.sign_date_wrong : ""),
      name.say(by !== "self" && !name.value ? words.sign_name_missing : ""),
    ];
    if (!right.every(Boolean)) return;
    box.close();
    signed({
      done: true,
      at: Date.now(),
      by,
      date: date.value,
      ...(by !== "self" && { name: name.value }),
      ...(typeof percent === "number" && { score: percent }),
      ...(note.value && { note: note.value }),
    });
  });
  box.addEventListener("close", () => box.remove(), { once: true });
  place.append(box);
  box.showModal();
  fields[0].control.focus();
}

/**
 * Write a signature out.
 *
 * @param {Entry} entry
 * @param {Words} words
 * @param {(day: string | number) => string} dateText
 */
export function signatureText(entry, words, dateText) {
  if (!entry.by || !words[`sign_off_${entry.by}`]) return words.path_earlier;
  const told = Number(entry.score) >= 0 && Number(entry.score) <= 100;
  const score = typeof entry.score === "number" && told ? fill(words.path_score, { percent: entry.score ?? 0 }) : "";
  const said = [text(entry.name), dateText(text(entry.date) || entry.at), score, text(entry.note)];
  return `${words[`sign_off_${entry.by}`]}: ${said.filter(Boolean).join(" · ")}`;
}

/** @param {Record<string, string>} attributes */
function input(attributes) {
  return make("input", { type: "text", ...attributes });
}

/**
 * Read a percentage.
 *
 * @param {string} typed
 * @returns {number | null | undefined} `null` where none was typed, `undefined` where it is none.
 */
function readPercent(typed) {
  if (!typed) return null;
  const match = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(typed);
  const value = match ? Number(match[1].replace(",", ".")) : NaN;
  return value <= 100 ? value : undefined;
}

/**
 * Write a day as a date field does, in the reader's own time.
 *
 * @param {Date} date
 */
function dayOf(date) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param {unknown} value */
function text(value) {
  return typeof value === "string" ? value : "";
}

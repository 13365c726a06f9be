// @ts-check
/** Dialogs that ask before something happens. Escape, and the first button, let nothing happen. */

import { button, make } from "./dom.js";

/**
 * @typedef {object} Way A way to answer.
 * @property {string} label
 * @property {() => void} [press] What happens then; nothing where there is none.
 * @property {boolean} [main] Whether it is what the dialog was opened for.
 */

let made = 0;

/**
 * Make a dialog. It is to be put on the page, and opened by `showModal()`.
 *
 * @param {string} title What it asks.
 * @param {(Node | string)[]} body What stands below.
 * @param {Way[]} ways The first one has the focus.
 * @returns {HTMLDialogElement}
 */
export function dialog(title, body, ways) {
  const heading = make("p", { class: "kt-dialog__title", id: `kt-dialog-${++made}` }, title);
  const buttons = ways.map(({ label, press, main }) =>
    button(main ? "md-button--primary" : "", label, () => {
      box.close();
      press?.();
    }),
  );
  const foot = make("div", { class: "kt-result__ways" }, ...buttons);
  const about = { class: "kt-dialog", "aria-labelledby": heading.id };
  const box = make("dialog", about, heading, ...body, foot);
  return box;
}

/**
 * Open a dialog that is thrown away when it closes; the focus goes back to where it was.
 *
 * @param {Element} place Where on the page it belongs.
 * @param {HTMLDialogElement} box
 */
export function open(place, box) {
  box.addEventListener("close", () => box.remove(), { once: true });
  place.append(box);
  box.showModal();
  return box;
}

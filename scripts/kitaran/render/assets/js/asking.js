// @ts-check
/** Dialogs in which something is typed. Escape, and `Cancel`, let nothing happen. */

import { open } from "./dialog.js";
import { button, make } from "./dom.js";

/** @typedef {import("./dom.js").Words} Words */

/**
 * @typedef {object} Asked Something to be typed.
 * @property {string} name
 * @property {string} label
 * @property {string} [value] What stands there at first.
 * @property {string} [help]
 * @property {string} missing What to say where nothing is typed.
 * @property {(values: Record<string, string>) => boolean} [needed] Whether it has to be there.
 */

let made = 0;

/**
 * Ask for texts.
 *
 * @param {Element} place Where on the page the dialog belongs.
 * @param {Words} words
 * @param {object} about
 * @param {string} about.title
 * @param {(Node | string)[]} [about.body] What stands above the fields.
 * @param {Asked[]} about.fields
 * @param {string} about.submit What the button says.
 * @param {(values: Record<string, string>) => void} done
 */
export function ask(place, words, { title, body = [], fields, submit }, done) {
  const heading = make("p", { class: "kt-dialog__title", id: `kt-ask-${++made}` }, title);
  const controls = fields.map((field) => control(field));
  const send = make("button", { class: "md-button md-button--primary" }, submit);
  const cancel = button("", words.cancel, () => box.close());
  const form = make(
    "form",
    { class: "kt-ask", novalidate: "", autocomplete: "off" },
    heading,
    ...body,
    ...controls.map(({ element }) => element),
    make("div", { class: "kt-result__ways" }, send, cancel),
  );
  const box = make("dialog", { class: "kt-dialog", "aria-labelledby": heading.id }, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = Object.fromEntries(controls.map(({ name, input }) => [name, input.value.trim()]));
    const wrong = controls.filter(({ name, needed, say, missing }) =>
      say(!values[name] && (needed?.(values) ?? true) ? missing : ""),
    );
    if (wrong.length) return wrong[0].input.focus();
    box.close();
    done(values);
  });
  open(place, box);
  controls[0]?.input.select();
  return box;
}

/** @param {Asked} field */
function control(field) {
  const id = `kt-asked-${++made}`;
  const input = make("input", { type: "text", id, maxlength: "80", value: field.value ?? "" });
  const help = make("p", { class: "kt-ask__help", id: `${id}-help` }, field.help ?? "");
  const fault = make("p", { class: "kt-ask__fault", id: `${id}-fault`, hidden: "" });
  help.hidden = !field.help;
  input.setAttribute("aria-describedby", `${help.id} ${fault.id}`);
  const label = make("label", { for: id }, field.label);
  const element = make("div", { class: "kt-ask__field" }, label, input, help, fault);
  const say = (/** @type {string} */ text) => {
    fault.textContent = text;
    fault.hidden = !text;
    input.setAttribute("aria-invalid", String(Boolean(text)));
    return Boolean(text);
  };
  return { ...field, input, element, say };
}

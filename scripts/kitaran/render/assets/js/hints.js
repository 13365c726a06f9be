// @ts-check
/** Hints that come one after the other. */

/**
 * Offer each hint once the one before it was opened.
 *
 * @param {HTMLElement} question
 * @param {(count: number) => void} opened Told how many have been opened, whenever one is.
 */
export function stepHints(question, opened) {
  const hints = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (question.querySelectorAll(".kt-hint"))];
  for (const [place, hint] of hints.entries()) {
    hint.hidden = place > 0;
    hint.addEventListener("toggle", () => {
      if (!hint.open) return;
      if (hints[place + 1]) hints[place + 1].hidden = false;
      opened(place + 1);
    });
  }
}

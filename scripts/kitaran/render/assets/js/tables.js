// @ts-check
/** Let those who use a keyboard scroll wide tables: what cannot get the focus cannot be scrolled. */

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});

/** Watch the tables of the page, once Material has put each into a box that scrolls. */
export function watch() {
  requestAnimationFrame(() => {
    sizes.disconnect();
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) sizes.observe(box);
  });
}

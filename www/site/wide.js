// A formula or a table wider than the page scrolls in a box of its own, which a keyboard reaches while there is something
// to scroll.

const boxes = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
for (const { parentElement } of document.querySelectorAll("p > math, .wide > table"))
  if (parentElement) boxes.observe(parentElement);

// Finds an article in the outline by its number or a word of its heading.
import { on } from "./keys.js";

const pane = document.getElementById("outline");
const field = document.getElementById("find");
const found = document.getElementById("found");

function fits(item, asked) {
  const number = item.querySelector(".number")?.textContent ?? "";
  return /^\d/.test(asked) ? number.startsWith(asked) : item.textContent.toLocaleLowerCase().includes(asked);
}

function filter() {
  const asked = field.value.trim().toLocaleLowerCase();
  let count = 0;
  for (const group of pane.querySelectorAll("details")) {
    let isHit = false;
    for (const item of group.querySelectorAll("li")) {
      item.hidden = Boolean(asked) && !fits(item, asked);
      if (!item.hidden) { isHit = true; count += 1; }
    }
    group.hidden = !isHit;
    if (asked && isHit) group.open = true;
  }
  found.textContent = asked ? String(count) : "";
}

pane.querySelector(".outline-tools").hidden = false;
field.addEventListener("input", filter);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") [...pane.querySelectorAll("li:not([hidden]) a")].find((link) => link.querySelector(".number"))?.click();
  if (event.key === "Escape") { field.value = ""; filter(); field.blur(); }
});
document.addEventListener("htmx:afterSettle", () => { if (field.value) filter(); });
on({
  "/": () => {
    if (!field.checkVisibility()) pane.showPopover();
    field.focus();
  },
});

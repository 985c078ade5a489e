// Finds articles in the outline by their number, or by a word in them.
import { on } from "./keys.js";

const pane = document.getElementById("outline");
const field = document.getElementById("find");
const found = document.getElementById("found");

const lowered = (element) => element?.textContent.toLocaleLowerCase() ?? "";
const textOf = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest(".stretch");

function fits(item, asked) {
  if (/^\d/.test(asked)) return (item.querySelector(".number")?.textContent ?? "").startsWith(asked);
  return lowered(item).includes(asked) || lowered(textOf(item.matches("a") ? item : item.querySelector("a"))).includes(asked);
}

function filter() {
  const asked = field.value.trim().toLocaleLowerCase();
  let count = 0;
  const show = (item) => {
    item.hidden = Boolean(asked) && !fits(item, asked);
    if (!item.hidden) count += 1;
    return !item.hidden;
  };
  for (const group of pane.querySelectorAll("details")) {
    const hits = [...group.querySelectorAll("li")].filter(show);
    group.hidden = !hits.length;
    if (asked && hits.length) group.open = true;
  }
  pane.querySelectorAll(".outline > a").forEach(show);
  found.textContent = asked ? found.dataset.words.replace("…", count) : "";
}

pane.querySelector(".outline-tools").hidden = false;
field.addEventListener("input", filter);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") [...pane.querySelectorAll("li:not([hidden]) a")].find((link) => link.querySelector(".number"))?.click();
  if (event.key === "Escape") { field.value = ""; filter(); field.blur(); }
});
document.addEventListener("htmx:oobAfterSwap", ({ detail }) => { if (field.value && detail.target.id === "outline-list") filter(); });
on({
  "/": () => {
    if (!field.checkVisibility()) pane.showPopover();
    field.focus();
  },
});

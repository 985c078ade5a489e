// Chooses a unit by click or arrow keys; the margin shows what became of it.
import { on } from "./keys.js";

const sheet = document.getElementById("sheet");
const margin = document.getElementById("margin");
const language = sheet.lang;
const law = document.querySelector(".room").dataset.law;
const pen = document.getElementById("pen");
let current;

const units = () => [...sheet.querySelectorAll(".unit[data-provision]:not(.is-editing, .is-covered)")];

export const address = (provision, page) => `/laws/${law}/provisions/${provision}/${page}?language=${language}`;

export function choose(unit, { scroll = true, focus = true } = {}) {
  if (!unit || unit === current) return;
  current?.classList.remove("is-current");
  current?.removeAttribute("tabindex");
  current = unit;
  unit.classList.add("is-current");
  unit.tabIndex = -1;
  if (pen) {
    pen.href = address(unit.dataset.provision, "desk/");
    pen.hidden = false;
    linesOf(unit)[0].append(pen);
  }
  if (focus) unit.focus({ preventScroll: true });
  if (scroll) unit.scrollIntoView({ block: "nearest" });
  if (margin) htmx.ajax("GET", address(unit.dataset.provision, "margin/"), { source: margin, target: margin, swap: "innerHTML" }).catch(() => margin.replaceChildren());
}

const linesOf = (unit) => sheet.querySelectorAll(`.unit[data-provision="${CSS.escape(unit.dataset.provision)}"]`);

export const chosen = () => (current?.isConnected ? current : undefined);

function step(by, among = units()) {
  const place = among.indexOf(chosen());
  const next = among[place < 0 ? firstOnScreen(among) : Math.min(Math.max(place + by, 0), among.length - 1)];
  choose(next);
}

function firstOnScreen(among) {
  const place = among.findIndex((unit) => unit.getBoundingClientRect().top > 120);
  return Math.max(place, 0);
}

function stepChanged(by) {
  const changed = units().filter((unit) => unit.dataset.change);
  const here = chosen()?.getBoundingClientRect().top ?? 0;
  const next = by > 0
    ? changed.find((unit) => unit !== current && unit.getBoundingClientRect().top > here)
    : changed.findLast((unit) => unit !== current && unit.getBoundingClientRect().top < here);
  choose(next);
}

sheet.addEventListener("click", (event) => {
  const unit = event.target.closest(".unit[data-provision]");
  if (!unit || event.target.closest("a, button, .desk") || String(getSelection())) return;
  choose(unit, { scroll: false, focus: false });
});

// Whoever comes by a link to a unit is there: its history stands in the margin.
function chooseTarget() {
  const unit = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".unit[data-provision]");
  choose(unit, { scroll: false, focus: false });
}
addEventListener("hashchange", chooseTarget);
chooseTarget();

// In the outline, the margin and the bars the arrows scroll, as everywhere.
const inText = (act) => ({ target }) => (target === document.body || sheet.contains(target) ? act() : false);

on({
  ArrowDown: inText(() => step(1)),
  ArrowUp: inText(() => step(-1)),
  "]": () => stepChanged(1),
  "[": () => stepChanged(-1),
  BracketRight: () => stepChanged(1),
  BracketLeft: () => stepChanged(-1),
  KeyH: () => (chosen() ? location.assign(address(chosen().dataset.provision, "")) : false),
});

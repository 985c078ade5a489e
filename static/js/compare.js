// What a person chose to see acts at once and stands in the address; without script the same form asks the server.
import { on } from "./keys.js";
import { inPlaceAgain, keepInStep, leadTo, shownAgain } from "./steps.js";

const form = document.getElementById("choices");
const main = document.getElementById("main");
const rows = [...main.querySelectorAll(":scope > :is(.heading, .change, .folded:not(.concordance))")].reverse();
const isWhole = main.classList.contains("is-whole");
const DEFAULT = "excluded inserted moved reworded split";

function chosen() {
  const fields = new FormData(form);
  const shown = new Set(fields.getAll("show"));
  shown.delete("none");
  return { fields, shown, isSubstantive: fields.has("substance") };
}

function address({ fields, shown }) {
  const query = new URLSearchParams();
  for (const [name, value] of fields) if (value && name !== "show") query.append(name, value);
  const names = [...shown].sort();
  if (names.join(" ") !== DEFAULT) for (const name of ["none", ...names]) query.append("show", name);
  return `?${query}`;
}

const passes = (element, { shown, isSubstantive }) =>
  shown.has(element.dataset.filter) && (!isSubstantive || "substantive" in element.dataset);

function showsFolds({ shown, isSubstantive }) {
  return shown.has("quiet") || (DEFAULT.split(" ").every((name) => shown.has(name)) && !isSubstantive);
}

// The same rule as Choices.over: a row stays for its own sake, or for what is shown in it, which is deeper.
function filter(choices) {
  const withFolds = showsFolds(choices);
  let below = [];
  for (const row of rows) {
    const depth = Number(row.dataset.depth);
    const isFold = row.matches(".folded");
    const isChange = "filter" in row.dataset;
    const isWanted = isFold ? withFolds : isChange && passes(row, choices);
    const isSeen = isWanted || (!isFold && below.some((one) => one > depth));
    if (!isFold) below = below.filter((one) => one <= depth);
    if (isSeen) below.push(depth);
    row.classList.toggle("is-muted", isChange && !isWanted);
    row.hidden = !(isSeen || isWhole);
    if (isFold) row.open = choices.shown.has("quiet");
  }
  for (const link of document.querySelectorAll(".change-list a")) link.hidden = !passes(link, choices);
}

function act(event) {
  const choices = chosen();
  if (event.target.name === "whole" || (isWhole && event.target.name === "view")) {
    location.assign(address(choices) + location.hash);
    return;
  }
  if (event.target.name !== "view") filter(choices);
  history.replaceState(null, "", address(choices) + location.hash);
  shownAgain();
  if (event.target.name === "view") inPlaceAgain();
}

function turn(selector) {
  const input = document.querySelector(selector);
  input?.click();
}

document.addEventListener("change", (event) => {
  if (event.target.form === form) act(event);
});
// The other language of the same choices, at the same change.
document.querySelector(".text-languages")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  const query = new URLSearchParams(location.search);
  query.set("language", link.lang);
  link.search = query;
  link.hash = location.hash;
});
on({
  v: () => turn("input[name=view]:not(:checked)"),
  u: () => turn("input[name=whole]:not(:checked)"),
  s: () => turn("#only-substance"),
  KeyV: () => turn("input[name=view]:not(:checked)"),
  KeyU: () => turn("input[name=whole]:not(:checked)"),
  KeyS: () => turn("#only-substance"),
  j: () => leadTo(1),
  k: () => leadTo(-1),
  KeyJ: () => leadTo(1),
  KeyK: () => leadTo(-1),
});
keepInStep();

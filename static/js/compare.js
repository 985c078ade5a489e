// What a person chose to see acts at once and stands in the address; without script the same form asks the server.
import { on } from "./keys.js";
import { keepInStep, leadTo, shownAgain } from "./steps.js";

const form = document.getElementById("choices");
const main = document.getElementById("main");
const rows = [...main.querySelectorAll(":scope > :is(.heading, .change, .folded:not(.concordance))")].reverse();
const isWhole = main.classList.contains("is-whole");
const DEFAULT = "excluded inserted moved reworded split";
const LEVELS = [0, 1, 2, 3, 4, 5, 6];

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

// The same rule as Choices.over: a heading stands for what is shown below it, down to one that is not deeper.
function filter(choices) {
  const withFolds = showsFolds(choices);
  let below = new Set();
  for (const row of rows) {
    const level = "level" in row.dataset ? Number(row.dataset.level) : null;
    const isMuted = "filter" in row.dataset && !passes(row, choices);
    const isFold = row.matches(".folded");
    let seen = isFold ? withFolds : !isMuted;
    if (level !== null && (isMuted || row.matches(".heading"))) seen = below.has(level);
    if (level !== null) below = new Set([...below].filter((one) => one < level));
    if (seen) for (const one of LEVELS) if (level === null || one < level) below.add(one);
    row.classList.toggle("is-muted", isMuted);
    row.hidden = !(seen || isWhole);
    if (isFold) row.open = choices.shown.has("quiet");
  }
  for (const link of document.querySelectorAll(".change-list a")) link.hidden = !passes(link, choices);
}

function act(event) {
  const choices = chosen();
  if (event.target.name === "whole") {
    location.assign(address(choices) + location.hash);
    return;
  }
  if (event.target.name !== "view") filter(choices);
  history.replaceState(null, "", address(choices) + location.hash);
  shownAgain();
}

function turn(selector) {
  const input = document.querySelector(selector);
  input?.click();
}

document.addEventListener("change", (event) => {
  if (event.target.form === form) act(event);
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

// The current change: next and previous, its place among those shown, its mark in the list, its link in the address.
const list = document.querySelector(".change-list");
const links = list ? [...list.querySelectorAll("a")] : [];
const [previous, next, steps] = ["previous", "next", "steps"].map((name) => document.getElementById(name));
const noticeGone = document.getElementById("not-here");
const noneShown = document.getElementById("none-shown");
let current = links.find((link) => !link.hidden);

const target = (link) => document.getElementById(link.hash.slice(1));
const shown = () => links.filter((link) => !link.hidden);

function mark(link) {
  for (const element of document.querySelectorAll(".change-list [aria-current], #main [aria-current]")) element.removeAttribute("aria-current");
  current = link;
  if (!link) return;
  link.setAttribute("aria-current", "true");
  target(link).setAttribute("aria-current", "true");
  const [box, pane] = [link.getBoundingClientRect(), list.parentElement.getBoundingClientRect()];
  if (box.height && (box.top < pane.top || box.bottom > pane.bottom)) list.parentElement.scrollTop += box.top - pane.top - pane.height / 3;
}

function tell() {
  if (!steps) return;
  const order = shown();
  const place = order.indexOf(current);
  steps.querySelector("strong").textContent = place + 1;
  steps.querySelector("span").textContent = order.length;
  noneShown.hidden = order.length > 0;
  point(previous, order[Math.max(place - 1, 0)]);
  point(next, order[Math.min(place + 1, order.length - 1)]);
}

function point(button, link) {
  if (link) button.href = link.hash;
  else button.removeAttribute("href");
}

// A screen reader reads the label of what gets the focus; the words are at the top of the screen, not under the bars.
function lead(element) {
  const fold = element.closest("details");
  if (fold) fold.open = true;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "start" });
}

export function leadTo(step) {
  const order = shown();
  const place = order.indexOf(current);
  const link = order[Math.min(Math.max(place + step, 0), order.length - 1)];
  if (link) go(link);
}

// The other view has other heights: the current change is at the top again, and the focus stays where it was.
export const inPlaceAgain = () => current && target(current).scrollIntoView({ block: "start" });

function go(link) {
  history.replaceState(null, "", location.search + link.hash);
  mark(link);
  tell();
  noticeGone.hidden = true;
  lead(target(link));
}

// After a filter: the current change stays if it is shown, else the next one that is.
export function shownAgain() {
  if (!current || current.hidden) {
    const from = links.indexOf(current);
    mark(links.slice(from).find((link) => !link.hidden) ?? shown().at(-1));
  }
  tell();
}

// A link to one change: from the list, from another end, from elsewhere. It also works when a filter hides the change.
function follow() {
  const name = decodeURIComponent(location.hash.slice(1));
  if (!name.startsWith("p-")) return;
  const element = document.getElementById(name);
  noticeGone.hidden = Boolean(element);
  const link = element && links.find((one) => one.dataset.number === element.dataset.number);
  if (!link) {
    if (!element) noticeGone.scrollIntoView({ block: "center" });
    return;
  }
  const isInFold = element.closest("details:not([hidden])");
  if (link.hidden && !isInFold) reveal(link);
  if (!link.hidden) mark(link);
  tell();
  lead(element);
}

function reveal(link) {
  const substance = document.getElementById("only-substance");
  if (substance.checked && !("substantive" in link.dataset)) substance.click();
  const filter = document.querySelector(`[name=show][value=${link.dataset.filter}]`);
  if (!filter.checked) filter.click();
}

export function keepInStep() {
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#previous, #next");
    if (!button) return;
    event.preventDefault();
    leadTo(button === next ? 1 : -1);
  });
  mark(current);
  tell();
  follow();
}

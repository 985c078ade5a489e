// Marks in the outline the article that is being read, and opens the chapter that it stands in.
const outline = document.querySelector(".outline");
let [links, headings, current, opened] = [[], [], undefined, new Set()];

const titleOf = (group) => group.querySelector("summary").textContent;

function gather() {
  links = [...outline.querySelectorAll("a")];
  headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  current = outline.querySelector("[aria-current]") ?? undefined;
}

// The article that a person has chosen or writes in, while it is on the screen; else the one at the height of the eyes.
function lineOfReading() {
  const place = document.querySelector(".unit.is-editing, .unit.is-current")?.getBoundingClientRect();
  return place && place.bottom > 0 && place.top < innerHeight ? place.top + 1 : innerHeight / 3;
}

function articleBeingRead() {
  const line = lineOfReading();
  let [low, high] = [0, headings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headings[middle]?.getBoundingClientRect().top <= line) low = middle + 1;
    else high = middle;
  }
  return links[Math.max(low - 1, 0)];
}

function show(link) {
  const pane = outline.parentElement;
  const [shown, around] = [link.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (shown.top < around.top || shown.bottom > around.bottom) pane.scrollTop += shown.top - around.top - around.height / 3;
}

function mark() {
  const link = articleBeingRead();
  if (!link || link === current) return;
  const [left, entered] = [current?.closest("details"), link.closest("details")];
  current?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "location");
  if (left && left !== entered) left.open = false;
  if (entered) entered.open = true;
  current = link;
  show(link);
}

gather();
addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
// An act may have moved articles, or brought new ones; what was open stays open.
document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
  if (detail.target === outline) opened = new Set([...outline.querySelectorAll("details[open]")].map(titleOf));
});
document.addEventListener("htmx:oobAfterSwap", ({ detail }) => {
  if (detail.target === outline) for (const group of outline.querySelectorAll("details")) group.open = opened.has(titleOf(group));
});
document.addEventListener("htmx:afterSettle", () => { gather(); mark(); });
document.addEventListener("click", () => requestAnimationFrame(mark));
mark();

// Marks in the outline the article that is being read, and opens the chapter that it stands in.
const outline = document.querySelector(".outline");
let [links, headings, current] = [[], [], undefined];

function gather() {
  links = [...outline.querySelectorAll("a")];
  headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  current = undefined;
}

function articleBeingRead() {
  const line = innerHeight / 3;
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
// An act may have moved articles, or brought new ones.
document.addEventListener("htmx:afterSettle", () => { gather(); mark(); });
mark();

// Changing the law in place: opens desks and menus, and closes them when what they asked for is done.
import { choose, chosen, address } from "./reading.js";
import { on } from "./keys.js";
import { desk, fields, isTouched, lay, takeOver, unsentKey, wordsOf } from "./desk.js";
import { drop } from "./unsent.js";
import { offerUnsent } from "./unsent-notices.js";
import { openBeside } from "./menu.js";
import { press } from "./desk-keys.js";
import { keepOrder, pass, repeatLost, whenIdle } from "./acts.js";

const sheet = document.getElementById("sheet");
const menu = document.getElementById("unit-menu");
const dialog = document.getElementById("dialog");
const notices = document.getElementById("notices");
const room = document.querySelector(".room").dataset;
let [sending, carried, held] = [];
let order = [];

const unitOf = (provision) => sheet.querySelector(`.unit[data-provision="${CSS.escape(provision)}"]`);
const linesOf = (unit) => sheet.querySelectorAll(`.unit[data-provision="${CSS.escape(unit.dataset.provision)}"]`);
const provisionIn = (url) => url.match(/provisions\/([0-9a-f-]+)\//)[1];

export function close() {
  const form = desk();
  if (!form) return;
  const unit = form.closest(".unit");
  form.remove();
  if (unit.dataset.isNew) { unit.remove(); return; }
  unit.classList.remove("is-editing");
  for (const line of linesOf(unit)) line.classList.remove("is-covered");
}

// What stands on an open desk is saved before another is opened, as in any word processor.
async function leave() {
  const form = desk();
  if (!form) return true;
  if (!isTouched(form)) { close(); return true; }
  return new Promise((resolve) => {
    const heard = new AbortController();
    const hear = (name, answer) => document.addEventListener(name, () => { heard.abort(); resolve(answer); }, { signal: heard.signal });
    hear("lawdraft:saved", true);
    hear("htmx:responseError", false);
    hear("htmx:sendError", false);
    if (!held) pass(form, () => form.querySelector(".saves").click());
  });
}
keepOrder(leave);

// What does not come is said by failures.js.
const bring = (url, into, swap = "innerHTML") => htmx.ajax("GET", url, { source: into, target: into, swap }).catch(() => undefined);

export async function write(provision, { caret, first, url = address(provision, "desk/") } = {}) {
  if (!(await leave())) return;
  const unit = unitOf(provision);
  if (!unit) return;
  choose(unit, { scroll: false, focus: false });
  await bring(url, unit, "beforeend");
  if (!desk()) return;
  for (const line of linesOf(unit)) line.classList.toggle("is-covered", line !== unit);
  unit.classList.add("is-editing");
  await lay(desk(), { caret, first });
}

// The field of what the person sees: a heading and the text under it are one unit of the law.
const fieldOf = (line) => (line.querySelector(":scope > :is(h1, h2, h3, h4, h5, h6)") ? "heading" : "text");

// How many characters of the words stand before the place that was clicked; undefined if it is not among them.
function caretIn(unit, event) {
  const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const words = unit.querySelector(":scope > :is(h1, h2, h3, h4, h5, h6) > .name, :scope > p");
  if (!at || !words?.contains(at.offsetNode)) return undefined;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(at.offsetNode, at.offset);
  const copy = before.cloneContents();
  copy.querySelectorAll(".number, .hidden-text").forEach((mark) => mark.remove());
  return copy.textContent.trimStart().length;
}

export async function add(provision, url = address(provision, "new/")) {
  if (!(await leave())) return;
  const unit = unitOf(provision);
  if (!unit) return;
  const place = document.createElement("div");
  place.className = "unit is-editing";
  place.dataset.isNew = "yes";
  [...linesOf(unit)].at(-1).after(place);
  await bring(url, place);
  if (!desk()) { place.remove(); return; }
  await lay(desk());
}

async function openMenu(grip) {
  const provision = provisionIn(grip.href);
  menu.replaceChildren();
  await bring(address(provision, "menu/"), menu);
  if (!menu.firstElementChild) return;
  openBeside(menu, grip);
  menu.querySelector("a, button").focus();
}

const follow = {
  grip: (link) => { choose(link.closest(".unit"), { scroll: false, focus: false }); return openMenu(link); },
  writes: (link) => write(provisionIn(link.href)),
  adds: (link) => add(provisionIn(link.href), link.href),
  moves: (link) => openDialog(link.href),
  "takes-theirs": (link) => takeTheirs(link.href),
  cancels: () => cancel(),
};

async function openDialog(url) {
  dialog.replaceChildren();
  await bring(url, dialog);
  if (dialog.firstElementChild) dialog.showModal();
}

async function takeTheirs(url) {
  await drop(unsentKey(desk()));
  await bring(url, desk(), "outerHTML");
}

export async function cancel() {
  if (held) return;
  const wasTouched = desk() && isTouched(desk());
  close();
  if (dialog.open) dialog.close();
  chosen()?.focus({ preventScroll: true });
  if (wasTouched) await offer();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const name = link && Object.keys(follow).find((one) => link.classList.contains(one));
  if (!name || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (menu.matches(":popover-open")) menu.hidePopover();
  follow[name](link);
});
sheet.addEventListener("dblclick", (event) => {
  const unit = event.target.closest(".unit[data-provision]");
  if (!unit || unit.contains(desk()) || event.target.closest("a, button")) return;
  const caret = caretIn(unit, event);
  getSelection().removeAllRanges();
  write(unit.dataset.provision, { first: fieldOf(unit), caret });
});
// While the desk is being laid anew after an act the next one is heard already.
document.addEventListener("keydown", (event) => {
  if (event.target.closest?.("#desk textarea")) press(event);
  else if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) whenIdle(() => desk() && press(event));
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && event.target.closest?.("#desk")) { event.preventDefault(); cancel(); } });

on({ Enter: (event) => (chosen() && !event.target.closest("a, button, summary, dialog, .menu") ? write(chosen().dataset.provision, { first: fieldOf(chosen()) }) : false) });
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target.closest("input, textarea, select")) return;
  const button = { KeyZ: event.shiftKey ? "redo" : "undo", KeyY: "redo" }[event.code];
  if (button) { event.preventDefault(); document.getElementById(button).click(); }
});

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.elt.matches(".chooses")) carried = { key: unsentKey(desk()), words: wordsOf() };
  if (detail.requestConfig.verb === "get") return;
  sending = detail.elt.closest("#desk") && unsentKey(desk());
  order = [...sheet.querySelectorAll(".unit[data-provision]")].map((unit) => unit.dataset.provision);
  if (sending) hold(detail.xhr);
});
document.addEventListener("htmx:afterRequest", ({ detail }) => { if (detail.xhr === held) hold(undefined); });
// What would be typed while the words are on their way could only be lost; htmx needs the desk until they are there.
const hold = (request) => {
  held = request;
  if (desk()) for (const field of fields()) field.readOnly = Boolean(request);
};

document.addEventListener("lawdraft:saved", async ({ detail }) => {
  const sent = sending;
  if (sent) close();
  if (dialog.open) dialog.close();
  if (menu.matches(":popover-open")) menu.hidePopover();
  if (!desk()) goOnAt(detail.provision);
  if (sent) await drop(sent);
  offer();
});

// Where the act was the keyboard goes on: at the unit, or at the one before it if it has left the text.
function goOnAt(provision) {
  const before = order.slice(0, order.indexOf(provision) + 1).reverse();
  const unit = [provision, ...before].filter(Boolean).map(unitOf).find(Boolean);
  const isNowhere = [null, document.body].includes(document.activeElement) || !document.activeElement.checkVisibility();
  choose(unit, { focus: false });
  if (isNowhere) unit?.focus({ preventScroll: true });
}

document.addEventListener("lawdraft:write", async ({ detail }) => {
  await (detail.caret === "after" ? add(detail.provision) : write(detail.provision, detail));
  document.dispatchEvent(new CustomEvent("lawdraft:laid"));
});
// A desk that came back with a question, or for another kind, is laid anew.
document.addEventListener("htmx:afterSwap", async ({ detail }) => {
  if (!desk() || detail.target?.id !== "desk") return;
  const words = carried;
  carried = undefined;
  await lay(desk(), { caret: desk().elements.at?.value });
  if (words) await takeOver(desk(), words);
});

addEventListener("online", () => {
  notices.replaceChildren();
  if (!repeatLost()) offer();
});

const offer = () => offerUnsent((record) => {
  const provision = provisionIn(record.address);
  if (!unitOf(provision)) return false;
  if (record.isNew) add(provision, record.address);
  else write(provision, { url: record.address });
  return true;
});
offer();

// Whoever comes from the two texts beside each other has chosen there what to write.
function writeWhatWasAskedFor() {
  const address = new URL(location);
  const asked = address.searchParams.get("write");
  if (!asked) return;
  address.searchParams.delete("write");
  history.replaceState(null, "", address);
  write(asked);
}
writeWhatWasAskedFor();

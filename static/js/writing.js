// Changing the law in place: opens desks and menus, and closes them when what they asked for is done.
import { choose, chosen, address } from "./reading.js";
import { on } from "./keys.js";
import { desk, fields, isTouched, lay, takeOver, unsentKey, wordsOf } from "./desk.js";
import { all, drop } from "./unsent.js";
import { press } from "./desk-keys.js";

const sheet = document.getElementById("sheet");
const menu = document.getElementById("unit-menu");
const dialog = document.getElementById("dialog");
const notices = document.getElementById("notices");
const room = document.querySelector(".room").dataset;
let [lost, sending, carried, isOnItsWay] = [{}];
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
    if (!isOnItsWay) form.querySelector(".saves").click();
  });
}

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
  menu.showPopover();
  const at = grip.getBoundingClientRect();
  menu.style.inset = "auto";
  menu.style.insetInlineStart = `${Math.min(at.left, innerWidth - menu.offsetWidth - 8)}px`;
  menu.style.insetBlockStart = `${Math.max(8, Math.min(at.bottom + 4, innerHeight - menu.offsetHeight - 8))}px`;
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
  if (isOnItsWay) return;
  const wasTouched = desk() && isTouched(desk());
  close();
  if (dialog.open) dialog.close();
  chosen()?.focus({ preventScroll: true });
  if (wasTouched) await offerUnsent();
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
document.addEventListener("keydown", (event) => { if (event.target.closest?.("#desk textarea")) press(event); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && event.target.closest?.("#desk")) { event.preventDefault(); cancel(); } });

on({ Enter: (event) => (chosen() && !event.target.closest("a, button, summary, dialog, .menu") ? write(chosen().dataset.provision, { first: fieldOf(chosen()) }) : false) });
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target.closest("input, textarea, select")) return;
  const button = { KeyZ: event.shiftKey ? "redo" : "undo", KeyY: "redo" }[event.code];
  if (button) { event.preventDefault(); document.getElementById(button).click(); }
});

// A fresh token from the cookie: signing in again in another window has changed the one of this page.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  const { elt, verb, parameters } = event.detail;
  if (verb === "get") return;
  if (token) parameters.csrfmiddlewaretoken = token;
  parameters.token ||= (elt === lost.element && lost.token) || fresh();
});
const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.elt.matches(".chooses")) carried = { key: unsentKey(desk()), words: wordsOf() };
  if (detail.requestConfig.verb === "get") return;
  sending = detail.elt.closest("#desk") && unsentKey(desk());
  order = [...sheet.querySelectorAll(".unit[data-provision]")].map((unit) => unit.dataset.provision);
  if (sending) hold(true);
});
document.addEventListener("htmx:afterRequest", ({ detail }) => { if (detail.requestConfig.verb !== "get") hold(false); });
// What would be typed while the words are on their way could only be lost; htmx needs the desk until they are there.
const hold = (isHeld) => {
  isOnItsWay = isHeld;
  if (desk()) for (const field of fields()) field.readOnly = isHeld;
};

document.addEventListener("lawdraft:saved", async ({ detail }) => {
  lost = {};
  const sent = sending;
  if (sent) close();
  if (dialog.open) dialog.close();
  if (menu.matches(":popover-open")) menu.hidePopover();
  if (!desk()) goOnAt(detail.provision);
  if (sent) await drop(sent);
  offerUnsent();
});

// Where the act was the keyboard goes on: at the unit, or at the one before it if it has left the text.
function goOnAt(provision) {
  const before = order.slice(0, order.indexOf(provision) + 1).reverse();
  const unit = [provision, ...before].filter(Boolean).map(unitOf).find(Boolean);
  const isNowhere = [null, document.body].includes(document.activeElement) || !document.activeElement.checkVisibility();
  choose(unit, { focus: false });
  if (isNowhere) unit?.focus({ preventScroll: true });
}

document.addEventListener("lawdraft:write", ({ detail }) => (detail.caret === "after" ? add(detail.provision) : write(detail.provision, detail)));
// A desk that came back with a question, or for another kind, is laid anew.
document.addEventListener("htmx:afterSwap", async ({ detail }) => {
  if (!desk() || detail.target?.id !== "desk") return;
  const words = carried;
  carried = undefined;
  await lay(desk(), { caret: desk().elements.at?.value });
  if (words) await takeOver(desk(), words);
});

// No network: what was asked for is asked again when it is back; its token makes a repeat harmless.
document.addEventListener("htmx:sendError", ({ detail }) => {
  if (detail.requestConfig.verb === "get") return;
  lost = { element: detail.elt, token: detail.requestConfig.parameters.token };
  notices.replaceChildren(document.getElementById("offline-writing").content.cloneNode(true));
});
addEventListener("online", () => {
  notices.replaceChildren();
  if (lost.element?.isConnected) htmx.trigger(lost.element, lost.element.matches("form") ? "submit" : "click");
  else offerUnsent();
});

async function offerUnsent() {
  const mine = (await all()).filter((record) => record.key.startsWith(`${room.person}/${room.law}/`));
  const open = desk() && unsentKey(desk());
  notices.querySelectorAll(".unsent").forEach((notice) => notice.remove());
  for (const record of mine.filter((one) => one.key !== open)) notices.append(unsentNotice(record));
}

function unsentNotice(record) {
  const notice = document.getElementById("unsent").content.firstElementChild.cloneNode(true);
  notice.querySelector(".name").textContent = record.name;
  notice.querySelector(".goes-on").addEventListener("click", () => goOnWriting(record, notice));
  notice.querySelector(".discards").addEventListener("click", async () => { await drop(record.key); notice.remove(); });
  return notice;
}

function goOnWriting(record, notice) {
  const language = new URL(record.address, location).searchParams.get("language");
  const provision = provisionIn(record.address);
  if (language !== sheet.lang) { location.search = `?language=${language}`; return; }
  if (!unitOf(provision)) { showWords(record, notice); return; }
  notice.remove();
  if (record.isNew) add(provision, record.address);
  else write(provision, { url: record.address });
}

function showWords(record, notice) {
  notice.querySelector(".goes-on").hidden = true;
  notice.querySelector(".gone").hidden = false;
  notice.querySelector(".words").textContent = Object.values(record.words).filter(Boolean).join(" ");
}

offerUnsent();

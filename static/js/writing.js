// Changing the law in place: opens desks and menus, and closes them when what they asked for is done.
import { choose, chosen, address } from "./reading.js";
import { on } from "./keys.js";
import { desk, fields, isTouched, lay, unsentKey } from "./desk.js";
import { all, drop } from "./unsent.js";
import { press } from "./desk-keys.js";

const sheet = document.getElementById("sheet");
const menu = document.getElementById("unit-menu");
const dialog = document.getElementById("dialog");
const notices = document.getElementById("notices");
const room = document.querySelector(".room").dataset;
let lost;

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
    const done = () => { document.removeEventListener("htmx:responseError", failed); resolve(true); };
    const failed = () => { document.removeEventListener("lawdraft:saved", done); resolve(false); };
    document.addEventListener("lawdraft:saved", done, { once: true });
    document.addEventListener("htmx:responseError", failed, { once: true });
    form.requestSubmit(form.querySelector(".primary:not(.parting *)"));
  });
}

export async function write(provision, { caret, url = address(provision, "desk/") } = {}) {
  if (!(await leave())) return;
  const unit = unitOf(provision);
  if (!unit) return;
  choose(unit, { scroll: false, focus: false });
  await htmx.ajax("GET", url, { source: unit, target: unit, swap: "beforeend" });
  if (!desk()) return;
  for (const line of linesOf(unit)) line.classList.toggle("is-covered", line !== unit);
  unit.classList.add("is-editing");
  await lay(desk(), { caret, address: url });
}

export async function add(provision, url = address(provision, "new/")) {
  if (!(await leave())) return;
  const unit = unitOf(provision);
  if (!unit) return;
  const place = document.createElement("div");
  place.className = "unit is-editing";
  place.dataset.isNew = "yes";
  [...linesOf(unit)].at(-1).after(place);
  await htmx.ajax("GET", url, { source: place, target: place, swap: "innerHTML" });
  if (desk()) await lay(desk(), { address: url });
}

async function openMenu(grip) {
  const provision = provisionIn(grip.href);
  await htmx.ajax("GET", address(provision, "menu/"), { source: menu, target: menu, swap: "innerHTML" });
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
  moves: async (link) => { await htmx.ajax("GET", link.href, { source: dialog, target: dialog, swap: "innerHTML" }); dialog.showModal(); },
  cancels: () => cancel(),
};

export async function cancel() {
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
  getSelection().removeAllRanges();
  write(unit.dataset.provision);
});
document.addEventListener("keydown", (event) => { if (event.target.closest?.("#desk textarea")) press(event); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && event.target.closest?.("#desk")) { event.preventDefault(); cancel(); } });

on({ Enter: (event) => (chosen() && !event.target.closest("a, button, summary, dialog, .menu") ? write(chosen().dataset.provision) : false) });
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target.closest("input, textarea, select")) return;
  const button = { KeyZ: event.shiftKey ? "redo" : "undo", KeyY: "redo" }[event.code];
  if (button) { event.preventDefault(); document.getElementById(button).click(); }
});

// A fresh token from the cookie: signing in again in another window has changed the one of this page.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  if (token && event.detail.verb !== "get") event.detail.parameters.csrfmiddlewaretoken = token;
});
let sending;
document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.requestConfig.verb === "get") return;
  sending = detail.elt.closest("#desk") && unsentKey(desk());
});
document.addEventListener("lawdraft:saved", async () => {
  lost = undefined;
  if (sending) {
    close();
    await drop(sending);
  }
  if (dialog.open) dialog.close();
  if (menu.matches(":popover-open")) menu.hidePopover();
  offerUnsent();
});
document.addEventListener("lawdraft:write", ({ detail }) => (detail.caret === "after" ? add(detail.provision) : write(detail.provision, detail)));
// A desk that came back with a question, or for another kind, is laid anew.
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (desk() && detail.target?.id === "desk") lay(desk(), { caret: desk().elements.at?.value });
});

// No network: what was asked for is asked again when it is back; its token makes a repeat harmless.
document.addEventListener("htmx:sendError", ({ detail }) => {
  if (detail.requestConfig.verb === "get") return;
  lost = detail.elt;
  notices.replaceChildren(document.getElementById("offline-writing").content.cloneNode(true));
});
addEventListener("online", () => { notices.replaceChildren(); if (lost?.isConnected) htmx.trigger(lost, lost.matches("form") ? "submit" : "click"); });

async function offerUnsent() {
  const mine = (await all()).filter((record) => record.key.startsWith(`${room.person}/${room.law}/`));
  const open = desk() && unsentKey(desk());
  notices.querySelectorAll(".unsent").forEach((notice) => notice.remove());
  for (const record of mine.filter((one) => one.key !== open)) notices.append(unsentNotice(record));
}

function unsentNotice(record) {
  const notice = document.getElementById("unsent").content.firstElementChild.cloneNode(true);
  notice.querySelector(".name").textContent = record.name;
  notice.querySelector(".goes-on").addEventListener("click", () => {
    notice.remove();
    const provision = provisionIn(record.address);
    return record.isNew ? add(provision, record.address) : write(provision, { url: record.address });
  });
  notice.querySelector(".discards").addEventListener("click", async () => { await drop(record.key); notice.remove(); });
  return notice;
}

offerUnsent();

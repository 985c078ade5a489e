// Keys while writing. Each presses a button of the desk, so that whatever a key does is also to be seen there.
import { desk, isTouched } from "./desk.js";

const button = (act) => desk().querySelector(`[hx-post$="/${act}/"]:not(form)`);

function presses(act) {
  const found = button(act);
  if (!found) return false;
  found.click();
  return true;
}

const done = () => { desk().querySelector(".primary").click(); return true; };

const isTable = () => desk().dataset.kind === "table";

// The cells of a table are parted by tabs; F6 leads out of it.
function tab(field, act) {
  if (!isTable() || field.name !== "text") return presses(act);
  return act === "indent" && document.execCommand("insertText", false, "\t");
}

function enter(field) {
  if (isTable() && field.name === "text") return false;
  if (field.name !== "text") return done();
  const next = desk().querySelector("[name=then]");
  if (next) { next.click(); return true; }
  const isAtEnd = field.selectionStart === field.value.length;
  if (!isAtEnd && button("split")) return presses("split");
  desk().querySelector(".adds").click();
  return true;
}

const isAtStart = (field) => field.name === "text" && field.selectionStart === 0 && field.selectionEnd === 0;

const KEYS = [
  ["Enter", (e) => e.ctrlKey || e.metaKey, done],
  ["Enter", (e) => !e.shiftKey && !e.isComposing, enter],
  ["Backspace", (e) => isAtStart(e.target) && !e.repeat, () => presses("join")],
  ["Tab", (e) => e.shiftKey, (field) => tab(field, "outdent")],
  ["Tab", () => true, (field) => tab(field, "indent")],
  ["ArrowUp", (e) => e.altKey, () => presses("up")],
  ["ArrowDown", (e) => e.altKey, () => presses("down")],
  ["F6", () => true, () => { desk().querySelector(".desk-tools :is(a, button)").focus(); return true; }],
];

export function press(event) {
  const isUndo = (event.ctrlKey || event.metaKey) && ["KeyZ", "KeyY"].includes(event.code);
  if (isUndo && !isTouched()) {
    event.preventDefault();
    document.getElementById(event.code === "KeyZ" && !event.shiftKey ? "undo" : "redo").click();
    return;
  }
  const found = KEYS.find(([key, when]) => key === event.key && when(event));
  if (found && found[2](event.target)) event.preventDefault();
}

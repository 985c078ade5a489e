// The desk of one provision: its fields, the references in them, the cursor, and its keys.
import { drop, find, keep } from "./unsent.js";

export const desk = () => document.getElementById("desk");
export const fields = (form = desk()) => [...form.querySelectorAll("textarea")];
// Words that came back with a question are not saved, though nobody has typed since.
export const isTouched = (form = desk()) =>
  form.querySelector(".collision, .parting") !== null || fields(form).some((field) => field.value !== field.dataset.first);

const person = document.querySelector(".room").dataset.person;
const phrases = document.getElementById("phrases").dataset;
export const unsentKey = (form) => `${person}/${form.dataset.key}`;

function mirror(field) {
  const shown = field.parentElement.querySelector(".mirror");
  const known = field.dataset.references?.split("|").filter(Boolean) ?? [];
  shown.replaceChildren();
  let rest = field.value;
  while (rest) {
    const hits = known.map((words) => [rest.indexOf(words), words]).filter(([place]) => place >= 0);
    const [place, words] = hits.sort((one, other) => one[0] - other[0] || other[1].length - one[1].length)[0] ?? [];
    if (words === undefined) { shown.append(rest); break; }
    const mark = document.createElement("span");
    mark.className = "reference";
    mark.textContent = words;
    shown.append(rest.slice(0, place), mark);
    rest = rest.slice(place + words.length);
  }
}

const clock = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

async function remember(form) {
  const { base, name, isNew, address } = form.dataset;
  const record = { key: unsentKey(form), base, name, address, words: wordsOf(form), isNew: isNew !== undefined, reason: form.elements.reason.value };
  if (!isTouched(form)) return drop(record.key);
  const isKept = await keep({ ...record, at: Date.now() });
  const said = form.querySelector("#kept");
  if (said) said.textContent = isKept ? phrases.kept.replace("…", clock()) : phrases.unkept;
  return undefined;
}

// In characters, as the server counts them, not in halves of them.
const caretOf = (field) => { field.form.elements.at && (field.form.elements.at.value = [...field.value.slice(0, field.selectionStart)].length); };

// The number stands before the words where it stands in print, so that nothing moves when one begins to write.
function makeRoomFor(label) {
  label.parentElement.classList.add("has-label");
  const indent = `calc(var(--indent) + ${label.offsetWidth}px + 0.25em)`;
  for (const words of label.parentElement.querySelectorAll("textarea, .mirror")) words.style.textIndent = indent;
}

// Pasted lines become one paragraph: what is a paragraph of the law is made by Enter.
function paste(event) {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\r\n]/.test(text) || event.target.form.dataset.kind === "table") return;
  event.preventDefault();
  document.execCommand("insertText", false, text.replace(/\s*[\r\n]+\s*/g, " "));
}

// ``first`` names the field to begin with, if it has words. Keys may come before htmx has settled what it brought.
export async function lay(form, { caret = "end", first = "text" } = {}) {
  htmx.process(form);
  for (const field of fields(form)) {
    field.dataset.first ??= field.value;
    field.addEventListener("input", () => { mirror(field); remember(form); });
    field.addEventListener("paste", paste);
    for (const moved of ["keydown", "keyup", "click", "select", "blur"]) field.addEventListener(moved, () => field.name === "text" && caretOf(field));
  }
  for (const label of form.querySelectorAll(".label")) makeRoomFor(label);
  for (const field of fields(form)) mirror(field);
  begin(form, caret, first);
  if (!(await recall(form))) return;
  for (const field of fields(form)) mirror(field);
  begin(form, caret, first);
}

function begin(form, caret, first) {
  const field = [form.elements[first], form.elements.text, form.elements.heading].find((one) => one?.value) ?? fields(form)[0];
  field.focus();
  const place = caret === "end" || caret === "" || caret === undefined ? field.value.length : Math.min(Number(caret) || 0, field.value.length);
  field.setSelectionRange(place, place);
  caretOf(field);
  form.scrollIntoView({ block: "nearest" });
}

// The words of a desk that gave way to one for another kind; what this kind has no field for goes to its text.
export async function takeOver(form, { key, words }) {
  const left = Object.entries(words).filter(([name, text]) => text && !(name in form.elements)).map(([, text]) => text);
  for (const field of fields(form)) {
    const own = field.name === "text" ? [...left, words.text] : [words[field.name]];
    field.value = own.filter(Boolean).join(" ") || field.value;
    field.dispatchEvent(new Event("input"));
  }
  if (key !== unsentKey(form)) await drop(key);
}

export const wordsOf = (form = desk()) => Object.fromEntries(fields(form).map((field) => [field.name, field.value]));

// Words that were left unsent come back with the revision that they started from, so that a save in between is noticed.
async function recall(form) {
  const kept = await find(unsentKey(form));
  if (!kept || form.querySelector(".collision, .parting")) return false;
  for (const field of fields(form)) if (field.name in kept.words) field.value = kept.words[field.name];
  if (form.elements.base) form.elements.base.value = kept.base;
  form.dataset.base = kept.base;
  form.elements.reason.value ||= kept.reason ?? "";
  return true;
}

// The desk of one provision: its fields, the references in them, the cursor, and its keys.
import { drop, find, keep } from "./unsent.js";

export const desk = () => document.getElementById("desk");
export const fields = (form = desk()) => [...form.querySelectorAll("textarea")];
export const isTouched = (form = desk()) => fields(form).some((field) => field.value !== field.dataset.first);

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
  const words = Object.fromEntries(fields(form).map((field) => [field.name, field.value]));
  const { base, name, isNew } = form.dataset;
  const record = { key: unsentKey(form), base, name, words, isNew: isNew !== undefined, reason: form.elements.reason.value };
  if (!isTouched(form)) return drop(record.key);
  await keep({ ...record, address: form.dataset.address, at: Date.now() });
  const said = form.querySelector("#kept");
  if (said) said.textContent = phrases.kept.replace("…", clock());
  return undefined;
}

const caretOf = (field) => { field.form.elements.at && (field.form.elements.at.value = field.selectionStart); };

// Pasted lines become one paragraph: what is a paragraph of the law is made by Enter.
function paste(event) {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\r\n]/.test(text) || event.target.form.dataset.kind === "table") return;
  event.preventDefault();
  document.execCommand("insertText", false, text.replace(/\s*[\r\n]+\s*/g, " "));
}

export async function lay(form, { caret = "end", address } = {}) {
  form.dataset.address = address ?? form.dataset.address ?? "";
  for (const field of fields(form)) {
    field.dataset.first ??= field.value;
    field.addEventListener("input", () => { mirror(field); remember(form); });
    field.addEventListener("paste", paste);
    for (const moved of ["keyup", "click", "select", "blur"]) field.addEventListener(moved, () => field.name === "text" && caretOf(field));
  }
  await recall(form);
  for (const field of fields(form)) mirror(field);
  const field = form.elements.text ?? fields(form)[0];
  field.focus();
  const place = caret === "end" || caret === "" || caret === undefined ? field.value.length : Math.min(Number(caret) || 0, field.value.length);
  field.setSelectionRange(place, place);
  caretOf(field);
  form.scrollIntoView({ block: "nearest" });
}

// Words that were left unsent come back with the revision that they started from, so that a save in between is noticed.
async function recall(form) {
  const kept = await find(unsentKey(form));
  if (!kept || form.querySelector(".collision, .parting")) return;
  for (const field of fields(form)) if (field.name in kept.words) field.value = kept.words[field.name];
  if (form.elements.base) form.elements.base.value = kept.base;
  form.dataset.base = kept.base;
  form.elements.reason.value ||= kept.reason ?? "";
}

// The search above the list of units into which one is moved: by number («18», «18.1») or by words.
const WAITING = 300;
const LARGEST_FIRST = ["kk"];
const plain = (words) => words.toLowerCase().replaceAll("ё", "е");
const numbersIn = (name) => name.match(/\d+(?:-\d+)?/g) ?? [];
let timer, carried;

// «пункт 1 статьи 18» is 18.1: its largest unit comes last; in Kazakh, «18-баптың 1-тармағы», it comes first.
function standsFor(option, typed) {
  const words = plain(option.textContent);
  if (!/^[\d.\-) ]+$/.test(typed)) return typed.split(/\s+/).every((word) => words.includes(word));
  const wanted = numbersIn(typed);
  const own = numbersIn(words.split(":")[0]);
  if (!LARGEST_FIRST.includes(document.documentElement.lang)) own.reverse();
  return wanted.every((number, place) => (place + 1 < wanted.length ? own[place] === number : own[place]?.startsWith(number)));
}

// What cannot be seen is not moved into: the first that was found is chosen, and nothing is sent before its places came.
function filter(search) {
  const select = search.form.elements.into;
  const typed = plain(search.value.trim());
  for (const option of select.options) option.hidden = Boolean(typed) && !standsFor(option, typed);
  const found = [...select.options].filter((option) => !option.hidden);
  select.size = typed ? Math.min(Math.max(found.length, 2), 8) : 0;
  search.form.querySelector(".none-found").hidden = found.length > 0;
  const isAnother = found.length > 0 && select.selectedOptions[0]?.hidden;
  if (isAnother) { found[0].selected = true; select.dataset.isAhead = "yes"; }
  search.form.querySelector(".primary").disabled = !found.length || "isAhead" in select.dataset;
  clearTimeout(timer);
  if ("isAhead" in select.dataset) timer = setTimeout(() => bringPlaces(select), WAITING);
}

const bringPlaces = (select) => select.isConnected && select.dispatchEvent(new Event("change", { bubbles: true }));

const searchIn = (root) => root.querySelector(".destinations .finds");

document.addEventListener("input", (event) => { if (event.target.matches(".finds")) filter(event.target); });
document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.(".finds")) return;
  if (event.key === "Enter") event.preventDefault();
  if (event.key === "ArrowDown") { event.preventDefault(); event.target.form.elements.into.focus(); }
});

// The form comes anew with the places: what was typed, and where the keyboard was, stay.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const search = detail.target.matches?.(".destinations") && detail.target.querySelector(".finds");
  carried = search ? { typed: search.value, name: document.activeElement === search ? "finds" : document.activeElement?.name } : undefined;
});
document.addEventListener("htmx:afterSettle", () => {
  const search = carried && searchIn(document);
  if (!search) return;
  const { typed, name } = carried;
  carried = undefined;
  search.value = typed;
  if (typed) filter(search);
  (name === "finds" ? search : search.form.elements[name])?.focus?.();
});

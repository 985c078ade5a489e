// Keys of one letter act only outside text fields, without a modifier, and can be switched off (WCAG 2.1.4).
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
// What lies over the page or in it is answered first; there, and in a choice, arrows and Enter do what they always do.
const APART = "#desk, dialog, :popover-open";
const CHOICES = "input, summary";

const belongsElsewhere = (key, element) =>
  element.closest?.(FIELDS) || element.closest?.(APART) || (key.length > 1 && element.closest?.(CHOICES));

export const on = (actions) => {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (belongsElsewhere(event.key, event.target)) return;
    if (event.key.length === 1 && document.documentElement.dataset.shortcuts === "off") return;
    const action = actions[event.key] ?? actions[event.code];
    if (action && action(event) !== false) event.preventDefault();
  });
};

// Keys of one letter act only outside text fields, without a modifier, and can be switched off (WCAG 2.1.4).
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export const on = (actions) => {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(FIELDS)) return;
    if (event.key.length === 1 && document.documentElement.dataset.shortcuts === "off") return;
    const action = actions[event.key] ?? actions[event.code];
    if (action && action(event) !== false) event.preventDefault();
  });
};

// The panes give way to the line that says what the last act did, so that it covers none of their buttons.
const notices = document.getElementById("notices");
const size = () => document.documentElement.style.setProperty("--notices", `${notices.offsetHeight}px`);

new ResizeObserver(size).observe(notices);
document.addEventListener("click", (event) => event.target.closest("#notices .dismisses")?.closest(".notice").remove());

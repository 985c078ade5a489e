// Choosing two revisions shows their redline at once: the button is for pages without script.
// «From» is always the older one, so choices that would make no sense are closed.
const form = document.getElementById("revisions");
const button = document.getElementById("show-redline");
const chosen = (name) => Number(form.querySelector(`[name="${name}"]:checked`)?.value);

function close() {
  const [from, to] = [chosen("from"), chosen("to")];
  for (const radio of form.querySelectorAll("[type=radio]")) {
    const number = Number(radio.value);
    radio.disabled = !radio.checked && (radio.name === "from" ? number >= to : number <= from);
  }
}

if (button) {
  button.hidden = true;
  close();
  form.addEventListener("change", close);
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "redline") return;
    document.getElementById("compared-now").textContent = document.getElementById("redline-title").textContent;
  });
}

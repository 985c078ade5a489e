// A file on its way: dropped or chosen, sent with its progress in figures and words, and kept chosen if it does not arrive.
const STEP = 10;

function say(around, words) {
  const region = around.querySelector("[data-said]");
  if (region.textContent !== words) region.textContent = words;
}

function choose(form) {
  const [file] = form.elements.file.files;
  const isTooLarge = file && file.size > Number(form.dataset.most);
  form.querySelector(".chosen").textContent = file ? file.name : "";
  form.elements.file.setCustomValidity(isTooLarge ? form.dataset.tooLarge : "");
  form.querySelector("#refused").replaceChildren();
  say(form, isTooLarge ? form.dataset.tooLarge : "");
}

function receiveDrops(form) {
  const zone = form.querySelector(".drop");
  const mark = (isOver) => zone.classList.toggle("is-over", isOver);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    mark(true);
  });
  zone.addEventListener("dragleave", () => mark(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    if (!event.dataTransfer.files.length) return;
    form.elements.file.files = event.dataTransfer.files;
    choose(form);
  });
}

function showProgress(form, { lengthComputable, loaded, total }) {
  if (!lengthComputable) return;
  const percent = Math.floor((100 * loaded) / total);
  form.querySelector("progress").value = percent;
  const told = percent - (percent % STEP);
  say(form, percent < 100 ? `${form.dataset.sending} ${told} %` : form.dataset.reading);
}

function stop(form, words) {
  form.querySelector(".sending").hidden = true;
  say(form, words);
}

for (const form of document.querySelectorAll("form.upload")) {
  receiveDrops(form);
  form.elements.file.addEventListener("change", () => choose(form));
  form.addEventListener("htmx:beforeRequest", () => {
    form.querySelector("#refused").replaceChildren();
    form.querySelector(".sending").hidden = false;
  });
  addEventListener("pageshow", () => stop(form, ""));
  form.addEventListener("htmx:xhr:progress", (event) => showProgress(form, event.detail));
  form.addEventListener("htmx:sendError", () => stop(form, form.dataset.failed));
  form.addEventListener("htmx:responseError", ({ detail }) => stop(form, detail.xhr.status < 500 ? "" : form.dataset.failed));
}

for (const reading of document.querySelectorAll(".reading")) {
  for (const event of ["htmx:sendError", "htmx:responseError"]) {
    reading.addEventListener(event, () => {
      reading.querySelector("progress").remove();
      say(reading, reading.dataset.failed);
    });
  }
}

// Two texts beside each other are read; a double click opens the one that was meant for writing.
const sheet = document.getElementById("sheet");

sheet.addEventListener("dblclick", (event) => {
  const half = event.target.closest(".pair[data-provision] > .unit");
  if (!half || event.target.closest("a, button")) return;
  const query = new URLSearchParams({ language: half.lang || sheet.lang, write: half.parentElement.dataset.provision });
  location.assign(`?${query}`);
});

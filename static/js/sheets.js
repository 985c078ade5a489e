// A link inside a sheet leads to a place on this page: the sheet gets out of its way.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[popover] a[href^='#']");
  link?.closest(":popover-open")?.hidePopover();
});

// The list of keys: by «?» or from the menu of the person.
import { on } from "./keys.js";

const list = document.getElementById("keys");
const open = () => { document.querySelector(":popover-open")?.hidePopover(); list.showModal(); };

document.getElementById("show-keys").addEventListener("click", open);
on({ "?": open, Slash: (event) => (event.shiftKey || event.key === "," ? open() : false) });

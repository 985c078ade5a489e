// A request that the server could not answer says so on the page; what was typed stays where it is.
const notices = document.getElementById("notices");
const say = (name) => notices.replaceChildren(document.getElementById(name).content.cloneNode(true));

document.addEventListener("htmx:responseError", ({ detail }) => { if (detail.xhr.status >= 500) say("failed"); });
document.addEventListener("htmx:sendError", () => say("offline"));

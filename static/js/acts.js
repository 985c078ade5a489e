// Acts on the law go to the server one after another, however fast they are asked for; what an open desk holds goes
// first, so that no act takes it away.
import { desk } from "./desk.js";

const waiting = [];
let [lost, isAtWork, passed] = [];

const isAct = (element) => element.closest("[hx-include='#since']") !== null;
const isOnDesk = (element) => element.closest("#desk") !== null;

// ``leave()`` saves and closes the desk; false if the words could not be saved.
export function keepOrder(leave) {
  document.addEventListener("htmx:confirm", async (event) => {
    const { elt, path, issueRequest, verb } = event.detail;
    if (verb === "get" || elt === passed || !isAct(elt)) return;
    event.preventDefault();
    const act = { element: elt, path, issueRequest, key: isOnDesk(elt) && desk().dataset.key };
    if (!act.key && desk() && !(await stays(elt, leave))) return;
    waiting.push(act);
    work();
  });
}

// The line that tells of the last act gives way to that of the save; what was asked for in it is still to be done.
async function stays(element, leave) {
  const form = element.closest("form");
  if (!(await leave())) return false;
  if (!form.isConnected) {
    form.hidden = true;
    document.getElementById("notices").append(form);
  }
  return true;
}

async function work() {
  if (isAtWork) return;
  isAtWork = true;
  while (waiting.length) await perform(waiting.shift());
  isAtWork = false;
  document.dispatchEvent(new CustomEvent("lawdraft:idle"));
}

// On a desk that was laid anew meanwhile the same button is pressed; where there is none any more the act was for another.
async function perform({ element, path, issueRequest, key }) {
  const xhr = await answer(() => {
    if (element.isConnected) return issueRequest(true);
    const again = key === desk()?.dataset.key && desk()?.querySelector(`[hx-post="${path}"]:not(form)`);
    return again && pass(again, () => again.click());
  });
  if (xhr && !(xhr.status >= 200 && xhr.status < 400)) waiting.length = 0;
  if (xhr?.getResponseHeader("HX-Trigger-After-Settle")) await heard("lawdraft:laid");
}

const heard = (name) => new Promise((resolve) => document.addEventListener(name, resolve, { once: true }));

function answer(send) {
  return new Promise((resolve) => {
    let xhr;
    const hears = new AbortController();
    const end = () => { hears.abort(); resolve(xhr); };
    document.addEventListener("htmx:beforeRequest", ({ detail }) => { xhr = isAct(detail.elt) ? detail.xhr : xhr; }, { signal: hears.signal });
    document.addEventListener("htmx:afterRequest", ({ detail }) => { if (detail.xhr === xhr) end(); }, { signal: hears.signal });
    send();
    if (!xhr) end();
  });
}

// The save of the desk on the way to something else goes at once.
export function pass(element, press) {
  passed = element;
  press();
  passed = undefined;
}

export const whenIdle = (act) => (isAtWork ? heard("lawdraft:idle").then(act) : undefined);

const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

function content({ path, parameters }) {
  const { token, csrfmiddlewaretoken, ...said } = Object.fromEntries(Object.entries(parameters));
  return JSON.stringify([path, said]);
}

// Each act has a token of its own, by which a repeat of the very same after a lost network is harmless. The other one is
// that of the cookie: signing in again in another window has changed the one of this page.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.verb === "get") return;
  const { parameters } = detail;
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  if (cookie) parameters.csrfmiddlewaretoken = cookie;
  parameters.token = lost?.content === content(detail) ? lost.token : fresh();
});

// No network: what was asked for is asked again when it is back.
document.addEventListener("htmx:sendError", ({ detail: { elt, requestConfig } }) => {
  if (requestConfig.verb === "get") return;
  lost = { element: elt, token: requestConfig.parameters.token, content: content(requestConfig) };
  document.getElementById("notices").replaceChildren(document.getElementById("offline-writing").content.cloneNode(true));
});
document.addEventListener("lawdraft:saved", () => { lost = undefined; });

// Whether there was something to repeat.
export function repeatLost() {
  if (!lost?.element.isConnected) return false;
  htmx.trigger(lost.element, lost.element.matches("form") ? "submit" : "click");
  return true;
}

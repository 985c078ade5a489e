// Words that were typed and not saved are offered above the text, to go on with them or to let them go.
import { desk, unsentKey } from "./desk.js";
import { all, drop } from "./unsent.js";

const sheet = document.getElementById("sheet");
const notices = document.getElementById("notices");
const room = document.querySelector(".room").dataset;

// ``goOn(record)`` opens a desk for the words; false if what they were for is not in the text any more.
export async function offerUnsent(goOn) {
  const mine = (await all()).filter((record) => record.key.startsWith(`${room.person}/${room.law}/`));
  const open = desk() && unsentKey(desk());
  notices.querySelectorAll(".unsent").forEach((notice) => notice.remove());
  for (const record of mine.filter((one) => one.key !== open)) notices.append(unsentNotice(record, goOn));
}

function unsentNotice(record, goOn) {
  const notice = document.getElementById("unsent").content.firstElementChild.cloneNode(true);
  notice.querySelector(".name").textContent = record.name;
  notice.querySelector(".goes-on").addEventListener("click", () => goOnWriting(record, notice, goOn));
  notice.querySelector(".discards").addEventListener("click", async () => { await drop(record.key); notice.remove(); });
  return notice;
}

function goOnWriting(record, notice, goOn) {
  const language = new URL(record.address, location).searchParams.get("language");
  if (language !== sheet.lang) location.search = `?language=${language}`;
  else if (goOn(record)) notice.remove();
  else showWords(record, notice);
}

function showWords(record, notice) {
  notice.querySelector(".goes-on").hidden = true;
  notice.querySelector(".gone").hidden = false;
  notice.querySelector(".words").textContent = Object.values(record.words).filter(Boolean).join(" ");
}

// Words that were typed and not yet saved, kept in this browser until they are: they outlive a reload, a lost session
// and a killed browser. IndexedDB, because it can be asked to be on disk before it says that it is done. What the
// browser refuses to keep (a private window, a full disk) stays in this page at least.
const STORE = "unsent";
const refused = new Map();

async function database() {
  const asked = indexedDB.open("lawdraft", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

const opened = database();
// Who needs it hears of it; nobody may need it on this page.
opened.catch(() => undefined);

async function ask(mode, act) {
  const transaction = (await opened).transaction(STORE, mode, { durability: "strict" });
  const asked = act(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

// Whether the words would outlive this page.
export async function keep(record) {
  const isKept = await ask("readwrite", (store) => store.put(record)).then(() => true, () => false);
  if (isKept) refused.delete(record.key);
  else refused.set(record.key, record);
  return isKept;
}

export function drop(key) {
  refused.delete(key);
  return ask("readwrite", (store) => store.delete(key)).catch(() => undefined);
}

export const find = async (key) => refused.get(key) ?? ask("readonly", (store) => store.get(key)).catch(() => undefined);

export async function all() {
  const kept = await ask("readonly", (store) => store.getAll()).catch(() => []);
  return [...kept.filter((record) => !refused.has(record.key)), ...refused.values()];
}

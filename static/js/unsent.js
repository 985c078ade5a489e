// Words that were typed and not yet saved, kept in this browser until they are: they outlive a reload, a lost session
// and a killed browser. IndexedDB, because it can be asked to be on disk before it says that it is done.
const STORE = "unsent";

const request = (asked) => new Promise((resolve, reject) => {
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});

async function database() {
  const opened = indexedDB.open("lawdraft", 1);
  opened.onupgradeneeded = () => opened.result.createObjectStore(STORE, { keyPath: "key" });
  return request(opened);
}

const opened = database();

async function write(act) {
  const transaction = (await opened).transaction(STORE, "readwrite", { durability: "strict" });
  act(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
}

export const keep = (record) => write((store) => store.put(record));
export const drop = (key) => write((store) => store.delete(key));
export const find = async (key) => request((await opened).transaction(STORE).objectStore(STORE).get(key));
export const all = async () => request((await opened).transaction(STORE).objectStore(STORE).getAll());

import type { Chosen } from './protocol';

/** A file kept in this browser because the reader asked for it. */
export interface KeptFile {
  name: string;
  bytes: Uint8Array;
  chosen: Chosen;
}

const DATABASE = 'gminoskop-wczytaj';
const STORE = 'pliki';

/** Whether anything is kept here. Nothing is made by asking. */
export async function isKept(): Promise<boolean> {
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === DATABASE);
}

/** The kept files, in the order they were dropped. */
export async function keptFiles(): Promise<KeptFile[]> {
  const database = await open();
  try {
    const all = database.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<KeptFile[]>;
    return await answered(all);
  } finally {
    database.close();
  }
}

/** Keeps these files and no others. @throws where the browser has no room or keeps nothing */
export async function keep(files: readonly KeptFile[]): Promise<void> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, 'readwrite');
    const store = transaction.objectStore(STORE);
    store.clear();
    for (const file of files) store.add(file);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
    });
  } finally {
    database.close();
  }
}

/** Deletes all that is kept, with the database itself. */
export async function forget(): Promise<void> {
  await answered(indexedDB.deleteDatabase(DATABASE));
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { autoIncrement: true });
  return await answered(request);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database did not answer'));
  });
}

/** One promise a thing, asked for any number of times; a failure is forgotten, so that asking again tries again. */
export class Once<T> {
  readonly #pending = new Map<string, Promise<T>>();

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#pending.get(key);
    if (known) return known;
    const made = make().catch((error: unknown) => {
      this.#pending.delete(key);
      throw error;
    });
    this.#pending.set(key, made);
    return made;
  }
}

/** The site answered, and not with the file. */
export class NoSuchFile extends Error {}

/** Address of a published file by its path below `data/`. */
export type AddressOf = (path: string) => string;

/**
 * Bytes of a published file by its path below `data/`.
 * @throws NoSuchFile where the site has none; other errors say that it could not be asked
 */
export async function fetchPublished(addressOf: AddressOf, path: string): Promise<Uint8Array> {
  const url = addressOf(path);
  const response = await fetch(url).catch((cause: unknown) => {
    throw new Error(`${url} could not be fetched`, { cause });
  });
  if (response.status === 404) throw new NoSuchFile(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

import { SvelteSet } from 'svelte/reactivity';

/** Name under which this browser keeps what was ticked off; the names of findings, never what a report says. */
const STORE = 'gminoskop-poprawione';

/** Findings that were ticked off as mended, remembered in this browser only. */
export class Ticks {
  readonly #done = new SvelteSet<string>();

  constructor() {
    for (const key of kept()) this.#done.add(key);
  }

  has(key: string): boolean {
    return this.#done.has(key);
  }

  toggle(key: string): void {
    if (!this.#done.delete(key)) this.#done.add(key);
    try {
      localStorage.setItem(STORE, JSON.stringify([...this.#done]));
    } catch {
      // A browser may refuse its store: ticks then last as long as the page.
      return;
    }
  }
}

function kept(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(found) ? found.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

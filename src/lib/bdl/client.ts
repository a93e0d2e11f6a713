import pRetry, { AbortError } from 'p-retry';
import pThrottle from 'p-throttle';
import type { z } from 'zod';
import { pageSchema, unitsSchema, type BdlPage } from './answers';

export const BDL_BASE = 'https://bdl.stat.gov.pl/api/v1';

/** At most `limit` requests in `interval` milliseconds. */
export interface Window {
  limit: number;
  interval: number;
}

const MINUTE = 60_000;
/** Limits of the API (GUS, BDL API, 2024): without and with a registered client. */
export const LIMITS: Readonly<Record<'anonymous' | 'registered', readonly Window[]>> = {
  anonymous: [{ limit: 5, interval: 1000 }, { limit: 100, interval: 15 * MINUTE }, { limit: 1000, interval: 720 * MINUTE }],
  registered: [{ limit: 10, interval: 1000 }, { limit: 500, interval: 15 * MINUTE }, { limit: 5000, interval: 720 * MINUTE }],
}; // prettier-ignore

/** Answers kept between runs, by address: what was fetched once is not fetched again, so an interrupted run goes on. */
export interface AnswerStore {
  get: (address: string) => Promise<string | null>;
  set: (address: string, text: string) => Promise<void>;
}

export interface BdlOptions {
  base?: string;
  /** Key of a registered client. */
  clientId?: string | undefined;
  store: AnswerStore;
  limits?: readonly Window[];
  /** How often a failed request is tried again. */
  retries?: number;
  /** Shortest wait before the first new try, in milliseconds; it doubles. */
  patience?: number;
  onProgress?: (done: number, total: number, what: string) => void;
  signal?: AbortSignal | undefined;
}

/** The API gave no answer that can be used. `message` is Polish and names the address. */
export class BdlError extends Error {
  override readonly name = 'BdlError';
}

/** Client of the Bank Danych Lokalnych: paging, both rate limits, Retry-After, new tries, answers kept. */
export class BdlClient {
  readonly #base: string;
  readonly #headers: Record<string, string>;
  readonly #options: BdlOptions;
  readonly #request: (address: string) => Promise<string>;

  constructor(options: BdlOptions) {
    const { base = BDL_BASE, clientId, limits } = options;
    this.#base = base.replace(/\/$/, '');
    this.#options = options;
    this.#headers = { accept: 'application/json', ...(clientId ? { 'X-ClientId': clientId } : {}) };
    const windows = limits ?? LIMITS[clientId ? 'registered' : 'anonymous'];
    this.#request = windows.reduce<(address: string) => Promise<string>>(
      (request, { limit, interval }) => pThrottle({ limit, interval, strict: true })(request),
      (address) => this.#once(address),
    );
  }

  /** 12-digit id of a województwo by its two digits. @throws {BdlError} when the API does not list it */
  async wojewodztwo(teryt: string): Promise<string> {
    const { results } = await this.#read('/units?level=2&page-size=100&format=json&lang=pl', unitsSchema);
    const unit = results.find(({ id }) => id.slice(2, 4) === teryt);
    if (!unit) throw new BdlError(`BDL nie zna województwa o kodzie ${teryt}`);
    return unit.id;
  }

  /** Every page of a variable for the gminy (level 6) of an area, page by page. */
  async *byVariable(variable: string, years: readonly number[], parent?: string): AsyncGenerator<BdlPage> {
    const query = [
      'unit-level=6',
      ...(parent ? [`unit-parent-id=${parent}`] : []),
      ...years.map((year) => `year=${year}`),
    ].join('&');
    for (let page = 0, pages = 1; page < pages; page++) {
      const address = `/data/by-variable/${variable}?${query}&page=${page}&page-size=100&format=json&lang=pl`;
      const answer = await this.#read(address, pageSchema);
      pages = Math.ceil(answer.totalRecords / answer.pageSize);
      if (answer.results.length === 0 && page < pages)
        throw new BdlError(`${address}: strona ${page + 1} z ${pages} jest pusta`);
      this.#options.onProgress?.(page + 1, pages, 'strony');
      yield answer;
    }
  }

  async #read<S extends z.ZodType>(address: string, schema: S): Promise<z.output<S>> {
    const { store, retries = 5, patience = 1000, signal } = this.#options;
    const kept = await store.get(address);
    const text =
      kept ??
      (await pRetry(() => this.#request(address), {
        retries, minTimeout: patience, factor: 2, ...(signal ? { signal } : {}),
      }));
    const result = schema.safeParse(parse(text, address));
    if (!result.success) {
      const [issue] = result.error.issues;
      throw new BdlError(
        `${address}: odpowiedź BDL ma inną postać niż opisana (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`,
      );
    }
    if (kept === null) await store.set(address, text);
    return result.data;
  } // prettier-ignore

  /** One request. Errors that a new try may mend are thrown as they are; others end the tries. */
  async #once(address: string): Promise<string> {
    const { signal } = this.#options;
    const response = await fetch(this.#base + address, { headers: this.#headers, ...(signal ? { signal } : {}) });
    if (response.status === 429) {
      await wait(afterOf(response.headers.get('retry-after')), signal);
      throw new BdlError(`${address}: przekroczony limit zapytań BDL (429)`);
    }
    if (response.status >= 500) throw new BdlError(`${address}: serwer BDL odpowiedział błędem ${response.status}`);
    if (!response.ok) throw new AbortError(new BdlError(`${address}: BDL odrzucił zapytanie (${response.status})`));
    return response.text();
  } // prettier-ignore
}

function parse(text: string, address: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BdlError(`${address}: odpowiedź BDL nie jest dokumentem JSON`, { cause: error });
  }
}

/** Milliseconds of a Retry-After header: seconds or a date; nothing where it is absent or neither. */
export function afterOf(header: string | null, now = Date.now()): number {
  if (header === null) return 0;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

const wait = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    });
  });

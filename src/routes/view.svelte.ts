import { pushState, replaceState } from '$app/navigation';
import { whenIdle } from '$lib/components/in-view';
import type { ViewState } from '$lib/state/url';

const NOTHING: ViewState = {
  porownaj: [],
  lata: null,
  rok: null,
  woj: '',
  powiat: '',
  typ: '',
  warunek: null,
  wybrane: [],
  ludnosc: null,
  odroku: null,
  klasy: '',
  porzadek: '',
  gminy: [],
  wskazniki: [],
  zapytanie: '',
  wagi: null,
};

/** The parser is fetched where there is something to parse: most pages are opened without a query. */
const parser = () => import('$lib/state/url');

/** The state of the page: what the URL says, and nothing else. Read in the browser only. */
class View {
  state = $state.raw<ViewState>(NOTHING);
  /** Sentences about parameters of the URL that were left aside. */
  errors = $state.raw<string[]>([]);
  /** The query that the state was read from or written to, without changes that are still to be written. */
  #query = '';
  /** The query as it will stand in the address once the browser finds the time. */
  #unwritten: string | undefined;

  /**
   * Called once the page is hydrated, and when the reader goes back: until then every view is the default one, as it was
   * prerendered.
   */
  async read(): Promise<void> {
    const query = location.search;
    if (this.#query === query) return;
    this.#query = query;
    if (query === '') {
      this.state = NOTHING;
      this.errors = [];
      return;
    }
    const { parseState } = await parser();
    const { state, errors } = parseState(new URLSearchParams(query));
    this.state = state;
    this.errors = errors;
  }

  /** Follows the buttons of the browser through the steps that `set` has made. @returns ends it */
  follow(): () => void {
    const read = (): void => void this.read();
    addEventListener('popstate', read);
    return () => {
      removeEventListener('popstate', read);
    };
  }

  /** @param step a step of its own, which the reader can take back with the browser's button, on a page that follows it */
  async set(part: Partial<ViewState>, { step = false } = {}): Promise<void> {
    this.state = { ...this.state, ...part };
    const { writeState } = await parser();
    const query = writeState(new URLSearchParams(this.#unwritten ?? location.search), part).toString();
    this.#unwritten = query;
    // The address follows the charts: writing it takes longer than drawing one of them.
    whenIdle(() => {
      if (this.#unwritten === query) this.#unwritten = undefined;
      const address = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
      if (step) pushState(address, {});
      else replaceState(address, {});
      this.#query = location.search;
    });
  }
}

export const view = new View();

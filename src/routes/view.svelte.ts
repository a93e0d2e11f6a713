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
};

/** The parser is fetched where there is something to parse: most pages are opened without a query. */
const parser = () => import('$lib/state/url');

/** The state of the page: what the URL says, and nothing else. Read in the browser only. */
class View {
  state = $state.raw<ViewState>(NOTHING);
  /** Sentences about parameters of the URL that were left aside. */
  errors = $state.raw<string[]>([]);
  #read = false;
  /** The query as it will stand in the address once the browser finds the time. */
  #query: string | undefined;

  /** Called once the page is hydrated: until then every view is the default one, as it was prerendered. */
  async read(): Promise<void> {
    if (this.#read || location.search === '') return;
    this.#read = true;
    await this.#parse();
  }

  /** Follows the buttons of the browser through the steps that `set` has made. @returns ends it */
  follow(): () => void {
    const parse = (): void => void this.#parse();
    addEventListener('popstate', parse);
    return () => {
      removeEventListener('popstate', parse);
    };
  }

  async #parse(): Promise<void> {
    const { parseState } = await parser();
    const { state, errors } = parseState(new URLSearchParams(location.search));
    this.state = state;
    this.errors = errors;
  }

  /** @param step the reader can come back from this change with the browser's button, on a page that follows it */
  async set(part: Partial<ViewState>, { step = false } = {}): Promise<void> {
    this.state = { ...this.state, ...part };
    const { writeState } = await parser();
    this.#query = writeState(new URLSearchParams(this.#query ?? location.search), part).toString();
    const query = this.#query;
    // The address follows the charts: writing it takes longer than drawing one of them.
    whenIdle(() => {
      if (this.#query === query) this.#query = undefined;
      const address = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
      if (step) pushState(address, {});
      else replaceState(address, {});
    });
  }
}

export const view = new View();

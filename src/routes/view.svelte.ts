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
  gminy: [],
  wskazniki: [],
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

  /** @param step a step of its own, which the reader can take back */
  async set(part: Partial<ViewState>, { step = false }: { step?: boolean } = {}): Promise<void> {
    this.state = { ...this.state, ...part };
    const { writeState } = await parser();
    // The address follows the charts: writing it takes longer than drawing one of them.
    whenIdle(() => {
      const query = writeState(new URLSearchParams(location.search), part).toString();
      const address = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
      if (step) pushState(address, {});
      else replaceState(address, {});
      this.#query = location.search;
    });
  }
}

export const view = new View();

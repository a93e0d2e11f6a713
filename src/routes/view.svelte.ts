import { replaceState } from '$app/navigation';
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
  #read = false;

  /** Called once the page is hydrated: until then every view is the default one, as it was prerendered. */
  async read(): Promise<void> {
    if (this.#read || location.search === '') return;
    this.#read = true;
    const { parseState } = await parser();
    const { state, errors } = parseState(new URLSearchParams(location.search));
    this.state = state;
    this.errors = errors;
  }

  async set(part: Partial<ViewState>): Promise<void> {
    this.state = { ...this.state, ...part };
    const { writeState } = await parser();
    // The address follows the charts: writing it takes longer than drawing one of them.
    whenIdle(() => {
      const query = writeState(new URLSearchParams(location.search), part).toString();
      replaceState(`${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`, {});
    });
  }
}

export const view = new View();

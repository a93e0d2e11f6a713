import { replaceState } from '$app/navigation';
import { parseState, writeState, type ViewState } from '$lib/state';

/** The state of the page: what the URL says, and nothing else. Read in the browser only. */
class View {
  state = $state.raw<ViewState>(parseState(new URLSearchParams()).state);
  /** Sentences about parameters of the URL that were left aside. */
  errors = $state.raw<string[]>([]);
  ready = $state(false);

  /** Called once the page is hydrated: until then every view is the default one, as it was prerendered. */
  read(): void {
    if (this.ready) return;
    const parsed = parseState(new URLSearchParams(location.search));
    this.state = parsed.state;
    this.errors = parsed.errors;
    this.ready = true;
  }

  set(part: Partial<ViewState>): void {
    this.state = { ...this.state, ...part };
    const query = writeState(new URLSearchParams(location.search), part).toString();
    replaceState(`${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`, {});
  }
}

export const view = new View();

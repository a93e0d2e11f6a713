import { getContext, setContext } from 'svelte';
import { links } from './links';

/** Address of a place in a source, for a link. */
export type SourceLink = (source: string, anchor: string) => string;

const KEY = Symbol('source-link');

/** Within the component that calls it, places of a source are linked by `link`: a report that was dropped has no page. */
export function setSourceLink(link: SourceLink): void {
  setContext(KEY, link);
}

/** How places of a source are linked here; without a word to the contrary, on the source's page. */
export function sourceLink(): SourceLink {
  return getContext<SourceLink | undefined>(KEY) ?? links.source;
}

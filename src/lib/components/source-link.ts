import { getContext, setContext } from 'svelte';

/** Address of a place in a source, for a link. */
export type SourceLink = (source: string, anchor: string) => string;

const KEY = Symbol('source-link');

/** Within the component that calls it, places of a source are linked by `link`: a report that was dropped has no page. */
export function setSourceLink(link: SourceLink): void {
  setContext(KEY, link);
}

/** How places of a source are linked here. @throws where no component above has said it */
export function sourceLink(): SourceLink {
  const link = getContext<SourceLink | undefined>(KEY);
  if (!link) throw new Error('nothing above says how places of a source are linked');
  return link;
}

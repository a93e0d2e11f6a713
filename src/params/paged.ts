import type { ParamMatcher } from '@sveltejs/kit';

/**
 * Sources with more rows than one page can hold have a page of their own kind, under the same address: it has scripts,
 * and where scripts run no other page of a source does. Only the server knows which ones they are: `hooks.server.ts`.
 */
let isPaged: (source: string) => boolean = () => true;

/** Called once, before the first page is made. */
export function setPaged(sources: ReadonlySet<string>): void {
  isPaged = (source) => sources.has(source);
}

export const match: ParamMatcher = (param) => isPaged(param);

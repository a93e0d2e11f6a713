import type { Block } from './blocks';
import type { FoldedBlock } from './build';

type Theme = Block['theme'];
export type FoldedRenderer = (blocks: readonly FoldedBlock[]) => string;

/** Not empty, for an empty `{@html}` is hydrated as one node; see `charts/renderer.ts`. */
const KEEP = ' ';

let registered: FoldedRenderer | null = null;
const remembered = new Map<string, readonly FoldedBlock[]>();

/** Called once by the server's hook. */
export function setFoldedRenderer(renderer: FoldedRenderer): void {
  registered = renderer;
}

/** Kept on the server between `load` and rendering: what `load` returned would travel a second time as data. */
export function remember(teryt: string, blocks: readonly FoldedBlock[]): void {
  remembered.clear();
  remembered.set(teryt, blocks);
}

/**
 * Markup of the folded tables of a theme, on the server. In the browser nothing: the markup stands in the HTML, and a
 * page reached by navigation fetches its blocks (`tabele.json`).
 */
export function renderFolded(teryt: string, theme: Theme): string {
  if (!registered) return KEEP;
  return registered((remembered.get(teryt) ?? []).filter((block) => block.theme === theme)) || KEEP;
}

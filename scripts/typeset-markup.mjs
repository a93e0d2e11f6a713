// A preprocessor of Svelte: the words of templates keep together what belongs together, as texts made in code do.
import { parse } from 'svelte/compiler';
import { typeset } from '../src/lib/format/typeset.js';

const NBSP = '\u00a0';
/** Elements whose text is not prose. */
const AS_IS = new Set(['script', 'style', 'pre', 'code', 'svg', 'textarea']);
/** Blocks at whose edges the compiler drops white space, although it stands between words. */
const EDGE = /[ \n\t]+$/;

/** @typedef {{ type: string, name?: string, start: number, end: number, data?: string, raw?: string, [key: string]: unknown }} Node */

/**
 * Texts of a template with their places, and whether they end or begin a block.
 * @param {unknown} fragment
 * @param {boolean} block
 * @returns {{ node: Node, last: boolean, first: boolean }[]}
 */
function textsOf(fragment, block) {
  const nodes = /** @type {{ nodes?: Node[] } | null | undefined} */ (fragment)?.nodes ?? [];
  return nodes.flatMap((node, index) => {
    if (node.type === 'Text')
      return [{ node, last: block && index === nodes.length - 1, first: block && index === 0 }];
    if (AS_IS.has(node.name ?? '')) return [];
    return [
      ...textsOf(node.fragment, node.type === 'Component'),
      ...['consequent', 'alternate', 'body', 'fallback', 'pending', 'then', 'catch'].flatMap((part) =>
        textsOf(node[part], true),
      ),
    ];
  });
}

/** @returns {import('svelte/compiler').PreprocessorGroup} */
export function typesetMarkup() {
  return {
    name: 'typeset',
    markup({ content, filename = '' }) {
      const { fragment } = parse(content, { modern: true, filename });
      let code = content;
      for (const { node, last, first } of textsOf(fragment, false).reverse()) {
        const text = content.slice(node.start, node.end);
        if (text.trim() === '') continue;
        let set = typeset(text);
        // `{#if error}Sprzeczność –␠{/if}{message}`: the space at the edge of a block is meant.
        if (last && /[–·]\s*$/.test(set)) set = set.replace(EDGE, NBSP);
        if (first && /^\s*·/.test(set)) set = NBSP + set.trimStart();
        if (set !== text) code = code.slice(0, node.start) + set + code.slice(node.end);
      }
      return { code };
    },
  };
}

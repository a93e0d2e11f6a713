import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import type { Located } from './csv';
import type { Problem } from './problems';

/** Position of a path in the document: the key or value it names, or the nearest thing above it that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[], key?: string): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const step of key === undefined ? path : [...path, key]) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value as Node | null;
    } else {
      node = (document.getIn([...path.slice(0, path.indexOf(step) + 1)], true) as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    }
  }
  return offset;
}

/**
 * Entries of a YAML file that is one list, each checked against `schema`.
 * What does not fit is left out, reported in `problems` with the line of the very key, and handed to `rejected`.
 */
export function readYamlList<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  problems: Problem[],
  rejected: (item: unknown) => void,
): Located<z.output<S>>[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  for (const error of document.errors)
    problems.push({ file, line: lineAt(error.pos[0]), message: error.message.split('\n')[0] ?? error.code });
  if (document.errors.length > 0) return [];
  const content: unknown = document.toJS();
  if (content === null) return [];
  if (!Array.isArray(content)) {
    problems.push({ file, line: 1, message: 'expected a list' });
    return [];
  }
  const entries: Located<z.output<S>>[] = [];
  for (const [index, item] of (content as unknown[]).entries()) {
    const result = schema.safeParse(item);
    if (result.success) {
      entries.push({ value: result.data, line: lineAt(offsetOf(document, [index])) });
      continue;
    }
    rejected(item);
    for (const issue of result.error.issues) {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
      for (const key of keys)
        problems.push({
          file,
          line: lineAt(offsetOf(document, [index, ...issue.path], key)),
          message: key === undefined ? `${issue.path.join('.')}: ${issue.message}` : `unknown key "${key}"`,
        });
    }
  }
  return entries;
}

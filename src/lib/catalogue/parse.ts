import { parentOf, type Break, type Chapter, type FormRow, type Indicator, type Source } from '../domain';
import type { Located } from './csv';
import { readEntries, type Doubt, type Entry } from './entries';
import { refuse, type Problem } from './problems';
import { checkReferences } from './references';
import { Units } from './units';

/** What the project knows apart from the numbers: `data/catalogue`, `data/units`, `data/sources.csv`, `data/doubts.csv`. */
export interface Catalogue {
  indicators: ReadonlyMap<string, Indicator>;
  breaks: readonly Break[];
  chapters: ReadonlyMap<string, Chapter>;
  sources: ReadonlyMap<string, Source>;
  doubts: readonly Located<Doubt>[];
  units: Units;
  /** Rows of the form tables of all editions. */
  formRows: readonly FormRow[];
}

/** Map by key; a second entry with the same key is a problem. */
function byKey<T>(
  entries: readonly Entry<T>[],
  keyOf: (value: T) => string,
  problems: Problem[],
): Map<string, T> {
  const map = new Map<string, T>();
  for (const { file, line, value } of entries) {
    const key = keyOf(value);
    if (map.has(key)) problems.push({ file, line, message: `"${key}" stands here a second time` });
    else map.set(key, value);
  }
  return map;
}

/**
 * The catalogue from the texts of its files (path → content; other paths are ignored).
 * @throws DataError with every unknown key, malformed cell and dangling reference, each with its file and line.
 */
export function parseCatalogue(files: Readonly<Record<string, string>>): Catalogue {
  const problems: Problem[] = [];
  const entries = readEntries(files, problems);
  const indicators = byKey(entries.indicators, (indicator) => indicator.id, problems);
  const chapters = byKey(entries.chapters, (chapter) => chapter.key, problems);
  const sources = byKey(entries.sources, (source) => source.id, problems);
  const units = new Units(byKey(entries.units, (unit) => unit.teryt, problems).values());
  for (const { file, line, value } of entries.units) {
    const parent = parentOf(value.teryt);
    if (parent !== null && !units.has(parent))
      problems.push({
        file,
        line,
        message: `${value.teryt} stands in ${parent}, which data/units does not have`,
      });
  }
  byKey(entries.formRows, (row) => `${row.edition}|${row.section}|${row.row}`, problems);
  checkReferences(
    entries,
    {
      hasIndicator: (id) => indicators.has(id) || entries.faulty.has(id),
      unitOf: (id) => indicators.get(id)?.unit,
      chapters,
      sources,
      units,
    },
    problems,
  );
  refuse(problems);
  return {
    indicators,
    breaks: entries.breaks.map((entry) => entry.value),
    chapters,
    sources,
    units,
    doubts: entries.doubts,
    formRows: entries.formRows.map((entry) => entry.value),
  };
}

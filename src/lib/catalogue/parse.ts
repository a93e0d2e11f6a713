import {
  parentOf,
  type Break,
  type Chapter,
  type Correction,
  type FormRow,
  type Indicator,
  type Name,
  type PublishedConclusion,
  type Source,
  type FormRule,
} from '../domain';
import type { Located } from './csv';
import { readEntries, type Doubt, type Entry } from './entries';
import type { Monitoring } from './monitoring';
import { namesOf, type Names } from './names';
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
  /** What breakdowns, tables and sections are called in Polish; a key without a name speaks for itself. */
  names: Names;
  /** What `names` is made from. */
  nameEntries: readonly Name[];
  /** What local plans of deinstitutionalisation say they will measure, and what can measure it. */
  monitoring: readonly Monitoring[];
  /** Rows of the form tables of all editions. */
  formRows: readonly FormRow[];
  /** What must hold between them. */
  rules: readonly FormRule[];
  /** Decisions about readings, with their file and line. */
  corrections: readonly Entry<Correction>[];
  /** Conclusions of reports: headings in our words, with their place. */
  conclusions: readonly PublishedConclusion[];
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
  const monitoring = byKey(entries.monitoring, ({ id }) => id, problems);
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
  const nameEntries = [...byKey(entries.names, ({ kind, key }) => `${kind} ${key}`, problems).values()];
  refuse(problems);
  return {
    indicators,
    breaks: entries.breaks.map((entry) => entry.value),
    chapters,
    sources,
    units,
    doubts: entries.doubts,
    names: namesOf(nameEntries, chapters),
    nameEntries,
    monitoring: [...monitoring.values()],
    formRows: entries.formRows.map((entry) => entry.value),
    rules: entries.rules.map((entry) => entry.value),
    corrections: entries.corrections,
    conclusions: entries.conclusions.map((entry) => entry.value),
  };
}

import type { Chapter, Source } from '../domain';
import type { Entries } from './entries';
import type { Problem } from './problems';
import type { Units } from './units';

interface Known {
  hasIndicator: (id: string) => boolean;
  unitOf: (id: string) => string | undefined;
  chapters: ReadonlyMap<string, Chapter>;
  sources: ReadonlyMap<string, Source>;
  units: Units;
}

/** Every name one data file uses of another must exist there; what does not is added to `problems`. */
export function checkReferences(entries: Entries, known: Known, problems: Problem[]): void {
  const refer = (place: { file: string; line: number }, what: string, exists: boolean) => {
    if (!exists) problems.push({ file: place.file, line: place.line, message: `unknown ${what}` });
  };
  for (const entry of entries.indicators)
    for (const part of ['numerator', 'denominator', 'families'] as const) {
      const id = entry.value[part];
      if (id !== undefined) refer(entry, `${part} indicator "${id}"`, known.hasIndicator(id));
    }
  for (const entry of entries.breaks)
    refer(entry, `indicator "${entry.value.indicator}"`, known.hasIndicator(entry.value.indicator));
  for (const entry of entries.formRows) {
    const { indicator, breakdown, unit } = entry.value;
    refer(entry, `indicator "${indicator}"`, known.hasIndicator(indicator));
    const expected = known.unitOf(indicator);
    if (expected !== undefined && unit !== expected)
      problems.push({
        file: entry.file,
        line: entry.line,
        message: `unit "${unit}", but ${indicator} is in "${expected}"`,
      });
    const chapter = /(?:^|;)rozdzial=([^;]+)/.exec(breakdown)?.[1];
    if (chapter !== undefined) refer(entry, `chapter "${chapter}"`, known.chapters.has(chapter));
  }
  const meanings = new Set(entries.formRows.map(({ value }) => `${value.indicator}|${value.breakdown}`));
  for (const entry of entries.rules) {
    const { left, right, parts } = entry.value;
    // A pattern is expanded by edition; parts may stand in another edition only.
    for (const meaning of [...left, ...right])
      if (!meaning.includes('*') && !parts)
        refer(entry, `row of the form "${meaning}"`, meanings.has(meaning));
  }
  for (const entry of entries.monitoring)
    for (const { indicator } of entry.value.indicators)
      refer(entry, `indicator "${indicator}"`, known.hasIndicator(indicator));
  for (const entry of entries.sources)
    if (entry.value.teryt !== '')
      refer(entry, `area "${entry.value.teryt}"`, known.units.has(entry.value.teryt));
  for (const entry of [...entries.corrections, ...entries.conclusions])
    refer(entry, `source "${entry.value.source}"`, known.sources.has(entry.value.source));
  for (const entry of entries.doubts) {
    const { source, teryt, indicator } = entry.value;
    refer(entry, `source "${source}"`, known.sources.has(source));
    refer(entry, `area "${teryt}"`, known.units.has(teryt));
    refer(entry, `indicator "${indicator}"`, known.hasIndicator(indicator));
  }
}

import type { Doubt } from '../catalogue';
import { CONFIDENT, anchorOf, factKey, type Finding, type Observation, type Source } from '../domain';
import { comparePlaces, type StatedPlace } from './places';
import type { AddressRow, ValueRow } from './rows';

/** A value and its address: a row of `data.parquet` and the row of `address.parquet` beside it. */
export interface PublishedRow {
  value: ValueRow;
  address: AddressRow;
}

/** `table` of a value computed here; its `raw` is the arithmetic. Such a value has no anchor. */
export const COMPUTED_TABLE = 'obliczone';

function preferredOf(
  observations: readonly Observation[],
  sources: ReadonlyMap<string, Source>,
): Set<Observation> {
  const best = new Map<string, { observation: Observation; place: StatedPlace }>();
  const yearOf = (source: string) => sources.get(source)?.year ?? 0;
  for (const observation of observations) {
    const key = factKey(observation);
    const { value, confidence, source } = observation;
    const place = { value, confidence, source, anchor: anchorOf(observation) };
    const other = best.get(key);
    if (!other || comparePlaces(place, other.place, yearOf) < 0) best.set(key, { observation, place });
  }
  return new Set([...best.values()].map(({ observation }) => observation));
}

/** Findings that speak against a value, by `source#anchor`. What is merely worth knowing casts no doubt. */
function againstValues(findings: readonly Finding[]): Map<string, string[]> {
  const against = new Map<string, string[]>();
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    for (const { anchor, suspect } of finding.cells) {
      if (suspect === false) continue;
      const key = `${finding.source}#${anchor}`;
      against.set(key, [...(against.get(key) ?? []), finding.message]);
    }
  }
  return against;
}

export interface Knowledge {
  sources: ReadonlyMap<string, Source>;
  findings: readonly Finding[];
  doubts: readonly Doubt[];
}

/** What speaks against an observation, in words; `null` where nothing is known against it. */
export function doubter({ findings, doubts }: Omit<Knowledge, 'sources'>): (o: Observation) => string | null {
  const against = againstValues(findings);
  const doubtsBySource = new Map<string, Doubt[]>();
  for (const doubt of doubts)
    doubtsBySource.set(doubt.source, [...(doubtsBySource.get(doubt.source) ?? []), doubt]);
  return (o) => {
    const reasons = new Set<string>();
    const uncertain = o.confidence < CONFIDENT && o.missing === null;
    // A reading's own note says why already what the findings would say again.
    if (uncertain) reasons.add(sentence(o.note === '' ? 'odczyt tej liczby jest niepewny' : o.note));
    else if (o.table !== COMPUTED_TABLE)
      for (const message of against.get(`${o.source}#${anchorOf(o)}`) ?? []) reasons.add(message);
    for (const doubt of doubtsBySource.get(o.source) ?? []) if (matches(doubt, o)) reasons.add(doubt.reason);
    return reasons.size > 0 ? [...reasons].join(' ') : null;
  };
}

/**
 * Rows to publish from observations (read and computed ones together): which of several places to show, and in words
 * what speaks against a value.
 */
export function publishedRows(observations: readonly Observation[], knowledge: Knowledge): PublishedRow[] {
  const preferred = preferredOf(observations, knowledge.sources);
  const doubtOf = doubter(knowledge);
  return observations.map((o) => {
    const computed = o.table === COMPUTED_TABLE;
    const anchor = computed ? '' : anchorOf(o);
    const value: ValueRow = {
      teryt: o.teryt,
      level: o.level,
      indicator: o.indicator,
      year: o.year,
      breakdown: o.breakdown,
      value: o.value,
      missing: o.missing,
      unit: o.unit,
      kind: o.kind,
      confidence: o.confidence,
      doubt: doubtOf(o),
      source: o.source,
      preferred: preferred.has(o),
      anchor,
      formula: computed ? o.raw : null,
    };
    const { source, section, row, column, table, page, line, raw } = o;
    return { value, address: { anchor, source, section, row, column, table, page, line, raw } };
  });
}

const sentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith('.') ? '' : '.');

/** Whether a known doubt is about an observation. */
export function matches(doubt: Doubt, o: Observation): boolean {
  return (
    doubt.source === o.source &&
    doubt.teryt === o.teryt &&
    doubt.indicator === o.indicator &&
    o.year >= doubt.from &&
    o.year <= doubt.to
  );
}

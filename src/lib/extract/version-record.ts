import { z } from 'zod';

const short = z.string().regex(/^[0-9a-f]{8}$/);
/** Rows of a published file and the beginning of its hash. */
const counted = z.tuple([z.int().nonnegative(), short]);

/**
 * `data/versions/<date>-<version>.json`: what a version of the published data held, so that later ones can be told apart from
 * it in words. Written once by `npm run ozps -- version`, never changed.
 */
export const versionRecordSchema = z.strictObject({
  /** When the record was made: the order of versions. */
  recorded: z.iso.datetime(),
  /** As addresses and citations carry it. */
  version: z.string().regex(/^[0-9a-f]{12}$/),
  sources: z.record(z.string(), counted),
  indicators: z.record(z.string(), counted),
  /** Gminy by code. */
  gminy: z.record(z.string().regex(/^\d{6}$/), counted),
  findings: z.int().nonnegative(),
});
export type VersionRecord = z.infer<typeof versionRecordSchema>;

/** What happened to the things of one kind between two versions: their keys, each list sorted. */
export interface Changed {
  added: string[];
  gone: string[];
  changed: string[];
}

function changed(before: Record<string, [number, string]>, after: Record<string, [number, string]>): Changed {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return {
    added: keys.filter((key) => !(key in before)),
    gone: keys.filter((key) => !(key in after)),
    changed: keys.filter((key) => key in before && key in after && before[key]?.[1] !== after[key]?.[1]),
  };
}

export interface VersionDifference {
  sources: Changed;
  indicators: Changed;
  gminy: Changed;
  /** Sources by id: rows before and after, where their number changed. */
  rows: { source: string; before: number; after: number }[];
  findings: { before: number; after: number };
}

/** What changed from one version to a later one. */
export function differenceOf(before: VersionRecord, after: VersionRecord): VersionDifference {
  const sources = changed(before.sources, after.sources);
  return {
    sources,
    indicators: changed(before.indicators, after.indicators),
    gminy: changed(before.gminy, after.gminy),
    rows: sources.changed.flatMap((source) => {
      const [was = 0] = before.sources[source] ?? [];
      const [is = 0] = after.sources[source] ?? [];
      return was === is ? [] : [{ source, before: was, after: is }];
    }),
    findings: { before: before.findings, after: after.findings },
  };
}

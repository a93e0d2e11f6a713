import { catalogue, findings, publishedSources } from '$lib/server';

/**
 * What stands above the rows of a source.
 * @param places of the source, with and without a value
 * @param anchors those of its places that a finding may name
 */
export function sourceHead(id: string, places: number, anchors: ReadonlySet<string>) {
  const known = catalogue();
  const source = known.sources.get(id);
  if (!source) return null;
  // The same count as on the page of all sources.
  const { values } = publishedSources().get(id) ?? { values: places };
  return {
    source,
    values,
    empty: places - values,
    unit: source.teryt === '' ? null : { teryt: source.teryt, name: known.units.fullName(source.teryt) },
    findings: findings()
      .filter((finding) => finding.source === id)
      .map(({ message, severity, cells }) => ({
        message,
        severity,
        anchors: cells
          .map((cell) => cell.anchor)
          .filter((anchor) => anchors.has(anchor))
          .slice(0, 4),
      })),
  };
}
export type SourceHead = NonNullable<ReturnType<typeof sourceHead>>;

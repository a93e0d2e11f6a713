import { isDocument, KRAJ, type Source } from '$lib/domain';
import type { PublicCatalogue, ValueRow } from '$lib/extract';
import { publishedRows } from '$lib/extract/values';
import { oneReportEach } from '$lib/query';
import type { Report } from '$lib/report';
import { derive } from '$lib/report/harmonise/derive';
import { bezrobocie } from '../gmina/[teryt]/bezrobocie';
import { type Context, type Theme, withoutTwins } from '../gmina/[teryt]/context';
import { deprywacja } from '../gmina/[teryt]/deprywacja';
import { kadra } from '../gmina/[teryt]/kadra';
import { foldedBlocks, type FoldedBlock } from '../gmina/[teryt]/report-tables/build';
import { uslugi } from '../gmina/[teryt]/uslugi';
import { wydatki } from '../gmina/[teryt]/wydatki';

/** A gmina's page as its dropped report alone draws it, the areas above beside it. */
export interface Dashboard {
  themes: Theme[];
  /** Every other table of the report. */
  blocks: FoldedBlock[];
  /** What is missing from the picture, in words. */
  missing: string[];
}

/** Published rows of the areas above the gmina by their code; `null` where they could not be fetched. */
export type Above = ReadonlyMap<string, readonly ValueRow[] | null>;

/** Codes of the areas that a gmina is shown beside. */
export const areasAbove = (teryt: string): string[] => [teryt.slice(0, 4), teryt.slice(0, 2), KRAJ];

/**
 * The themes and tables of the gmina's page, drawn from a report that is not published: the same functions on the same
 * kind of rows. Where the report and a published file state the same fact, the report's value is shown.
 */
export function dashboardOf(report: Report, catalogue: PublicCatalogue, above: Above): Dashboard {
  const context = contextOf(report, catalogue, above);
  const themes = report.type === 'ozps' ? [deprywacja, bezrobocie, kadra, wydatki, uslugi] : [];
  return {
    themes: themes.map((theme) => theme(context)).filter((theme) => theme !== null),
    blocks: foldedBlocks(context),
    missing: [...above.values()].includes(null)
      ? [
          'Danych powiatu, województwa lub kraju nie udało się pobrać. Obok gminy stoją tylko wartości, które podaje sam raport.',
        ]
      : [],
  };
}

function contextOf(report: Report, catalogue: PublicCatalogue, above: Above): Context {
  const { teryt } = report;
  const { units } = catalogue;
  const [powiat, wojewodztwo, kraj] = areasAbove(teryt).map((code) => units.require(code));
  if (!powiat || !wojewodztwo || !kraj) throw new Error(`no areas above ${teryt}`);
  const sources = new Map(catalogue.sources).set(report.source, sourceOf(report, catalogue));
  const published = publishedRows([...report.observations, ...derivedFrom(report, catalogue)], {
    sources,
    findings: report.findings,
    doubts: [],
  });
  const rows = published.map(({ value }) => value);
  const yearOf = (id: string) => {
    const source = sources.get(id);
    return source && isDocument(source) ? (source.year ?? 0) : undefined;
  };
  const rowsOf = (code: string) =>
    oneReportEach(
      [
        ...rows.filter((row) => row.teryt === code),
        ...(above.get(code) ?? []).filter((row) => row.source !== report.source),
      ],
      { yearOf, own: new Set([report.source]) },
    );
  const codes = new Set(units.ownCodes(teryt));
  return {
    catalogue: { ...catalogue, sources },
    unit: units.require(teryt),
    powiat,
    wojewodztwo,
    kraj,
    own: withoutTwins(rows.filter((row) => codes.has(row.teryt))),
    rowsOf: {
      powiat: rowsOf(powiat.teryt),
      wojewodztwo: rowsOf(wojewodztwo.teryt),
      kraj: rowsOf(kraj.teryt),
    },
    printed: rows.filter((row) => !codes.has(row.teryt)),
    gminyInPowiat: units.gminyOf(powiat.teryt).length,
    addresses: new Map(published.map(({ address }) => [`${address.source}#${address.anchor}`, address])),
  };
}

const TITLES = {
  ozps: 'Ocena zasobów pomocy społecznej',
  sprawozdanie: 'Sprawozdanie ośrodka pomocy społecznej',
  lpdi: 'Lokalny plan deinstytucjonalizacji',
} as const;

/** The dropped report as a source among the published ones. */
function sourceOf(
  { type, source, teryt, year, edition, reading }: Report,
  { units }: PublicCatalogue,
): Source {
  return {
    id: source,
    type,
    title: `${TITLES[type]}, ${year}`,
    publisher: units.name(teryt),
    teryt,
    year,
    edition,
    url: '',
    reading,
    note: '',
  };
}

function derivedFrom({ observations }: Report, { chapters, units }: PublicCatalogue) {
  const dzialOf = new Map([...chapters].map(([key, { dzial }]) => [key, dzial]));
  return derive(observations, dzialOf, {
    gminyOf: (teryt, year) =>
      units.gminyOf(teryt).filter((gmina) => {
        const { since, until } = units.require(gmina);
        return (since === null || year >= since) && (until === null || year <= until);
      }),
  });
}

import { KRAJ, isCityWithPowiatRights, isDocument, type Finding } from '$lib/domain';
import { pointOf, type Origin } from '$lib/charts';
import type { KeyFigureModel } from '$lib/components/key-figure';
import type { PublicCatalogue, ValueRow } from '$lib/extract';
import { comparePl, formatNumber, formatYears, FORMS, isKnown, said, saidOf, typesetAll } from '$lib/format';
import { oneReportEach } from '$lib/query';
import { catalogue, findings, keepLast, readPlaces, readUnit } from '$lib/server';
import { bezrobocie } from './bezrobocie';
import { withoutTwins, type Context, type Theme } from './context';
import { deprywacja } from './deprywacja';
import { kadra } from './kadra';
import { observatoryThemes, type Distribution } from './obserwatorium';
import { BLOCK_THEMES, type Block } from './report-tables/blocks';
import { foldedBlocks, foldedTitles } from './report-tables/build';
import { sprawozdanie } from './sprawozdanie';
import { uslugi } from './uslugi';
import { wydatki } from './wydatki';

export interface Profile {
  teryt: string;
  name: string;
  typeName: string;
  powiat: { teryt: string; name: string; city: boolean };
  wojewodztwo: { teryt: string; name: string };
  /** Line of facts under the name. */
  facts: string[];
  /** What is known of a gmina without a report, in words. */
  known: { what: string; value: string; origin: Origin }[];
  groups: ThemeGroup[];
  /** Years with a report, and what is missing, in words. */
  coverage: string[];
  findings: { message: string; severity: Finding['severity']; source: string; anchor: string }[];
  sources: { id: string; title: string; publisher: string; note: string }[];
  /** Reports with contradictions that nobody has cleared up, by source. */
  open: { source: string; title: string; count: number }[];
  /** Has a document of its own, whose tables stand on a page of their own. */
  documented: boolean;
  /** Conclusions of the reports: headings in our words, with their place. */
  conclusions: { heading: string; place: string; source: string }[];
  /** Readings that were corrected, with the proof. */
  corrections: { text: string; source: string; anchor: string }[];
}

/** Themes of one origin: a report's and the observatory's never mix. */
export interface ThemeGroup {
  id: 'ozps' | 'sprawozdanie' | 'obserwatorium';
  title: string;
  lead: string;
  keys: KeyFigureModel[];
  themes: Theme[];
}

/** What the parts of a gmina's page are built from. @throws when the register has no such gmina or no area above it */
export const contextOf = keepLast(4, makeContext);

async function makeContext(teryt: string): Promise<Context> {
  const { units } = catalogue();
  const [unit, powiat, wojewodztwo, kraj] = [teryt, teryt.slice(0, 4), teryt.slice(0, 2), KRAJ].map((code) =>
    units.require(code),
  );
  if (!unit || !powiat || !wojewodztwo || !kraj) throw new Error(`no areas above ${teryt}`);
  const codes = units.ownCodes(teryt);
  const above = [powiat.teryt, wojewodztwo.teryt, kraj.teryt];
  const own = (await Promise.all(codes.map(readUnit))).flat();
  const [inPowiat, inWojewodztwo, inKraj] = await Promise.all(above.map(readUnit));
  const documents = new Set(
    [...catalogue().sources.values()]
      .filter((source) => source.teryt === teryt && isDocument(source))
      .map(({ id }) => id),
  );
  const others =
    documents.size === 0 ? [] : units.childrenOf(wojewodztwo.teryt).filter((code) => code !== powiat.teryt);
  const elsewhere = (await Promise.all(others.map(readUnit))).flat();
  const printed = [inPowiat, elsewhere, inWojewodztwo, inKraj]
    .flatMap((rows) => rows ?? [])
    .filter((row) => documents.has(row.source));
  const { sources } = catalogue();
  const documented = new Map([...sources.values()].filter(isDocument).map(({ id, year }) => [id, year ?? 0]));
  const lines = (rows: ValueRow[] | undefined) =>
    oneReportEach(rows ?? [], { yearOf: (source) => documented.get(source), own: documents });
  const places = (
    await Promise.all(
      [...codes, ...above, ...new Set(printed.map((row) => row.teryt))].map((code) =>
        readPlaces({ by: 'unit', teryt: code }),
      ),
    )
  ).flatMap(({ addresses }) => addresses);
  return {
    catalogue: catalogue(),
    unit,
    powiat,
    wojewodztwo,
    kraj,
    own: withoutTwins(own),
    rowsOf: { powiat: lines(inPowiat), wojewodztwo: lines(inWojewodztwo), kraj: lines(inKraj) },
    printed,
    gminyInPowiat: units.gminyOf(powiat.teryt).length,
    addresses: new Map(places.map((address) => [`${address.source}#${address.anchor}`, address])),
  };
}

/** The page of a gmina: what is published of it and of the areas above it. */
export async function profileOf(teryt: string, distribution: Distribution): Promise<Profile> {
  const known = catalogue();
  const { units } = known;
  const [unit, powiat, wojewodztwo, kraj] = [teryt, teryt.slice(0, 4), teryt.slice(0, 2), KRAJ].map((code) =>
    units.require(code),
  );
  if (!unit || !powiat || !wojewodztwo || !kraj) throw new Error(`no areas above ${teryt}`);
  const codes = units.ownCodes(teryt);
  const own = (await Promise.all(codes.map(readUnit))).flat();
  const beyond = own.some((row) => !row.indicator.startsWith('gus-'));
  const groups = beyond ? await groupsOf() : [];
  const city = isCityWithPowiatRights(teryt);

  async function groupsOf(): Promise<ThemeGroup[]> {
    const context = await contextOf(teryt);
    const blocks = foldedBlocks(context);
    const folded = (theme: Theme): Theme => {
      const titles = BLOCK_THEMES.has(theme.id) ? foldedTitles(blocks, theme.id as Block['theme']) : [];
      return titles.length === 0 ? theme : { ...theme, folded: titles };
    };
    const reported = own.some((row) => known.indicators.get(row.indicator)?.origin === 'ozps');
    const ozps = (reported ? [deprywacja, bezrobocie, kadra, wydatki, uslugi] : [])
      .map((theme) => theme(context))
      .filter((theme) => theme !== null)
      .map(folded);
    const told = sprawozdanie(context, known.monitoring);
    const observatory = observatoryThemes(context, distribution);
    return [
      group(
        'ozps',
        'Z oceny zasobów pomocy społecznej (OZPS)',
        'Wartości z raportu, który gmina co roku przedstawia radzie.',
        ozps,
      ),
      group(
        'sprawozdanie',
        'Ze sprawozdania z działalności ośrodka',
        'Sprawozdanie i lokalny plan deinstytucjonalizacji to dokumenty opisowe: każda liczba prowadzi do swojego miejsca.',
        told ? [folded(told)] : [],
      ),
      group(
        'obserwatorium',
        'Z obserwatorium województwa',
        'Wskaźniki Internetowego Obserwatorium Integracji Społecznej mają własne definicje: nie są tymi samymi wskaźnikami co w OZPS i nie łączy się ich na jednym wykresie.',
        observatory,
      ),
    ].filter((one) => one.themes.length > 0);
  }
  markEmbeds(groups, known.indicators);

  const ids = new Set(own.map((row) => row.source));
  const anchors = new Set(own.map((row) => `${row.source}#${row.anchor}`));
  return typesetAll({
    teryt,
    name: unit.name,
    typeName: units.typeName(teryt),
    powiat: { teryt: powiat.teryt, name: units.fullName(powiat.teryt), city },
    wojewodztwo: { teryt: wojewodztwo.teryt, name: wojewodztwo.name },
    facts: factsOf(own),
    known: knownOf(own),
    groups,
    coverage: coverageOf(teryt, groups),
    findings: findings()
      // A finding about the powiat or the województwo may mark values of this gmina.
      .map((finding) => ({
        finding,
        mark: finding.cells.find((cell) => anchors.has(`${finding.source}#${cell.anchor}`)),
      }))
      .filter(({ finding, mark }) => mark !== undefined || codes.includes(finding.teryt))
      .map(({ finding: { message, severity, source, cells }, mark }) => ({
        message,
        severity,
        source,
        anchor: (mark ?? cells[0])?.anchor ?? '',
      })),
    sources: [...ids]
      .flatMap((id) => known.sources.get(id) ?? [])
      .map(({ id, title, publisher, note }) => ({ id, title, publisher, note }))
      .sort((a, b) => comparePl(a.title, b.title)),
    open: [...known.sources.values()]
      .filter((source) => source.teryt === teryt)
      .map(({ id, title }) => ({
        source: id,
        title,
        count: findings().filter((finding) => finding.source === id && finding.severity === 'error').length,
      }))
      .filter(({ count }) => count > 0),
    documented: [...known.sources.values()].some((source) => source.teryt === teryt),
    conclusions: known.conclusions
      .filter(({ source }) => ids.has(source))
      .map(({ heading, line, page, source }) => ({
        heading,
        source,
        place: page === null ? `wiersz tekstu ${line}` : `strona ${page}`,
      })),
    corrections: known.corrections
      .filter(({ value }) => ids.has(value.source) && value.status === 'applied')
      .map(({ value: { from, to, reason, source, cell } }) => ({
        text: `${formatNumber(from)} → ${formatNumber(to)}: ${reason}`,
        source,
        anchor: cell,
      })),
  });
}

/** The first figure of each headline indicator has an address that other sites may frame: see `/osadz/`. */
function markEmbeds(groups: readonly ThemeGroup[], indicators: PublicCatalogue['indicators']): void {
  const marked = new Set<string>();
  for (const { figure } of groups.flatMap(({ themes }) => themes.flatMap(({ figures }) => figures))) {
    if (!indicators.get(figure.indicator)?.headline || marked.has(figure.indicator)) continue;
    marked.add(figure.indicator);
    figure.embed = true;
  }
}

function group(id: ThemeGroup['id'], title: string, lead: string, themes: Theme[]): ThemeGroup {
  return { id, title, lead, themes, keys: themes.flatMap((theme) => (theme.key ? [theme.key] : [])) };
}

const preferred = (rows: readonly ValueRow[], indicator: string) =>
  rows
    .filter((row) => row.indicator === indicator && row.preferred && row.kind !== 'forecast')
    .map(pointOf)
    .filter(isKnown)
    .toSorted((a, b) => b.year - a.year)[0];

function factsOf(rows: readonly ValueRow[]): string[] {
  // A report's own population goes first: its indicators are computed from it, on the census base of its year.
  const population =
    preferred(rows, 'ludnosc') ??
    [preferred(rows, 'obs-ludnosc'), preferred(rows, 'gus-ludnosc')]
      .filter((row) => row !== undefined)
      .toSorted((a, b) => b.year - a.year)[0];
  const area = preferred(rows, 'gus-powierzchnia');
  return [
    population ? `${saidOf(population, FORMS.mieszkaniec)} (${population.year})` : '',
    area ? said(area, 'km2', 1) : '',
  ].filter((fact) => fact !== '');
}

const GUS = [
  'gus-ludnosc',
  'gus-powierzchnia',
  'gus-gestosc',
  'gus-dochody-wlasne-na-mieszkanca',
  'gus-udzial-pit-na-mieszkanca',
];

function knownOf(rows: readonly ValueRow[]): Profile['known'] {
  const { indicators, sources } = catalogue();
  return GUS.flatMap((id) => {
    const point = preferred(rows, id);
    const indicator = indicators.get(id);
    if (!point || !indicator) return [];
    const { source = '', anchor = '', year } = point;
    return [
      {
        what: `${indicator.name}, ${year}`,
        value: said(point, indicator.unit, indicator.decimals),
        origin: { text: sources.get(source)?.publisher ?? source, source, anchor },
      },
    ];
  });
}

/** Which reports there are and which are missing: each sentence names the document and the year. */
function coverageOf(teryt: string, groups: readonly ThemeGroup[]): string[] {
  const reports = [...catalogue().sources.values()].filter((source) => source.type === 'ozps');
  const own = reports.filter((source) => source.teryt === teryt).flatMap((source) => source.year ?? []);
  const last = Math.max(...reports.map((source) => source.year ?? 0), 2024);
  if (own.length === 0)
    return groups.length === 0
      ? []
      : ['Brak oceny zasobów (OZPS) tej gminy: nie wczytano raportu za żaden rok.'];
  const first = Math.min(...own);
  const missing = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => !own.includes(year),
  );
  return [
    `Wczytana ocena zasobów (OZPS): za ${formatYears(own)} rok, z danymi także za lata wcześniejsze i z prognozą na rok następny.`,
    ...(missing.length === 0
      ? []
      : [
          `Brak oceny zasobów (OZPS) za ${missing.length === 1 ? '' : 'lata '}${formatYears(missing)}${missing.length === 1 ? ' rok' : ''}.`,
        ]),
  ];
}

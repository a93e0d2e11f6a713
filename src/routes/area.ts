import { KIND_NAMES } from '$lib/charts';
import type { RankRow } from '$lib/components/rank-row';
import type { Indicator } from '$lib/domain';
import type { ValueRow } from '$lib/extract';
import { besideMark, comparePl, formatYears, typesetAll, unitLabel } from '$lib/format';
import { byYear } from '$lib/query';
import { catalogue, coverageOf, findings, publishedIndicators, readUnit } from '$lib/server';
import { gminaParts } from './gmina/[teryt]/gathered';
import { parentLines, type ParentLine } from './parent-lines';
import { comparable, rankingOf } from './ranking';

export interface AreaPage {
  teryt: string;
  name: string;
  parent: { teryt: string; name: string } | null;
  powiaty: { teryt: string; name: string; n: number }[];
  known: {
    id: string;
    name: string;
    kind: string;
    year: number;
    value: string;
    source: string;
    anchor: string;
    doubt: string | null;
  }[];
  /** Mean of gminy, total and the source's own value side by side, by indicator. */
  parents: ParentLine[];
  rankings: { id: string; name: string; year: number; unit: string; note: string; rows: RankRow[] }[];
  gminy: { teryt: string; name: string; type: string; powiat: string; reports: string; series: boolean }[];
  findings: { message: string; source: string; anchor: string; unit: string; teryt: string }[];
}

/** The page of a powiat or a województwo: what is known of it, its gminy ranked, coverage and findings. */
export async function areaPage(teryt: string): Promise<AreaPage> {
  const { units, sources } = catalogue();
  const within = await rowsWithin(teryt);
  const rankings = rankingsOf(teryt, within);
  const withSeries = await unitsWithSeries();
  const reports = [...sources.values()].filter((source) => source.type === 'ozps');
  const parent = teryt.length === 4 ? teryt.slice(0, 2) : null;
  return typesetAll({
    teryt,
    name: units.fullName(teryt),
    parent: parent === null ? null : { teryt: parent, name: units.fullName(parent) },
    powiaty:
      parent === null
        ? units
            .childrenOf(teryt)
            .map((code) => ({ teryt: code, name: units.fullName(code), n: units.gminyOf(code).length }))
            .sort((a, b) => comparePl(a.name, b.name))
        : [],
    known: await knownOf(teryt),
    parents: await parentLines(teryt, within),
    rankings,
    gminy: units
      .gminyOf(teryt)
      .map((code) => ({
        teryt: code,
        name: units.name(code),
        type: units.typeName(code),
        powiat: units.fullName(code.slice(0, 4)),
        reports: formatYears(
          reports.filter((source) => source.teryt === code).flatMap((source) => source.year ?? []),
        ),
        series: withSeries.has(code),
      }))
      .sort((a, b) => comparePl(a.name, b.name)),
    findings: findings()
      .filter((finding) => finding.teryt.startsWith(teryt))
      .map(({ message, source, cells, teryt: code }) => ({
        message,
        source,
        anchor: cells[0]?.anchor ?? '',
        unit: units.fullName(code),
        teryt: code,
      })),
  });
}

/** Rows by indicator of all that an area consists of, of its units: of a whole country those of the indicators fill the memory. */
async function rowsWithin(teryt: string): Promise<Map<string, ValueRow[]>> {
  const { units } = catalogue();
  const codes = new Set([teryt, ...units.childrenOf(teryt), ...units.gminyOf(teryt)]);
  const byIndicator = new Map<string, ValueRow[]>();
  for (const code of codes)
    for (const row of await (code.length === 6 ? gminaParts.headline : readUnit)(code)) {
      if (!indicatorOfPage(row.indicator)) continue;
      const rows = byIndicator.get(row.indicator);
      if (rows) rows.push(row);
      else byIndicator.set(row.indicator, [row]);
    }
  return byIndicator;
}

function indicatorOfPage(id: string): Indicator | undefined {
  const indicator = catalogue().indicators.get(id);
  return indicator?.headline && indicator.level !== 'kraj' ? indicator : undefined;
}

function rankingsOf(
  teryt: string,
  byIndicator: ReadonlyMap<string, readonly ValueRow[]>,
): AreaPage['rankings'] {
  const rankings: AreaPage['rankings'] = [];
  for (const [id, within] of byIndicator) {
    const indicator = indicatorOfPage(id);
    if (!indicator) continue;
    const rows = comparable(within, indicator, teryt).filter((row) => row.teryt !== teryt);
    const last = [...byYear(rows).keys()].at(-1);
    if (last === undefined) continue;
    rankings.push({
      id,
      name: indicator.name,
      year: last,
      unit: unitLabel(indicator.unit),
      note: indicator.caveat ?? '',
      rows: rankingOf(rows, indicator, last),
    });
  }
  return rankings.sort((a, b) => comparePl(a.name, b.name));
}

/** Latest value of each indicator known of the area itself, totals only. */
async function knownOf(teryt: string): Promise<AreaPage['known']> {
  const { indicators } = catalogue();
  const latest = new Map<string, AreaPage['known'][number]>();
  for (const row of await readUnit(teryt)) {
    const indicator = indicators.get(row.indicator);
    if (!indicator || !row.preferred || row.value === null || row.breakdown !== '' || row.kind === 'forecast')
      continue;
    const key = `${row.indicator}|${row.kind}`;
    if ((latest.get(key)?.year ?? 0) >= row.year) continue;
    latest.set(key, {
      id: row.indicator,
      name: indicator.name,
      kind: KIND_NAMES[row.kind],
      year: row.year,
      value: besideMark(
        { value: row.value },
        indicator.unit,
        row.kind === 'plain-mean' && !Number.isInteger(row.value) ? 2 : indicator.decimals,
      ),
      source: row.source,
      anchor: row.anchor,
      doubt: row.doubt,
    });
  }
  return [...latest.values()].sort((a, b) => comparePl(a.name, b.name));
}

/** Gminy with an indicator of the observatory. */
async function unitsWithSeries(): Promise<Set<string>> {
  const known = new Set<string>();
  for (const id of publishedIndicators())
    if (catalogue().indicators.get(id)?.origin === 'obserwatorium')
      for (const code of (await coverageOf(id)).areas.gmina) known.add(code);
  return known;
}

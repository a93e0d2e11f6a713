import { pointsOf, seriesOf, hasValues } from '$lib/charts/series';
import type { FigureModel } from '$lib/charts/figure';
import type { ProfileSpec, Series } from '$lib/charts/spec';
import { publishedUnits, type ListedUnit } from '$lib/components/published-units';
import { isCityWithPowiatRights } from '$lib/domain/teryt';
import type { ValueRow } from '$lib/extract/rows';
import { formatYears } from '$lib/format/date';
import { formatNumber } from '$lib/format/number';
import { besideMark } from '$lib/format/said';
import { unitLabel } from '$lib/format/value';
import { sideBySide, trend, type SideBySide } from '$lib/query';
import { courseOf } from '../gmina/[teryt]/wording';
import { publishedValues } from '../published-values';
import { areasOf, parentsOf, type Passing, type ParentRow } from './areas';
import { letterOf, type Measure } from './measure';
import { counting, sentenceOf } from './words';

/** A unit of the comparison. */
export interface Unit {
  teryt: string;
  letter: string;
  name: string;
  where: string;
}

/** A row of one indicator's table. */
export interface CellView extends Unit {
  text: string;
  value: number | null;
  /** Length of the bar, 0–1. */
  share: number;
  doubt: string | null;
  /** Shown, and not counted in. */
  apart: boolean;
  missing: ValueRow['missing'];
  /** Arithmetic of a computed value: the counts behind a rate. */
  formula: string;
  source: string;
  anchor: string;
}

/** One indicator, answered. */
export interface MeasureAnswer {
  measure: Measure;
  year: number;
  cells: CellView[];
  sentence: string;
  parents: ParentRow[];
  trend: FigureModel | null;
}

export interface Answer {
  units: Unit[];
  /** Codes that no gmina has. */
  unknown: string[];
  measures: MeasureAnswer[];
  /** Indicators that none of the units has. */
  without: Measure[];
  /** Years to choose from. */
  years: number[];
  profile: FigureModel | null;
}

export interface Question {
  gminy: readonly string[];
  year: number | null;
  /** Indicators wanted; all where empty. */
  wanted: readonly string[];
  measures: readonly Measure[];
  passing: readonly Passing[];
  /** Names of the types of a gmina, by their number in the register. */
  types: Readonly<Record<string, string>>;
}

/** Answers a comparison from the indicators' own files. @throws where one cannot be had now */
export async function answer({ gminy, year, wanted, measures, passing, types }: Question): Promise<Answer> {
  const asked = measures.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const ids = [
    ...new Set(asked.flatMap(({ id, weighing }) => [id, ...(weighing ? [weighing.indicator] : [])])),
  ];
  const [list, ...files] = await Promise.all([
    publishedUnits(),
    ...ids.map((indicator) => publishedValues({ by: 'indicator', indicator })),
  ]);
  const rows = new Map(ids.map((id, index) => [id, files[index] ?? []]));
  const known = new Map(list.map((unit) => [unit.teryt, unit]));
  const units = unitsOf(
    gminy.flatMap((teryt) => known.get(teryt) ?? []),
    types,
  );
  const nameOf = new Map(units.map(({ teryt, name }) => [teryt, name]));
  const sides = asked.map((measure) => ({
    measure,
    side: sideBySide(
      rows.get(measure.id) ?? [],
      units.map(({ teryt }) => teryt),
      // Figures of GUS describe the gminy; there is one year of each.
      { year: measure.origin === 'gus' ? null : year, citiesApart: measure.citiesApart },
    ),
  }));
  const answered = sides.filter(({ side }) => side.years.length > 0);
  const areas = areasOf(
    units.map(({ teryt }) => teryt),
    list,
    passing,
  );
  return {
    units,
    unknown: gminy.filter((teryt) => !known.has(teryt)),
    years: [
      ...new Set(
        answered.filter(({ measure }) => measure.origin !== 'gus').flatMap(({ side }) => side.years),
      ),
    ].sort((a, b) => b - a),
    without: sides.filter(({ side }) => side.years.length === 0).map(({ measure }) => measure),
    profile: profileOf(answered, units),
    measures: answered.map(({ measure, side }) => ({
      measure,
      year: side.year ?? 0,
      cells: cellsOf(side, measure, units),
      sentence: sentenceOf(side, measure, (teryt) => nameOf.get(teryt) ?? teryt),
      parents: parentsOf(measure, side.year ?? 0, rows, areas),
      trend: keptTrend(measure, rows.get(measure.id) ?? [], units),
    })),
  };
}

/** Gminy of one name are told apart by their type, and where that is the same too by their powiat. */
function unitsOf(gminy: readonly ListedUnit[], types: Question['types']): Unit[] {
  const typeName = ({ type }: ListedUnit) => types[type] ?? 'gmina';
  return gminy.map((own, index) => {
    const { teryt, name, powiat } = own;
    const namesakes = gminy.filter((other) => other !== own && other.name === name);
    const apart = namesakes.some((other) => typeName(other) === typeName(own))
      ? `powiat ${powiat}`
      : typeName(own);
    return {
      teryt,
      name: namesakes.length === 0 ? name : `${name} (${apart})`,
      letter: letterOf(index),
      where: isCityWithPowiatRights(teryt) ? 'miasto na prawach powiatu' : `powiat ${powiat}`,
    };
  });
}

type Side = SideBySide<ValueRow>;

function cellsOf(side: Side, { unit, decimals }: Measure, units: readonly Unit[]): CellView[] {
  const most = Math.max(0, ...side.cells.map(({ row }) => row?.value ?? 0)) || 1;
  return units.map((own, index) => {
    const cell = side.cells[index];
    const row = cell?.row ?? null;
    return {
      ...own,
      value: row?.value ?? null,
      text: row === null ? '' : besideMark(row, unit, decimals),
      share: Math.max(0, row?.value ?? 0) / most,
      doubt: row?.doubt ?? null,
      apart: cell?.apart ?? false,
      missing: cell?.missing ?? null,
      formula: row?.formula ?? '',
      source: row?.source ?? '',
      anchor: row?.anchor ?? '',
    };
  });
}

let kept: { units: string; trends: Map<string, FigureModel | null> } = { units: '', trends: new Map() };

/** How the units went does not depend on the year shown: the figure stays the same one, and is not drawn again. */
function keptTrend(measure: Measure, rows: readonly ValueRow[], units: readonly Unit[]): FigureModel | null {
  const codes = units.map(({ teryt }) => teryt).join();
  if (kept.units !== codes) kept = { units: codes, trends: new Map() };
  const known = kept.trends.get(measure.id);
  if (known !== undefined) return known;
  const made = trendOf(measure, rows, units);
  kept.trends.set(measure.id, made);
  return made;
}

/** At least two years make a trend. */
function trendOf(measure: Measure, rows: readonly ValueRow[], units: readonly Unit[]): FigureModel | null {
  const { id, unit, decimals, breaks } = measure;
  const series = units
    .map(({ teryt, letter, name }, index): Series => {
      // A source may file a city with powiat rights as a powiat.
      const codes = isCityWithPowiatRights(teryt) ? [teryt, teryt.slice(0, 4)] : [teryt];
      const points = codes
        .map((code) =>
          pointsOf(trend(rows, { indicator: id, units: [code] }), {
            indicator: id,
            kinds: ['reported', 'area-published'],
          }),
        )
        .find((own) => hasValues({ points: own }));
      return seriesOf(points ?? [], {
        key: `o${index + 1}`,
        name,
        label: `${letter} ${name}`,
        role: 'gmina',
        kind: 'reported',
      });
    })
    .filter(hasValues);
  const years = series.flatMap(({ points }) =>
    points.filter(({ value }) => value !== null).map((point) => point.year),
  );
  if (new Set(years).size < 2) return null;
  const broken = breaks.filter(({ effect }) => effect === 'break').map((mark) => mark.year);
  const courses = series.flatMap(({ points, name }) => {
    const course = courseOf(points, broken, measure);
    return course === '' ? [] : [`${name}: ${course}`];
  });
  return {
    indicator: id,
    unit: '',
    title: `${measure.short} w kolejnych latach`,
    subtitle: `${unitLabel(unit)}, ${formatYears(years)}; skala wspólna dla wszystkich, pozostałe gminy w tle`,
    spec: { type: 'multiples', unit, decimals, series, breaks, fromZero: true },
    reading: courses.length === 0 ? '' : `${courses.join('; ')}.`,
    caveats: [],
    origins: [],
  };
}

function profileOf(
  sides: readonly { measure: Measure; side: Side }[],
  units: readonly Unit[],
): FigureModel | null {
  const placed = sides.filter(({ measure }) => measure.headline);
  const rows = placed.flatMap(({ measure, side }): ProfileSpec['rows'] => {
    const marks = side.cells.flatMap(({ row, position }, index) =>
      row === null || position === null ? [] : [{ letter: letterOf(index), value: row.value, position }],
    );
    if (marks.length === 0 || side.year === null) return [];
    const { unit, decimals, short } = measure;
    return [{ label: short, unit, decimals, year: side.year, n: side.n, marks }];
  });
  if (rows.length === 0) return null;
  const unplaced = placed
    .filter(({ side }) => counting(side).length > 0 && side.cells.every(({ position }) => position === null))
    .map(({ measure }) => measure.short);
  return {
    indicator: 'profil',
    unit: '',
    title: 'Profil: gdzie stoją wybrane gminy wśród wszystkich, które mają dane',
    subtitle: 'Od najniższej wartości do najwyższej; szary pas: środkowa połowa gmin',
    spec: { type: 'profile', units: units.map(({ letter, name }) => ({ letter, name })), rows },
    reading: rows.map((row) => placedText(row, units)).join(' '),
    caveats: [
      'Położenie nie jest oceną: 0 to najniższa wartość, 100 najwyższa, 50 – tyle samo gmin ma mniej, ile więcej. Wartości niepewnych i miast na prawach powiatu, które stoją osobno, nie wliczono.',
      ...(unplaced.length === 0
        ? []
        : [`Bez położenia, bo wartości ma mniej niż 8 gmin: ${unplaced.join(', ')}.`]),
    ],
    origins: [],
  };
}

/** `Korzystający z pomocy (2024): najwyżej Bochnia (78), najniżej Łapanów (5), wśród 176 gmin.` */
function placedText({ label, year, n, marks }: ProfileSpec['rows'][number], units: readonly Unit[]): string {
  const sorted = marks.toSorted((a, b) => b.position - a.position);
  const words = (mark: (typeof marks)[number] | undefined): string =>
    mark === undefined
      ? ''
      : `${units.find(({ letter }) => letter === mark.letter)?.name ?? mark.letter} (${formatNumber(mark.position)})`;
  const places =
    sorted.length === 1 ? words(sorted[0]) : `najwyżej ${words(sorted[0])}, najniżej ${words(sorted.at(-1))}`;
  return `${label} (${year}): ${places}, wśród ${n} gmin.`;
}

import type { Kind } from '../domain';
import type { Band, Bar, ChartSpec, MapSpec, Point, Series, StripsSpec, SwarmSpec } from '../charts/spec';
import { KIND_NAMES } from '../charts/style-of';
import { MISSING_WORDS } from '../charts/table';
import { FORMS } from '../format/plural';
import { changeUnit, unitLabel, type UnitName } from '../format/value';

/** One point of a chart as it is handed on: the number itself, what it is and where it stands. Empty texts say nothing. */
export interface PointRow {
  seria: string;
  /** Of a row of one area among many, and else empty: which area it is, where it lies, and its place by value. */
  teryt: string;
  gmina: string;
  rodzaj_gminy: string;
  powiat: string;
  wojewodztwo: string;
  wskaznik: string;
  kolejnosc: number | null;
  rodzaj: string;
  rok: number | null;
  wartosc: number | null;
  jednostka: string;
  brak: string;
  watpliwosc: string;
  od: number | null;
  do: number | null;
  obliczenie: string;
  uwaga: string;
  zrodlo: string;
  miejsce: string;
  adres: string;
}

/** Address of a place in a source that works outside the page; empty where there is none. */
export type PlaceAddress = (source: string, anchor: string) => string;

/** Every point a chart shows, one row each, in the order of its series; values are not rounded. */
export function pointRows(spec: ChartSpec, addressOf: PlaceAddress): PointRow[] {
  switch (spec.type) {
    case 'trend':
    case 'multiples': {
      const [first, last] = spec.years ?? [-Infinity, Infinity];
      const notes = new Map(
        (spec.type === 'trend' ? spec.pointNotes : undefined)?.map(({ year, text }) => [year, text]),
      );
      return [
        ...spec.series.flatMap((series, at) =>
          seriesRows(series, spec.unit, addressOf, at === 0 ? notes : undefined),
        ),
        ...bandRows(spec.type === 'trend' ? spec.band : undefined, spec.unit),
      ].filter(({ rok }) => rok === null || (rok >= first && rok <= last));
    }
    case 'pair':
      return [
        ...spec.panels.flatMap((panel) => pointRows(panel, addressOf)),
        ...spec.columns.flatMap(({ head, cells }) =>
          cells.map(({ year, text, note }) => row({ seria: head, rok: year, uwaga: joined(text, note) })),
        ),
      ];
    case 'columns':
      return [spec.main, ...(spec.beside ? [spec.beside] : [])].flatMap((series) =>
        seriesRows(series, spec.unit, addressOf),
      );
    case 'bars':
      return spec.bars.flatMap((bar) => [
        row({
          seria: bar.label,
          rodzaj: kindOfBar(bar),
          rok: spec.year ?? null,
          ...measured(bar, spec.unit, addressOf),
        }),
        ...(spec.columns.part !== undefined && typeof bar.part === 'number'
          ? [
              row({
                seria: `${bar.label}: ${spec.columns.part}`,
                rok: spec.year ?? null,
                wartosc: bar.part,
                jednostka: unitLabel(spec.unit),
              }),
            ]
          : []),
      ]);
    case 'strip':
      return spec.units.map(({ teryt, name, value, apart }) =>
        row({
          teryt,
          gmina: name,
          seria: `${name} (${teryt})`,
          rodzaj: KIND_NAMES.reported,
          rok: spec.year,
          wartosc: value,
          jednostka: unitLabel(spec.unit),
          uwaga: apart ? 'poza kolejnością' : '',
        }),
      );
    case 'profile':
      return spec.rows.flatMap(({ label, unit, year, n, marks }) =>
        marks.map(({ letter, value, position }) =>
          row({
            seria: `${label}: ${spec.units.find((own) => own.letter === letter)?.name ?? letter}`,
            rodzaj: KIND_NAMES.reported,
            rok: year,
            wartosc: value,
            jednostka: unitLabel(unit),
            uwaga: `pozycja w rozkładzie ${Math.round(position)} ze 100, wśród ${n}`,
          }),
        ),
      );
    case 'swarm':
    case 'map':
    case 'strips':
      return areaRows(spec);
  }
}

type AllAreas = SwarmSpec | MapSpec | StripsSpec;

/** Every area of a view of all areas. */
function areaRows(spec: AllAreas): PointRow[] {
  const shared: Partial<PointRow> = {
    rodzaj: spec.since === null ? '' : `zmiana od ${spec.since} roku, obliczona tutaj`,
    rok: spec.year,
    jednostka: spec.since === null ? unitLabel(spec.unit) : changeUnit(spec.unit),
  };
  const areaRow = (own: {
    teryt: string;
    name: string;
    value: number | null;
    state: string;
    place?: number;
    until?: number;
  }) =>
    row({
      ...shared,
      teryt: own.teryt,
      gmina: own.name,
      kolejnosc: own.place ?? null,
      seria: `${own.name} (${own.teryt})`,
      wartosc: own.value,
      brak: own.value === null ? 'brak danych' : '',
      watpliwosc: own.state === 'doubtful' ? 'Odczyt tej liczby jest niepewny.' : '',
      uwaga:
        own.state === 'apart'
          ? 'poza kolejnością'
          : own.until === undefined
            ? ''
            : `miejsca ${own.place}–${own.until}: wartości są równe`,
    });
  switch (spec.type) {
    case 'swarm':
      return [
        ...spec.units.map(areaRow),
        ...spec.missing.map((own) => areaRow({ ...own, value: null, state: 'missing' })),
        ...spec.marks.map(({ name, value, kind }) =>
          row({ ...shared, rodzaj: KIND_NAMES[kind], seria: name, gmina: name, wartosc: value }),
        ),
      ];
    case 'map':
      return spec.areas.filter(({ state }) => state !== 'outside').map(areaRow);
    case 'strips':
      return spec.groups.flatMap(({ units }) => units.map(areaRow));
  }
}

const EMPTY: Readonly<PointRow> = {
  seria: '',
  teryt: '',
  gmina: '',
  rodzaj_gminy: '',
  powiat: '',
  wojewodztwo: '',
  wskaznik: '',
  kolejnosc: null,
  rodzaj: '',
  rok: null,
  wartosc: null,
  jednostka: '',
  brak: '',
  watpliwosc: '',
  od: null,
  do: null,
  obliczenie: '',
  uwaga: '',
  zrodlo: '',
  miejsce: '',
  adres: '',
};
const row = (known: Partial<PointRow>): PointRow => ({ ...EMPTY, ...known });
const joined = (...texts: (string | undefined)[]): string => texts.filter((text) => text).join('; ');

function seriesRows(
  series: Series,
  unit: UnitName,
  addressOf: PlaceAddress,
  notes?: ReadonlyMap<number, string>,
): PointRow[] {
  return series.points.map((point) =>
    row({
      seria: series.name,
      rodzaj: KIND_NAMES[kindOfPoint(point, series.kind)],
      rok: point.year,
      ...measured(point, unit, addressOf),
      od: point.low ?? null,
      do: point.high ?? null,
      uwaga: notes?.get(point.year) ?? '',
    }),
  );
}

const kindOfPoint = (point: Point, kind: Kind): Kind =>
  (point.forecast ?? point.state === 'forecast') ? 'forecast' : kind;

/** A part of a whole names no kind: what is known is that it is expected, or that it was worked out. */
function kindOfBar(bar: Bar): string {
  if (bar.state === 'forecast') return KIND_NAMES.forecast;
  if (bar.kind !== undefined) return KIND_NAMES[bar.kind];
  return bar.formula === undefined ? '' : 'wartość obliczona tutaj';
}

function measured(point: Point | Bar, unit: UnitName, addressOf: PlaceAddress): Partial<PointRow> {
  const { value, state, missing, doubt, source = '', anchor = '', formula = '' } = point;
  return {
    wartosc: value,
    jednostka: unit === 'tak-nie' ? '1 = Tak, 0 = Nie' : unitLabel(unit),
    brak: value === null ? MISSING_WORDS[missing ?? 'not-reported'] : '',
    watpliwosc: doubt ?? (state === 'doubtful' ? 'Odczyt tej liczby jest niepewny.' : ''),
    obliczenie: formula,
    zrodlo: source,
    miejsce: anchor,
    adres: source === '' ? '' : addressOf(source, anchor),
  };
}

function bandRows(band: Band | undefined, unit: UnitName): PointRow[] {
  if (!band) return [];
  const areas = FORMS[band.of][2];
  return band.points.map(({ year, low, median, high, n }) =>
    row({
      seria: `${band.name}: mediana`,
      rodzaj: `mediana ${areas}; od–do: środkowa połowa ${areas}`,
      rok: year,
      wartosc: median,
      jednostka: unitLabel(unit),
      od: low,
      do: high,
      uwaga: `liczba ${areas}: ${n}`,
    }),
  );
}

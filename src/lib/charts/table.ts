import { formatNumber, formatPlace, formatYear } from '../format/number';
import { FORMS } from '../format/plural';
import { isKnown, said } from '../format/said';
import { formatValue, unitLabel } from '../format/value';
import { placeOf } from '../stats/place';
import type { MissingReason } from '../domain';
import type {
  Bar,
  ColumnsSpec,
  FigureSpec,
  PairSpec,
  Point,
  ProfileSpec,
  Series,
  StripSpec,
  TrendSpec,
  BarsSpec,
} from './spec';

export interface Cell {
  text: string;
  /** Marks and doubts, in words. */
  note?: string;
  source?: string;
  anchor?: string;
}
export interface Table {
  head: string[];
  rows: { label: string; year?: number; cells: Cell[] }[];
}

export const MISSING_WORDS: Record<MissingReason, string> = {
  'not-reported': 'nie podano',
  'not-applicable': 'nie dotyczy (X)',
  'no-information': 'brak informacji',
  unreadable: 'nieczytelne',
  'not-published': 'źródło nie podaje',
};

/** The twin of a chart: every value it shows, in words and numbers. */
export function tableOf(spec: FigureSpec): Table {
  switch (spec.type) {
    case 'trend':
    case 'multiples':
      return trendTable(spec);
    case 'pair':
      return pairTable(spec);
    case 'columns':
      return columnsTable(spec);
    case 'bars':
      return barsTable(spec);
    case 'strip':
      return stripTable(spec);
    case 'profile':
      return profileTable(spec);
  }
}

type Measured = Pick<TrendSpec, 'unit' | 'decimals'>;

function trendTable(spec: Pick<TrendSpec, 'series' | 'band' | 'unit' | 'decimals' | 'years'>): Table {
  const columns = [
    ...spec.series.map((series) => columnOf(series, spec)),
    ...(spec.band ? bandColumns(spec.band, spec) : []),
  ];
  return byYear(columns, spec.years);
}

function pairTable(spec: PairSpec): Table {
  const columns = [
    ...spec.panels.flatMap((panel) => panel.series.map((series) => columnOf(series, panel))),
    ...spec.columns.map(({ head, cells }) => ({
      head,
      cells: new Map(cells.map(({ year, ...cell }) => [year, cell])),
    })),
  ];
  // Both panels are over the same years.
  return byYear(columns, spec.panels[0].years);
}

function columnsTable(spec: ColumnsSpec): Table {
  return byYear([spec.main, ...(spec.beside ? [spec.beside] : [])].map((series) => columnOf(series, spec)));
}

interface Column {
  head: string;
  cells: Map<number, Cell>;
}

function columnOf(series: Series, { unit, decimals }: Measured): Column {
  return {
    head: series.name,
    cells: new Map(series.points.map((point) => [point.year, cellOf(point, unit, decimals)])),
  };
}

function bandColumns(band: NonNullable<TrendSpec['band']>, { unit, decimals }: Measured): Column[] {
  const column = (head: string, pick: (point: (typeof band.points)[number]) => string): Column => ({
    head,
    cells: new Map(band.points.map((point) => [point.year, { text: pick(point) }])),
  });
  return [
    column(`${band.name}: mediana`, (point) => formatValue(point.median, unit, decimals)),
    column(
      `${band.name}: środkowa połowa`,
      (point) => `${formatNumber(point.low, decimals)}–${formatValue(point.high, unit, decimals)}`,
    ),
    column(`liczba ${FORMS[band.of][2]}`, (point) => formatNumber(point.n)),
  ];
}

function byYear(columns: Column[], within?: [number, number]): Table {
  const years = [...new Set(columns.flatMap((column) => [...column.cells.keys()]))]
    .filter((year) => !within || (year >= within[0] && year <= within[1]))
    .sort((a, b) => a - b);
  return {
    head: ['Rok', ...columns.map((column) => column.head)],
    rows: years.map((year) => ({
      label: formatYear(year),
      year,
      cells: columns.map((column) => column.cells.get(year) ?? { text: 'brak' }),
    })),
  };
}

type Valued = Pick<Point, 'value' | 'state' | 'missing' | 'doubt' | 'source' | 'anchor'> &
  Partial<Pick<Point, 'forecast' | 'formula' | 'low' | 'high'>>;

function cellOf(point: Valued, unit: TrendSpec['unit'], decimals: number): Cell {
  const notes = [
    (point.forecast ?? point.state === 'forecast') ? 'prognoza' : '',
    point.state === 'doubtful' ? (point.doubt ?? 'wartość niepewna') : '',
    point.low !== undefined && point.high !== undefined
      ? `od ${formatNumber(point.low, decimals)} do ${formatValue(point.high, unit, decimals)}`
      : '',
    point.formula ?? '',
  ].filter((note) => note !== '');
  return {
    text: isKnown(point) ? said(point, unit, decimals) : MISSING_WORDS[point.missing ?? 'not-reported'],
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
    ...(point.source ? { source: point.source, anchor: point.anchor ?? '' } : {}),
  };
}

function barsTable(spec: BarsSpec): Table {
  const part = spec.columns.part;
  return {
    head: [spec.columns.label, spec.columns.value, ...(part ? [part] : [])],
    rows: spec.bars.map((bar: Bar) => ({
      label: bar.label,
      cells: [
        cellOf(bar, spec.unit, spec.decimals),
        ...(part
          ? [
              bar.part === null || bar.part === undefined
                ? { text: 'brak' }
                : { text: formatValue(bar.part, spec.unit, spec.decimals) },
            ]
          : []),
      ],
    })),
  };
}

function stripTable(spec: StripSpec): Table {
  const sorted = spec.units.toSorted((a, b) => b.value - a.value);
  const compared = sorted.filter(({ apart }) => !apart).map(({ value }) => value);
  return {
    head: ['Gmina', `${unitLabel(spec.unit)}, ${spec.year} r.`, 'Miejsce'],
    rows: sorted.map(({ name, value, apart }) => ({
      label: name,
      cells: [
        { text: formatValue(value, spec.unit, spec.decimals) },
        { text: apart ? 'poza kolejnością' : formatPlace(placeOf(value, compared)) },
      ],
    })),
  };
}

function profileTable(spec: ProfileSpec): Table {
  return {
    head: ['Wskaźnik, rok', ...spec.units.map(({ letter, name }) => `${letter}. ${name}`), 'wśród ilu'],
    rows: spec.rows.map((row) => ({
      label: `${row.label}, ${row.year}`,
      cells: [
        ...spec.units.map(({ letter }) => {
          const mark = row.marks.find((own) => own.letter === letter);
          return mark
            ? {
                text: formatNumber(mark.position),
                note: said({ value: mark.value, state: 'ok' }, row.unit, row.decimals),
              }
            : { text: 'brak' };
        }),
        { text: formatNumber(row.n) },
      ],
    })),
  };
}

import type { FigureModel } from '$lib/charts/figure';
import type { Bar, BarsSpec } from '$lib/charts/spec';
import { publication } from '$lib/components/files/publication';
import { links } from '$lib/components/links';
import { publishedUnits } from '$lib/components/published-units';
import type { MadeFile } from '$lib/components/save-file';
import { aboutFigure } from '$lib/export/figure-about';
import { withAreas } from '$lib/export/area-rows';
import { pointRows, type PointRow } from '$lib/export/point-rows';
import { PARENT_NAMES } from '../parent-words';
import type { Answer, MeasureAnswer } from './answer';

export const COMPARISON_FILES = [
  { kind: 'csv', name: 'CSV' },
  { kind: 'csv-excel', name: 'CSV dla Excela' },
  { kind: 'xlsx', name: 'XLSX' },
] as const;
export type ComparisonFile = (typeof COMPARISON_FILES)[number]['kind'];

const CSV = 'text/csv;charset=utf-8';

/** The whole comparison as a file; what writes it is fetched with it. */
export async function comparisonFile(kind: ComparisonFile, answer: Answer): Promise<MadeFile> {
  const rows = withAreas(answer.measures.flatMap(rowsOf), await publishedUnits(), '');
  const name = `porownanie-${answer.units.map(({ teryt }) => teryt).join('-')}`;
  switch (kind) {
    case 'csv': {
      const { pointsCsv } = await import('$lib/export/points-csv');
      return { name: `${name}.csv`, type: CSV, content: pointsCsv(rows) };
    }
    case 'csv-excel': {
      const { pointsCsvForExcel } = await import('$lib/export/points-csv');
      return { name: `${name}-excel.csv`, type: CSV, content: pointsCsvForExcel(rows) };
    }
    case 'xlsx': {
      const { figureXlsx } = await import('$lib/export/figure-xlsx');
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return { name: `${name}.xlsx`, type, content: await figureXlsx(await aboutOf(answer, rows), rows) };
    }
  }
}

const addressOf = (source: string, anchor: string): string =>
  new URL(links.source(source, anchor), location.href).href;

const specOf = ({ measure, year, cells }: MeasureAnswer): BarsSpec => ({
  type: 'bars',
  unit: measure.unit,
  decimals: measure.decimals,
  year,
  columns: { label: 'Gmina', value: measure.name },
  bars: cells.map(({ teryt, name, value, doubt, missing, source, anchor, formula }): Bar => ({
    label: `${measure.name}: ${name} (${teryt})`,
    value,
    state: value === null ? 'missing' : doubt === null ? 'ok' : 'doubtful',
    kind: 'reported',
    ...(missing ? { missing } : {}),
    ...(doubt === null ? {} : { doubt }),
    ...(source === '' || anchor === '' ? {} : { source, anchor }),
    ...(formula === '' ? {} : { formula }),
  })),
});

/** Values of the gminy, then those of their powiaty, each under the name of its kind. */
function rowsOf(answer: MeasureAnswer): PointRow[] {
  const wskaznik = answer.measure.name;
  const own = pointRows(specOf(answer), addressOf).map((row, index): PointRow => {
    const cell = answer.cells[index];
    return { ...row, wskaznik, teryt: cell?.teryt ?? '', gmina: cell?.name ?? '' };
  });
  const [pattern] = own;
  if (!pattern) return [];
  const above = answer.parents.flatMap(({ name, values }) =>
    values.map(({ kind, value, coverage, doubt }): PointRow => ({
      ...pattern,
      seria: `${answer.measure.name}: ${name}`,
      teryt: '',
      gmina: name,
      rodzaj: PARENT_NAMES[kind],
      wartosc: value,
      brak: '',
      watpliwosc: doubt ?? '',
      uwaga: coverage,
      zrodlo: '',
      miejsce: '',
      adres: '',
    })),
  );
  return [...own, ...above];
}

async function aboutOf(answer: Answer, rows: readonly PointRow[]) {
  const { catalogue, version } = await publication();
  const specs = answer.measures.map(specOf);
  const [first] = specs;
  const spec: BarsSpec = {
    type: 'bars',
    unit: 'liczba',
    decimals: 0,
    columns: first?.columns ?? { label: '', value: '' },
    bars: specs.flatMap(({ bars }) => bars),
  };
  const figure: FigureModel = {
    indicator: 'porownanie',
    unit: '',
    title: `Porównanie gmin: ${answer.units.map(({ name }) => name).join(', ')}`,
    subtitle: 'Każdy wskaźnik za jeden rok, podany w kolumnie „Rok”',
    spec,
    reading: answer.measures.map(({ measure, sentence }) => `${measure.name}: ${sentence}`).join(' '),
    caveats: [
      'Wskaźniki OZPS i obserwatorium mają różne definicje i nie są tymi samymi wskaźnikami.',
      ...answer.measures.map(({ measure }) =>
        `${measure.name}: ${measure.definition} ${measure.caveat}`.trim(),
      ),
    ],
    origins: [],
  };
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return aboutFigure(figure, spec, rows, {
    catalogue,
    version,
    page: location.href.split('#')[0] ?? location.href,
    made: day.map((part) => String(part).padStart(2, '0')).join('-'),
    addressOf,
  });
}

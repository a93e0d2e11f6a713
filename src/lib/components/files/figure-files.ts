import type { FigureModel } from '../../charts/figure';
import type { ChartSpec } from '../../charts/spec';
import { figureFileName } from '../../export/figure-file-name';
import { pointRows, type PointRow } from '../../export/point-rows';
import { publishedUnits } from '../published-units';
import type { MadeFile } from '../save-file';
import type { SourceLink } from '../source-link';

/** Files of a figure, in the order they are offered. */
export const FILE_KINDS = [
  { kind: 'csv', name: 'CSV' },
  { kind: 'csv-excel', name: 'CSV dla Excela' },
] as const;
export type FileKind = (typeof FILE_KINDS)[number]['kind'];

/** A figure as it is shown now. */
export interface ShownFigure {
  figure: FigureModel;
  spec: ChartSpec;
  linkOf: SourceLink;
}

/** A figure's data as a file. What writes the file is fetched with it. */
export async function madeFile(kind: FileKind, shown: ShownFigure): Promise<MadeFile> {
  const rows = pointRows(shown.spec, placeAddress(shown.linkOf));
  const name = await nameOf(shown.figure, rows);
  const { pointsCsv, pointsCsvForExcel } = await import('../../export/points-csv');
  switch (kind) {
    case 'csv':
      return { name: `${name}.csv`, type: CSV, content: pointsCsv(rows) };
    case 'csv-excel':
      return { name: `${name}-excel.csv`, type: CSV, content: pointsCsvForExcel(rows) };
  }
}

const CSV = 'text/csv;charset=utf-8';

/** A place inside the page that is open, as of a report that was dropped, leads nowhere from a file. */
const placeAddress =
  (linkOf: SourceLink) =>
  (source: string, anchor: string): string => {
    const link = linkOf(source, anchor);
    return link.startsWith('#') ? '' : new URL(link, location.href).href;
  };

async function nameOf({ unit, indicator }: FigureModel, rows: readonly PointRow[]): Promise<string> {
  const place = unit === '00' ? 'Polska' : await gminaName(unit);
  return figureFileName({ place, teryt: unit === '00' ? '' : unit, indicator }, rows);
}

async function gminaName(teryt: string): Promise<string> {
  try {
    return (await publishedUnits()).find((unit) => unit.teryt === teryt)?.name ?? '';
  } catch (error) {
    // Without a network the code alone names the file.
    console.warn(error);
    return '';
  }
}

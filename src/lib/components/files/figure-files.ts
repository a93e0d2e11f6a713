import type { PointRow } from '../../export/point-rows';
import type { MadeFile } from '../save-file';
import { aboutOf, fileNameOf, placedRowsOf, type ShownFigure } from './shown-figure';

/** Files of a figure, in the order they are offered. */
export const FILE_KINDS = [
  { kind: 'csv', name: 'CSV' },
  { kind: 'csv-excel', name: 'CSV dla Excela' },
  { kind: 'xlsx', name: 'XLSX' },
  { kind: 'parquet', name: 'Parquet' },
  { kind: 'svg', name: 'SVG' },
  { kind: 'png', name: 'PNG' },
  { kind: 'png-2x', name: 'PNG, podwójna wielkość' },
  { kind: 'zip', name: 'Pobierz wszystko (ZIP)' },
] as const;
export type FileKind = (typeof FILE_KINDS)[number]['kind'];

const CSV = 'text/csv;charset=utf-8';

/** A figure as a file. What writes the file is fetched with it. */
export async function madeFile(kind: FileKind, shown: ShownFigure): Promise<MadeFile> {
  const rows = await placedRowsOf(shown);
  const name = await fileNameOf(shown.figure, rows);
  switch (kind) {
    case 'csv': {
      const { pointsCsv } = await import('../../export/points-csv');
      return { name: `${name}.csv`, type: CSV, content: pointsCsv(rows) };
    }
    case 'csv-excel': {
      const { pointsCsvForExcel } = await import('../../export/points-csv');
      return { name: `${name}-excel.csv`, type: CSV, content: pointsCsvForExcel(rows) };
    }
    case 'xlsx': {
      const { figureXlsx } = await import('../../export/figure-xlsx');
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return { name: `${name}.xlsx`, type, content: await figureXlsx(await aboutOf(shown), rows) };
    }
    case 'parquet': {
      const { pointsParquet } = await import('../../export/points-parquet');
      const type = 'application/vnd.apache.parquet';
      return { name: `${name}.parquet`, type, content: pointsParquet(rows) };
    }
    case 'svg':
      return { name: `${name}.svg`, type: 'image/svg+xml', content: (await pictureOf(shown)).text };
    case 'png':
      return { name: `${name}.png`, type: 'image/png', content: await (await pictureOf(shown)).png(1) };
    case 'png-2x':
      return { name: `${name}-2x.png`, type: 'image/png', content: await (await pictureOf(shown)).png(2) };
    case 'zip':
      return { name: `${name}.zip`, type: 'application/zip', content: await everything(shown, rows, name) };
  }
}

async function pictureOf(
  shown: ShownFigure,
): Promise<{ text: string; png: (scale: number) => Promise<Blob> }> {
  const { chartSvg, pngOf, svgText } = await import('./painted-chart');
  const picture = chartSvg(shown.spec, await aboutOf(shown));
  return { text: svgText(picture), png: (scale) => pngOf(picture, scale) };
}

async function everything(shown: ShownFigure, rows: readonly PointRow[], name: string): Promise<Uint8Array> {
  const { figureArchive } = await import('../../export/figure-archive');
  const [about, picture] = await Promise.all([aboutOf(shown), pictureOf(shown)]);
  return figureArchive(about, rows, { name, svg: picture.text });
}

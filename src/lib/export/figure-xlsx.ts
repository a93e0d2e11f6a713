import { writeXlsx } from 'hucre/xlsx';
import type { FigureAbout } from './figure-about';
import { aboutParts } from './figure-readme';
import { guardedText } from './guarded-text';
import { columnsOf } from './point-columns';
import type { PointRow } from './point-rows';

/** Names of the two sheets. */
export const SHEETS = { data: 'Dane', about: 'Definicje i źródła' } as const;

/** A workbook: a sheet of the points, with numbers as numbers, and one of definitions and sources. */
export async function figureXlsx(about: FigureAbout, rows: readonly PointRow[]): Promise<Uint8Array> {
  const all = columnsOf(rows);
  const bold = { font: { bold: true } };
  const parts = aboutParts(about).flatMap(({ head, lines }) =>
    lines.map((line, at) => [at === 0 ? head : '', guardedText(line)]),
  );
  const columns = all.map(({ title, description }, at) => [
    at === 0 ? 'Kolumny' : '',
    `${title}: ${description}`,
  ]);
  return writeXlsx({
    properties: { title: about.title },
    sheets: [
      {
        name: SHEETS.data,
        columns: all.map(({ name, type }) => ({ width: widthOf(name, type) })),
        rows: [
          all.map(({ title }) => title),
          ...rows.map((row) =>
            all.map(({ name }) => {
              const value = row[name];
              if (value === '') return null;
              return typeof value === 'string' ? guardedText(value) : value;
            }),
          ),
        ],
        cells: new Map(all.map((_, at) => [`0,${at}`, { style: bold }])),
        freezePane: { rows: 1 },
      },
      { name: SHEETS.about, columns: [{ width: 26 }, { width: 110 }], rows: [...parts, ...columns] },
    ],
  });
}

const widthOf = (name: keyof PointRow, type: string): number =>
  name === 'seria' || name === 'wskaznik' ? 36 : type === 'string' ? 24 : 12;

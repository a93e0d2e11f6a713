import type { FigureModel } from '../../charts/figure';
import type { ChartSpec } from '../../charts/spec';
import { aboutFigure, type FigureAbout } from '../../export/figure-about';
import { figureFileName } from '../../export/figure-file-name';
import { pointRows, type PointRow } from '../../export/point-rows';
import { publishedUnits } from '../published-units';
import type { SourceLink } from '../source-link';
import { publication } from './publication';

/** A figure as it is shown now. */
export interface ShownFigure {
  figure: FigureModel<ChartSpec>;
  spec: ChartSpec;
  linkOf: SourceLink;
}

/** A place inside the page that is open, as of a report that was dropped, leads nowhere from a file. */
const placeAddress =
  (linkOf: SourceLink) =>
  (source: string, anchor: string): string => {
    const link = linkOf(source, anchor);
    return link.startsWith('#') ? '' : new URL(link, location.href).href;
  };

/** The points of a figure as it is shown now. */
export const rowsOf = ({ spec, linkOf }: ShownFigure): PointRow[] => pointRows(spec, placeAddress(linkOf));

/** The points with where their areas lie. Without a network the codes alone tell. */
export async function placedRowsOf(shown: ShownFigure): Promise<PointRow[]> {
  const rows = rowsOf(shown);
  if (!rows.some(({ teryt }) => teryt !== '')) return rows;
  const { withAreas } = await import('../../export/area-rows');
  const units = await publishedUnits().catch((error: unknown) => {
    console.warn(error);
    return [];
  });
  return withAreas(rows, units, shown.figure.title);
}

/** What travels with a figure. Without a network the definition of its indicator and the version are left out. */
export async function aboutOf(shown: ShownFigure): Promise<FigureAbout> {
  const { figure, spec, linkOf } = shown;
  const { catalogue, version } = await publication();
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return aboutFigure(figure, spec, rowsOf(shown), {
    catalogue,
    version,
    page: `${location.origin}${location.pathname}${location.search}`,
    made: day.map((part) => String(part).padStart(2, '0')).join('-'),
    addressOf: placeAddress(linkOf),
  });
}

/** Name of a figure's files without their endings. */
export async function fileNameOf(
  { unit, indicator, filter }: FigureModel<ChartSpec>,
  rows: readonly PointRow[],
): Promise<string> {
  const place = unit === '00' ? 'Polska' : await gminaName(unit);
  return figureFileName(
    { place, teryt: unit === '00' ? '' : unit, indicator, ...(filter ? { filter } : {}) },
    rows,
  );
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

import { isOfAllAreas } from '../../charts/area-spec';
import type { AreaSpec } from '../../charts/spec';
import { tableOf, type Table } from '../../charts/table';
import { plainCitation } from '../../export/citation';
import { frozenSnippet } from '../../export/embed-code';
import type { PointRow } from '../../export/point-rows';
import { formatNumber } from '../../format/number';
import { chartSvg } from './painted-chart';
import { aboutOf, rowsOf, type ShownFigure } from './shown-figure';

/** A chart as a piece of HTML that needs nothing of this site: picture, figures and reference with day and version. */
export async function frozenCode(shown: ShownFigure): Promise<string> {
  const { spec } = shown;
  const about = await aboutOf(shown);
  const picture = new XMLSerializer().serializeToString(chartSvg(spec, about));
  const table = isOfAllAreas(spec) ? areaTable(spec, rowsOf(shown)) : tableOf(spec);
  return frozenSnippet({ picture, table, citation: plainCitation(about) });
}

/** Views of all areas have no twin of their own: each area with its value, and the areas above those chosen. */
function areaTable({ decimals }: AreaSpec, rows: readonly PointRow[]): Table {
  const [first] = rows;
  return {
    head: ['Obszar', [first?.jednostka, first?.rok].filter((part) => part).join(', ')],
    rows: rows.map(({ seria, wartosc, brak, watpliwosc, uwaga, rodzaj }) => {
      const note = [watpliwosc, uwaga, rodzaj].filter((part) => part !== '').join('; ');
      return {
        label: seria,
        cells: [
          {
            text: wartosc === null ? brak : formatNumber(wartosc, decimals),
            ...(note === '' ? {} : { note }),
          },
        ],
      };
    }),
  };
}

import type { FigureSpec } from '../../charts/spec';
import { tableOf } from '../../charts/table';
import { plainCitation } from '../../export/citation';
import { frozenSnippet } from '../../export/embed-code';
import { chartSvg } from './painted-chart';
import { aboutOf, type ShownFigure } from './shown-figure';

/** A chart as a piece of HTML that needs nothing of this site: picture, figures and reference with day and version. */
export async function frozenCode(shown: ShownFigure & { spec: FigureSpec }): Promise<string> {
  const about = await aboutOf(shown);
  const picture = new XMLSerializer().serializeToString(chartSvg(shown.spec, about));
  return frozenSnippet({ picture, table: tableOf(shown.spec), citation: plainCitation(about) });
}

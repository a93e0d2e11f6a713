import type { FigureSpec } from '../../lib/charts/spec';
import type { FigureAbout } from '../../lib/export/figure-about';

/** A chart that other sites may frame, with the words around it. */
export interface EmbedChart {
  spec: FigureSpec;
  about: Pick<
    FigureAbout,
    | 'title'
    | 'subtitle'
    | 'reading'
    | 'kinds'
    | 'breaks'
    | 'caveats'
    | 'doubts'
    | 'sources'
    | 'version'
    | 'own'
  >;
}

/** All such charts of a gmina, for what is drawn in the browser: `/osadz/dane/<teryt>.json`. */
export interface EmbedFile {
  /** Name of the gmina. */
  name: string;
  /** By headline indicator. */
  charts: Record<string, EmbedChart>;
}

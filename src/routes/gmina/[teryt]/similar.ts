import { isCityWithPowiatRights } from '$lib/domain';
import { formatNumber } from '$lib/format';
import { SIMILAR_AMOUNTS, similarInputs, similarTo, type SimilarInputs } from '$lib/query';
import { catalogue, publishedIndicators, readIndicator } from '$lib/server';
import { scopeOf, stripOf, type SimilarStrip } from '../../similar-strips';

/** Gminy similar to one, in the country or in its województwo. */
export interface SimilarList {
  /** Code of the województwo; empty: the whole country. */
  within: string;
  /** `20 najbardziej podobnych gmin w Polsce` */
  title: string;
  /** Code, name, powiat, distance. */
  gminy: [teryt: string, name: string, where: string, distance: string][];
}

export interface SimilarSection {
  lists: SimilarList[];
  strips: SimilarStrip[];
  /** What the indicators compared need in the browser. */
  indicators: string[];
}

let known: Promise<SimilarInputs> | undefined;

/** The same for every page, so prepared once. */
const inputs = (): Promise<SimilarInputs> =>
  (known ??= (async () => {
    const { units } = catalogue();
    const rows = await Promise.all(SIMILAR_AMOUNTS.map(({ indicator }) => readIndicator(indicator)));
    return similarInputs(
      units.all('gmina').map(({ teryt }) => teryt),
      rows,
      (teryt) => units.typeOf(teryt),
    );
  })());

/** The gmina against the twenty most similar ones by equal weights. `null` where too little is known of it. */
export async function similarSection(teryt: string): Promise<SimilarSection | null> {
  const { units, indicators } = catalogue();
  const all = await inputs();
  const codesIn = (within: string) =>
    similarTo(all, teryt, { within }).nearest.map(({ unit, value }) => ({ code: unit.teryt, value }));
  const found = new Map([['', codesIn('')]]);
  if (found.get('')?.length === 0) return null;
  const strips: SimilarStrip[] = [];
  for (const id of publishedIndicators()) {
    const indicator = indicators.get(id);
    if (!indicator?.headline || indicator.level !== 'gmina') continue;
    const within = scopeOf(indicator, teryt);
    const similar = found.get(within) ?? codesIn(within);
    const strip = stripOf(
      await readIndicator(id),
      indicator,
      teryt,
      similar.map(({ code }) => code),
    );
    if (!strip) continue;
    found.set(within, similar);
    strips.push(strip);
  }
  return {
    strips,
    indicators: strips.map(({ id }) => id),
    lists: [...found].map(([within, similar]) => ({
      within,
      title: `${similar.length} najbardziej podobnych gmin ${within === '' ? 'w Polsce' : 'w tym województwie'}`,
      gminy: similar.map(({ code, value }) => [
        code,
        units.name(code),
        isCityWithPowiatRights(code) ? 'miasto na prawach powiatu' : units.fullName(code.slice(0, 4)),
        formatNumber(value, 2),
      ]),
    })),
  };
}

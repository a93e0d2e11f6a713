import type { FigureModel } from '$lib/charts';
import type { ValueRow } from '$lib/extract';
import {
  catalogue,
  keepJson,
  keepLast,
  publishedIndicators,
  publishedSources,
  readIndicator,
  readKept,
  readUnit,
} from '$lib/server';
import { keptCheck } from '../../jakosc/report-check';
import { plainTrend } from '../../osadz/plain-trend';
import { judgedForecasts, type JudgedForecast } from '../../prognozy/judged';
import { pagedSources } from '../../sources';
import { keptSource } from '../../zrodlo/paged-source';
import { reportForecasts, type ReportForecasts } from './prognoza/forecasts';
import { contextOf, profileOf, type Profile } from './profile';
import { foldedBlocks, type FoldedBlock } from './report-tables/build';
import { similarSection, type SimilarSection } from './similar';

/** What is made of a gmina's data: all its pages and files are written from these. */
interface Gathered {
  profile: Profile;
  /** Charts that other sites may frame, by headline indicator. */
  figures: [string, FigureModel][];
  similar: SimilarSection | null;
  /** Of its documents; none where it has none. */
  tables: FoldedBlock[];
  forecasts: ReportForecasts[];
  /** The same forecasts, for what is told of all gminy. */
  judged: JudgedForecast[];
  /** Rows of its headline indicators and of what GUS says of it. */
  headline: ValueRow[];
}

/** Indicators drawn with a distribution, read once. */
const distributions = new Map<string, readonly ValueRow[]>();

async function gather(teryt: string): Promise<Gathered> {
  const known = catalogue();
  for (const id of publishedIndicators())
    if (id.startsWith('obs-') && !distributions.has(id)) distributions.set(id, await readIndicator(id));
  const own = await readUnit(teryt);
  const profile = await profileOf(teryt, (id) => distributions.get(id) ?? []);
  return {
    profile,
    figures: await figuresOf(teryt, profile),
    similar: await similarSection(teryt),
    tables: profile.documented ? foldedBlocks(await contextOf(teryt)) : [],
    forecasts: profile.documented ? reportForecasts(known, own, teryt) : [],
    judged: judgedForecasts(own),
    headline: own.filter(({ indicator }) => {
      const { headline, origin } = known.indicators.get(indicator) ?? {};
      return headline === true || origin === 'gus';
    }),
  };
}

const FOLDER = process.env.PROFILES_CACHE ?? '';

/** All parts are made while the gmina's rows are at hand, the pages of its documents too. */
const gathered = keepLast(4, async (teryt) => {
  const made = await gather(teryt);
  if (FOLDER === '') return made;
  for (const [kind, own] of Object.entries(made)) keepJson(FOLDER, [kind, teryt], own);
  const paged = pagedSources();
  for (const source of catalogue().sources.values()) {
    if (source.teryt !== teryt || !publishedSources().has(source.id)) continue;
    await keptCheck(source.id);
    if (paged.has(source.id)) await keptSource(source.id);
  }
  return made;
});

const part = <Kind extends keyof Gathered>(kind: Kind): ((teryt: string) => Promise<Gathered[Kind]>) =>
  keepLast(16, async (teryt) => {
    const found = readKept<Gathered[Kind]>(FOLDER, [kind, teryt]);
    return found ? found.value : (await gathered(teryt))[kind];
  });

/**
 * Parts of a gmina, by its code. Kept for the time of a build (`scripts/site.mjs`): pages are made kind by kind, and by
 * then the rows of other gminy have taken the place of its own in memory.
 */
export const gminaParts = {
  profile: part('profile'),
  figures: part('figures'),
  similar: part('similar'),
  tables: part('tables'),
  forecasts: part('forecasts'),
  judged: part('judged'),
  headline: part('headline'),
};

/** A headline indicator that is drawn in the chart of another, since the two are limits of one rule. */
const DRAWN_WITH: Readonly<Record<string, string>> = {
  'rodziny-na-pracownika-socjalnego': 'mieszkancy-na-pracownika-socjalnego',
};

async function figuresOf(teryt: string, { groups }: Profile): Promise<[string, FigureModel][]> {
  const { indicators, units } = catalogue();
  const found = new Map<string, FigureModel>();
  for (const { figure } of groups.flatMap(({ themes }) => themes.flatMap(({ figures }) => figures)))
    if (figure.embed) found.set(figure.indicator, figure);
  const known = new Set(
    (await Promise.all(units.ownCodes(teryt).map(readUnit))).flat().map((row) => row.indicator),
  );
  for (const id of known) {
    const indicator = indicators.get(id);
    if (!indicator?.headline || found.has(id)) continue;
    const figure = found.get(DRAWN_WITH[id] ?? '') ?? (await plainTrend(teryt, indicator));
    if (figure) found.set(id, figure);
  }
  return [...found];
}

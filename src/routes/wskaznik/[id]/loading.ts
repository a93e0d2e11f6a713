import { links } from '$lib/components/links';
import { publishedUnits } from '$lib/components/published-units';
import { fetchPublished, NoSuchFile, Once } from '$lib/extract/published-files';
import type { ValueRow } from '$lib/extract/rows';
import type { Tile } from '$lib/geo/geometry';
import { TILES_FILE, tilesOf, type PublishedTiles } from '$lib/geo/published';
import { publishedValues } from '../../published-values';
import type { Materials } from './all-views';
import { countFinder, type Count } from './counts';
import { PEOPLE } from './shown';

/** What the page says of its indicator: all that is not in the published files. */
export interface About extends Pick<
  Materials,
  'measure' | 'lifetimes' | 'covered' | 'wojewodztwa' | 'breaks' | 'perPerson'
> {
  counts: (Pick<Count, 'role' | 'name' | 'unit'> & { id: string })[];
  /** Parts of the map that there are boundaries of. */
  boundaries: readonly string[];
}

const tiles = new Once<Tile[]>();
const kept = new Once<Materials>();

/** Everything the views are made of, fetched once. @throws where a file cannot be had now */
export function materialsOf(about: About): Promise<Materials> {
  return kept.get(about.measure.id, () => load(about));
}

const valuesOf = (indicator: string): Promise<readonly ValueRow[]> =>
  publishedValues({ by: 'indicator', indicator });

async function load({
  counts,
  measure,
  lifetimes,
  covered,
  wojewodztwa,
  breaks,
  perPerson,
}: About): Promise<Materials> {
  const [values, units, powiaty, population, ...behind] = await Promise.all([
    valuesOf(measure.id),
    publishedUnits(),
    tiles.get('', loadTiles),
    valuesOf(PEOPLE),
    ...counts.map(({ id }) => valuesOf(id)),
  ]);
  return {
    measure,
    lifetimes,
    covered,
    wojewodztwa,
    breaks,
    perPerson,
    values,
    units,
    tiles: powiaty,
    countsOf: countFinder(
      counts.map(({ role, name, unit }, index) => ({ role, name, unit, values: behind[index] ?? [] })),
    ),
    peopleOf: latest(population),
  };
}

/** Latest value of each area. */
function latest(rows: readonly ValueRow[]): (teryt: string) => number | undefined {
  const found = new Map<string, { year: number; value: number }>();
  for (const { teryt, year, value, preferred } of rows)
    if (preferred && value !== null && year >= (found.get(teryt)?.year ?? 0))
      found.set(teryt, { year, value });
  return (teryt) => found.get(teryt)?.value;
}

async function loadTiles(): Promise<Tile[]> {
  try {
    const bytes = await fetchPublished(links.published, TILES_FILE);
    // Written by our own build and checked there.
    return tilesOf(JSON.parse(new TextDecoder().decode(bytes)) as PublishedTiles);
  } catch (error) {
    if (error instanceof NoSuchFile) return [];
    throw error;
  }
}

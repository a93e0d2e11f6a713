// Which cards are asked for, and which of them the built site has.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the site to print. */
export interface Wanted {
  /** Path below the site's address, without a slash at its beginning. */
  path: string;
  /** Beginning of the file's name; the name of what it is about is added where the page has one. */
  file: string;
  kind: 'gmina' | 'indicator' | 'comparison';
}

export interface Asked {
  unit: readonly string[];
  powiat: readonly string[];
  woj: readonly string[];
  indicator: readonly string[];
  comparison: readonly string[];
}

export interface Chosen {
  wanted: Wanted[];
  /** Gminy of the areas asked for that have no card. */
  without: string[];
  /** What was asked for by name and is not there, in words. */
  problems: string[];
}

/** @param build folder of a built site @throws where it is none */
export function chooseCards(build: string, asked: Asked): Chosen {
  if (!existsSync(join(build, 'index.html')))
    throw new Error(`${build}/index.html is missing: run "npm run build" first`);
  const gminy = codesIn(build);
  const hasCard = (folder: string): boolean => existsSync(join(build, folder, 'karta', 'index.html'));
  const problems: string[] = [];
  const without: string[] = [];
  const units = new Set<string>();
  for (const teryt of asked.unit) {
    if (hasCard(join('gmina', teryt))) units.add(teryt);
    else
      problems.push(
        gminy.includes(teryt)
          ? `${teryt}: this gmina has no card, for there is no report and no series of it`
          : `${teryt}: no such gmina in ${build}`,
      );
  }
  for (const area of [...asked.powiat, ...asked.woj]) {
    const inside = gminy.filter((teryt) => teryt.startsWith(area));
    if (inside.length === 0) problems.push(`${area}: no gminy of this area in ${build}`);
    for (const teryt of inside) {
      if (hasCard(join('gmina', teryt))) units.add(teryt);
      else without.push(teryt);
    }
  }
  const indicators = [...new Set(asked.indicator)].filter((id) => {
    const there = /^[a-z0-9-]+$/.test(id) && hasCard(join('wskaznik', id));
    if (!there) problems.push(`${id}: no card of this indicator in ${build}`);
    return there;
  });
  return {
    without: [...new Set(without)],
    problems,
    wanted: [
      ...[...units]
        .sort()
        .map((teryt): Wanted => ({ kind: 'gmina', path: `gmina/${teryt}/karta/`, file: `karta-${teryt}` })),
      ...indicators.map((id): Wanted => ({
        kind: 'indicator',
        path: `wskaznik/${id}/karta/`,
        file: `karta-wskaznika-${id}`,
      })),
      ...asked.comparison.map((query): Wanted => comparisonOf(query)),
    ],
  };
}

const codesIn = (build: string): string[] => {
  const folder = join(build, 'gmina');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^\d{6}$/.test(name))
        .sort()
    : [];
};

/** The query as it stands in an address, with or without what goes before it. */
function comparisonOf(text: string): Wanted {
  const query = new URLSearchParams(text.slice(text.indexOf('?') + 1));
  const gminy = (query.get('gminy') ?? '').split(',').filter((code) => /^\d{6}$/.test(code));
  return {
    kind: 'comparison',
    path: `porownanie/?${query.toString()}`,
    file: `karta-porownania-${gminy.slice(0, 6).join('-')}${gminy.length > 6 ? `-i-${gminy.length - 6}` : ''}`,
  };
}

import { base } from '$app/paths';
import { catalogue, readUnit } from '$lib/server';
import { linksFor } from '$lib/state/links';
import { datasetLd, machineLinks, type DatasetHead } from '../../dataset-ld';

const absolute = linksFor(`${__SITE_URL__}${base}`);

/** What a gmina's page holds, for search engines of data: its headline indicators, or what GUS says where there are none. */
export async function gminaDataset(teryt: string): Promise<DatasetHead | undefined> {
  const { units, indicators, sources } = catalogue();
  const rows = await readUnit(teryt);
  const headline = rows.filter(({ indicator }) => indicators.get(indicator)?.headline);
  const told = headline.length > 0 ? headline : rows;
  if (told.length === 0) return undefined;
  const place = `${units.name(teryt)}, ${units.fullName(teryt.slice(0, 4))}`;
  return datasetLd({
    name: `Pomoc społeczna: ${place}`,
    description: `Wskaźniki pomocy społecznej gminy ${place}: wartości w latach, z rodzajem, powodem braku, wątpliwościami i miejscem w źródle.`,
    page: absolute.unit(teryt),
    years: told.map(({ year }) => year),
    measured: [...new Set(told.map(({ indicator }) => indicators.get(indicator)?.name ?? indicator))],
    place,
    sources: [...new Set(told.map(({ source }) => source))].flatMap((id) => sources.get(id) ?? []),
    files: machineLinks('gmina', teryt),
  });
}

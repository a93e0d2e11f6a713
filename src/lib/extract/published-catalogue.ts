import type { Catalogue } from '../catalogue';
import { namesOf } from '../catalogue/names';
import { Units } from '../catalogue/units';
import { levelOf, type Unit } from '../domain';
import type { PublishedCatalogue, PublishedForm } from './published';

/** The part of the catalogue that is published: all that reading a report and drawing a gmina's page need. */
export type PublicCatalogue = Pick<
  Catalogue,
  'indicators' | 'breaks' | 'chapters' | 'sources' | 'units' | 'names' | 'formRows' | 'rules'
>;

/** The catalogue from what `katalog.json` and `formularz.json` say: nothing of the YAML and CSV files is parsed again. */
export function publicCatalogue(published: PublishedCatalogue, form: PublishedForm): PublicCatalogue {
  const chapters = new Map(published.chapters.map((chapter) => [chapter.key, chapter]));
  return {
    indicators: new Map(published.indicators.map((indicator) => [indicator.id, indicator])),
    breaks: published.breaks,
    chapters,
    sources: new Map(published.sources.map((source) => [source.id, source])),
    units: new Units(unitsOf(form)),
    names: namesOf(form.names, chapters),
    formRows: form.rows,
    rules: form.rules,
  };
}

function unitsOf({ registerYears, units }: PublishedForm): Unit[] {
  return units.map(([teryt, name, since, until, types]) => {
    const level = levelOf(teryt);
    const unit = { teryt, level, name, since, until };
    if (level !== 'gmina') return unit;
    return { ...unit, types: Object.fromEntries(registerYears.map((year, at) => [year, types[at] ?? null])) };
  });
}

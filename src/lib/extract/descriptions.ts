import type { Catalogue } from '../catalogue';
import type { Finding, Level } from '../domain';
import { CATALOGUE_FILE, FINDINGS_FILE, FORM_FILE, SOURCES_FILE, UNITS_FILE } from './paths';
import type { PublishedCatalogue, PublishedForm, PublishedSources, PublishedUnits } from './published';

/** A text to publish. */
export interface PublishedFile {
  path: string;
  bytes: Uint8Array;
}

export interface Described {
  catalogue: Catalogue;
  findings: readonly Finding[];
  /** Codes of the areas with values beyond the figures of GUS. */
  withData: ReadonlySet<string>;
  sources: PublishedSources;
}

const json = (path: string, content: unknown): PublishedFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(content)}\n`),
});

function publishedUnits({ catalogue: { units }, withData }: Described): PublishedUnits {
  return units
    .all('gmina')
    .map(({ teryt, name }) => [
      teryt,
      name,
      units.typeOf(teryt) ?? 0,
      units.name(teryt.slice(0, 4)),
      units.ownCodes(teryt).some((code) => withData.has(code)) ? 1 : 0,
    ]);
}

const REGISTERED: readonly Level[] = ['wojewodztwo', 'powiat', 'gmina'];

function publishedForm({ formRows, rules, nameEntries, units }: Catalogue): PublishedForm {
  const registerYears = [
    ...new Set(units.all('gmina').flatMap(({ types }) => Object.keys(types ?? {}))),
  ].sort();
  return {
    rows: [...formRows],
    rules: [...rules],
    names: [...nameEntries],
    registerYears,
    units: REGISTERED.flatMap((level) => units.all(level)).map(({ teryt, name, since, until, types }) => [
      teryt,
      name,
      since,
      until,
      types ? registerYears.map((year) => types[year] ?? null) : [],
    ]),
  };
}

/** The files of `static/data` that describe the numbers: the catalogue, the form, the units, the findings and what each source holds. */
export function describe(input: Described): PublishedFile[] {
  const { catalogue, findings } = input;
  const published: PublishedCatalogue = {
    indicators: [...catalogue.indicators.values()],
    breaks: [...catalogue.breaks],
    chapters: [...catalogue.chapters.values()],
    sources: [...catalogue.sources.values()],
  };
  return [
    json(FORM_FILE, publishedForm(catalogue)),
    json(UNITS_FILE, publishedUnits(input)),
    json(CATALOGUE_FILE, published),
    json(FINDINGS_FILE, findings),
    json(SOURCES_FILE, input.sources),
  ];
}

import type { Source } from '$lib/domain';
import { comparePl } from '$lib/format';
import { catalogue, findings, publishedSources } from '$lib/server';
import type { PageServerLoad } from './$types';

const OF_GMINA = ['ozps', 'sprawozdanie', 'lpdi'] as const;
const TYPES: Record<(typeof OF_GMINA)[number], string> = {
  ozps: 'ocena zasobów (OZPS)',
  sprawozdanie: 'sprawozdanie ośrodka',
  lpdi: 'plan deinstytucjonalizacji (LPDI)',
};
const isOfGmina = (type: Source['type']): type is (typeof OF_GMINA)[number] =>
  (OF_GMINA as readonly string[]).includes(type);

/** Every source with what was read of it, and by województwo and year which gminy have a report here. */
export const load: PageServerLoad = () => {
  const known = catalogue();
  const index = publishedSources();
  const sources = [...known.sources.values()].filter(({ id }) => index.has(id));
  const rows = sources.map((source) => {
    const { values = 0, doubtful = 0, unreadable = 0 } = index.get(source.id) ?? {};
    const open = findings().filter((finding) => finding.source === source.id);
    return {
      id: source.id,
      title: source.title,
      type: isOfGmina(source.type) ? TYPES[source.type] : source.publisher,
      ofGmina: isOfGmina(source.type),
      reading: source.reading,
      values,
      doubtful,
      unreadable,
      contradictions: open.filter(({ severity }) => severity === 'error').length,
      others: open.filter(({ severity }) => severity !== 'error').length,
      corrected: known.corrections.filter(({ value }) => value.source === source.id && value.status === 'applied').length,
    };
  }); // prettier-ignore
  return {
    reports: rows.filter((row) => row.ofGmina).sort((a, b) => comparePl(a.title, b.title)),
    publications: rows.filter((row) => !row.ofGmina).sort((a, b) => comparePl(a.title, b.title)),
    ...reportsByArea(sources),
  };
};

/** OZPS by województwo and year: how many gminy of how many, and which. */
function reportsByArea(sources: readonly Source[]) {
  const { units } = catalogue();
  const reports = sources.filter(({ type }) => type === 'ozps');
  const years = [...new Set(reports.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const areas = units.all('wojewodztwo').map((wojewodztwo) => {
    const gminy = units.gminyOf(wojewodztwo.teryt);
    const own = reports.filter(({ teryt }) => teryt.startsWith(wojewodztwo.teryt));
    return {
      teryt: wojewodztwo.teryt,
      name: wojewodztwo.name,
      gminy: gminy.length,
      byYear: years.map((year) => own.filter((source) => source.year === year).length),
      with: own.map(({ id, teryt, year }) => ({ id, teryt, year, name: units.require(teryt).name })),
      without:
        own.length === 0
          ? []
          : gminy
              .filter((teryt) => !own.some((source) => source.teryt === teryt))
              .map((teryt) => ({ teryt, name: units.require(teryt).name }))
              .sort((a, b) => comparePl(a.name, b.name)),
    };
  });
  return { years, areas: areas.sort((a, b) => comparePl(a.name, b.name)) };
}

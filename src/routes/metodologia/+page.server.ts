import { ORIGINS, type Indicator } from '$lib/domain';
import { comparePl, unitLabel } from '$lib/format';
import { catalogue, publishedIndicators } from '$lib/server';
import type { PageServerLoad } from './$types';

const ORIGIN_NAMES = {
  ozps: 'Wskaźniki z ocen zasobów pomocy społecznej (OZPS)',
  obserwatorium: 'Wskaźniki obserwatorium województwa małopolskiego',
  gus: 'Dane Głównego Urzędu Statystycznego',
  sprawozdanie: 'Wskaźniki ze sprawozdań z działalności ośrodków pomocy społecznej',
  lpdi: 'Wskaźniki z lokalnych planów deinstytucjonalizacji (LPDI)',
} as const;
const STATUS = {
  printed: 'wydrukowany w źródle',
  inferred: 'wywnioskowany: pasuje do dokumentów, definicji nie wydrukowano',
  computed: 'obliczany tutaj z wydrukowanych liczb',
} as const;

export const load: PageServerLoad = () => {
  const { indicators, breaks, chapters } = catalogue();
  const published = new Set(publishedIndicators());
  const describe = (indicator: Indicator) => ({
    id: indicator.id,
    name: indicator.name,
    definition: indicator.definition,
    unit: unitLabel(indicator.unit),
    status: STATUS[indicator.status],
    formula: formulaOf(indicator),
    table: indicator.table ?? '',
    caveat: indicator.caveat ?? '',
    page: indicator.headline && published.has(indicator.id),
    breaks: breaks
      .filter((mark) => mark.indicator === indicator.id)
      .map(({ year, label, reason }) => `${year} – ${label}: ${reason}`),
  });
  const nameOf = (id: string) => indicators.get(id)?.name ?? id;
  function formulaOf({ numerator, denominator, multiplier }: Indicator): string {
    if (numerator === undefined || denominator === undefined) return '';
    return `${nameOf(numerator)} / ${nameOf(denominator)}${multiplier === undefined || multiplier === 1 ? '' : ` × ${multiplier}`}`;
  }
  const all = [...indicators.values()].filter((indicator) => published.has(indicator.id));
  return {
    origins: ORIGINS.map((origin) => {
      const own = all.filter((indicator) => indicator.origin === origin);
      return {
        id: origin,
        name: ORIGIN_NAMES[origin],
        headline: own
          .filter((indicator) => indicator.headline)
          .sort((a, b) => comparePl(a.name, b.name))
          .map(describe),
        other: own
          .filter((indicator) => !indicator.headline)
          .sort((a, b) => comparePl(a.name, b.name))
          .map(describe),
      };
    }),
    chapters: [...chapters.values()].map(({ dzial, code_2019, code_2023, name }) => ({
      dzial,
      old: code_2019,
      now: code_2023,
      name,
    })),
  };
};

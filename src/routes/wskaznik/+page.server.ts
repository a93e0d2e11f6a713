import { THEMES, type Theme } from '$lib/domain';
import { comparePl, formatYears } from '$lib/format';
import { catalogue, coverageOf, publishedIndicators } from '$lib/server';
import type { PageServerLoad } from './$types';

const THEME_NAMES: Record<Theme, string> = {
  deprywacja: 'Deprywacja i korzystający z pomocy',
  bezrobocie: 'Bezrobocie',
  kadra: 'Kadra',
  wydatki: 'Wydatki',
  inne: 'Inne',
};
const ORIGIN_NAMES = {
  ozps: 'OZPS',
  obserwatorium: 'obserwatorium',
  gus: 'GUS',
  sprawozdanie: 'sprawozdania',
  lpdi: 'LPDI',
} as const;

export const load: PageServerLoad = async () => {
  const listed: {
    id: string;
    name: string;
    definition: string;
    theme: Theme;
    origin: string;
    n: number;
    years: string;
  }[] = [];
  for (const id of publishedIndicators()) {
    const indicator = catalogue().indicators.get(id);
    if (!indicator?.headline) continue;
    const { areas, years } = await coverageOf(id);
    listed.push({
      id,
      name: indicator.name,
      definition: indicator.definition,
      theme: indicator.theme,
      origin: ORIGIN_NAMES[indicator.origin],
      n: areas[indicator.level].size,
      years: formatYears([...years[indicator.level]]),
    });
  }
  listed.sort((a, b) => comparePl(a.name, b.name));
  return {
    themes: THEMES.map((id) => ({
      id,
      name: THEME_NAMES[id],
      indicators: listed.filter((one) => one.theme === id),
    })).filter((theme) => theme.indicators.length > 0),
  };
};

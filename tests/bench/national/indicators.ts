import type { Catalogue } from '../../../src/lib/catalogue';
import type { Indicator } from '../../../src/lib/domain';

/** How many indicators the load has: those of the catalogue that stand on a gmina, and made-up ones up to this number. */
const COUNT = 400;

/** Indicators that the pages rest on and publishing computes: they come of themselves from the others. */
const COMPUTED: ReadonlySet<string> = new Set([
  'mieszkancy-na-pracownika-socjalnego',
  'rodziny-na-pracownika-socjalnego',
  'wydatki-porownywalne',
  'wydatki-na-mieszkanca',
  'wydatki-porownywalne-na-mieszkanca',
  'wydatki-dzial',
]);

const MADE_UP_UNITS = ['osoby', 'rodziny', '%', 'zl', 'miejsca', 'na-1000', 'swiadczenia'] as const;

/** Indicators of the catalogue that get made-up values. */
export function realIndicators(catalogue: Catalogue): Indicator[] {
  return [...catalogue.indicators.values()]
    .filter(({ id, level }) => level === 'gmina' && !COMPUTED.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What is missing to the 400. Their names say that they are made up. */
export function madeUpIndicators(catalogue: Catalogue): Indicator[] {
  const missing = COUNT - realIndicators(catalogue).length;
  return Array.from({ length: missing }, (_, i): Indicator => {
    const number = String(i + 1).padStart(3, '0');
    const unit = MADE_UP_UNITS[i % MADE_UP_UNITS.length] ?? 'osoby';
    return {
      id: `zmyslony-${number}`,
      name: `Wskaźnik zmyślony ${number}`,
      definition: 'Wartości zmyślone, tylko do pomiarów szybkości.',
      unit,
      decimals: unit === '%' ? 2 : unit === 'na-1000' ? 1 : 0,
      direction: 'neutral',
      level: 'gmina',
      theme: 'inne',
      origin: 'ozps',
      status: 'printed',
      headline: false,
      citiesApart: false,
    };
  });
}

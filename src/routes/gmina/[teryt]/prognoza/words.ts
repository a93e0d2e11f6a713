import { counted, formatNumber, pluralForm, type Forms } from '$lib/format';
import type { ForecastSummary } from '$lib/query';

const ROWS = ['wiersz', 'wiersze', 'wierszy', 'wiersza'] as const satisfies Forms;
const FORECASTS = ['prognoza', 'prognozy', 'prognoz', 'prognozy'] as const satisfies Forms;

/** What stands in the column of the forecast, and what the forecasts were worth. The first sentence tells the former. */
export function inWords(summary: ForecastSummary, year: number): string[] {
  const { rows, repeated, mean, forecasts, untold, compared, medianError, higher, lower, closer, even } = summary;
  const parts = [
    [repeated, 'równa wartości z roku oceny (tak każe instrukcja)'],
    [mean, 'średnia z dwóch ostatnich lat'],
    [forecasts, pluralForm(forecasts, FORECASTS)],
    [untold, 'nie wiadomo, bo jedna z wartości jest niepewna albo nieznana'],
  ] as const;
  const first = `Kolumnę prognozy na ${year} rok ${rows === 1 ? 'wypełnia' : 'wypełniają'} ${counted(rows, ROWS)}: ${parts
    .filter(([n]) => n > 0)
    .map(([n, words]) => `${formatNumber(n)} – ${words}`)
    .join('; ')}.`;
  if (compared === 0)
    return [first, ...(forecasts === 0 ? [] : [`Nie ma w zbiorze późniejszego raportu, z którym można porównać te prognozy.`])];
  return [
    first,
    `Z wykonaniem można porównać ${counted(compared, FORECASTS)}: wykonanie było wyższe w ${formatNumber(higher)}, niższe w ${formatNumber(lower)} przypadkach.${medianError === null ? '' : ` Połowa prognoz różniła się od wykonania o mniej niż ${formatNumber(medianError, 1)}%, połowa o więcej (mediana).`}`,
    `Prognoza była bliżej wykonania niż powtórzona wartość z roku oceny w ${formatNumber(closer)} z ${formatNumber(compared)} przypadków${even === 0 ? '' : `, a tak samo blisko w ${formatNumber(even)}`}.`,
  ];
} // prettier-ignore

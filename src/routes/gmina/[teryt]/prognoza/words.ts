import { agree, counted, formatNumber, formatPercent, type Forms } from '$lib/format';
import type { ForecastSummary } from '$lib/query';

const ROWS = ['wiersz', 'wiersze', 'wierszy', 'wiersza'] as const satisfies Forms;
const CASES = ['przypadku', 'przypadkach', 'przypadkach', 'przypadku'] as const satisfies Forms;
const REPEATS = ['powtarza', 'powtarzają', 'powtarza'] as const;
const GIVES = ['podaje', 'podają', 'podaje'] as const;
const IN_ROWS = ['wierszu', 'wierszach', 'wierszach', 'wiersza'] as const satisfies Forms;
const FORECASTS = ['prognoza', 'prognozy', 'prognoz', 'prognozy'] as const satisfies Forms;

/** What stands in the column of the forecast, and what the forecasts were worth. The first sentence tells the former. */
export function inWords(summary: ForecastSummary, year: number): string[] {
  const { rows, repeated, mean, forecasts, untold, compared, medianError, higher, lower, closer, even } = summary;
  const parts = [
    [repeated, `${counted(repeated, ROWS)} ${agree(repeated, REPEATS)} wartość z roku oceny (tak każe instrukcja)`],
    [mean, `${counted(mean, ROWS)} ${agree(mean, GIVES)} średnią z dwóch ostatnich lat`],
    [forecasts, `${counted(forecasts, ROWS)} ${agree(forecasts, GIVES)} własną prognozę`],
    [untold, `o ${counted(untold, IN_ROWS)} nie wiadomo, bo jedna z wartości jest niepewna albo nieznana`],
  ] as const;
  const first = `Kolumnę prognozy na ${year} rok ${agree(rows, ['wypełnia', 'wypełniają', 'wypełnia'])} ${counted(rows, ROWS)}: ${parts
    .filter(([n]) => n > 0)
    .map(([, words]) => words)
    .join('; ')}.`;
  if (compared === 0)
    return [first, ...(forecasts === 0 ? [] : [`Nie ma w zbiorze późniejszego raportu, z którym można porównać te prognozy.`])];
  return [
    first,
    `Z wykonaniem można porównać ${counted(compared, FORECASTS)}: wykonanie było wyższe w ${formatNumber(higher)}, niższe w ${counted(lower, CASES)}.${medianError === null ? '' : ` Połowa prognoz różniła się od wykonania o mniej niż ${formatPercent(medianError, 1)}, połowa o więcej (mediana).`}`,
    `Prognoza była bliżej wykonania niż powtórzona wartość z roku oceny w ${formatNumber(closer)} z ${formatNumber(compared)} przypadków${even === 0 ? '' : `, a tak samo blisko w ${formatNumber(even)}`}.`,
  ];
} // prettier-ignore

import { expect, test } from 'vitest';
import { inWords } from '../../../src/routes/gmina/[teryt]/prognoza/words';

const none = { rows: 0, repeated: 0, mean: 0, forecasts: 0, untold: 0, compared: 0, higher: 0, lower: 0, medianError: null, closer: 0, even: 0 }; // prettier-ignore

test('what stands in the column of the forecast is named, without blame', () => {
  expect(inWords({ ...none, rows: 3, repeated: 2, mean: 1 }, 2020)).toEqual([
    'Kolumnę prognozy na 2020 rok wypełniają 3 wiersze: 2\u00a0wiersze powtarzają wartość z roku oceny (tak każe instrukcja); 1\u00a0wiersz podaje średnią z dwóch ostatnich lat.'.replace('3 w', '3\u00a0w'),
  ]);
}); // prettier-ignore

test('forecasts that nothing can be held against say so', () => {
  expect(inWords({ ...none, rows: 1, forecasts: 1 }, 2020)[1]).toContain('Nie ma w zbiorze późniejszego raportu');
}); // prettier-ignore

test('compared forecasts are told with number, direction and median, and held against repeating', () => {
  const told = inWords({ ...none, rows: 4, forecasts: 4, compared: 3, higher: 2, lower: 1, medianError: 12.5, closer: 2 }, 2020).join(' '); // prettier-ignore
  expect(told).toContain('wyższe w 2, niższe w 1');
  expect(told).toContain('12,5%');
  expect(told).toContain('w 2 z 3 przypadków');
});

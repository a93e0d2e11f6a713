import { Agreement, type SeriesFrame } from './agreement';
import { agreeByForm } from './agreement-with-form';
import type { Grid } from './grid';
import type { SeriesNumbers } from './series-numbers';

/** Values of all series tables of a report, in agreement with one another and with the form. */
export function seriesNumbers(grids: readonly Grid[], frame: SeriesFrame): SeriesNumbers {
  const numbers = new Agreement(grids, frame);
  numbers.population();
  numbers.users();
  numbers.forms();
  numbers.care();
  numbers.unemployed();
  numbers.areas();
  numbers.barometr();
  agreeByForm(numbers, frame);
  return numbers.values;
}

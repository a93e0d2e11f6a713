import type { ViewState } from '$lib/state/url';
import type { Choice } from './all-views';

interface Offered {
  years: readonly number[];
  /** Latest year. */
  year: number;
  wojewodztwa: readonly { teryt: string }[];
  powiaty: readonly { teryt: string }[];
  others: readonly { id: string }[];
  indicator: { level: string };
}

/** What of the address an indicator's page can show, and a sentence for each thing it cannot. */
export function chosenOf(
  state: ViewState,
  { years, year: latest, wojewodztwa, powiaty, others, indicator }: Offered,
): {
  choice: Omit<Choice, 'only'>;
  woj: string;
  powiat: string;
  condition: ViewState['warunek'];
  unknown: string[];
} {
  const unknown: string[] = [];
  const has = (listed: readonly { teryt: string }[], teryt: string) =>
    listed.some((one) => one.teryt === teryt);
  const year = state.rok !== null && years.includes(state.rok) ? state.rok : latest;
  if (state.rok !== null && year !== state.rok) unknown.push(`Tego wskaźnika nie ma za ${state.rok} rok.`);
  const since =
    state.odroku !== null && years.includes(state.odroku) && state.odroku < year ? state.odroku : null;
  if (state.odroku !== since) unknown.push(`Zmiany od ${state.odroku} do ${year} roku nie można policzyć.`);
  const woj = has(wojewodztwa, state.woj) ? state.woj : '';
  if (state.woj !== woj) unknown.push(`W województwie o kodzie ${state.woj} nie ma danych tego wskaźnika.`);
  const powiat =
    has(powiaty, state.powiat) && (woj === '' || state.powiat.startsWith(woj)) ? state.powiat : '';
  if (state.powiat !== powiat)
    unknown.push(`W powiecie o kodzie ${state.powiat} nie ma danych tego wskaźnika.`);
  const condition = others.some((one) => one.id === state.warunek?.indicator) ? state.warunek : null;
  if (state.warunek !== condition)
    unknown.push(`Na tym poziomie nie ma wskaźnika „${state.warunek?.indicator ?? ''}”.`);
  const digits = indicator.level === 'powiat' ? 4 : 6;
  const chosen = state.wybrane.filter((teryt) => teryt.length === digits);
  if (chosen.length < state.wybrane.length)
    unknown.push('Pominięto wybrane obszary innego poziomu niż ten wskaźnik.');
  return {
    choice: {
      year,
      since,
      within: powiat || woj || null,
      type: state.typ === '' || digits === 4 ? null : Number(state.typ),
      people: digits === 4 ? null : state.ludnosc,
      chosen,
      classing: state.klasy === '' ? 'kwantyle' : 'naturalne',
    },
    woj,
    powiat,
    condition,
    unknown,
  };
}

/** Whether the page as it came shows it. */
export const isStandard = (
  { year, since, within, type, people, chosen, classing }: Omit<Choice, 'only'>,
  latest: number,
): boolean =>
  year === latest &&
  since === null &&
  within === null &&
  type === null &&
  people === null &&
  chosen.length === 0 &&
  classing === 'kwantyle';

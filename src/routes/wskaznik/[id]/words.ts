import type { Break } from '$lib/domain';
import { formatNumber } from '$lib/format/number';
import { counted, FORMS } from '$lib/format/plural';
import { formatChange, formatValue } from '$lib/format/value';
import { withinChance, type Share } from '$lib/stats/difference';
import { outliers } from '$lib/stats/outliers';
import type { Answer, Measure } from './answer';
import { countText, type Known } from './counts';
import { placeText } from '$lib/components/rank-row';
import { stateOf, type ExploredRow } from './row-words';

/** What the charts show, in words. */
export interface Said {
  /** Heading of a group of sentences. */
  head: string;
  items: string[];
  /** Of many the first are shown, and the rest counted. */
  more: number;
}

/** Named at most, of each kind. */
const MOST = 5;

export interface WordsInput {
  answer: Answer;
  measure: Measure;
  /** Counts behind a rate. */
  countsOf: (teryt: string, year: number) => Known[];
  /** Answer about the changes since the year before, where there is one and no break lies between. */
  latest: Answer | null;
  chosen: readonly string[];
}

type Row = ExploredRow;

/** Everything worth saying about an answer. */
export function wordsOf({ answer, measure, countsOf, latest, chosen }: WordsInput): Said[] {
  const say = (row: Row, at: Answer): string => {
    const known = countText(at.since === null ? countsOf(row.teryt, at.year) : []);
    const place = row.sub === '' ? '' : `, ${row.sub}`;
    return `${row.name}${place}: ${row.text}${known === '' ? '' : `; ${known}`}`;
  };
  const list = (head: string, rows: readonly Row[], at = answer): Said => ({
    head,
    items: rows.slice(0, MOST).map((row) => say(row, at)),
    more: Math.max(0, rows.length - MOST),
  });
  const said = [...farOnes(answer, list)];
  const moved = answer.since === null ? latest : answer;
  if (moved?.since !== null && moved) said.push(...movers(moved, list));
  said.push(...chances(answer, measure, countsOf, chosen));
  return said.filter(({ items }) => items.length > 0);
}

type Listing = (head: string, rows: readonly Row[], at?: Answer) => Said;

function farOnes(answer: Answer, list: Listing): Said[] {
  if (!answer.quartiles || answer.quartiles.n < 8) return [];
  const compared = answer.rows.filter((row) => stateOf(row) === 'ok');
  const { high, low } = outliers(compared, answer.quartiles);
  if (high.length + low.length === 0)
    return [
      {
        head: 'Wartości odległe',
        items: ['Żadna wartość nie leży dalej niż 1,5 rozstępu międzykwartylowego od kwartyla.'],
        more: 0,
      },
    ];
  return [
    list('Wysoko: dalej niż 1,5 rozstępu międzykwartylowego od górnego kwartyla', high),
    list('Nisko: dalej niż 1,5 rozstępu międzykwartylowego od dolnego kwartyla', low),
  ];
}

/** The largest changes to either side; values in doubt are no change. */
function movers(answer: Answer, list: Listing): Said[] {
  const sure = answer.rows.filter((row) => stateOf(row) !== 'doubtful');
  const years = `${answer.since}–${answer.year}`;
  return [
    list(
      `Największy wzrost, ${years}`,
      sure.filter(({ value }) => value > 0),
      answer,
    ),
    list(`Największy spadek, ${years}`, sure.filter(({ value }) => value < 0).toReversed(), answer),
  ].map((said) => ({ ...said, more: 0 }));
}

/**
 * Shares of persons helped in families are those that chance can be judged of; spending, staff, ratios of two counts and
 * the unemployment rate of a powiat, which counts persons and no families, are not.
 */
const isShareOfPersons = ({ unit, level, reference, theme }: Measure): boolean =>
  unit === '%' &&
  level === 'gmina' &&
  reference === undefined &&
  (theme === 'deprywacja' || theme === 'bezrobocie');

function chances(
  answer: Answer,
  measure: Measure,
  countsOf: WordsInput['countsOf'],
  chosen: readonly string[],
): Said[] {
  if (!isShareOfPersons(measure) || answer.since !== null) return [];
  const head = 'Czy różnice sąsiednich miejsc mogą być przypadkiem';
  const shareOf = ({ teryt }: Row): Share | null => {
    const known = new Map(countsOf(teryt, answer.year).map(({ role, value }) => [role, value]));
    const [persons, of, families] = [known.get('numerator'), known.get('denominator'), known.get('families')];
    return persons === undefined || of === undefined || families === undefined
      ? null
      : { persons, of, families };
  };
  const placed = answer.rows.filter((row) => stateOf(row) === 'ok');
  const pairs = placed.slice(1).map((row, index) => [placed[index] ?? row, row] as const);
  const judged = pairs.flatMap(([a, b]) => {
    const [first, second] = [shareOf(a), shareOf(b)];
    const within = first && second ? withinChance(first, second) : null;
    return within === null ? [] : [{ a, b, within }];
  });
  if (judged.length === 0)
    return [
      {
        head,
        items: [
          'Tego nie da się ocenić: źródło nie podaje liczby rodzin, a osoby jednej rodziny otrzymują pomoc razem.',
        ],
        more: 0,
      },
    ];
  const wanted = judged.filter(
    ({ a, b }) => chosen.length === 0 || chosen.includes(a.teryt) || chosen.includes(b.teryt),
  );
  return [
    {
      head,
      items: wanted
        .slice(0, MOST)
        .map(
          ({ a, b, within }) =>
            `${a.name} (miejsce ${placeText(a)}) i ${b.name} (miejsce ${placeText(b)}): różnica ${
              within ? 'mieści się w wahaniach losowych' : 'nie mieści się w wahaniach losowych'
            }.`,
        ),
      more: Math.max(0, wanted.length - MOST),
    },
  ];
}

/** How many of the areas asked about have a value: `Dane ma 182 z 182 gmin.` */
export function countSentence({ rows, of, missing, since, year }: Answer, level: Measure['level']): string {
  const many = level === 'powiat' ? FORMS.powiat[2] : FORMS.gmina[2];
  const what = since === null ? `Dane za ${year} rok ma` : `Wartości z lat ${since} i ${year} ma`;
  const names = missing.slice(0, 10).map(({ name }) => name);
  const rest = missing.length - names.length;
  return `${what} ${formatNumber(rows.length)} z ${formatNumber(of)} ${many}.${
    missing.length === 0
      ? ''
      : ` Brak: ${names.join(', ')}${rest > 0 ? ` i ${formatNumber(rest)} innych` : ''}.`
  }`;
}

/** What the distribution shows. */
export function reading(answer: Answer, { unit, decimals, level }: Measure): string {
  const { quartiles: found, rows } = answer;
  const compared = rows.filter((row) => stateOf(row) === 'ok');
  const [highest, lowest] = [compared[0], compared.at(-1)];
  if (!found || !highest || !lowest) return '';
  const print = (value: number): string =>
    answer.since === null ? formatValue(value, unit, decimals) : formatChange(value, unit, decimals);
  const what = level === 'powiat' ? FORMS.powiat : FORMS.gmina;
  return sentence(
    `Mediana (${counted(found.n, what)}): ${print(found.median)}; środkowa połowa od ${print(found.low)} do ${print(found.high)}; najwyżej: ${highest.name}, ${highest.text}; najniżej: ${lowest.name}, ${lowest.text}`,
  );
}

/** A sentence has one full stop, also where it ends in `p.p.` */
const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** Breaks that lie between two years: the change says they are in it. */
export const breaksBetween = <B extends Pick<Break, 'year'>>(
  breaks: readonly B[],
  since: number,
  year: number,
): B[] => breaks.filter((mark) => mark.year > since && mark.year <= year);

/** First year of populations on the base of the census of 2021. */
const NEW_BASE = 2022;

/** What must be said of a change that spans a change of rules or of the base of populations. */
export function changeCaveats(
  breaks: readonly Pick<Break, 'year' | 'label' | 'reason' | 'effect'>[],
  { since, year }: { since: number; year: number },
  perPerson: boolean,
): string[] {
  const between = breaksBetween(breaks, since, year);
  return [
    ...between.map(({ year: own, label, reason, effect }) =>
      effect === 'break'
        ? `Zmiana obejmuje przerwę porównywalności (${own}, ${label}): ${reason}`
        : `W tym czasie zmieniła się zasada liczenia (${own}, ${label}): ${reason}`,
    ),
    ...(perPerson && since < NEW_BASE && year >= NEW_BASE
      ? [
          'Do 2021 roku liczby mieszkańców opierają się na spisie z 2011 roku, później na spisie z 2021 roku; kiedy przeszło na nową podstawę to źródło, nie wiadomo, a zmiana może to zawierać.',
        ]
      : []),
  ];
}

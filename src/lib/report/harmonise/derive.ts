import { CONFIDENT, factKey, type Kind, type Observation } from '../../domain';
import { formatNumber } from '../../format';

/** What derivations need to know of the areas. */
export interface DerivingUnits {
  /** Codes of all gminy of a powiat or województwo that exist in a year. */
  gminyOf: (teryt: string, year: number) => readonly string[];
}

/** Everything that `derive` looks at: other observations make no difference to it. */
export const DERIVED_FROM = [
  'ludnosc',
  'gus-ludnosc',
  'udzial-ludnosci-powiatu',
  'pracownicy-socjalni',
  'rodziny-z-praca-socjalna',
  'osoby-ze-swiadczeniem',
  'wydatki-ogolem',
  'wydatki-rozdzial',
  'wydatki-dzial',
] as const;

/** Chapters left out of the comparable spending: their rules changed for all gminy at once. */
const NOT_COMPARABLE = ['85501', '85395', '85295'] as const;

/**
 * Indicators computed from observations of the reports: ratios per social worker and per inhabitant, comparable spending,
 * spending by dział, and the deprivation rate of a powiat.
 * An input that is missing for a reason gives a missing value with that reason; an input that no report has gives nothing.
 * A derived value is as doubtful as its most doubtful input. `raw` is the arithmetic.
 */
export function derive(
  observations: readonly Observation[],
  dzialOf: ReadonlyMap<string, string>,
  units: DerivingUnits,
): Observation[] {
  const facts = new Facts(observations);
  return [...perWorker(facts), ...spending(facts, dzialOf), ...deprivationOfPowiat(facts, units)];
}

/** The best observation of each fact: tables before sentences, clear readings before doubtful, later sources before earlier. */
class Facts {
  readonly #best = new Map<string, Observation>();
  readonly #populations: readonly Observation[];

  constructor(observations: readonly Observation[]) {
    this.#populations = observations.filter((observation) => observation.indicator === 'ludnosc');
    for (const observation of observations) {
      const key = factKey(observation);
      const known = this.#best.get(key);
      if (!known || better(observation, known)) this.#best.set(key, observation);
    }
  }

  get(
    like: Pick<Observation, 'teryt' | 'year' | 'kind'>,
    indicator: string,
    breakdown = '',
  ): Observation | undefined {
    return this.#best.get(
      factKey({ teryt: like.teryt, year: like.year, kind: like.kind, indicator, breakdown }),
    );
  }

  /** Every population that is stated for the gmina and year, in tables and in sentences. */
  populations(like: Pick<Observation, 'teryt' | 'year'>): number[] {
    return this.#populations.flatMap((o) =>
      o.teryt === like.teryt && o.year === like.year && o.value !== null ? [o.value] : [],
    );
  }

  all(indicator: string, kind?: Kind): Observation[] {
    return [...this.#best.values()].filter(
      (fact) => fact.indicator === indicator && (kind === undefined || fact.kind === kind),
    );
  }
}

function better(a: Observation, b: Observation): boolean {
  const rank = (o: Observation): number =>
    (o.value === null ? 0 : o.confidence >= CONFIDENT ? 4 : 2) + (o.table === 'proza' ? 0 : 1);
  return rank(a) > rank(b) || (rank(a) === rank(b) && a.source > b.source);
}

/** Builds a derived observation beside one of its inputs. */
function derived(
  like: Observation,
  inputs: readonly Observation[],
  change: Partial<Observation> & Pick<Observation, 'indicator' | 'unit'>,
  value: number,
  formula: string,
): Observation {
  const broken = inputs.find((input) => input.value === null);
  const doubtful = inputs.filter((input) => input.confidence < CONFIDENT && input.value !== null);
  return {
    ...like, breakdown: '', ...change,
    value: broken ? null : value, missing: broken ? broken.missing : null,
    section: '', row: '', column: '', table: 'obliczone', page: null, line: null,
    raw: broken ? '' : formula,
    confidence: Math.min(...inputs.map((input) => input.confidence)),
    note: change.note ?? (doubtful.length > 0 ? `obliczone z niepewnego odczytu: ${doubtful.map((input) => input.note.replace(/^obliczone z niepewnego odczytu: /, '')).join('; ')}` : ''),
  }; // prettier-ignore
}

const quotient = (a: Observation, b: Observation): string =>
  `${formatNumber(a.value ?? NaN)} / ${formatNumber(b.value ?? NaN)}`;

/** Per social worker, as the statutory table counts (art. 110 ust. 11–12). Zero workers give no ratio. */
function perWorker(facts: Facts): Observation[] {
  return facts.all('pracownicy-socjalni', 'reported').flatMap((workers) => {
    if (workers.value === 0) return [];
    return [
      { indicator: 'mieszkancy-na-pracownika-socjalnego', of: facts.get(workers, 'ludnosc') },
      { indicator: 'rodziny-na-pracownika-socjalnego', of: facts.get(workers, 'rodziny-z-praca-socjalna') },
    ].flatMap(({ indicator, of }) =>
      of
        ? [
            derived(
              of,
              [of, workers],
              { indicator, unit: of.unit },
              (of.value ?? NaN) / (workers.value ?? NaN),
              quotient(of, workers),
            ),
          ]
        : [],
    );
  });
}

function spending(facts: Facts, dzialOf: ReadonlyMap<string, string>): Observation[] {
  const result: Observation[] = [];
  for (const total of [
    ...facts.all('wydatki-ogolem', 'reported'),
    ...facts.all('wydatki-ogolem', 'forecast'),
  ]) {
    const comparable = comparableOf(total, facts);
    if (comparable) result.push(comparable);
    const population = facts.get(total, 'ludnosc');
    for (const amount of [total, ...(comparable ? [comparable] : [])]) {
      if (!population) continue;
      const indicator = amount === total ? 'wydatki-na-mieszkanca' : 'wydatki-porownywalne-na-mieszkanca';
      const value = (amount.value ?? NaN) / (population.value ?? NaN);
      result.push(
        derived(
          amount,
          [amount, population],
          { indicator, unit: 'zl-na-mieszkanca' },
          value,
          quotient(amount, population),
        ),
      );
    }
    result.push(...dzialy(total, facts, dzialOf));
  }
  return result;
}

function comparableOf(total: Observation, facts: Facts): Observation | null {
  const left = NOT_COMPARABLE.flatMap(
    (code) => facts.get(total, 'wydatki-rozdzial', `rozdzial=${code}`) ?? [],
  );
  if (left.length < NOT_COMPARABLE.length) return null;
  const value = left.reduce((rest, chapter) => rest - (chapter.value ?? NaN), total.value ?? NaN);
  const formula = [total, ...left].map((part) => formatNumber(part.value ?? NaN)).join(' − ');
  return derived(total, [total, ...left], { indicator: 'wydatki-porownywalne', unit: 'zl' }, value, formula);
}

/** Spending by dział where the report does not state it: the sum of its chapters, if all of them are known. */
function dzialy(total: Observation, facts: Facts, dzialOf: ReadonlyMap<string, string>): Observation[] {
  const byDzial = new Map<string, Observation[]>();
  for (const [chapter, dzial] of dzialOf) {
    const amount = facts.get(total, 'wydatki-rozdzial', `rozdzial=${chapter}`);
    // The powiat's own centre (85218) is no task of a gmina; 85231-integracja is a part of 85231.
    if (
      !amount ||
      chapter.includes('-integracja') ||
      (chapter === '85218' && amount.missing === 'not-applicable')
    )
      continue;
    byDzial.set(dzial, [...(byDzial.get(dzial) ?? []), amount]);
  }
  return [...byDzial].flatMap(([dzial, chapters]) => {
    if (facts.get(total, 'wydatki-dzial', `dzial=${dzial}`)) return [];
    const value = chapters.reduce((sum, chapter) => sum + (chapter.value ?? NaN), 0);
    const change = { indicator: 'wydatki-dzial', unit: 'zl', breakdown: `dzial=${dzial}` };
    return [derived(total, chapters, change, value, `suma ${chapters.length} rozdziałów`)];
  });
}

/**
 * The deprivation rate of a powiat: printed mean × number of gminy = persons, divided by the powiat's population of the same
 * year. The mean is rounded, so the number of persons is known to ± n/2 and the rate is given with its interval.
 * Population: GUS on 31 December where published for the year on the report's census base, else from the gmina's printed
 * share in it.
 */
function deprivationOfPowiat(facts: Facts, units: DerivingUnits): Observation[] {
  return facts.all('osoby-ze-swiadczeniem', 'plain-mean').flatMap((mean) => {
    if (mean.level !== 'powiat' || mean.value === null || mean.breakdown !== '') return [];
    const gminy = units.gminyOf(mean.teryt, mean.year);
    const population = populationOf(mean, gminy, facts);
    if (!population || gminy.length === 0) return [];
    const persons = mean.value * gminy.length;
    const half = gminy.length / 2;
    const low = (100 * (persons - half)) / population.most;
    const high = (100 * (persons + half)) / population.least;
    const middle = (200 * persons) / (population.least + population.most);
    const formula = `${formatNumber(mean.value)} × ${gminy.length} / ${formatNumber((population.least + population.most) / 2)}`;
    const note = `przedział ${formatNumber(low, 2)}–${formatNumber(high, 2)}%: średnia jest zaokrąglona; ${population.says}`;
    return [
      derived(
        mean,
        [mean, ...population.inputs],
        { indicator: 'deprywacja-lokalna', unit: '%', kind: 'area-computed', note },
        middle,
        formula,
      ),
    ];
  });
}

interface Population {
  least: number;
  most: number;
  says: string;
  inputs: Observation[];
}

/** From this year on the reports rest on the census of 2021, as the published GUS figures do; two bases are never mixed. */
const CENSUS_2021 = 2022;

function populationOf(mean: Observation, gminy: readonly string[], facts: Facts): Population | null {
  const published = gminy.flatMap(
    (teryt) => facts.get({ teryt, year: mean.year, kind: 'reported' }, 'gus-ludnosc') ?? [],
  );
  if (published.length === gminy.length && gminy.length > 0 && mean.year >= CENSUS_2021) {
    const sum = published.reduce((total, gmina) => total + (gmina.value ?? NaN), 0);
    return {
      least: sum,
      most: sum,
      says: `ludność powiatu: GUS, 31 grudnia ${mean.year} (spis 2021)`,
      inputs: published,
    };
  }
  for (const share of facts.all('udzial-ludnosci-powiatu', 'reported')) {
    if (!gminy.includes(share.teryt) || share.year !== mean.year || share.value === null) continue;
    // The report may state two populations: the share was computed from one of them, so the interval covers both.
    const stated = facts.populations(share);
    if (stated.length === 0) continue;
    return {
      least: (100 * Math.min(...stated)) / (share.value + 0.005),
      most: (100 * Math.max(...stated)) / (share.value - 0.005),
      says: `ludność powiatu z udziału gminy w ludności powiatu (${formatNumber(share.value, 2)}%)`,
      inputs: [share],
    };
  }
  return null;
}

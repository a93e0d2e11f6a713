import {
  anchorOf,
  CONFIDENT,
  factKey,
  type Finding,
  type Observation,
  type Severity,
  type Source,
} from '../../domain';
import { formatNumber } from '../../format';

/** Two reports of one gmina, the earlier first. */
interface Pair {
  earlier: Source & { year: number };
  later: Source & { year: number };
}

/** What one report says of a fact that the other states too, and what to make of a difference. */
interface AcrossRule {
  rule: string;
  severity: Severity;
  /** Do these two rules' figures, the earlier report's first, state the same fact. */
  applies: (before: Observation, after: Observation, pair: Pair) => boolean;
  /** A difference that is none: rounding, a forecast that was only repeated. */
  agrees: (before: number, after: number) => boolean;
  says: (before: Observation, after: Observation, pair: Pair) => string;
}

const isForm = ({ row }: Observation): boolean => row !== '';
const value = ({ value: read, unit }: Observation): string =>
  formatNumber(read ?? NaN, Number.isInteger(read) ? 0 : unit === 'zl' ? 2 : 2);
const named = ({ year }: Source): string => `sprawozdaniu za ${year ?? '?'} rok`;
const place = ({ section, row }: Observation): string => `część ${section}, wiersz ${row}`;
const equal = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/** Rules between two reports of one gmina; which figures they join is stated by meaning, for row numbers move. */
const RULES: readonly AcrossRule[] = [
  {
    // Column N−1 of an edition is column N of the edition before it. A correction made since is lawful: a warning, no error.
    rule: 'rok-poprzedni-a-wczesniejsze-sprawozdanie',
    severity: 'warning',
    applies: (before, after, { earlier, later }) =>
      isForm(before) &&
      isForm(after) &&
      later.year === earlier.year + 1 &&
      before.column === 'assess' &&
      after.column === 'prev',
    agrees: equal,
    says: (before, after, { earlier, later }) =>
      `${place(after)}: za ${after.year} rok w ${named(later)} podano ${value(after)}, a w ${named(earlier)} (${place(before)}) ${value(before)}`,
  },
  {
    rule: 'szereg-w-dwoch-sprawozdaniach',
    severity: 'warning',
    applies: (before, after) =>
      !isForm(before) && !isForm(after) && before.table === after.table && before.table !== 'proza',
    agrees: equal,
    says: (before, after, { earlier, later }) =>
      `ta sama wartość za ${after.year} rok pod tym samym wykresem: w ${named(earlier)} ${value(before)}, w ${named(later)} ${value(after)}`,
  },
];

const OUTCOME = 'prognoza-a-wykonanie';

/**
 * Reports of one gmina held against one another: the year before as the earlier report gave it, a series' value printed in
 * both, and what a report expected against what was reported a year later.
 * Figures that were read with doubt are left out: their difference would say nothing of the reports.
 */
export function checkAcrossEditions(
  observations: readonly Observation[],
  sources: ReadonlyMap<string, Source>,
): Finding[] {
  const bySource = new Map<string, Observation[]>();
  for (const observation of observations) {
    if (sources.get(observation.source)?.type !== 'ozps' || observation.table === 'obliczone') continue;
    if (observation.value === null || observation.confidence < CONFIDENT) continue;
    bySource.set(observation.source, [...(bySource.get(observation.source) ?? []), observation]);
  }
  return pairsOf(sources).flatMap((pair) => {
    const [before, after] = [bySource.get(pair.earlier.id) ?? [], bySource.get(pair.later.id) ?? []];
    return [...differences(before, after, pair), ...outcomes(before, after, pair)];
  });
}

/** Every two OZPS of a gmina, the earlier first. */
function pairsOf(sources: ReadonlyMap<string, Source>): Pair[] {
  const reports = [...sources.values()].flatMap((source) =>
    source.type === 'ozps' && source.year !== null ? [{ ...source, year: source.year }] : [],
  );
  return reports.flatMap((earlier) =>
    reports
      .filter((later) => later.teryt === earlier.teryt && later.year > earlier.year)
      .map((later) => ({ earlier, later })),
  );
}

/** The same fact of the same kind in both. */
function differences(before: readonly Observation[], after: readonly Observation[], pair: Pair): Finding[] {
  const known = new Map<string, Observation[]>();
  for (const observation of before)
    known.set(factKey(observation), [...(known.get(factKey(observation)) ?? []), observation]);
  return after.flatMap((later) =>
    (known.get(factKey(later)) ?? []).flatMap((earlier) =>
      RULES.filter(
        (rule) =>
          rule.applies(earlier, later, pair) && !rule.agrees(earlier.value ?? NaN, later.value ?? NaN),
      ).map(({ rule, severity, says }) =>
        finding(rule, severity, says(earlier, later, pair), [later, earlier], pair),
      ),
    ),
  );
}

/**
 * What a report expected of the next year against that year's own report. No error of anybody: a forecast repeated from the
 * year of assessment, as the form asks where nothing can be estimated, is none and is left out.
 */
function outcomes(before: readonly Observation[], after: readonly Observation[], pair: Pair): Finding[] {
  if (pair.later.year !== pair.earlier.year + 1) return [];
  const meaning = ({ indicator, breakdown }: Observation) => `${indicator}|${breakdown}`;
  const of = (all: readonly Observation[], column: string) =>
    new Map(all.filter((o) => isForm(o) && o.column === column).map((o) => [meaning(o), o]));
  const [now, outcome] = [of(before, 'assess'), of(after, 'assess')];
  return [...of(before, 'forecast')].flatMap(([key, forecast]) => {
    const came = outcome.get(key);
    const repeated = forecast.value === now.get(key)?.value;
    if (!came || repeated || equal(forecast.value ?? NaN, came.value ?? NaN)) return [];
    const says = `${place(came)}: na ${came.year} rok przewidywano ${value(forecast)}, w ${named(pair.later)} podano ${value(came)} (różnica ${formatNumber((came.value ?? NaN) - (forecast.value ?? NaN))})`;
    return [finding(OUTCOME, 'info', says, [came, forecast], pair)];
  });
}

function finding(rule: string, severity: Severity, says: string, cells: readonly Observation[], { later }: Pair): Finding {
  return {
    rule, severity, source: later.id, teryt: later.teryt, year: later.year,
    message: `${says.charAt(0).toUpperCase()}${says.slice(1)}.`,
    cells: cells.map((cell) => ({ anchor: anchorOf(cell), line: cell.line })),
    ...(cells.some(isForm) ? { mend: 'formularz' as const } : { mend: 'cas' as const }),
  };
} // prettier-ignore

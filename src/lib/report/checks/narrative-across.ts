import { anchorOf, type Finding, type Observation, type Source } from '../../domain';
import { formatNumber } from '../../format';

/** Facts that a plan of deinstitutionalisation and the activity report of the same gmina and year both tell. */
const PAIRS = [
  {
    plan: { indicator: 'lpdi-uslugi-asystenckie', breakdown: 'podmiot=ops' },
    report: { indicator: 'spr-swiadczenie-osoby', breakdown: 'swiadczenie=asystent-osobisty' },
    says: 'osoby z usługami asystenckimi ośrodka',
  },
  {
    plan: { indicator: 'lpdi-rodziny-wspierane', breakdown: 'grupa=polskie' },
    report: { indicator: 'spr-rodziny-korzystajace', breakdown: '' },
    says: 'rodziny korzystające z pomocy ośrodka',
  },
] as const;

/**
 * Differences between a plan and the activity report of the same gmina and year. Neither says how it counts, so a difference
 * is worth knowing and casts no doubt.
 */
export function checkPlansAgainstReports(
  observations: readonly Observation[],
  sources: ReadonlyMap<string, Source>,
): Finding[] {
  const typeOf = (o: Observation) => sources.get(o.source)?.type;
  const plans = observations.filter((o) => typeOf(o) === 'lpdi');
  return PAIRS.flatMap(({ plan, report, says }) =>
    plans
      .filter((o) => o.indicator === plan.indicator && o.breakdown === plan.breakdown && o.value !== null)
      .flatMap((planned): Finding[] => {
        const told = observations.find(
          (o) =>
            typeOf(o) === 'sprawozdanie' &&
            o.indicator === report.indicator &&
            o.breakdown === report.breakdown &&
            o.teryt === planned.teryt &&
            o.year === planned.year,
        );
        if (!told || told.value === null || told.value === planned.value) return [];
        const { source, teryt, year } = planned;
        return [{
          rule: 'plan-i-sprawozdanie', severity: 'info', source, teryt, year,
          message: `${says.charAt(0).toUpperCase()}${says.slice(1)}: plan podaje ${formatNumber(planned.value ?? NaN)}, a sprawozdanie za ${year} rok ${formatNumber(told.value)}; dokumenty nie mówią, czy liczą to samo.`,
          cells: [{ anchor: anchorOf(planned), line: planned.line, suspect: false }],
        }];
      }),
  );
} // prettier-ignore

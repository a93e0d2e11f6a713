import { anchorOf, FORM_COLUMNS, type Finding, type Observation, type Repair } from '$lib/domain';
import { inFormOrder } from '$lib/export/finding-order';
import type { Report } from '$lib/report';
import { formPlace, seriesPlace, type PlaceNames } from '$lib/report/checks/places';

/** A place in the text that a finding is about. */
export interface Place {
  anchor: string;
  /** `część 7, wiersz 15, 2023`. */
  label: string;
  line: number | null;
  /** What is printed there. */
  raw: string;
  /** It takes part in the contradiction, but nothing speaks against it. */
  beyondDoubt: boolean;
}

/** A finding with its places, as a clerk works through them. */
export interface WorklistEntry {
  finding: Finding;
  /** Section, row and column, where there is one row. */
  heading: string;
  places: Place[];
  repairs: (Repair & { label: string })[];
  /** What else is wrong for the same cause: mended with it. */
  also: string[];
  /** Lasting name of the finding, for what a clerk has ticked off. */
  key: string;
}

const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 } as const;
/** A sentence stands in print before the council; the form goes to the ministry; the rest is not mended in the gmina. */
const MEND_ORDER = { tekst: 0, formularz: 1, cas: 2 } as const;

/** Nobody in the gmina can mend it. */
export const isElsewhere = ({ finding }: Pick<WorklistEntry, 'finding'>): boolean => finding.mend === 'cas';

/** What matters first to whoever must mend it: what is wrong and about to be published, what the form needs, the rest. */
const importance = ({ severity, mend }: Finding): number =>
  (mend === 'cas' ? 10 : 0) + SEVERITY_ORDER[severity] * 3 + (mend === undefined ? 1 : MEND_ORDER[mend]);

const COLUMN_WORDS: Readonly<Record<(typeof FORM_COLUMNS)[number], string>> = {
  prev2: 'dwa lata wcześniej',
  prev: 'rok wcześniej',
  assess: 'rok oceny',
  forecast: 'prognoza',
  forecast2: 'prognoza na drugi rok',
};

/** The findings of a report in the order of the work, within it in that of the form; those of one cause are one entry. */
export function worklistOf(report: Report, names: PlaceNames): WorklistEntry[] {
  const byAnchor = new Map(report.observations.map((observation) => [anchorOf(observation), observation]));
  const labelOf = (anchor: string) => {
    const observation = byAnchor.get(anchor);
    return observation ? placeOf(observation, names) : '';
  };
  const sorted = inFormOrder(report.findings, report.observations).toSorted(
    (a, b) => importance(a) - importance(b),
  );
  return ofOneCause(sorted).map(({ finding, also }) => ({
    finding,
    heading: headingOf(finding, byAnchor, names),
    places: finding.cells.map(({ anchor, line, suspect }) => ({
      anchor,
      label: labelOf(anchor),
      line,
      raw: byAnchor.get(anchor)?.raw ?? '',
      beyondDoubt: suspect === false,
    })),
    repairs: (finding.repairs ?? []).map((repair) => ({ ...repair, label: labelOf(repair.anchor) })),
    also: also.map(({ message }) => message),
    key: [report.source, finding.rule, ...finding.cells.map(({ anchor }) => anchor)].join(' '),
  }));
}

/** Findings that one change mends, or that speak of the very same suspects, are joined to the first of them. */
function ofOneCause(findings: readonly Finding[]): { finding: Finding; also: Finding[] }[] {
  const causes = new Map<string, { finding: Finding; also: Finding[] }>();
  for (const finding of findings) {
    const cause = causeOf(finding);
    const known = cause === null ? undefined : causes.get(cause);
    if (known) known.also.push(finding);
    else causes.set(cause ?? `${causes.size}`, { finding, also: [] });
  }
  return [...causes.values()];
}

function causeOf({ repairs = [], cells, mend }: Finding): string | null {
  const [repair] = repairs;
  if (repair && repairs.length === 1) return `${repair.anchor} ${repair.to}`;
  const suspects = cells.filter(({ suspect }) => suspect !== false).map(({ anchor }) => anchor);
  return suspects.length === 1 ? `${mend ?? ''} ${suspects[0] ?? ''}` : null;
}

/** In words where an observation stands. */
export function placeOf(observation: Observation, names: PlaceNames): string {
  return observation.row === '' ? seriesPlace(observation, names) : formPlace(observation);
}

function headingOf(
  { cells: [first] }: Finding,
  byAnchor: ReadonlyMap<string, Observation>,
  names: PlaceNames,
): string {
  const observation = first && byAnchor.get(first.anchor);
  if (!observation) return 'Cały raport';
  const { section, row, column, table, year } = observation;
  if (row === '') return capital(names.table(table));
  const words = COLUMN_WORDS[FORM_COLUMNS.find((known) => known === column) ?? 'assess'];
  return `Część ${section}, wiersz ${row}, ${words} (${year})`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

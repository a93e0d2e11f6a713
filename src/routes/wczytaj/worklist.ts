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
}

const COLUMN_WORDS: Readonly<Record<(typeof FORM_COLUMNS)[number], string>> = {
  prev2: 'dwa lata wcześniej',
  prev: 'rok wcześniej',
  assess: 'rok oceny',
  forecast: 'prognoza',
  forecast2: 'prognoza na drugi rok',
};

/** The findings of a report in the order of the form. */
export function worklistOf(report: Report, names: PlaceNames): WorklistEntry[] {
  const byAnchor = new Map(report.observations.map((observation) => [anchorOf(observation), observation]));
  const labelOf = (anchor: string) => {
    const observation = byAnchor.get(anchor);
    return observation ? placeOf(observation, names) : '';
  };
  return inFormOrder(report.findings, report.observations).map((finding) => ({
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
  }));
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

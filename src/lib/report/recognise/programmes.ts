import type { Line, ReportDocument } from '../readers/text';
import { linesOfChapter } from './chapters';
import type { UnknownRow } from './form-table';
import { foldProse } from './prose';
import type { SeriesCell } from './series';
import { readNumber } from './tokens';

/** Names under which chapters 8 and 9 speak of a programme; `program=<key>` in the breakdown. */
const PROGRAMMES: readonly { key: string; name: RegExp }[] = [
  { key: 'posilek-w-szkole-i-w-domu', name: /posi.?ek w szkole i w domu/g },
  { key: 'asystent-osobisty', name: /asystent osobisty osoby/g },
  { key: 'asystent-rodziny', name: /(?:program|pregram)\S* asystent .?rodziny/g },
  { key: 'opieka-wytchnieniowa', name: /opieka wytchnieniowa/g },
  { key: 'fundusz-solidarnosciowy', name: /(?:w ramach|ramach) so.idarno.ciowego funduszu/g },
  { key: 'uslugi-dla-osob-niepelnosprawnych', name: /us.ugi opieku\S+ dla os.b niepe.nosprawnych/g },
  { key: 'korpus-wsparcia-seniorow', name: /korpus wsparcia senior/g },
  { key: 'senior-plus', name: /program\S* (?:wieloletni\S* )?senior/g },
  { key: 'efs', name: /projek\S+ z efs|europejskiego funduszu spo.ecznego/g },
  { key: 'uslugi-opiekuncze-zlecone', name: /zlecano realizacj. us.ug opieku/g },
];

const AMOUNT = String.raw`(\d[\d .]*(?:, ?\d{2})?) ?z`;
/** What a number behind a programme's name says of it, tried in this order. */
const FACTS: readonly { indicator: 'programy-kwota' | 'programy-osoby'; unit: string; source: string; pattern: RegExp }[] = [
  { indicator: 'programy-kwota', unit: 'zl', source: 'gmina', pattern: new RegExp(`srodk\\S+ w.asnych.{0,40}?wys. ${AMOUNT}`, 'g') },
  { indicator: 'programy-kwota', unit: 'zl', source: 'dotacja', pattern: new RegExp(`(?:w formie dotacji.{0,160}?wys\\.|w tym dofinansowanie.{0,40}?wynosi.o|w tym z dotacji.{0,20}?otrzymano) ${AMOUNT}`, 'g') },
  { indicator: 'programy-kwota', unit: 'zl', source: '', pattern: new RegExp(`(?:wydatkowano (?:.acznie )?kwot. (?:.acznie )?|kwo.a wykorzystanych srodk.{0,60}?.o |kwota .rodk.{0,90}?wynios.a )${AMOUNT}`, 'g') },
  { indicator: 'programy-osoby', unit: 'osoby', source: '', pattern: /(?:wsparciem (?:w ramach programu )?objeto|objetych) (\d+) .?s/g },
]; // prettier-ignore

export interface ProgrammeReading {
  cells: SeriesCell[];
  /** Lines with an amount of money that belongs to no programme known here. */
  unknown: UnknownRow[];
}

/**
 * Projects, programmes and commissioned tasks of chapters 8 and 9: persons and amounts, in all and by source of money.
 * A number belongs to the programme named last before it; the first number of a kind counts.
 */
export function readProgrammes(document: ReportDocument, year: number): ProgrammeReading {
  const reading: ProgrammeReading = { cells: [], unknown: [] };
  for (const chapter of [8, 9] as const) {
    const lines = linesOfChapter(document, chapter);
    const { text, lineAt } = joined(lines);
    const named = PROGRAMMES.flatMap(({ key, name }) =>
      [...text.matchAll(name)].map((match) => ({ key, at: match.index })),
    ).sort((a, b) => a.at - b.at);
    const taken = new Set<string>();
    const used = new Set<number>();
    for (const { indicator, unit, source, pattern } of FACTS)
      for (const match of text.matchAll(pattern)) {
        const program = programmeOf(named, match.index, lineAt);
        if (program === undefined) continue;
        const end = match.index + match[0].length;
        const line = lineAt(end - 1);
        const breakdown = source === '' ? `program=${program}` : `program=${program};zrodlo=${source}`;
        const raw = (match[1] ?? '').trim();
        used.add(end);
        if (taken.has(indicator + breakdown)) continue;
        taken.add(indicator + breakdown);
        reading.cells.push({
          table: 'programy', indicator, breakdown, unit, level: 'gmina', kind: 'reported', year, raw,
          line: line.number, page: line.page, reading: readNumber(raw.replace(', ', ',')), ambiguous: false,
        }); // prettier-ignore
      }
    const amounts = [...text.matchAll(/\d[\d .]*,\d{2} ?\d?z/g)];
    for (const amount of amounts) {
      const line = lineAt(amount.index);
      const near = [...used].some((end) => Math.abs(end - (amount.index + amount[0].length)) < 6);
      if (!near)
        reading.unknown.push({ section: String(chapter), line: line.number, text: amount[0].trim() });
    }
  }
  return reading;
}

/** A fund that finances several programmes: an amount behind their names is its own. */
const UMBRELLA = 'fundusz-solidarnosciowy';

/** The programme named last before a number; of several named in the same paragraph their fund, or none. */
function programmeOf(
  named: readonly { key: string; at: number }[],
  at: number,
  lineAt: (offset: number) => Line,
): string | undefined {
  const before = named.filter((name) => name.at < at);
  const last = before.at(-1);
  if (!last) return undefined;
  const together = new Set(
    before.filter((name) => lineAt(name.at) === lineAt(last.at)).map(({ key }) => key),
  );
  if (together.size === 1) return last.key;
  return together.has(UMBRELLA) ? UMBRELLA : undefined;
}

function joined(lines: readonly Line[]) {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    if (line.text !== '') text += `${foldProse(line.text)} `;
  }
  const lineAt = (offset: number): Line =>
    lines[starts.findLastIndex((start) => start <= offset)] ?? {
      number: 1,
      page: null,
      text: '',
      cells: null,
    };
  return { text, lineAt };
}

import type { Finding } from '../domain';
import { formatNumber } from '../format/number';
import { MENDER_WORDS, SEVERITY_WORDS } from './finding-words';
import { STYLE } from './findings-sheet-style';

/** A report on the sheet. */
export interface SheetReport {
  /** Name of its file. */
  name: string;
  gmina: string;
  year: number;
  /** Edition of the form; empty for a document without one. */
  edition: string;
  /** In the order they are to be worked through. */
  findings: Finding[];
  unreadable: number;
  doubtful: number;
  values: number;
}

/**
 * A sheet of findings to hand to the council or to whoever mends them: one HTML file that needs nothing else, prints well
 * and says of every finding who can mend it. All text is escaped.
 */
export function findingsSheet({ title, reports }: { title: string; reports: SheetReport[] }): string {
  return `<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escape(title)}</h1>
${reports.map(section).join('\n')}
<footer>Sporządzono programem Gminoskop na podstawie wymienionych plików. Uwagi wskazują liczby, które się ze sobą nie zgadzają; która z nich jest właściwa, rozstrzyga gmina.</footer>
</body>
</html>
`;
}

function section(report: SheetReport): string {
  const { name, gmina, year, edition, findings } = report;
  const form = edition === '' ? '' : `, formularz ${edition}`;
  return `<section>
<h2>${escape(gmina)}, ${year}</h2>
<p class="about">Plik ${escape(name)}${escape(form)}. ${counts(report)}</p>
${findings.length === 0 ? '<p>Nie znaleziono żadnej sprzeczności.</p>' : `<ol>\n${findings.map(item).join('\n')}\n</ol>`}
</section>`;
}

function counts({ values, doubtful, unreadable, findings }: SheetReport): string {
  return [
    `Odczytane wartości: ${formatNumber(values)}`,
    `niepewne: ${formatNumber(doubtful)}`,
    `nieczytelne: ${formatNumber(unreadable)}`,
    `uwagi: ${formatNumber(findings.length)}.`,
  ].join('; ');
}

function item({ severity, message, mend, repairs = [], cells }: Finding): string {
  const lines = [...new Set(cells.flatMap(({ line }) => line ?? []))];
  const small = [
    repairs.length === 1 ? `Możliwa poprawka: ${repairs.map(change).join('')}.` : '',
    repairs.length > 1 ? `Możliwe odczyty: ${repairs.map(change).join('; ')}.` : '',
    mend ? MENDER_WORDS[mend] : '',
    lines.length > 0 ? `Wiersze tekstu: ${lines.join(', ')}.` : '',
  ].filter((part) => part !== '');
  return `<li class="${severity}"><span class="box"></span><div><p><strong>${SEVERITY_WORDS[severity]}</strong> – ${escape(message)}</p>${
    small.length > 0 ? `<p class="small">${escape(small.join(' '))}</p>` : ''
  }</div></li>`;
}

const change = ({ from, to }: { from: number; to: number }): string => `${number(from)} → ${number(to)}`;
const number = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

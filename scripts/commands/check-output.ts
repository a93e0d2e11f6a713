import type { Finding } from '../../src/lib/domain';

export const CHECK_FORMATS = ['text', 'json', 'html'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What was checked: a file or a source of the data, and what was found in it. */
export interface Checked {
  name: string;
  /** Gmina and year, or the source's title; empty where not known. */
  about: string;
  /** Why it could not be read; empty where it was. */
  error: string;
  /** Whether it is a report at all; a file that cannot be read may be one. */
  recognised: boolean;
  findings: readonly Finding[];
  counts: string;
}

const SEVERITY = { error: 'sprzeczność', warning: 'uwaga', info: 'informacja' } as const;
const MEND = {
  formularz: 'do poprawienia w formularzu',
  tekst: 'do poprawienia w tekście',
  cas: 'dane z aplikacji CAS: gmina ich nie poprawi',
} as const;

export function render(checked: readonly Checked[], format: CheckFormat): string {
  switch (format) {
    case 'text':
      return checked.map(asText).join('\n');
    case 'json':
      return `${JSON.stringify(checked, null, 1)}\n`;
    case 'html':
      return asHtml(checked);
  }
}

/** Lines of the text a finding is about: `wiersze tekstu 96, 94`. */
function placesOf({ cells }: Finding): string {
  const lines = [...new Set(cells.flatMap((cell) => cell.line ?? []))];
  return lines.length === 0 ? '' : ` (wiersze tekstu: ${lines.join(', ')})`;
}

function asText({ name, about, error, findings, counts }: Checked): string {
  const head = [name, about, counts].filter((part) => part !== '').join(': ');
  if (error !== '') return `${head}\n  nie odczytano: ${error}\n`;
  if (findings.length === 0) return `${head}\n  bez uwag\n`;
  const lines = findings.flatMap((finding) => [
    `  ${SEVERITY[finding.severity]}: ${finding.message}${placesOf(finding)}${finding.mend ? ` [${MEND[finding.mend]}]` : ''}`,
    ...(finding.repairs ?? []).map(({ from, to, arithmetic }) => `    ${from} → ${to}: ${arithmetic}`),
  ]);
  return `${head}\n${lines.join('\n')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text of documents is never markup. */
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

function asHtml(checked: readonly Checked[]): string {
  const sections = checked.map(({ name, about, error, findings, counts }) => {
    const items = findings.map(
      (finding) =>
        `<li><strong>${SEVERITY[finding.severity]}</strong> – ${escape(finding.message)}${escape(placesOf(finding))}${finding.mend ? ` <em>${MEND[finding.mend]}</em>` : ''}</li>`,
    );
    const body =
      error !== ''
        ? `<p>Nie odczytano: ${escape(error)}</p>`
        : items.length === 0
          ? '<p>Bez uwag.</p>'
          : `<ol>${items.join('')}</ol>`;
    return `<section><h2>${escape(about === '' ? name : about)}</h2><p>${escape([name, counts].filter((part) => part !== '').join(' · '))}</p>${body}</section>`;
  });
  return `<!doctype html><html lang="pl"><meta charset="utf-8"><title>Uwagi do raportów</title><style>body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}li{margin:.4rem 0}</style><h1>Uwagi do raportów</h1>${sections.join('')}</html>\n`;
}

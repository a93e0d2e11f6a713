import { formatDate } from '../format/date';
import type { FigureAbout } from './figure-about';

/** The version of the data in words. */
export function versionWords({ version, own }: Pick<FigureAbout, 'version' | 'own'>): string {
  if (own) return 'na podstawie pliku wczytanego na tej stronie, nieopublikowanego';
  return version === '' ? 'wersja danych nieustalona' : `wersja danych ${version.slice(0, 12)}`;
}

const sourceWords = ({ sources }: FigureAbout): string =>
  sources
    .map(({ title, publisher, address }) =>
      [[title, publisher].filter((part) => part !== '').join(', '), address]
        .filter((part) => part !== '')
        .join(', '),
    )
    .join('; ');

/** Reference as a sentence: title, version, address, day, and the place in the source. */
export function plainCitation(about: FigureAbout): string {
  const source = sourceWords(about);
  return `Gminoskop, „${about.title}” (${about.subtitle}), ${versionWords(about)}, ${about.page} (dostęp: ${formatDate(about.made)}).${
    source === '' ? '' : ` Źródło: ${source}.`
  }`;
}

const keyOf = ({ indicator, made, page }: FigureAbout): string =>
  ['gminoskop', /\/(\d{2,6})\//.exec(page)?.[1] ?? '', indicator.id, made.slice(0, 4)]
    .filter((part) => part !== '')
    .join('-');

/** What BibTeX would take for its own signs. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string): string => text.replace(/[\\{}%&#$_~^]/g, (sign) => TEX[sign] ?? sign);

/** Reference for BibLaTeX and BibTeX; the text is UTF-8. */
export function bibtex(about: FigureAbout): string {
  const source = sourceWords(about);
  const fields: [string, string][] = [
    ['author', '{Gminoskop}'],
    ['title', `{${tex(about.title)}}`],
    ['year', about.made.slice(0, 4)],
    ['version', tex(about.version.slice(0, 12))],
    ['url', about.page],
    ['urldate', about.made],
    [
      'note',
      tex(
        [about.subtitle, source === '' ? '' : `Źródło: ${source}`]
          .filter(Boolean)
          .map((part) => part.replace(/\.$/, ''))
          .join('. '),
      ),
    ],
    ['language', 'polish'],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${keyOf(about)},\n${lines.join(',\n')}\n}\n`;
}

/** Reference as CSL-JSON, which Zotero and the like read. */
export function cslJson(about: FigureAbout): string {
  const item = {
    id: keyOf(about),
    type: 'dataset',
    title: about.title,
    author: [{ literal: 'Gminoskop' }],
    ...(about.version === '' ? {} : { version: about.version.slice(0, 12) }),
    URL: about.page,
    issued: { 'date-parts': [[Number(about.made.slice(0, 4))]] },
    accessed: { 'date-parts': [about.made.split('-').map(Number)] },
    abstract: about.subtitle,
    source: sourceWords(about),
    language: 'pl',
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

import { formatDate } from '../format/date';
import { plainCitation, versionWords } from './citation';
import type { FigureAbout } from './figure-about';

/** Terms of what is handed on. */
export const LICENCE =
  'Dane zachowują warunki swoich źródeł, wymienionych wyżej. Program Gminoskop udostępniono na licencji EUPL-1.2.';

/** A part of what is said about a figure. */
export interface AboutPart {
  head: string;
  lines: string[];
}

/** What a reader of the numbers must know, part by part; parts with nothing to say are left out. */
export function aboutParts(about: FigureAbout): AboutPart[] {
  const { indicator } = about;
  return [
    { head: 'Wykres', lines: [about.title, about.subtitle, about.reading] },
    {
      head: 'Wskaźnik',
      lines: [`${indicator.name} (${indicator.id})`, indicator.definition],
    },
    { head: 'Rodzaj wartości', lines: about.kinds },
    { head: 'Co trzeba wiedzieć', lines: about.caveats },
    { head: 'Wartości niepewne', lines: about.doubts },
    { head: 'Zmiany zasad, po których wartości nie porównuje się wprost', lines: about.breaks },
    {
      head: 'Źródła',
      lines: about.sources.map(({ id, title, publisher, url, address }) =>
        [`${title} (${id})`, publisher, url, address].filter((part) => part !== '').join(', '),
      ),
    },
    { head: 'Wybór na stronie', lines: about.filters.length > 0 ? about.filters : ['widok domyślny'] },
    {
      head: 'Strona i wersja danych',
      lines: [
        about.page,
        versionWords(about),
        ...(about.version === '' ? [] : [`SHA-256 wykazu plików (manifest.json): ${about.version}`]),
        `Plik sporządzono ${formatDate(about.made)}.`,
      ],
    },
    { head: 'Jak cytować', lines: [plainCitation(about)] },
    { head: 'Licencja', lines: [LICENCE] },
  ]
    .map(({ head, lines }) => ({ head, lines: lines.filter((line) => line !== '') }))
    .filter(({ lines }) => lines.length > 0);
}

/** README.txt of a figure's archive: definitions, choices, citation and licence, and the columns of its data. */
export function figureReadme(about: FigureAbout): string {
  const columns: AboutPart = {
    head: 'Kolumny danych',
    lines: about.columns.map(({ name, title, description }) => `${name} (${title}): ${description}`),
  };
  return [...aboutParts(about), columns]
    .map(({ head, lines }) => `${head}\n${'-'.repeat(head.length)}\n${lines.join('\n')}\n`)
    .join('\n');
}

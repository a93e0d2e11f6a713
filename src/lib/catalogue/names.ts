import type { Chapter, Name } from '../domain';

/** Polish names of the parts of a breakdown, of tables and of sections. */
export interface Names {
  /** `plec=kobieta;wiek=0-17` → `kobiety, wiek 0–17 lat`; empty for the total. */
  breakdown: (breakdown: string) => string;
  table: (id: string) => string;
  section: (id: string) => string;
}

/** Names from their entries and from the chapters of the budget classification. A key without a name speaks for itself. */
export function namesOf(entries: Iterable<Name>, chapters: ReadonlyMap<string, Chapter>): Names {
  const known = new Map(Array.from(entries, ({ kind, key, name }) => [`${kind} ${key}`, name]));
  const part = (text: string): string => {
    const chapter = text.startsWith('rozdzial=') ? chapters.get(text.slice('rozdzial='.length)) : undefined;
    if (chapter) return `${chapter.code_2023 || chapter.code_2019 || chapter.key} ${chapter.name}`;
    return known.get(`breakdown ${text}`) ?? text.replace('=', ': ');
  };
  return {
    breakdown: (breakdown) => (breakdown === '' ? '' : breakdown.split(';').map(part).join(', ')),
    table: (id) => known.get(`table ${id}`) ?? id,
    section: (id) => known.get(`section ${id}`) ?? id,
  };
}

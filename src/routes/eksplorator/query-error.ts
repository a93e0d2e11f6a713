/** A place in a question: the first line and the first sign are 1. */
export interface Place {
  line: number;
  column: number;
}

export interface QueryError {
  /** What went wrong, in Polish. */
  words: string;
  place: Place | null;
  /** What the engine says, in English. */
  message: string;
}

/** What the engine calls a kind of error, and what it means to a reader. */
const KINDS: readonly [RegExp, string][] = [
  [/^Parser Error/, 'Błąd składni'],
  [/^Catalog Error: Table/, 'Nie ma takiej tabeli'],
  [/^Catalog Error: \w+ Function/, 'Nie ma takiej funkcji'],
  [/^Catalog Error/, 'Nie ma takiej nazwy'],
  [/^Binder Error/, 'Kolumna, nazwa albo typ nie pasuje do tabel zapytania'],
  [/^Conversion Error/, 'Wartości nie da się zamienić na ten typ'],
  [/^(Permission|IO) Error/, 'Silnik nie sięga do plików ani do sieci: pyta tylko o tabele tej strony'],
  [/configuration has been locked/, 'Ustawień silnika nie można zmieniać'],
  [/^Out of Memory Error/, 'Zapytanie potrzebuje więcej pamięci, niż silnik może użyć'],
];
const OTHER = 'Silnik nie wykonał zapytania';

const EXCERPT = /\n\s*\nLINE (\d+): (.*)\n([^\n]*)\^/;

/** Where the caret of the engine's excerpt points to; a long line is shown in part, between dots. */
function placeOf(message: string, sql: string): Place | null {
  const [, number, shown = '', before = ''] = EXCERPT.exec(message) ?? [];
  if (number === undefined) return null;
  const line = Number(number);
  const offset = before.length - `LINE ${number}: `.length;
  if (offset < 0) return { line, column: 1 };
  if (!shown.startsWith('...')) return { line, column: offset + 1 };
  const piece = shown.slice(3).replace(/\.\.\.$/, '');
  const at = (sql.split('\n')[line - 1] ?? '').indexOf(piece);
  return { line, column: Math.max(at, 0) + Math.max(offset - 3, 0) + 1 };
}

/** What the engine says of a question that failed, with its place, for a reader. */
export function queryError(message: string, sql: string): QueryError {
  const words = KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? OTHER;
  // The engine repeats the excerpt of a syntax error.
  const text = message.replace(/(\n\s*\nLINE \d+: .*\n\s*\^)\s*\1\s*$/, '$1').trim();
  const place = placeOf(message, sql) ?? (text.endsWith('at end of input') ? endOf(sql) : null);
  return { words, place, message: text };
}

function endOf(sql: string): Place {
  const lines = sql.trimEnd().split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

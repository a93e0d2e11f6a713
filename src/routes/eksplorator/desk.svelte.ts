import { base } from '$app/paths';
import type { Table } from 'apache-arrow';
import { links } from '$lib/components/links';
import { namedIndicators } from '$lib/db/schema';
import { counted } from '$lib/format/plural';
import type { ResultColumn } from '$lib/extract/result-parquet';
import { queryError, type QueryError } from './query-error';
import type { ResultChart } from './chart-of';
import type { Workbench } from '$lib/db/workbench';

/** Rows shown, and rows taken for files. */
export const MOST_SHOWN = 1000;
export const MOST_TAKEN = 100_000;
/** Longest a question may take, in seconds. */
export const LONGEST = 30;

const ROWS = ['wiersz', 'wiersze', 'wierszy', 'wiersza'] as const;

export interface Answer {
  sql: string;
  table: Table;
  shown: ResultColumn[];
  rows: number;
  /** There are more rows than were taken. */
  more: boolean;
  /** How long the engine took, in milliseconds. */
  took: number;
  chart: ResultChart | null;
}

const STEPS = {
  engine: 'Trwa wczytywanie silnika DuckDB (ok. 6 MB, za pierwszym razem)…',
  data: 'Trwa wczytywanie danych wskaźników…',
  query: 'Trwa zapytanie…',
} as const;

/** What a reader asks and what came of it. */
export class Desk {
  answer = $state.raw<Answer | null>(null);
  error = $state.raw<QueryError | null>(null);
  /** What goes on, or how it ended. */
  said = $state('');
  running = $state(false);
  #workbench: Workbench | undefined;
  #latest = 0;

  constructor(private readonly known: ReadonlySet<string>) {}

  /** Asks, giving up what was asked before. @param ticked indicators of the view beside those that the question names */
  async run(sql: string, ticked: readonly string[]): Promise<void> {
    const own = ++this.#latest;
    if (this.running) this.#workbench?.stop();
    this.running = true;
    this.error = null;
    this.said = STEPS.engine;
    const timer = setTimeout(() => {
      this.stop(`Przerwano: zapytanie trwało dłużej niż ${LONGEST} s. Można je zawęzić i wykonać ponownie.`);
    }, LONGEST * 1000);
    try {
      const answer = await this.#ask(sql, ticked, own);
      if (own !== this.#latest) return;
      this.answer = answer;
      this.said = told(answer);
    } catch (cause) {
      if (own !== this.#latest) return;
      this.#fail(cause, sql);
    } finally {
      clearTimeout(timer);
      if (own === this.#latest) this.running = false;
    }
  }

  stop(words = 'Przerwano. Zapytanie zostało w edytorze.'): void {
    this.#latest += 1;
    this.#workbench?.stop();
    this.running = false;
    this.said = words;
  }

  async #ask(sql: string, ticked: readonly string[], own: number): Promise<Answer> {
    const workbench = await this.#open();
    const named = namedIndicators(sql, this.known);
    const indicators = [...named, ...ticked.filter((id) => this.known.has(id) && !named.includes(id))];
    let began = performance.now();
    const { table, more } = await workbench.run({
      sql,
      indicators,
      most: MOST_TAKEN,
      onstep: (step) => {
        began = performance.now();
        if (own === this.#latest) this.said = STEPS[step];
      },
    });
    const took = performance.now() - began;
    const [{ resultColumns }, { chartOf }] = await Promise.all([
      import('$lib/extract/result'),
      import('./chart-of'),
    ]);
    const shown = resultColumns(table, MOST_SHOWN);
    const chart = more || table.numRows > MOST_SHOWN ? null : chartOf(shown);
    return { sql, table, shown, rows: table.numRows, more, took, chart };
  }

  async #open(): Promise<Workbench> {
    if (this.#workbench) return this.#workbench;
    const [{ Workbench }, { openInBrowser }, { fetchPublished }, { fetchCatalogue }] = await Promise.all([
      import('$lib/db/workbench'),
      import('$lib/db/browser'),
      import('$lib/extract/published-files'),
      import('../published'),
    ]);
    return (this.#workbench ??= new Workbench({
      open: (ended) => openInBrowser(base, ended),
      read: (path) => fetchPublished(links.published, path),
      catalogue: () => fetchCatalogue(links.published),
    }));
  }

  #fail(cause: unknown, sql: string): void {
    const reason =
      cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
    const asked = cause instanceof Error && 'sql' in cause && cause.sql === sql;
    this.error = asked
      ? queryError(reason, sql)
      : {
          words:
            'Nie udało się wczytać silnika albo danych. Zapytanie zostało w edytorze; można spróbować ponownie',
          place: null,
          message: reason,
        };
    this.said = '';
  }
}

function told({ rows, more, took }: Answer): string {
  const time = `${took < 10 ? '<\u00a00,01' : (took / 1000).toFixed(2).replace('.', ',')}\u00a0s`;
  if (more) return `Wynik ma ponad ${counted(MOST_TAKEN, ROWS)}; wzięto tyle pierwszych. Czas: ${time}.`;
  const part =
    rows > MOST_SHOWN ? ` Tabela pokazuje pierwsze ${counted(MOST_SHOWN, ROWS)}, pliki mają wszystkie.` : '';
  return `Wynik: ${counted(rows, ROWS)}.${part} Czas: ${time}.`;
}

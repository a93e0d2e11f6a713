import type { PublicCatalogue } from '../extract';
import type { BrowserConnection, Collected } from './browser';
import { Engine } from './engine';
import { layOutTables, layOutValues } from './explorer-tables';

export interface WorkbenchParts {
  /** Opens a locked engine, which ends with the signal. */
  open: (ended: AbortSignal) => Promise<BrowserConnection>;
  /** Bytes of a published file by its path below `data/`. */
  read: (path: string) => Promise<Uint8Array>;
  catalogue: () => Promise<PublicCatalogue>;
}

export type Step = 'engine' | 'data' | 'query';

export interface Question {
  sql: string;
  indicators: readonly string[];
  /** Rows taken at the most. */
  most: number;
  /** Told as the work goes on. */
  onstep: (step: Step) => void;
}

/** A question was stopped before its answer came. */
export class Stopped extends Error {}

interface Session {
  engine: Engine;
  connection: Promise<BrowserConnection>;
  controller: AbortController;
  stopped: Promise<never>;
}

/**
 * An engine for the reader's own questions, apart from the one of the views: a question that takes too long is stopped by
 * ending its worker, and the next one begins with a new engine.
 */
export class Workbench {
  #session: Session | undefined;

  constructor(private readonly parts: WorkbenchParts) {}

  /** @throws EngineError where the engine does not start or the question fails; Stopped after `stop` */
  async run(question: Question): Promise<Collected> {
    const session = (this.#session ??= this.#begin());
    return Promise.race([this.#answer(session, question), session.stopped]);
  }

  /** Ends whatever is under way, at once. */
  stop(): void {
    this.#session?.controller.abort();
    this.#session = undefined;
  }

  async #answer(session: Session, { sql, indicators, most, onstep }: Question): Promise<Collected> {
    onstep('engine');
    const connection = await session.connection.catch((error: unknown) => {
      if (this.#session === session) this.#session = undefined;
      throw error;
    });
    onstep('data');
    await layOutValues(session.engine, indicators);
    onstep('query');
    return connection.collect(sql, most);
  }

  #begin(): Session {
    const controller = new AbortController();
    const { signal } = controller;
    const connection = (async () => {
      const [opened, catalogue] = await Promise.all([this.parts.open(signal), this.parts.catalogue()]);
      await layOutTables(opened, catalogue);
      return opened;
    })();
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Stopped('stopped')));
    });
    // Nobody may be waiting when it is stopped.
    stopped.catch(() => undefined);
    const engine = new Engine({ open: () => connection, read: this.parts.read });
    return { engine, connection, controller, stopped };
  }
}

import {
  fetchPublished,
  Once,
  publishedUnitsSchema,
  readValues,
  UNITS_FILE,
  unitsToArrow,
  valuesPath,
  valuesToArrow,
} from '../extract';
import { openInBrowser } from './browser';
import type { Connection } from './connection';

export interface EngineParts {
  open: () => Promise<Connection>;
  /** Bytes of a published file by its path below `data/`. */
  read: (path: string) => Promise<Uint8Array>;
}

/** The engine behind the interactive views: started when first asked, tables loaded when first needed. */
export class Engine {
  readonly #connection = new Once<Connection>();
  readonly #tables = new Once<string>();

  constructor(private readonly parts: EngineParts) {}

  /** Starts the engine, or waits for the start under way. After a failure the next call tries again. */
  start(): Promise<Connection> {
    return this.#connection.get('connection', this.parts.open);
  }

  /** Name of the table with every value of an indicator, loaded if need be. Columns of `ValueRow`. */
  values(indicator: string): Promise<string> {
    return this.#tables.get(`values ${indicator}`, () =>
      this.#load(`wskaznik ${indicator}`, valuesPath({ by: 'indicator', indicator }), async (bytes) =>
        valuesToArrow(await readValues(bytes, { by: 'indicator', indicator })),
      ),
    );
  }

  /** Name of the table of all gminy: teryt, name, type, powiat. */
  units(): Promise<string> {
    return this.#tables.get('units', () =>
      this.#load('jednostki', UNITS_FILE, (bytes) => {
        const content: unknown = JSON.parse(new TextDecoder().decode(bytes));
        return Promise.resolve(unitsToArrow(publishedUnitsSchema.parse(content)));
      }),
    );
  }

  async #load(
    table: string,
    path: string,
    toArrow: (bytes: Uint8Array) => Promise<Uint8Array>,
  ): Promise<string> {
    const [connection, stream] = await Promise.all([this.start(), this.parts.read(path).then(toArrow)]);
    await connection.insertArrow(table, stream);
    return table;
  }
}

const engines = new Map<string, Engine>();

/** The page's one engine. @param base base path of the site, without a slash at its end */
export function browserEngine(base: string): Engine {
  const engine =
    engines.get(base) ??
    new Engine({
      open: () => openInBrowser(base),
      read: (path) => fetchPublished((file) => `${base}/data/${file}`, path),
    });
  engines.set(base, engine);
  return engine;
}

import { Parser } from 'htmlparser2';
import type { Budget } from './limits';

/** What a walk over XML or HTML hears. Names come as written (XML) or in lower case (HTML). */
export interface MarkupListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Walks over one packed XML file. @returns false where there is none of the name */
export type Walk = (name: string, listener: Partial<MarkupListener>) => Promise<boolean>;

/** `w:tbl` → `tbl`. */
export const local = (qualified: string): string => qualified.slice(qualified.indexOf(':') + 1);

/**
 * A streaming walk over markup: no tree is built, entities of a document's own are not known and so never expanded,
 * scripts are text that nobody runs.
 * @throws {UnreadableFile} when elements are nested deeper than the limits
 */
export function markupParser(listener: MarkupListener, budget: Budget, xml: boolean) {
  let depth = 0;
  let events = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        budget.checkDepth(++depth);
        if (++events % 1000 === 0) budget.check();
        listener.open(name, attributes);
      },
      onclosetag(name) {
        depth--;
        listener.close(name);
      },
      ontext: (text) => listener.text(text),
    },
    { xmlMode: xml, decodeEntities: true },
  );
  return {
    write: (text: string) => parser.write(text),
    end: () => parser.end(),
  };
}

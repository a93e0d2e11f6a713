import type { ChapterPart } from './chapters';
import { spanOf, type Ledger } from './ledger';
import { pattern } from './pattern';
import { placeSources } from './sources';

/** `Paragraf 4010 – wynagrodzenia osobowe – 1 728 676,67 zł`: at the beginning of a line, with the word or without. */
const LINE = pattern(String.raw`^(?:paragraf |par\. )?#kod ?- .{3,60}? ?- ?#zl`);

/** Expenditure of a chapter by paragraph of the economic classification, by who pays. */
export function placeParagraphs(ledger: Ledger, parts: readonly ChapterPart[]): void {
  const { lines, text } = ledger.prose;
  const found = lines.flatMap(({ folded, start }) => {
    const match = [...folded.matchAll(LINE)][0];
    const code = match?.[1];
    return match && code?.length === 4 ? [{ match, code, start }] : [];
  });
  for (const [n, { match, code, start }] of found.entries()) {
    const amount = spanOf(match, 2, start);
    const chapter = parts.findLast((part) => part.start <= start && start < part.end);
    if (!amount || !chapter) continue;
    const meaning = {
      table: 'paragrafy', indicator: 'spr-wydatki-paragraf', unit: 'zl',
      breakdown: [`paragraf=${code}`, `rozdzial=${chapter.code}`, chapter.task],
    }; // prettier-ignore
    ledger.add(meaning, amount, { section: chapter.code });
    const closing = text.indexOf(')', amount.end);
    const next = found[n + 1]?.start ?? amount.end + 250;
    placeSources(ledger, meaning, amount, Math.min(next, closing < 0 ? next : closing), {
      section: chapter.code,
    });
  }
}

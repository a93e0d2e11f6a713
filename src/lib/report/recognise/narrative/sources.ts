import { MONEY } from './amounts';
import type { Ledger, Meaning, Span } from './ledger';

/** Who pays, as activity reports say it; over folded text. */
const SOURCES: readonly { key: string; pattern: string }[] = [
  {
    key: 'wojewodztwo',
    pattern: String.raw`dotacj[a-z]{1,2} (?:z )?(?:luw|wojew[a-z]{0,3}dzk)|srodki zewnetrzne luw|bud[a-z]{1,3}etu wojew[a-z]{0,3}dzk`,
  },
  {
    key: 'gmina',
    pattern: String.raw`bud[a-z]{1,3}etu? (?:gminy|samorz.d)|srodki (?:w[lt]asne )?gminy`,
  },
  { key: 'powiat', pattern: String.raw`(?:pomoc|wsparcie) powiatu|powiatowego urzedu pracy` },
];
const WORDS = new RegExp(SOURCES.map(({ pattern }) => `(${pattern})`).join('|'), 'g');
/** A source named farther from the amount it pays belongs to something else. */
const REACH = 150;
/** Parts that are told beside the sources: an addition paid by one of them, a programme. */
const INSIDE = [
  { key: 'dodatek-motywacyjny', pattern: `dodat[a-z]+ motywacyjn[a-z]+ ?-? ?${MONEY}|${MONEY} (?:zl )?- dodatek motywacyjny` },
  { key: 'fundusz-pracy', pattern: `funduszu pracy ?-? ?${MONEY}` },
]; // prettier-ignore

/**
 * The parts of an amount by who pays them, told behind it: `budżetu gminy – 32.000,00` or `115 782,80 to środki LUW`.
 * A single source without an amount pays the whole (`wydatkowano 587,61 zł z budżetu samorządu`).
 * @param whole span of the amount itself; the parts stand in what follows, up to `end`
 */
export function placeSources(
  ledger: Ledger,
  meaning: Meaning,
  whole: Span,
  end: number,
  place: { section?: string; stated?: number } = {},
): void {
  const { text } = ledger.prose;
  const tail = text.slice(whole.end, end);
  const part = (key: string) => ({ ...meaning, breakdown: [...(meaning.breakdown ?? []), key] });
  for (const { key, pattern } of INSIDE)
    for (const match of tail.matchAll(new RegExp(pattern, 'dg'))) {
      const at = match.indices?.[1] ?? match.indices?.[2];
      const span = at && { start: at[0] + whole.end, end: at[1] + whole.end };
      if (span && !ledger.isTaken(span)) ledger.add(part(`wtym=${key}`), span, place);
    }
  const named = [...tail.matchAll(WORDS)].map((match) => ({
    key: SOURCES.find((_, n) => match[n + 1] !== undefined)?.key ?? '',
    start: match.index + whole.end,
    end: match.index + match[0].length + whole.end,
  }));
  const [first] = named;
  if (!first) return;
  const amountFirst = moneyIn(ledger, whole.end, first.start) !== null;
  let paid = 0;
  let from = whole.end;
  for (const [n, { key, ...word }] of named.entries()) {
    const next = named[n + 1]?.start ?? end;
    const span = amountFirst
      ? moneyIn(ledger, from, word.start)
      : moneyIn(ledger, word.end, Math.min(next, word.end + REACH));
    from = word.end;
    if (!span) continue;
    ledger.add(part(`zrodlo=${key}`), span, place);
    paid++;
  }
  if (paid === 0 && named.length === 1 && first.start - whole.end < 40)
    ledger.add(part(`zrodlo=${first.key}`), whole, place);
}

/** The first amount between two places that is not placed yet. */
function moneyIn(ledger: Ledger, start: number, end: number): Span | null {
  // One sign before: an amount may not begin inside another number.
  for (const match of ledger.prose.text.slice(start, end + 4).matchAll(new RegExp(MONEY, 'dg'))) {
    const [a, b] = match.indices?.[1] ?? [0, 0];
    const span = { start: a + start, end: b + start };
    if (span.end <= end && !ledger.isTaken(span)) return span;
  }
  return null;
}

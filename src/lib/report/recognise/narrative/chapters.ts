import { pattern } from './pattern';
import { spanOf, type Ledger, type Span } from './ledger';
import type { Prose } from './prose';
import { placeSources } from './sources';

/** The part of a report about one budget chapter. */
export interface ChapterPart extends Span {
  code: string;
  /** What tells apart two parts about one chapter: `zadanie=dobry-start`, or `czesc=2`; empty for the only one. */
  task: string;
}

/** A chapter opens where its code is named: `w rozdziale 85214 …` or, at the beginning of a line, `85501 – …`. */
const OPENING = /(?:\bw dziale \d{3} )?(?:\bw )?rozdzia[lti]e (8\d{4})\b/g;
const AT_LINE_START = /^(8\d{4}) ?-/;
/** A chapter named instead of numbered: its plan and execution follow. */
const NAMED: readonly { code: string; pattern: RegExp }[] = [
  { code: '85219', pattern: /^wydatki na utrzymanie (?:[a-z]+ ){0,2}osrodka pomocy spolecznej/ },
];
const TASKS: readonly { key: string; pattern: RegExp }[] = [
  { key: 'utrzymanie-osrodka', pattern: /utrzymanie osrodka/ },
  { key: 'opieka-prawna', pattern: /sprawowanie opieki|opiekun[a-z]* prawn/ },
  { key: 'asystent-rodziny', pattern: /asystent rodziny/ },
  { key: 'dobry-start', pattern: /dobry start/ },
];

/** The parts of a report about budget chapters, in printed order; each ends where the next begins. */
export function chapterParts(prose: Prose): ChapterPart[] {
  const opened = [
    ...[...prose.text.matchAll(OPENING)].map((match) => ({
      code: match[1] ?? '',
      start: match.index,
      named: false,
    })),
    ...prose.lines.flatMap(({ folded, start }) => {
      const numbered = AT_LINE_START.exec(folded)?.[1];
      const code = numbered ?? NAMED.find(({ pattern }) => pattern.test(folded))?.code;
      return code === undefined ? [] : [{ code, start, named: numbered === undefined }];
    }),
  ].sort((a, b) => a.start - b.start);
  const parts = opened.map(({ named, ...part }, n) => {
    const end = opened[n + 1]?.start ?? prose.text.length;
    if (named) return { ...part, end: Math.min(end, gapAfter(prose, part.start)) };
    return { ...part, end: n === opened.length - 1 ? paragraphAfter(prose, part.start) : end };
  });
  return parts.map((part, n) => {
    const twins = parts.filter(({ code }) => code === part.code);
    const task = twins.length === 1 ? '' : (taskOf(prose, part) ?? `czesc=${parts.slice(0, n + 1).filter(({ code }) => code === part.code).length}`);
    return { ...part, task };
  }); // prettier-ignore
}

/** Where two blank lines end what a heading without a number began. */
function gapAfter({ lines, text }: Prose, start: number): number {
  const from = lines.findIndex((line) => line.start >= start && line.folded !== '');
  const at = lines.findIndex((line, n) => n > from && line.folded === '' && lines[n + 1]?.folded === '');
  return at < 0 ? text.length : (lines[at]?.start ?? text.length);
}

/** Behind the last chapter the report goes on with something else: it ends with the paragraph that tells its execution. */
function paragraphAfter({ lines, text }: Prose, start: number): number {
  const spent = [...text.slice(start).matchAll(SPENT)].at(-1);
  if (!spent) return text.length;
  const end = start + spent.index + spent[0].length;
  return lines.find((line) => line.start >= end && line.folded === '')?.start ?? text.length;
}

/** The task that a part names first. */
function taskOf(prose: Prose, { start, end }: Span): string | null {
  const text = prose.text.slice(start, end);
  const found = TASKS.map(({ key, pattern }) => ({ key, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  return found ? `zadanie=${found.key}` : null;
}

const PLAN = pattern(
  String.raw`\bplan(?:owan[oa])?(?: wydatki)?(?: w roku #rok(?: roku)?)?(?: wydatki)?(?: na kwote| w wysokosci)? ?-? ?#zl`,
);
const SPENT = pattern(String.raw`\b(?:wydatkowano|wykonanie)(?: [a-z-]+){0,4}? ?-? ?#zl`);
const NOTHING = pattern(String.raw`nie ponies[a-z]+ (zadnych) wydatk`);
const TOLD = pattern(String.raw`\b(?:sprawozdawczym|razem) wydatkowano(?: [a-z]+){0,4}? ?-? ?#zl`);
const GRANT = pattern(String.raw`rzymana dotacja w wysokosci ?-? ?#zl`);
/** A plan is closed by the execution within this many signs. */
const REACH = 200;
const BEHIND = 330;

/** Plan, execution and grant of every chapter, each by who pays. */
export function placeChapters(ledger: Ledger, parts: readonly ChapterPart[]): void {
  const { text } = ledger.prose;
  for (const { code, task, start, end } of parts) {
    const breakdown = [`rozdzial=${code}`, task];
    const meaning = (indicator: string) => ({ table: 'rozdzialy', indicator, breakdown, unit: 'zl' });
    const segment = text.slice(start, end);
    const first = (what: RegExp, from: number, to: number) => {
      const match = [...segment.slice(from, to).matchAll(what)][0];
      return match ? { match, offset: start + from } : null;
    };
    const plan = first(PLAN, 0, segment.length);
    if (!plan) continue;
    const planned = spanOf(plan.match, 2, plan.offset);
    if (!planned) continue;
    const stated = plan.match[1] === undefined ? {} : { stated: Number(plan.match[1]) };
    const after = planned.end - start;
    ledger.add(meaning('spr-plan-rozdzial'), planned, { section: code, ...stated });
    const spent = first(SPENT, after, after + REACH) ?? first(NOTHING, after, after + REACH);
    const executed = spent && spanOf(spent.match, 1, spent.offset);
    const grant = first(GRANT, after, after + REACH);
    const granted = grant && spanOf(grant.match, 1, grant.offset);
    const closed = Math.min(
      executed ? executed.start : planned.end + REACH,
      granted ? granted.start - 20 : Infinity,
      end,
    );
    placeSources(ledger, meaning('spr-plan-rozdzial'), planned, closed, { section: code, ...stated });
    const before = first(TOLD, 0, after);
    const told = before && spanOf(before.match, 1, before.offset);
    if (told && !ledger.isTaken(told))
      ledger.add({ ...meaning('spr-wydatki-rozdzial'), table: 'opis-rozdzialu' }, told, { section: code });
    if (granted) ledger.add(meaning('spr-dotacja-rozdzial'), granted, { section: code });
    if (!executed) continue;
    ledger.add(meaning('spr-wydatki-rozdzial'), executed, { section: code });
    const behind = Math.min(end, executed.end + BEHIND, beginningOfParagraphs(text, executed.end));
    placeSources(ledger, meaning('spr-wydatki-rozdzial'), executed, behind, { section: code });
  }
}

/** The list of expenditure by paragraph begins after the execution. */
function beginningOfParagraphs(text: string, from: number): number {
  const at = text.slice(from).search(/\) wydatki |paragraf \d{4}/);
  return at < 0 ? Infinity : from + at;
}

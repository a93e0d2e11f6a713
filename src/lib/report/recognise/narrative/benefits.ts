import type { ChapterPart } from './chapters';
import { spanOf, type Ledger, type Meaning, type Span } from './ledger';
import { pattern } from './pattern';
import { placeSources } from './sources';
import { TOPIC_OF_CHAPTER, TOPIC_OF_TASK, TOPICS } from './topics';

/** The part of a report about one benefit: from its heading or list item to the next. */
interface TopicPart extends Span {
  topic: string;
  section: string;
  /** `grupa=ukraina` under a heading about the help for refugees, else empty. */
  group: string;
  /** An item of a list: its amount may stand behind a bare dash. */
  item: boolean;
}

const BULLET = /^\s*(?:[^\p{L}\p{N}\s„"”,(]+\s*|Ø\s*|\d{1,2}[.)]\s*|[eo»]\s+(?=\p{Lu}))/u;
const OPENERS = TOPICS.map(({ key, starts }) => ({ key, opens: pattern(`^(?:${starts})`) }));
/** Headings that start something else: a chapter of the report in capitals, a programme, a numbered plan. */
const CLOSER = /^[\p{Lu}\s,\d-]{12,}$|^\s*\d\)\s*„|^\s*Potrzeby i plany|^\s*Program /u;
const FOR_REFUGEES = /konflikt[a-z]* zbrojn[a-z]+ (?:na|w) ukrain/;
const HEADING = 60;

/** What is told of a benefit: the words before its number, over folded text. The first of each kind counts. */
const KINDS: readonly { indicator: string; unit: string; pattern: RegExp }[] = [
  { indicator: 'spr-swiadczenie-osoby', unit: 'osoby', pattern: pattern(String.raw`(?:skorzystal[a-z]*|objet[a-z]{1,3}|skierowan[a-z]+|wyplac[a-z]+|oplac[a-z]+|skladki|wynagrodzenie|^.{0,90}?(?:dla|za))(?:(?!(?<!\br)\. [a-z]).){0,75}? #s ?(?:#osob|swiadczeniobiorc|uczniow)`) },
  { indicator: 'spr-swiadczenie-rodziny', unit: 'rodziny', pattern: pattern(String.raw`(?:skorzystal[a-z]*|objet[a-z]{1,3}|wyplac[a-z]+|dla)(?:(?!(?<!\br)\. [a-z]).){0,60}? #n rodzin`) },
  { indicator: 'spr-swiadczenie-dzieci', unit: 'osoby', pattern: pattern(String.raw`(?:dla|pobyt) #n dzieci`) },
  { indicator: 'spr-swiadczenie-liczba', unit: 'liczba', pattern: pattern(String.raw`(?:- ?|wyplacono |tj\. ?|czyli )#n (?:swiadcze[a-z]+|sw\.|takie zasilki|dodatkow|zapomog)`) },
  { indicator: 'spr-swiadczenie-godziny', unit: 'liczba', pattern: pattern(String.raw`wypracowaly .{0,10}?#n godzin`) },
  { indicator: 'spr-swiadczenie-plan', unit: 'zl', pattern: pattern(String.raw`budzet przeznaczony na (?:(?!(?<!\br)\. [a-z]).){0,60}?(?:to|wyniosl) ?#zl`) },
]; // prettier-ignore
/** What follows an amount that is a rate or a limit, not what was paid. */
const NO_RATE = String.raw`(?! ?(?:z[a-z0-9]{1,2} ?)?(?:mies|netto|na osob|na dziecko|na jedn|od ))`;
const PAID = pattern(
  String.raw`(?:\bna (?:[a-z]+ )?(?:kwot[a-z]?\b|kw\. ?)|koszt[a-z]*|wykonanie|wyplacono|wykorzystano|wydano|wydatkowano|wyniosl[a-z]*|lacznej kwocie)(?:(?!(?<!\br)\. [a-z]).){0,60}?#zl${NO_RATE}`,
);
/** An item without a verb: its amount stands behind a dash, and nothing before it speaks of rates and criteria. */
const BEHIND_DASH = pattern(`^(?:(?!wynosi|przekracza|wysoko|kryter|miesi).){0,140}?- ?#zl${NO_RATE}`);
const ENDS_WITH_AMOUNT = pattern('- ?#zl$');
const RURAL = pattern('w tym #n #osob na wsi');
const RETURNED = pattern('zwrot srodkow ?- ?#zl');
const SOURCES_REACH = 260;

/** Every benefit told under a heading, in an item of a list or under a chapter: persons, families, number and amount. */
export function placeBenefits(ledger: Ledger, chapters: readonly ChapterPart[]): void {
  for (const part of topicParts(ledger, chapters)) {
    const segment = ledger.prose.text.slice(part.start, part.end);
    const breakdown = [`swiadczenie=${part.topic}`, part.group];
    const meaning = (indicator: string, unit: string): Meaning => ({ table: 'swiadczenia', indicator, unit, breakdown });
    const place = { section: part.section };
    const first = (what: RegExp): Span | undefined =>
      [...segment.matchAll(what)]
        .flatMap((match) => spanOf(match, 1, part.start) ?? [])
        .find((span) => !ledger.isTaken(span));
    for (const { indicator, unit, pattern } of KINDS) {
      const span = first(pattern);
      if (span && !told(ledger, part, indicator, breakdown)) ledger.add(meaning(indicator, unit), span, place);
    }
    const rural = first(RURAL);
    if (rural) ledger.add({ ...meaning('spr-swiadczenie-osoby', 'osoby'), breakdown: [...breakdown, 'miejsce=wies'] }, rural, place);
    const returned = first(RETURNED);
    if (returned) ledger.add({ ...meaning('spr-swiadczenie-kwota', 'zl'), breakdown: [...breakdown, 'wtym=zwrot'] }, returned, place);
    const paid = earlier(first(PAID), part.item ? first(BEHIND_DASH) : undefined);
    if (!paid || told(ledger, part, 'spr-swiadczenie-kwota', breakdown)) continue;
    ledger.add(meaning('spr-swiadczenie-kwota', 'zl'), paid, place);
    placeSources(ledger, meaning('spr-swiadczenie-kwota', 'zl'), paid, Math.min(part.end, paid.end + SOURCES_REACH), place);
  }
} // prettier-ignore

const earlier = (a: Span | undefined, b: Span | undefined): Span | undefined =>
  a && b ? (a.start <= b.start ? a : b) : (a ?? b);

/** A short line of its own, without a number, that no sentence goes on from: what follows is about something else. */
function isHeading({ lines }: Ledger['prose'], n: number): boolean {
  const { line, folded } = lines[n] ?? { line: { text: '' }, folded: '' };
  if (folded.length < 3 || folded.length > HEADING || /[\d.:;,]/.test(folded)) return false;
  if (!/^\P{L}*\p{Lu}/u.test(line.text) || (lines[n - 1]?.folded ?? '') !== '') return false;
  const next = lines.slice(n + 1).find((after) => after.folded !== '');
  return !/^\s*\p{Ll}/u.test(next?.line.text ?? '');
}

/** Has a sentence with words of its own told this already, inside the part? */
function told({ cells, prose }: Ledger, part: TopicPart, indicator: string, breakdown: readonly string[]): boolean {
  const [from, to] = [prose.lineAt(part.start).number, prose.lineAt(part.end - 1).number];
  const key = breakdown.filter((one) => one !== '').sort().join(';');
  return cells.some((cell) => cell.indicator === indicator && cell.breakdown === key && cell.line >= from && cell.line <= to);
} // prettier-ignore

function topicParts({ prose }: Ledger, chapters: readonly ChapterPart[]): TopicPart[] {
  const opened: (Omit<TopicPart, 'end'> | { start: number; topic: null })[] = [];
  let group = '';
  for (const [n, { line, start, folded }] of prose.lines.entries()) {
    const chapter = chapters.find((part) => part.start >= start && part.start < start + folded.length + 1);
    if (chapter) {
      const topic = chapter.task === '' ? TOPIC_OF_CHAPTER[chapter.code] : TOPIC_OF_TASK[chapter.task];
      opened.push(topic === undefined ? { start, topic: null } : { start, topic, section: chapter.code, group: '', item: false });
      continue;
    }
    if (FOR_REFUGEES.test(folded) && folded.length < 120 && BULLET.test(line.text)) group = 'grupa=ukraina';
    if (CLOSER.test(line.text)) {
      if (!/^\s*\d\)/.test(line.text)) group = '';
      opened.push({ start, topic: null });
    }
    const item = BULLET.test(line.text) || folded.search(ENDS_WITH_AMOUNT) >= 0;
    const bare = folded.replace(/^[^a-z0-9]+|^\d{1,2}[.)] ?|^[eo] (?=[a-z])/g, '').replace(/^[^a-z]+/, '');
    const before = prose.lines[n - 1];
    const alone = (before?.folded ?? '') === '' || (/[.)]$/.test(before?.line.text ?? '') && /^\p{Lu}/u.test(line.text));
    const topic = OPENERS.find(({ opens }) => bare.search(opens) === 0)?.key;
    if (topic === undefined) {
      if (isHeading(prose, n)) opened.push({ start, topic: null });
      continue;
    }
    if (item || alone || folded.length <= HEADING || folded.includes('(zad'))
      opened.push({ start, topic, section: chapters.find((part) => part.start <= start && start < part.end)?.code ?? '', group, item });
  }
  return opened.flatMap((part, n) =>
    part.topic === null ? [] : [{ ...part, end: opened[n + 1]?.start ?? prose.text.length }],
  );
} // prettier-ignore

import type { Ledger } from './ledger';
import { foldProse, type Prose } from './prose';

type ProseLine = Prose['lines'][number];

/** Reasons of help as the act lists them, with how a breakdown names them. */
const REASONS: readonly { key: string; pattern: RegExp }[] = [
  { key: 'ubostwo', pattern: /^ubostwo/ },
  { key: 'dlugotrwala-choroba', pattern: /^dlugotrwal[ae] (?:lub ciezka )?/ },
  { key: 'bezrobocie', pattern: /^bezrobocie/ },
  { key: 'niepelnosprawnosc', pattern: /^niepelnosprawnosc/ },
  { key: 'bezradnosc', pattern: /^bezradnosc/ },
  { key: 'ochrona-macierzynstwa', pattern: /^potrzeba ochrony macierzynstwa/ },
  { key: 'alkoholizm', pattern: /^alkoholizm/ },
  { key: 'narkomania', pattern: /^narkomania/ },
  { key: 'zaklad-karny', pattern: /^trudnosci w przystosowaniu/ },
  { key: 'zdarzenie-losowe', pattern: /^zdarzeni[ea] losowe/ },
  { key: 'przemoc', pattern: /^przemoc/ },
  { key: 'sytuacja-kryzysowa', pattern: /^sytuacja kryzysowa/ },
  { key: 'bezdomnosc', pattern: /^bezdomnosc/ },
  { key: 'sieroctwo', pattern: /^sieroctwo/ },
  { key: 'wielodzietnosc', pattern: /^wielodzietnosc/ },
  { key: 'kleska-zywiolowa', pattern: /^klesk/ },
];

/** Posts of an OPS, in the order in which a line is tried. */
const POSTS: readonly { key: string; pattern: RegExp }[] = [
  { key: 'dyrektor', pattern: /^(?:dyrektor|kierownik)(?: g?ops| osrodka|$)/ },
  { key: 'glowny-ksiegowy', pattern: /^glown[ya] ksiegow/ },
  { key: 'pracownicy-socjalni', pattern: /^pracowni[ck][a-z]* socjaln/ },
  { key: 'kierownik-swiadczen-rodzinnych', pattern: /^kierownik dzialu sw/ },
  { key: 'kierownik-pomocy-srodowiskowej', pattern: /^kierownik dzialu pomocy/ },
  { key: 'opiekunki-srodowiskowe', pattern: /^opiekun[a-z]* srodowisk/ },
  { key: 'asystenci-rodziny', pattern: /^asysten[a-z]+ rodziny/ },
  { key: 'swiadczenia-rodzinne', pattern: /^pracowni[ck][a-z]* swiadczen/ },
  { key: 'dodatki-mieszkaniowe', pattern: /^dodatki mieszkaniowe/ },
  { key: 'kadry-i-place', pattern: /^kadry/ },
  { key: 'sekretarka', pattern: /^sekretar/ },
  { key: 'administrator-sieci', pattern: /^administrator/ },
  { key: 'kierowca', pattern: /^kierowca/ },
  { key: 'sprzataczka', pattern: /^sprzatacz/ },
];

/** Cells of a table that ended up one a line, blank lines between rows: rows of `width` cells under a title. */
function rowsBelow(prose: Prose, title: RegExp, width: number): ProseLine[][] {
  const at = prose.lines.findIndex(({ folded }) => title.test(folded));
  if (at < 0) return [];
  const rows: ProseLine[][] = [[]];
  let blank = 0;
  for (const line of prose.lines.slice(at + 1)) {
    blank = line.folded === '' ? blank + 1 : 0;
    if (line.folded === '') rows.push([]);
    // A long line is prose again.
    else if (line.folded.length > 110 || line.line.cells === null) break;
    else rows.at(-1)?.push(line);
    if (blank > 2) break;
  }
  return rows.filter((row) => row.length === width);
}

const isNumber = (line: ProseLine | undefined): line is ProseLine =>
  line !== undefined && /^\d+$/.test(line.folded);

/** Families helped, by reason and year: a row is the reason and a number a year. */
export function placeReasons(ledger: Ledger): void {
  const { prose } = ledger;
  const title = /powody (?:przyznania|udzielenia) pomocy/;
  const head = rowsBelow(prose, title, 3).find((row) => !row.slice(1).every(isNumber));
  const years = (head ?? []).slice(1).map(({ folded }) => Number(/20\d\d/.exec(folded)?.[0]));
  if (years.length === 0 || years.some(Number.isNaN)) return;
  for (const [label, ...numbers] of rowsBelow(prose, title, 1 + years.length)) {
    const reason = REASONS.find(({ pattern }) => pattern.test(label?.folded ?? ''))?.key;
    if (reason === undefined || !numbers.every(isNumber)) continue;
    for (const [n, cell] of numbers.entries())
      ledger.add(
        { table: 'powody', indicator: 'spr-powod-rodziny', breakdown: [`powod=${reason}`], unit: 'rodziny' },
        spanOfLine(cell),
        { year: years[n] ?? ledger.year },
      );
  }
}

/** Staff by post: a row is an ordinal number, the post and the number of persons. */
export function placeStaff(ledger: Ledger): void {
  for (const [, post, number] of rowsBelow(ledger.prose, /^poziom zatrudnienia/, 3)) {
    const key = POSTS.find(({ pattern }) => pattern.test(foldProse(post?.line.text ?? '')))?.key;
    if (key === undefined || !isNumber(number)) continue;
    ledger.add(
      {
        table: 'zatrudnienie',
        indicator: 'spr-zatrudnieni',
        breakdown: [`stanowisko=${key}`],
        unit: 'osoby',
      },
      spanOfLine(number),
    );
  }
}

const spanOfLine = ({ start, folded }: ProseLine) => ({ start, end: start + folded.length });

import { spanOf, type Ledger, type Meaning } from './ledger';
import { pattern } from './pattern';
import { placeSources } from './sources';
import type { ChapterPart } from './chapters';

/** A sentence that says by its own words what its numbers are. One value a number; `rok` where it names the year. */
export interface Statement {
  pattern: RegExp;
  values: readonly (Meaning | 'rok')[];
  /** Only under this budget chapter: the words alone do not say what it is about. */
  section?: string;
  /** The last value is an amount told by who pays it; its parts end where this pattern begins. */
  sources?: RegExp;
}

const fact = (table: string, indicator: string, unit: string, ...breakdown: string[]): Meaning => ({
  table,
  indicator,
  unit,
  breakdown,
});
const total = (...breakdown: string[]) => fact('podsumowanie', 'spr-wydatki-ogolem', 'zl', ...breakdown);
const persons = (key: string, ...more: string[]) =>
  fact('swiadczenia', 'spr-swiadczenie-osoby', 'osoby', `swiadczenie=${key}`, ...more);
const families = (key: string, ...more: string[]) =>
  fact('swiadczenia', 'spr-swiadczenie-rodziny', 'rodziny', `swiadczenie=${key}`, ...more);
const children = (key: string, ...more: string[]) =>
  fact('swiadczenia', 'spr-swiadczenie-dzieci', 'osoby', `swiadczenie=${key}`, ...more);
const amount = (key: string, ...more: string[]) =>
  fact('swiadczenia', 'spr-swiadczenie-kwota', 'zl', `swiadczenie=${key}`, ...more);
const number = (key: string) => fact('swiadczenia', 'spr-swiadczenie-liczba', 'liczba', `swiadczenie=${key}`);
const cost = (purpose: string) => fact('koszty', 'spr-koszt', 'zl', `cel=${purpose}`);
const staff = (post: string) =>
  fact('proza', 'spr-zatrudnieni', 'osoby', post === '' ? '' : `stanowisko=${post}`);
const means = (template: string, ...values: Statement['values']): Statement => ({
  pattern: pattern(template),
  values,
});
const under = (section: string, template: string, ...values: Statement['values']): Statement => ({
  ...means(template, ...values),
  section,
});
const paid = (template: string, until: string, ...values: Statement['values']): Statement => ({ pattern: pattern(template), values, sources: pattern(until) }); // prettier-ignore

/** Spending as a whole, by kind of task and by who pays. A share told with its own parts goes before the whole. */
const TOTALS: readonly Statement[] = [
  means(String.raw`wsparcie powiatu .{0,50}?#zl oraz #zl .{0,20}?= ?#zl`,
    total('zadania=wlasne', 'zrodlo=powiat', 'cel=pogorzelcy'), total('zadania=wlasne', 'zrodlo=powiat', 'cel=prace-spolecznie-uzyteczne'),
    total('zadania=wlasne', 'zrodlo=powiat')),
  means('wydatki osrodka pomocy spolecznej .{0,60}?wyniosly lacznie :? ?#zl', total()),
  paid('w ramach zadan wlasnych wydatkowano:? ?-? ?#zl', 'w ramach zadan', total('zadania=wlasne')),
  paid('zleconych do realizacji .{0,25}?wydatkowano:? ?-? ?#zl', 'funduszu pomocy', total('zadania=zlecone')),
  means('funduszu pomocy .{0,60}?wydatkowano .{0,12}?:? ?-? ?#zl', total('zadania=fundusz-pomocy')),
  means(String.raw`budzetu gminy na rok #rok.{0,60}?srodki wlasne w wysokosci ?-? ?#zl.{0,16}?srodki przeznaczone z [a-z]+ urz.du wojew[a-z]{0,3}dzkiego w wysokosci ?-? ?#zl`,
    'rok', total('zrodlo=gmina'), total('zrodlo=wojewodztwo')),
  means('ogo.{1,4}m w roku #rok wydatkowano na zadania .{0,70}?kwot[a-z]? ?-? ?#zl', 'rok', total()),
]; // prettier-ignore

const CLIENTS = (indicator: string, unit: string, ...breakdown: string[]) =>
  fact('proza', indicator, unit, ...breakdown);
const PEOPLE: readonly Statement[] = [
  means('skorzystalo w #rok roku #n #osob, ktorym przyznano decyzja', 'rok', CLIENTS('spr-osoby-ze-swiadczeniem', 'osoby')),
  means('rodzin, ktore skorzystaly bylo #n, w tym #n z terenow wiejskich',
    CLIENTS('spr-rodziny-korzystajace', 'rodziny'), CLIENTS('spr-rodziny-korzystajace', 'rodziny', 'miejsce=wies')),
  means('zatrudnionych ogolem bylo #n #osob, w tym #n pracownikow socjalnych', staff(''), staff('pracownicy-socjalni')),
  means('w tym zatrudnionych jest ?:? ?#n kierownik .{0,40}?#n pracownik.w socjalnych', staff('kierownik'), staff('pracownicy-socjalni')),
  means('interwencyjn.{0,160}?z tej formy zatrudnienia skorzystalo #n #osob', CLIENTS('spr-prace-interwencyjne', 'osoby')),
  means('uslugi swiadczylo #n opiekunek srodowiskowych w tym #n ', staff('opiekunki-srodowiskowe'), fact('proza', 'spr-zatrudnieni', 'osoby', 'stanowisko=opiekunki-srodowiskowe', 'wtym=uslugi-specjalistyczne')),
]; // prettier-ignore

/** What was given, in sentences that name the benefit themselves. */
const GIVEN: readonly Statement[] = [
  means('oplaty za pobyt #n pensjonariuszy w domach pomocy spolecznej .{0,20}?wyniosly #zl', persons('dps'), amount('dps')),
  means('domu pomocy spolecznej [a-z ]{0,20}?przebywalo w roku 20.. #s #osob oraz #s #osob w domach pomocy spolecznej poza',
    persons('dps', 'pobyt=w-gminie'), persons('dps', 'pobyt=poza-gmina')),
  means('uslugami opiekunczymi objetych bylo .{0,10}?#n #osob', persons('uslugi-opiekuncze')),
  means('ze specjalistycznych uslug opiekunczych dla osob z zaburzeniami psychicznymi skorzystalo #n #osob', persons('uslugi-specjalistyczne')),
  means('asystent rodziny.{0,90}?opiek[a-z] #n rodzin(?:.{0,40}?w tym #n dzieci)?', families('asystent-rodziny'), children('asystent-rodziny')),
  means('wydano #zl na opieke zastepcza dla #n dzieci, z czego #n przebywalo w spokrewnionych .{0,30}?a #n w rodzinach zawodowych i niezawodowych',
    amount('piecza-zastepcza'), children('piecza-zastepcza'), children('piecza-zastepcza', 'forma=rodziny-spokrewnione'), children('piecza-zastepcza', 'forma=rodziny-zawodowe-i-niezawodowe')),
  means('refundowal pobyt #n dzieci .{0,60}?: #n dzieci w spokrewnionych .{0,25}?, #n dziecko w niezawodowej .{0,25}?, #n dzieci w zawodowych .{0,25}?, #n dzieci w .{0,50}?oraz #n dzieci w placowce',
    children('piecza-zastepcza'), children('piecza-zastepcza', 'forma=rodziny-spokrewnione'), children('piecza-zastepcza', 'forma=rodziny-niezawodowe'), children('piecza-zastepcza', 'forma=rodziny-zawodowe'),
    children('piecza-zastepcza', 'forma=wioska-dziecieca'), children('piecza-zastepcza', 'forma=placowka')),
  means('zasilk.w okresowych .{0,40}?bylo dla #n #osob', persons('zasilek-okresowy')),
  means('zasilk.w okresowych na kwot[a-z]? ?-? ?#zl', amount('zasilek-okresowy')),
  means('zasilki celowe .{0,90}?wyplacono dla #n #osob w tym dla #n #osob .{0,20}?specjalne zasilki celowe na .{0,10}?kwot[a-z]? ?-? ?#zl',
    persons('zasilek-celowy'), persons('zasilek-celowy', 'wtym=specjalne'), amount('zasilek-celowy')),
  means('dozyw.{0,8} w szkolach skorzystalo #n uczni.{0,4} z #n rodzin', children('posilki-w-szkole'), families('posilki-w-szkole')),
  means('rzeczowych i zasilk.w celowych skorzystalo #n rodzin', families('zasilki-na-zywnosc')),
  under('85230', 'razem z programu skorzystalo .{0,15}?#n rodzin, natomiast #osob #n na .{0,10}?kwot[a-z]? ?-? ?#zl', families('dozywianie'), persons('dozywianie'), amount('dozywianie')),
  under('85230', 'z programu skorzystalo #n #osob w tym dzieci i m.odziezy #n', persons('dozywianie'), children('dozywianie')),
  under('85501', 'skorzystalo w #rok roku #n rodzin, w tym #n dzieci na kwot[a-z]? ?-? ?#zl', 'rok', families('swiadczenie-wychowawcze'), children('swiadczenie-wychowawcze'), amount('swiadczenie-wychowawcze')),
  means('zasilk.w rodzinnych dla #n #osob, a dla #n rodzin na kwot[a-z]? .{0,15}?- ?#zl', persons('zasilek-rodzinny'), families('zasilek-rodzinny'), amount('zasilek-rodzinny')),
  means('pokryto skladki dla #n #osob .{0,20}?dla #osob .{0,30}?pielegnacyjne dla #n #osob, .{0,40}?dla #n #osob na .{0,10}?kwot[a-z]? ?-? ?#zl',
    persons('skladki-spoleczne'), persons('skladki-spoleczne', 'tytul=swiadczenie-pielegnacyjne'), persons('skladki-spoleczne', 'tytul=specjalny-zasilek-opiekunczy'), amount('skladki-spoleczne')),
  means('skladek zdrowotnych za #n #osob .{0,220}?za #n #osob', persons('skladki-zdrowotne-rodzinne', 'tytul=swiadczenie-pielegnacyjne'), persons('skladki-zdrowotne-rodzinne', 'tytul=specjalny-zasilek-opiekunczy')),
  means('swiadczen z funduszu alimentacyjnego wynosza .{0,90}?kwota ?-? ?#zl oraz z bud.{1,3}etu gminy ?-? ?#zl',
    amount('koszty-obslugi-rodzinne', 'zrodlo=wojewodztwo'), amount('koszty-obslugi-rodzinne', 'zrodlo=gmina')),
  means('w sprawie swiadczenia rodzicielskiego i jest to kwota ?-? ?#zl', amount('koszty-obslugi-rodzicielskie')),
  means('wychowawcze to kwota ?-? ?#zl', amount('koszty-obslugi-wychowawcze')),
  under('85504', 'wyplacono dla #n dzieci i #osob na kwot[a-z]? .{0,15}?- ?#zl, a na koszty obslugi zadania .{0,40}?- ?#zl', persons('dobry-start'), amount('dobry-start'), amount('koszty-obslugi-dobry-start')),
  means('wyplacono dla #n #osob swiadczenia z funduszu alimentacyjnego na .{0,10}?kwot[a-z]? ?-? ?#zl', persons('fundusz-alimentacyjny'), amount('fundusz-alimentacyjny')),
  means('niebiesk.{0,60}?objetych bylo #n rodzin|#n rodzin zostalo objetych procedura niebieskiej', families('niebieska-karta'), families('niebieska-karta')),
  means('odbylo sie #n posiedzen zespolu|odbyto .{0,4}?#n posiedzen zespolu', number('zespol-interdyscyplinarny'), number('zespol-interdyscyplinarny')),
  means('niebieskiej karty, #n #osob zostalo objetych pomoca', persons('zespol-interdyscyplinarny')),
  means('#n opiekuna prawnego, kt.ry sprawuje opieke nad #s #osob|opiekuna prawnego, kt.ry sprawuje opieke nad #s #osob', persons('opieka-prawna'), persons('opieka-prawna'), persons('opieka-prawna')),
  means('kart duzej rodziny w #rok roku wydano dla #n rodzin', 'rok', families('karta-duzej-rodziny')),
  means('wydal #n kart oraz #n duplikaty', number('karta-duzej-rodziny'), number('karta-duzej-rodziny-duplikaty')),
  means('wydano #n kart [a-z]+ karty duzej rodziny', number('lokalna-karta-duzej-rodziny')),
  means('czyste powietrze.{0,40}?wydano #n zaswiadczen', number('czyste-powietrze-zaswiadczenia')),
  means('przyjeto i skompletowano .{0,20}?#n wnioskow na swiadczenia rodzinne oraz #n wnioskow na fundusz', number('swiadczenia-rodzinne-wnioski'), number('fundusz-alimentacyjny-wnioski')),
  means('za zyciem.{0,700}?zlozono #n wnios[a-z]+ o wyplate swiadczenia', number('za-zyciem-wnioski')),
  means('wyegzekwowac .{0,40}?kwote #zl', amount('dluznicy-alimentacyjni-wyegzekwowane')),
  means('wydano #n paczek zywnosciowych dla #n rodzin .{0,40}?oraz #n rodzin uchodzcow', number('pomoc-zywnosciowa-paczki'), families('pomoc-zywnosciowa'), families('pomoc-zywnosciowa', 'grupa=ukraina')),
  means('programu operacyjnego pomoc .{0,600}?z programu skorzystalo #n #osob', persons('pomoc-zywnosciowa')),
  means('transport zywnosci wyniosl #zl', cost('transport-zywnosci')),
  means('polskiego komitetu .{0,90}?w wysoko.ci ?-? ?#zl', cost('transport-zywnosci')),
  means('pokryte z funk.{0,25}?rodka w .{0,12}?wysoko.{2,5} ?- ?#zl', cost('transport-zywnosci')),
  means('wieczer[a-z]{1,2} wigilijn.{0,140}?(?:.acznej|kwot[a-z]?) ?-? ?#zl', cost('wieczerza-wigilijna')),
  means('inspektora rodo w wysokosci (?:[a-z]+ )?- ?#zl', cost('inspektor-rodo')),
  means('podpis elektroniczny .{0,60}?kwot[a-z]? ?- ?#zl', cost('podpis-elektroniczny')),
  means('uslugi malarskie na kwot[a-z]? ?- ?#zl', cost('uslugi-malarskie')),
  means('gala wolontariatu.{0,160}?koszt organizacji wydarzenia to ?- ?#zl', cost('gala-wolontariatu')),
  means('objeto wsparciem #n #osob z niepelnosprawnoscia .{0,120}?swiadczylo #n asystentow, liczba zrealizowanych godzin .{0,30}?wyniosla #n godzin.{0,70}?wyniosla #zl',
    persons('asystent-osobisty'), number('asystent-osobisty-asystenci'), number('asystent-osobisty-godziny'), amount('asystent-osobisty')),
  means('#n (?:[a-z]+ )?seniorow z klubu seniora', persons('klub-seniora')),
  means('na wyplate dodatku dla asystenta w wysokosci #zl oraz na skladki od wynagrodzen w kwocie #zl',
    amount('asystent-rodziny', 'wtym=dodatek-z-budzetu-panstwa'), amount('asystent-rodziny', 'wtym=skladki-z-budzetu-panstwa')),
  means('skierowanych #n #osob, w tym #n obywateli ukrainy', persons('prace-spolecznie-uzyteczne'), persons('prace-spolecznie-uzyteczne', 'grupa=ukraina')),
  means('styczen ?- ?grudzien #rok roku ze stypendiow szkolnych skorzystalo #n uczniow', 'rok', persons('stypendia-szkolne')),
  means('razem z dodatkami #zl', amount('zasilek-rodzinny-z-dodatkami')),
  means('wynagrodzenie [a-z ]{0,30}na laczna kwote [0-9 ,]+ zl[.] ?- zakup materialow biurowych ?- na kwote #zl', amount('opieka-prawna-koszty-obslugi')),
  means('ogolem bylo #zl kg', number('pomoc-zywnosciowa-kg')),
  means('konkurs .{0,60}?dla seniorow.{0,200}?koszt organizacji to:? ?#zl', cost('konkurs-dla-seniorow')),
  means('dysponowalo #n punktami zywieniowymi', number('dozywianie-punkty')),
  means('dysponuje #s mieszkaniem wspomaganym .{0,40}?dla #n #osob', number('mieszkanie-wspomagane-mieszkania'), number('mieszkanie-wspomagane-miejsca')),
  means('#n procedur niebieskiej karty zostalo zakonczonych', number('niebieska-karta-zakonczone')),
  means('zespol interdyscyplinarny liczy #n czlonkow', number('zespol-interdyscyplinarny-czlonkowie')),
]; // prettier-ignore

/** Totals, people and benefits that sentences of their own words state, in any part of the report. */
export function placeStatements(ledger: Ledger, parts: readonly ChapterPart[]): void {
  for (const statement of [...TOTALS, ...PEOPLE, ...GIVEN]) placeStatement(ledger, statement, parts);
}

/** Every sentence of one statement; a number placed already is left where it is. */
export function placeStatement(ledger: Ledger, { pattern, values, sources, section: under }: Statement, parts: readonly ChapterPart[] = []): void {
  const { text } = ledger.prose;
  for (const match of text.matchAll(pattern)) {
    const section = parts.find(({ start, end }) => start <= match.index && match.index < end)?.code ?? '';
    if (under !== undefined && section !== under) continue;
    const year = values.indexOf('rok');
    const stated = year < 0 ? {} : { stated: Number(match[year + 1]) };
    for (const [n, value] of values.entries()) {
      const span = spanOf(match, n + 1);
      if (value === 'rok' || !span || ledger.isTaken(span)) continue;
      ledger.add(value, span, { section, ...stated });
      if (!sources || n < values.length - 1) continue;
      const next = text.slice(span.end).search(sources);
      placeSources(ledger, value, span, next < 0 ? span.end + 250 : span.end + next, { section });
    }
  }
} // prettier-ignore

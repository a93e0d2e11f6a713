import type { Meaning } from './ledger';
import { pattern } from './pattern';
import type { Statement } from './statements';

const fact = (indicator: string, unit: string, ...breakdown: string[]): Meaning => ({
  table: 'diagnoza',
  indicator,
  unit,
  breakdown,
});
const NUMBER = String.raw`(?<![\d.,])(\d{1,3}(?: \d{3})+|\d+(?:[,.]\d{1,2})?)`;
const says = (template: string, ...values: Statement['values']): Statement => ({
  pattern: pattern(template.replaceAll('#x', NUMBER)),
  values,
});

/** What the diagnosis of a local plan of deinstitutionalisation tells of its gmina, in sentences of their own words. */
export const DIAGNOSIS: readonly Statement[] = [
  says('zajmuje powierzchnie #x km', fact('lpdi-powierzchnia', 'km2')),
  says(String.raw`lasy i grunty lesne \(#x ?%`, fact('lpdi-udzial-lasow', '%')),
  says('zamieszkuje (?:lacznie )?#x #osob', fact('lpdi-ludnosc', 'osoby')),
  says('kobiet, ktore stanowia #x ?% populacji, podczas gdy mezczyzni to #x ?%',
    fact('lpdi-udzial-ludnosci', '%', 'plec=kobieta'), fact('lpdi-udzial-ludnosci', '%', 'plec=mezczyzna')),
  says(String.raw`#x ?%,? stanowia osoby starsze,? powyzej 60\. roku zycia, ktorych laczna liczba wynosi #x`,
    fact('lpdi-udzial-ludnosci', '%', 'wiek=60+'), fact('lpdi-ludnosc', 'osoby', 'wiek=60+')),
  says('wsrod seniorow przewazaja kobiety, ktorych jest #x,? w porownaniu do #x mezczyzn',
    fact('lpdi-ludnosc', 'osoby', 'plec=kobieta', 'wiek=60+'), fact('lpdi-ludnosc', 'osoby', 'plec=mezczyzna', 'wiek=60+')),
  says('w #rok r. .{0,40}?#x dzieci i mlodziezy', 'rok', fact('lpdi-dzieci-i-mlodziez', 'osoby')),
  says('#x #osob posiadajacych orzeczenie o niepelnosprawnosci', fact('lpdi-osoby-z-orzeczeniem', 'osoby')),
  says('#x #osob niesamodzielnych', fact('lpdi-osoby-niesamodzielne', 'osoby')),
  says('raportu z #rok roku, ops wspiera #x rodzin polskich oraz #x rodzin pochodzenia ukrainskiego',
    'rok', fact('lpdi-rodziny-wspierane', 'rodziny', 'grupa=polskie'), fact('lpdi-rodziny-wspierane', 'rodziny', 'grupa=ukraina')),
  says(String.raw`osrodek pomocy spolecznej (?:\(ops\) )?oferuje wsparcie w tej formie dla #x #osob, .{0,80}?swiadczy je dla nastepnych #x`,
    fact('lpdi-uslugi-asystenckie', 'osoby', 'podmiot=ops'), fact('lpdi-uslugi-asystenckie', 'osoby', 'podmiot=pcpr')),
  says('wspiera #s .{0,25}?klubow seniora', fact('lpdi-kluby-seniora', 'sztuki')),
]; // prettier-ignore

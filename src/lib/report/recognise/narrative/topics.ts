/** A benefit or service that a heading or an item of a list may name. The first that fits the beginning of a line counts. */
export interface Topic {
  key: string;
  /** Beginning of a folded line behind its bullet or number; an "l" may have been misread. */
  starts: string;
}

export const TOPICS: readonly Topic[] = [
  { key: 'dozywianie', starts: 'dozywianie' },
  { key: 'uslugi-specjalistyczne', starts: 'uslugi specjalistyczne|specjalistyczne uslugi' },
  { key: 'uslugi-opiekuncze', starts: 'uslugi opiekuncze' },
  { key: 'zasilek-celowy-specjalny', starts: 'zasilki celowe specjalne|specjalne zasilki celowe' },
  { key: 'zasilek-celowy-zdarzenie-losowe', starts: 'zasilki celowe ?- ?zdarzeni' },
  { key: 'zasilek-celowy', starts: 'zasilki celowe' },
  { key: 'zasilek-okresowy', starts: 'zasilki okresowe|wyplata zasilku okresowego' },
  { key: 'zasilek-staly', starts: 'zasilki stale|wyplata zasilku stalego' },
  { key: 'skladki-zdrowotne', starts: 'skladki na ubezpieczenie zdrowotne,? oplacane za osoby pobierajace' },
  { key: 'skladki-zdrowotne-rodzinne', starts: 'skladki na ubezpieczenie zdrowotne wyniosly' },
  { key: 'skladki-spoleczne', starts: 'skladki (?:na ubezpieczenie )?spoleczne' },
  { key: 'dps', starts: 'domy pomocy spolecznej' },
  { key: 'mieszkanie-wspomagane', starts: 'mieszkani[ea] (?:wspomagane|treningowe|chronione)' },
  { key: 'opieka-prawna', starts: 'opieka prawna' },
  { key: 'asystent-rodziny', starts: 'asystent rodziny' },
  { key: 'piecza-zastepcza', starts: 'rodziny zastepcze|piecza zastepcza' },
  { key: 'prace-spolecznie-uzyteczne', starts: 'prace spolecznie uzyteczne' },
  { key: 'stypendia-szkolne', starts: 'pomoc materialna dla uczniow|stypendia' },
  { key: 'praca-socjalna', starts: 'poradnictwo i praca socjalna|praca socjalna' },
  { key: 'dodatek-mieszkaniowy', starts: 'dodatki mieszkaniowe' },
  { key: 'swiadczenia-rodzinne-i-fundusz', starts: 'wyplacone swiadczenia rodzinne i fundusz alimentacyjny' },
  { key: 'swiadczenia-rodzinne', starts: 'swiadczenia rodzinne oraz skladki' },
  { key: 'dodatki-do-zasilku', starts: 'dodatki do zasilk' },
  { key: 'zasilek-rodzinny', starts: 'zasil[ek]{1,2}i? rodzinn[ye]' },
  { key: 'dodatek-urodzenie', starts: '(?:dodatek z tytulu )?urodzeni[ea] (?:sie )?dziecka' },
  { key: 'dodatek-urlop-wychowawczy', starts: '(?:dodatek z tytulu )?opiek[ia] nad dzieckiem w okresie' },
  { key: 'dodatek-samotne-wychowywanie', starts: '(?:dodatek z tytulu )?samotnego wychowywania' },
  { key: 'dodatek-samotne-wychowywanie', starts: 'samotnego wychowania' },
  { key: 'dodatek-ksztalcenie-i-rehabilitacja', starts: '(?:dodatek z tytulu )?ksztalcenia i rehabilitacji' },
  { key: 'dodatek-rok-szkolny', starts: '(?:dodatek z tytulu )?rozpoczecia roku szkolnego' },
  { key: 'dodatek-szkola-poza-miejscem', starts: '(?:dodatek z tytulu )?podjecia przez dziecko nauki' },
  {
    key: 'dodatek-rodzina-wielodzietna',
    starts: '(?:dodatek z tytulu )?wychow[a-z]+ dziecka w rodzinie wielo',
  },
  {
    key: 'zasilek-pielegnacyjny',
    starts: '(?:swiad[a-z]+ opiekuncze: )?zasil[ek]{1,2}i? pielegnacy[ji]n[ye]',
  },
  { key: 'swiadczenie-pielegnacyjne', starts: 'swiadczeni[ea] pielegnacyjne' },
  { key: 'jednorazowa-zapomoga', starts: 'jednorazowa zapomoga' },
  { key: 'zasilek-dla-opiekuna', starts: 'zasilek dla opiekuna' },
  { key: 'specjalny-zasilek-opiekunczy', starts: 'specjalny zasilek (?:dla opiekuna|opiek)' },
  { key: 'swiadczenie-rodzicielskie', starts: 'swiadczenie rodzicielskie' },
  { key: 'fundusz-alimentacyjny', starts: 'fundusz alimentacyjny' },
  { key: 'za-zyciem', starts: 'jednorazowe swiadczenie za' },
  { key: 'za-zyciem-koszty', starts: 'koszty obslugi ustawy o wych' },
  { key: 'refundacja-vat', starts: 'refundacja podatku vat' },
  { key: 'bon-zlobkowy', starts: '[a-z]+ bon zlobkowy' },
  { key: 'dodatek-oslonowy', starts: 'dodatek oslonowy' },
  { key: 'bon-energetyczny', starts: 'bon energetyczny' },
  { key: 'posilki', starts: 'finansowanie posilkow' },
  { key: 'posilki-w-szkole', starts: 'obiady w szkolach' },
  { key: 'jednorazowe-swiadczenie', starts: 'wyplata jednorazowego swiadczenia' },
  { key: 'koszty-obslugi', starts: 'koszty obslugi' },
  { key: 'profilaktyka-uzaleznien', starts: 'gminny program profilaktyki i rozwiazywania' },
];

/** What a budget chapter pays, where its part of a report names no benefit of its own. */
export const TOPIC_OF_CHAPTER: Readonly<Record<string, string>> = {
  85202: 'dps', 85205: 'niebieska-karta', 85213: 'skladki-zdrowotne', 85216: 'zasilek-staly', 85228: 'uslugi-opiekuncze',
  85230: 'dozywianie', 85501: 'swiadczenie-wychowawcze',
}; // prettier-ignore
/** The same where several parts of a report are about one chapter. */
export const TOPIC_OF_TASK: Readonly<Record<string, string>> = {
  'zadanie=opieka-prawna': 'opieka-prawna',
  'zadanie=asystent-rodziny': 'asystent-rodziny',
  'zadanie=dobry-start': 'dobry-start',
};

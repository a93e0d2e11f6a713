/** One of each kind of page, with the gminy that have reports and some of małopolskie. */
export const KINDS_OF_PAGE = {
  'strona główna': '',
  'gmina z raportem': 'gmina/060801/',
  'gmina z raportem ze skanu': 'gmina/061705/',
  'gmina z obserwatorium': 'gmina/120101/',
  'miasto na prawach powiatu': 'gmina/126101/',
  'gmina bez danych': 'gmina/020101/',
  powiat: 'powiat/0608/',
  województwo: 'wojewodztwo/12/',
  źródło: 'zrodlo/ozps-060801-2019/',
  wskaźniki: 'wskaznik/',
  wskaźnik: 'wskaznik/obs-korzystajacy/',
  metodologia: 'metodologia/',
  dane: 'dane/',
  'sprawdź raport': 'wczytaj/',
  'deklaracja dostępności': 'deklaracja-dostepnosci/',
} as const;

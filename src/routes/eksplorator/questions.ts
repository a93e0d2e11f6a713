/** Ready questions: each runs on the published data (`tests/sql/ready-questions.test.ts`). */
export interface ReadyQuestion {
  id: string;
  title: string;
  sql: string;
}

export const QUESTIONS: readonly ReadyQuestion[] = [
  {
    id: 'najwiecej-korzystajacych',
    title:
      'W których dziesięciu gminach małopolskiego pomoc obejmowała największą część mieszkańców w 2024 r.?',
    sql: `-- Wartości niepewne zostają na boku.
SELECT j.name, j.powiat, w.value AS procent
FROM wartosci w
JOIN jednostki j USING (teryt)
WHERE w.indicator = 'obs-korzystajacy'
  AND w.level = 'gmina' AND w.kind = 'reported'
  AND w.year = 2024 AND w.preferred AND w.doubt IS NULL
ORDER BY w.value DESC
LIMIT 10`,
  },
  {
    id: 'mediana-w-latach',
    title: 'Jak zmieniała się mediana tego udziału w gminach małopolskiego?',
    sql: `SELECT year, median(value) AS mediana, count(value) AS gmin
FROM wartosci
WHERE indicator = 'obs-korzystajacy'
  AND level = 'gmina' AND kind = 'reported'
  AND preferred AND doubt IS NULL
GROUP BY year
ORDER BY year`,
  },
  {
    id: 'mieszkancy-na-pracownika',
    title:
      'W których gminach wiejskich powyżej 5000 mieszkańców na pracownika socjalnego przypadało najwięcej osób?',
    sql: `SELECT j.name, p.value AS mieszkancow_na_pracownika, l.value AS mieszkancow
FROM wartosci p
JOIN wartosci l
  ON l.teryt = p.teryt AND l.year = p.year
  AND l.indicator = 'obs-ludnosc' AND l.preferred
JOIN jednostki j ON j.teryt = p.teryt
WHERE p.indicator = 'obs-mieszkancy-na-pracownika'
  AND p.level = 'gmina' AND p.kind = 'reported'
  AND p.year = 2024 AND p.preferred AND p.doubt IS NULL
  AND j.type = 2 AND l.value > 5000
ORDER BY p.value DESC
LIMIT 10`,
  },
  {
    id: 'najwieksza-zmiana',
    title: 'Gdzie udział korzystających z pomocy zmienił się najbardziej między 2015 a 2024 r.?',
    sql: `WITH lata AS (
  SELECT teryt,
    max(value) FILTER (year = 2015) AS w2015,
    max(value) FILTER (year = 2024) AS w2024
  FROM wartosci
  WHERE indicator = 'obs-korzystajacy'
    AND level = 'gmina' AND kind = 'reported'
    AND preferred AND doubt IS NULL
  GROUP BY teryt
)
SELECT j.name, w2015, w2024, w2024 - w2015 AS zmiana
FROM lata JOIN jednostki j USING (teryt)
WHERE w2015 IS NOT NULL AND w2024 IS NOT NULL
ORDER BY abs(w2024 - w2015) DESC
LIMIT 20`,
  },
  {
    id: 'wydatki-wedlug-rozdzialow',
    title: 'Na co szły pieniądze w Lubartowie w 2019 r., według rozdziałów budżetu?',
    sql: `SELECT breakdown AS rozdzial, value AS zl, doubt AS watpliwosc
FROM wartosci
WHERE indicator = 'wydatki-rozdzial'
  AND teryt = '060801' AND year = 2019
  AND kind = 'reported' AND preferred
ORDER BY value DESC NULLS LAST`,
  },
  {
    id: 'czego-brakuje',
    title: 'Ile wartości podano, a ilu brakuje i dlaczego?',
    sql: `SELECT indicator, coalesce(missing, 'jest wartość') AS stan, count(*) AS ile
FROM wartosci
WHERE indicator IN ('deprywacja-lokalna', 'praca-socjalna', 'obs-wydatki-852-853-na-mieszkanca')
GROUP BY ALL
ORDER BY indicator, ile DESC`,
  },
  {
    id: 'watpliwe',
    title: 'Które wartości najważniejszych wskaźników z OZPS są niepewne i dlaczego?',
    sql: `SELECT w.indicator, j.name, w.year, w.value, w.confidence, w.doubt, z.title AS zrodlo
FROM wartosci w
JOIN jednostki j USING (teryt)
JOIN zrodla z USING (source)
WHERE w.indicator IN ('deprywacja-lokalna', 'praca-socjalna', 'mieszkancy-na-pracownika-socjalnego',
    'rodziny-na-pracownika-socjalnego', 'wydatki-porownywalne-na-mieszkanca')
  AND (w.doubt IS NOT NULL OR w.confidence < 0.9)
ORDER BY w.indicator, w.year`,
  },
  {
    id: 'katalog',
    title: 'Jakie są wskaźniki, z czego pochodzą i w czym są liczone?',
    sql: `SELECT indicator, name, unit, origin, theme, definition
FROM wskazniki
ORDER BY origin, theme, indicator`,
  },
];

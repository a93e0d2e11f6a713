import { hasValues, pointsOf, seriesOf, type Point } from '$lib/charts';
import { formatNumber, formatValue, formatYears } from '$lib/format';
import { originsOf, type Context, type Theme, type ThemeFigure } from './context';
import { latestOf } from './wording';

const CHAPTER = 'wydatki-rozdzial';
/** Chapters of help where people live, and of care in an institution. */
const COMMUNITY = ['85228', '85203', '85220'] as const;
const INSTITUTION = ['85202'] as const;
const KINDS = ['reported', 'forecast'] as const;

/** Deinstitutionalisation: help where people live beside care in homes, for whoever monitors a local plan (LPDI). */
export function uslugi(context: Context): Theme | null {
  const figure = spendingFigure(context);
  if (!figure) return null;
  return {
    id: 'uslugi',
    title: 'Usługi w środowisku i w instytucjach',
    lead: 'Czy gmina wspiera ludzi tam, gdzie mieszkają, czy w domach pomocy społecznej. To podstawowe pytanie lokalnego planu deinstytucjonalizacji usług społecznych (LPDI).',
    figures: [figure],
    statements: personsSentence(context),
    absent: [],
  };
}

/** Sum of chapters by year; a year in which one of them is missing for a reason other than "cannot be filled" has no sum. */
function sumOf(context: Context, chapters: readonly string[]): Point[] {
  const series = chapters.map((code) => pointsOf(context.own, { indicator: CHAPTER, breakdown: `rozdzial=${code}`, kinds: KINDS }));
  const years = [...new Set(series.flatMap((points) => points.map((point) => point.year)))].sort((a, b) => a - b);
  return years.flatMap((year): Point[] => {
    const parts = series.map((points) => points.find((point) => point.year === year));
    // A forecast that says nothing new is left out of a series: so is the sum it belongs to.
    const known = parts.filter((part) => part !== undefined && part.value !== null);
    const [first] = known;
    if (!first || known.length < parts.length) return [];
    const doubt = known.find((part) => part?.state === 'doubtful')?.doubt;
    return [
      {
        ...first,
        year,
        value: known.reduce((sum, part) => sum + (part?.value ?? 0), 0),
        state: doubt ? 'doubtful' : first.state,
        ...(doubt ? { doubt } : {}),
        formula: known.map((part) => formatNumber(part?.value ?? 0)).join(' + '),
      },
    ];
  });
} // prettier-ignore

function spendingFigure(context: Context): ThemeFigure | null {
  const community = seriesOf(sumOf(context, COMMUNITY), {
    key: 'srodowisko', name: 'Usługi w środowisku (rozdziały 85228, 85203, 85220)',
    label: 'w środowisku: usługi opiekuńcze, ośrodki wsparcia, mieszkania chronione', role: 'gmina', kind: 'reported',
  });
  const institution = seriesOf(sumOf(context, INSTITUTION), {
    key: 'dps', name: 'Domy pomocy społecznej (rozdział 85202)', label: 'domy pomocy społecznej', role: 'gmina', kind: 'reported',
  });
  if (!hasValues(community) || !hasValues(institution)) return null;
  const [now, homes] = [latestOf(community.points), latestOf(institution.points)];
  const years = [...community.points, ...institution.points].filter((point) => point.value !== null).map((point) => point.year);
  return {
    figure: {
      indicator: CHAPTER,
      unit: context.unit.teryt,
      title: `Wydatki na usługi w środowisku i na domy pomocy społecznej – ${context.unit.name}`,
      subtitle: `zł w cenach bieżących, ${formatYears(years)}`,
      spec: { type: 'columns', unit: 'zl', decimals: 0, main: community, beside: institution },
      reading:
        now && homes && now.year === homes.year
          ? `W ${now.year} r. na usługi w środowisku wydano ${formatValue(now.value, 'zl')}, a na pobyt w domach pomocy społecznej ${formatValue(homes.value, 'zl')}.`
          : `Wartości z lat ${formatYears(years)}.`,
      caveats: [
        'Usługi w środowisku to rozdziały 85228 (usługi opiekuńcze), 85203 (ośrodki wsparcia) i 85220 (poradnictwo, mieszkania chronione, interwencja kryzysowa).',
        'Kwoty obejmują zadania własne i zlecone; OZPS nie podaje źródeł.',
      ],
      origins: originsOf(context, [community, institution]),
    },
  };
} // prettier-ignore

function personsSentence(context: Context): string[] {
  const cared = latestOf(
    pointsOf(context.own, { indicator: 'uslugi-opiekuncze-osoby', kinds: ['reported'] }),
  );
  const placed = latestOf(
    pointsOf(context.own, { indicator: 'odplatnosc-za-dps-osoby', kinds: ['reported'] }),
  );
  if (!cared || placed?.year !== cared.year) return [];
  return [
    `W ${cared.year} r. z usług opiekuńczych korzystało ${formatValue(cared.value, 'osoby')}, a za pobyt w domu pomocy społecznej gmina płaciła za ${formatValue(placed.value, 'osoby')}.`,
  ];
}

import chart from '$lib/components/styles/chart.css?inline';
import light from '$lib/components/styles/light.css?inline';
import type { ChartSpec } from '$lib/charts/spec';
import { KIND_NAMES } from '$lib/charts/style-of';
import type { FigureAbout } from '$lib/export/figure-about';
import { stylesOf, tokenOf } from '$lib/export/plain-paint';
import { sharePicture, type ShareTexts } from '$lib/export/share-picture';
import { FORMS, counted, formatDate } from '$lib/format';
import { publishedVersion, serverDocument, versionRecords, xmlOf } from '$lib/server';
import { keptPng } from '$lib/server/png';

const styles = stylesOf(light, chart);
const colour = (name: string) => tokenOf(styles, name);
const colours = {
  paper: colour('paper'),
  ink: colour('ink'),
  muted: colour('muted'),
  line: colour('line'),
  accent: colour('gmina'),
  doubt: colour('doubt'),
};

/** Version of the data, and the day on which it was recorded, where it has a record. */
function versionLine(): string {
  const version = publishedVersion();
  const day = versionRecords()
    .find((record) => record.version === version)
    ?.recorded.slice(0, 10);
  return day === undefined ? `Wersja danych ${version}` : `Dane z ${formatDate(day)}, wersja ${version}`;
}

const MOST_SOURCES = 3;

function sourceLine({ sources }: FigureAbout): string {
  const named = sources.map(({ title, publisher }) =>
    [publisher, title].filter((part) => part !== '').join(', '),
  );
  return named.length > MOST_SOURCES
    ? `Źródła: ${named.length}, wymienione na stronie wykresu`
    : `Źródło: ${named.join('; ')}`;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);

/** How many areas a median is of, where the chart has one. */
function countLine(spec: ChartSpec): string[] {
  const last = spec.type === 'trend' ? spec.band?.points.at(-1) : undefined;
  if (spec.type !== 'trend' || !spec.band || !last) return [];
  return [
    `${spec.band.label}: ${counted(last.n, FORMS[spec.band.of])} (${last.year}); szare pole: środkowa połowa`,
  ];
}

/** What is said of the chart in a picture. Values of the area itself need no word, for the picture is about it. */
export function shareTexts(about: FigureAbout, spec: ChartSpec, of: string): ShareTexts {
  const [doubt, ...more] = about.doubts;
  return {
    about: of,
    title: about.title,
    subtitle: about.subtitle,
    doubts:
      doubt === undefined
        ? []
        : more.length === 0
          ? [`Wartość niepewna (?) – ${doubt}`]
          : [`Wartości niepewne (?): ${about.doubts.length}, opisane na stronie wykresu`],
    notes: [
      ...countLine(spec),
      ...about.kinds.filter((kind) => !kind.startsWith(KIND_NAMES.reported)),
      ...about.breaks,
      ...about.caveats,
    ].map(capital),
    source: sourceLine(about),
    version: versionLine(),
  };
}

/** The picture that stands for a chart where a link to its page is shared. */
export function shareResponse(spec: ChartSpec, texts: ShareTexts): Response {
  const png = keptPng([spec, texts], () =>
    xmlOf(sharePicture(spec, texts, { styles, colours }, serverDocument)),
  );
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}

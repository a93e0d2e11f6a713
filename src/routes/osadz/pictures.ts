import { base } from '$app/paths';
import { embedAddress } from '$lib/state/embed-address';
import { embedEntries } from './embeds';

/**
 * `PICTURES=all` makes a picture of every chart that may be framed. A tenth of a second each, of a country that is hours:
 * otherwise of a gmina's first chart only.
 */
const ofEach = process.env.PICTURES === 'all';

let first: Promise<Map<string, string>> | undefined;

/** The indicator of the first chart of each gmina. */
const firstOf = (): Promise<Map<string, string>> =>
  (first ??= embedEntries().then(
    (entries) => new Map(entries.toReversed().map(({ indicator, teryt }) => [teryt, indicator])),
  ));

/** Every chart of a gmina that has a picture. */
export async function pictureEntries(): Promise<{ indicator: string; teryt: string }[]> {
  if (ofEach) return embedEntries();
  return [...(await firstOf())].map(([teryt, indicator]) => ({ indicator, teryt }));
}

/** Path of the picture of a chart; nothing where none is made, for another chart must not stand for it. */
export async function picturePath(indicator: string, teryt: string): Promise<string | undefined> {
  const made = ofEach || (await firstOf()).get(teryt) === indicator;
  return made ? `${embedAddress(base, indicator, teryt)}obraz.png` : undefined;
}

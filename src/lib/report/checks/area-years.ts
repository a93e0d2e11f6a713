import type { Catalogue } from '../../catalogue';
import { KRAJ, type Finding } from '../../domain';
import { formatNumber } from '../../format';
import { areaFinding, codesAt, heading, logOf, median, type Collection } from './area-series';

/** The area a collection is about: the województwo of its gminy, or the country where they are of several. */
function region(codes: readonly string[]): string {
  const wojewodztwa = new Set(codes.map((teryt) => teryt.slice(0, 2)));
  const [first] = wojewodztwa;
  return wojewodztwa.size === 1 && first !== undefined ? first : KRAJ;
}

/** Half of all areas change by more than this (in logarithms: by half), and nearly all to the same side. */
const JUMP = 0.4;
const SAME_SIDE = 0.9;

/** Years from which everything is counted in another way, whether the catalogue knows the break or not. */
export function checkJumps(collection: Collection, { units }: Catalogue): Finding[] {
  const codes = codesAt(collection, 'gmina');
  return collection.years.flatMap((year, i) => {
    const before = collection.years[i - 1];
    if (before === undefined) return [];
    const changes = codes.flatMap((teryt) => {
      const [now, then] = [logOf(collection, teryt, year), logOf(collection, teryt, before)];
      return now === null || then === null ? [] : [now - then];
    });
    const middle = median(changes);
    if (middle === null || Math.abs(middle) <= JUMP) return [];
    const same = changes.filter((change) => change > 0 === middle > 0).length;
    if (same < SAME_SIDE * changes.length) return [];
    const known = collection.breaks.includes(year);
    const percent = formatNumber(100 * (Math.exp(middle) - 1), 0);
    const side = middle > 0 ? 'wzrosła' : 'spadła';
    return areaFinding(
      collection,
      {
        rule: 'obszar-skok-wszedzie',
        severity: known ? 'info' : 'warning',
        teryt: region(codes),
        year,
        message: `${heading(collection, units, region(codes), year)}: wartość ${side} w ${same} z ${changes.length} gmin naraz, w połowie z nich o co najmniej ${percent.replace('−', '')}% wobec ${before} roku; ${known ? 'wartości sprzed tego roku nie porównuje się z późniejszymi' : 'zmienił się prawdopodobnie sposób liczenia'}.`,
      },
      [],
    );
  });
}

/** Nearly all values of a year are whole numbers … */
const ROUNDED = 0.95;
/** … while in most years hardly any is. */
const USUALLY_WHOLE = 0.2;

/** Years in which an indicator with decimals was published in whole numbers: small changes say nothing there. */
export function checkRounding(collection: Collection, { units }: Catalogue): Finding[] {
  const codes = codesAt(collection, 'gmina');
  const shareWhole = (year: number) => {
    const values = codes.flatMap((teryt) => collection.areas.get(teryt)?.get(year)?.value ?? []);
    return values.length === 0
      ? null
      : values.filter((value) => Number.isInteger(value)).length / values.length;
  };
  const shares = collection.years.flatMap((year) => {
    const share = shareWhole(year);
    return share === null ? [] : [{ year, share }];
  });
  const usual = median(shares.map(({ share }) => share)) ?? 1;
  if (usual > USUALLY_WHOLE) return [];
  const percent = (share: number) => `${formatNumber(100 * share, 0)}%`;
  return shares
    .filter(({ share }) => share >= ROUNDED)
    .map(({ year, share }) =>
      areaFinding(
        collection,
        {
          rule: 'obszar-zaokraglenie',
          severity: 'info',
          teryt: region(codes),
          year,
          message: `${heading(collection, units, region(codes), year)}: wartości gmin podano w liczbach całkowitych (${percent(share)} wartości, w innych latach zwykle ${percent(usual)}); małe różnice mogą wynikać z zaokrąglenia.`,
        },
        [],
      ),
    );
}

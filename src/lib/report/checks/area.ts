import type { Catalogue } from '../../catalogue';
import type { Finding, Observation } from '../../domain';
import { residuals } from './area-expected';
import { checkMeans } from './area-mean';
import { checkNamesakes } from './area-namesakes';
import { checkOrder } from './area-order';
import { collections, type Collection } from './area-series';
import { checkTime } from './area-time';
import { checkJumps, checkRounding } from './area-years';

/** Places of findings, to be asked whether one is explained already. */
function placesOf(findings: readonly Finding[], gminyOf: (teryt: string) => string[]) {
  const places = new Set(findings.flatMap((f) => gminyOf(f.teryt).map((teryt) => `${teryt}|${f.year}`)));
  return (teryt: string, year: number) => places.has(`${teryt}|${year}`);
}

function checkCollection(
  collection: Collection,
  all: readonly Collection[],
  catalogue: Catalogue,
): Finding[] {
  const gminyOf = (teryt: string) => catalogue.units.gminyOf(teryt);
  const ofGminy = residuals(collection, 'gmina');
  const ofPowiaty = residuals(collection, 'powiat');
  const order = checkOrder(collection, ofGminy, ofPowiaty, catalogue);
  const namesakes = checkNamesakes(collection, ofGminy, catalogue, placesOf(order, gminyOf));
  const means = checkMeans(collection, all, catalogue);
  const explained = placesOf(
    [...order, ...namesakes, ...means.findings.filter(({ rule }) => rule === 'obszar-jedna-gmina')],
    gminyOf,
  );
  return [
    ...order,
    ...namesakes,
    ...checkTime(collection, ofGminy, catalogue, { explained, bornOut: means.bornOut }),
    ...checkTime(collection, ofPowiaty, catalogue, { explained: () => false, bornOut: () => false }),
    ...means.findings,
    ...checkJumps(collection, catalogue),
    ...checkRounding(collection, catalogue),
  ];
}

/**
 * Places in collections about many areas that contradict one another or their own past. Rules over numbers alone: what
 * they find is marked, never mended. Findings of severity `info` say something about a year and cast doubt on no value.
 */
export function checkAreas(observations: readonly Observation[], catalogue: Catalogue): Finding[] {
  const all = collections(observations, catalogue);
  return all.flatMap((collection) => checkCollection(collection, all, catalogue));
}

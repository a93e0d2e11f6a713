/**
 * Address of the page that other sites frame: the chart of one indicator of one gmina.
 * @param base path under which the site is deployed
 */
export const embedAddress = (base: string, indicator: string, teryt: string): string =>
  `${base}/osadz/${indicator}/${teryt}/`;

/**
 * Address of the same chart as it was in one version of the data, where the operator's archive has it (`scripts/archive.mjs`).
 * A version that is not there is answered with words, never with newer data.
 * @param version as citations carry it: 12 digits
 */
export const frozenEmbedAddress = (base: string, indicator: string, teryt: string, version: string): string =>
  `${base}/osadz/wersja/${version}/${indicator}/${teryt}/`;

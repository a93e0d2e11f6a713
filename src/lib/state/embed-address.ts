/**
 * Address of the page that other sites frame: the chart of one indicator of one gmina.
 * @param base path under which the site is deployed
 */
export const embedAddress = (base: string, indicator: string, teryt: string): string =>
  `${base}/osadz/${indicator}/${teryt}/`;

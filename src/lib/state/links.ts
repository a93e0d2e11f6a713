/**
 * Paths of the site, with the base path under which it is deployed. The one place that knows them.
 * @param version version of the published data; empty where it is not known
 */
export function linksFor(base: string, version = '') {
  const at = (path: string) => `${base}${path}`;
  return {
    home: at('/'),
    indicators: at('/wskaznik/'),
    method: at('/metodologia/'),
    data: at('/dane/'),
    /** The reader's own questions to the engine. */
    explorer: at('/eksplorator/'),
    /** Forecasts of all reports held against what came. */
    forecasts: at('/prognozy/'),
    /** Coverage, findings and corrections of all sources, or of one. */
    quality: (source = '') => at(`/jakosc/${source === '' ? '' : `${source}/`}`),
    /** Gminy side by side, in the order given. */
    comparison: (gminy: readonly string[] = []) =>
      at(`/porownanie/${gminy.length === 0 ? '' : `?gminy=${gminy.join(',')}`}`),
    /** Where a reader opens a report of their own. */
    read: at('/wczytaj/'),
    accessibility: at('/deklaracja-dostepnosci/'),
    /** JSON and CSV of a gmina or an indicator, for machines: `gmina/060801.json`. */
    machine: (path: string) => at(`/dane/${path}`),
    /** What changed between versions of the data. */
    changes: at('/zmiany/'),
    feed: at('/zmiany/rss.xml'),
    file: (path: string) => at(`/data/${path}`),
    /** A published file as a page fetches it: the address names its version, so the answer may be kept for ever. */
    published: (path: string) => at(`/data/${path}${version === '' ? '' : `?v=${version}`}`),
    indicator: (id: string) => at(`/wskaznik/${id}/`),
    /** Page of a unit by the length of its code; Poland has none. */
    unit: (teryt: string): string =>
      teryt.length === 6
        ? at(`/gmina/${teryt}/`)
        : teryt.length === 4
          ? at(`/powiat/${teryt}/`)
          : at(`/wojewodztwo/${teryt}/`),
    /** Page of a source, at the place of one observation where an anchor is given. */
    source: (id: string, anchor = ''): string => at(`/zrodlo/${id}/${anchor === '' ? '' : `#${anchor}`}`),
  };
}

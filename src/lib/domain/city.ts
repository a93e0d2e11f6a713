/** A powiat 61–99 is a city with powiat rights (miasto na prawach powiatu), and so is its only gmina. */
export function isCityWithPowiatRights(teryt: string): boolean {
  return teryt.length >= 4 && Number(teryt.slice(2, 4)) >= 61;
}

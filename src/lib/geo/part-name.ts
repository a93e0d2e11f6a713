/** Name of the part that holds gminy of a województwo, or powiaty of it or, without one, of the country. */
export const partName = (level: 'gmina' | 'powiat', woj: string): string =>
  level === 'gmina' ? woj : woj === '' ? 'powiaty' : `powiaty-${woj}`;

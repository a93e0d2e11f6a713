/** Types of a gmina by the last digit of its code. A file of its own: pages take the words without the schemas. */
export const GMINA_TYPES = { 1: 'gmina miejska', 2: 'gmina wiejska', 3: 'gmina miejsko-wiejska' } as const;
export type GminaType = keyof typeof GMINA_TYPES;

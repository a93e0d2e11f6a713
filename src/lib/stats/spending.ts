/** Chapters left out of comparable spending: family benefits of 500+/800+ and energy allowances break the series. */
export const NOT_COMPARABLE = ['85501', '85395', '85295'] as const;

export function isComparable(rozdzial: string): boolean {
  return !(NOT_COMPARABLE as readonly string[]).includes(rozdzial);
}

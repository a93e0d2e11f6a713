/** A doubt beside an embedded chart: what names it, and the rest. */
export interface DoubtWord {
  mark: string;
  text: string;
}

const inShort = (doubts: readonly string[]): DoubtWord[] =>
  doubts.length === 0
    ? []
    : [
        doubts.length === 1
          ? { mark: 'Wartość niepewna (?)', text: ': powód w opisie poniżej.' }
          : { mark: `Wartości niepewne (?): ${doubts.length}`, text: ', powody w opisie poniżej.' },
      ];

/**
 * Doubts that stand beside a chart, wide and narrow. Where they are many, or the frame is narrow, their number: each of them
 * stands below, unfolded.
 */
export const doubtWords = (doubts: readonly string[]): Record<'wide' | 'narrow', DoubtWord[]> => ({
  wide:
    doubts.length <= 2
      ? doubts.map((text) => ({ mark: 'Wartość niepewna (?)', text: ` – ${text}` }))
      : inShort(doubts),
  narrow: inShort(doubts),
});

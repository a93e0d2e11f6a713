/**
 * Doubts that stand beside an embedded chart, each behind the words that name it; where they are many, their number, and
 * each of them below, unfolded.
 */
export const doubtWords = (doubts: readonly string[]): { mark: string; text: string }[] =>
  doubts.length <= 2
    ? doubts.map((text) => ({ mark: 'Wartość niepewna (?)', text: ` – ${text}` }))
    : [{ mark: `Wartości niepewne (?): ${doubts.length}`, text: ', wymienione niżej.' }];

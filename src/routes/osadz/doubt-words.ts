/** Doubts that stand beside an embedded chart; where they are many, their number, and each of them below, unfolded. */
export const doubtWords = (doubts: readonly string[]): string[] =>
  doubts.length <= 2
    ? doubts.map((text) => `Wartość niepewna (?) – ${text}`)
    : [`Wartości niepewne (?): ${doubts.length}, wymienione niżej.`];

/** A number that answers a question, with its sentence. */
export interface KeyFigureModel {
  /** Theme or measure. */
  what: string;
  /** The number with its unit and its mark of doubt, ready to print. */
  value: string;
  /** What the number is, of what year, and how it stands to the year before. */
  words: string;
  /** A doubt or a finding that touches it, in words. */
  mark?: string;
  /** Address of the value; absent where it is computed here. */
  source?: string;
  anchor?: string;
}

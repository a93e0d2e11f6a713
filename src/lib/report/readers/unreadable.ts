/** Why a file cannot be read; the message says it in Polish. */
export type UnreadableCode =
  | 'empty'
  | 'not-text'
  | 'unsupported-format'
  | 'damaged'
  | 'encrypted'
  | 'too-large'
  | 'too-deep'
  | 'too-slow'
  | 'no-text-layer'
  | 'ocr-unavailable'
  | 'no-text';

/** A file that cannot be read. `message` is Polish, for whoever chose the file: what is wrong and what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  constructor(
    readonly code: UnreadableCode,
    /** Name of the file. */
    readonly file: string,
    /** Polish sentences without the file's name. */
    readonly explanation: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${explanation}`, options);
  }
}

/** What a spreadsheet takes for the start of a formula, also behind white space and in full-width signs. */
const FORMULA = /^(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

/** Text for a cell of a CSV file that no spreadsheet runs as a formula: an apostrophe is set before it. */
export const guardedText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

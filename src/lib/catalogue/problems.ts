/** One place in a data file that cannot be accepted. `line` counts from 1. */
export interface Problem {
  file: string;
  line: number;
  message: string;
}

/** Everything wrong with the data files at once, each problem with its file and line. */
export class DataError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    const lines = [...problems]
      .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
      .map((problem) => `${problem.file}:${problem.line}: ${problem.message}`);
    super(lines.join('\n'));
    this.name = 'DataError';
  }
}

/** @throws DataError when there is at least one problem. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new DataError(problems);
}

import yoctoSpinner from 'yocto-spinner';

/** Work that is done sooner needs no sign of life. */
const QUIET_MS = 1000;

/** Tells on a terminal how far a piece of work is; says nothing where nobody watches or the work is short. */
export interface ProgressLine {
  report: (done: number, total: number, what: string) => void;
  /** Clears the line. To be called whatever happened. */
  stop: () => void;
}

/** @param name what is worked on, e.g. a file's name */
export function progressLine(name: string): ProgressLine {
  const started = performance.now();
  const spinner = yoctoSpinner({ stream: process.stderr });
  return {
    report(done, total, what) {
      if (!process.stderr.isTTY || performance.now() - started < QUIET_MS) return;
      const text = `${name}: ${what} ${done}/${total}`;
      if (spinner.isSpinning) spinner.text = text;
      else spinner.start(text);
    },
    stop: () => {
      spinner.stop();
    },
  };
}

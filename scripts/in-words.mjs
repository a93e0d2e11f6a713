// What goes wrong in a command is told in a sentence, and the command's exit code is 1. Node's own modules only.

/** Mistakes of the program, not of its input: there a developer needs the stack. */
const FAULTS = [TypeError, ReferenceError, RangeError, SyntaxError];

/**
 * The sentence for an error. Errors of the system are told by what could not be done with which file; the stack of a fault of
 * the program itself is shown where `DEBUG` is set.
 * @param {unknown} error
 * @returns {string}
 */
export function sentenceOf(error) {
  if (!(error instanceof Error)) return String(error);
  const { code, path, syscall } = /** @type {NodeJS.ErrnoException} */ (error);
  const told = code === undefined ? undefined : SYSTEM[code];
  if (told !== undefined && syscall !== undefined) return path === undefined ? told : `${path}: ${told}`;
  const isFault = FAULTS.some((kind) => error instanceof kind);
  if (!isFault) return error.message;
  return `a fault of the program: ${error.message} (DEBUG=1 shows where)`;
}

/** @type {Readonly<Record<string, string>>} */
const SYSTEM = {
  ENOENT: 'no such file or folder',
  EACCES: 'this user may not read or write it',
  EPERM: 'this user may not read or write it',
  EROFS: 'the disk is read-only',
  EISDIR: 'this is a folder, a file is needed',
  ENOTDIR: 'a part of this path is a file, a folder is needed',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk space of this user is used up',
  EMFILE: 'too many files are open',
  ENOTEMPTY: 'the folder is not empty',
};

/**
 * Runs a command. @template T @param {() => Promise<T>} command
 * @returns {Promise<T | undefined>} nothing where it failed
 */
export async function inWords(command) {
  try {
    return await command();
  } catch (error) {
    console.error(sentenceOf(error));
    if (process.env.DEBUG && error instanceof Error) console.error(error.stack);
    process.exitCode = 1;
    return undefined;
  }
}

/** How long a page without idle time waits. */
const SOON = 1500;

/**
 * Calls when the page has nothing else to do, but not on a line where the reader saves data: there the first interaction
 * calls. @returns a function that calls it off
 */
export function prepareWhenIdle(prepare: () => void): () => void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData) return () => undefined;
  // Safari has no idle callback.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(prepare, SOON);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(prepare, { timeout: SOON });
  return () => cancelIdleCallback(handle);
}

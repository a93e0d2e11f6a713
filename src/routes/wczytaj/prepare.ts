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

/** Files to download are made by a part of its own: the page is opened more often than a file is made. */
export const saving = () => import('./downloads');

/**
 * Fetches what drawing and downloading need. A failure is none yet: it is asked for again where it is needed.
 * @returns whether all of it is here
 */
export async function prefetch(): Promise<boolean> {
  const parts = await Promise.allSettled([
    import('$lib/charts/draw'),
    import('$lib/components/files/prepare-files').then(({ prepareFiles }) => prepareFiles()),
    saving(),
  ]);
  return parts.every(({ status }) => status === 'fulfilled');
}

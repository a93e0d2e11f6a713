/** The reader of reports in a thread of its own, from the site's own files. The bundler knows this very spelling. */
export const startWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

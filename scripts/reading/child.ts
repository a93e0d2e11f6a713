import { Worker } from 'node:worker_threads';
import { readCatalogue } from '../read-data';
import type { Job, Word } from './protocol';
import { readOne } from './read-one';

/** Reads reports in a process of its own, one at a time: see `reader-process.ts`. Started with the data folder and the limits. */
const { data, seconds, bytes } = JSON.parse(process.argv[2] ?? '{}') as {
  data: string;
  seconds: number;
  bytes: number;
};
const watch = new Worker(new URL('./watch.mjs', import.meta.url), {
  workerData: { seconds, bytes, every: 20, why: 4 },
});
const say = (word: Word): void => void process.send?.(word);

// A damaged PDF makes the library reject promises that nobody holds; what it was asked for it answers or the time runs out.
process.on('unhandledRejection', () => undefined);
process.on('disconnect', () => process.exit());

const catalogue = readCatalogue(data);
process.on('message', (job: Job) => {
  void read(job);
});

async function read({ file, options }: Job): Promise<void> {
  try {
    const known = await catalogue;
    watch.postMessage(true);
    const result = await readOne(file, known, options, (done, total, what) =>
      say({ kind: 'progress', done, total, what }),
    );
    watch.postMessage(false);
    say({ kind: 'read', result });
  } catch (error) {
    say({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
  }
}

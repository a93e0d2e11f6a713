import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * Ends its process when the file being read has taken too much processor time or memory. A thread of its own, since the
 * library that reads may never come back to its event loop. Why it ended goes to the file descriptor `why`.
 */
const { seconds, bytes, every, why } =
  /** @type {{ seconds: number, bytes: number, every: number, why: number }} */ (workerData);

/** Processor time at the start of the file, in microseconds; `null` while no file is read. @type {number | null} */
let startedAt = null;
const spent = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

parentPort?.on('message', (/** @type {boolean} */ reading) => {
  startedAt = reading ? spent() : null;
});

setInterval(() => {
  if (startedAt === null) return;
  if (process.memoryUsage.rss() > bytes) end('memory');
  else if (spent() - startedAt > seconds * 1e6) end('time');
}, every);

/** @param {'memory' | 'time'} reason */
function end(reason) {
  writeSync(why, reason);
  process.kill(process.pid, 'SIGKILL');
}

import { read, type Answer } from './browser-reading';

function readInWorker(base64: string, name: string): Promise<Answer> {
  const worker = new Worker(new URL('./browser-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage([base64, name]);
  });
}

Object.assign(globalThis, { reading: { page: read, worker: readInWorker } });

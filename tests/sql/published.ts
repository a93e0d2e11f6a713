import { readFile } from 'node:fs/promises';
import { Engine } from '../../src/lib/db';
import { openInNode } from './node-connection';

/** A published file of the built data. @throws with what to run where there is none. */
export async function readPublished(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(`static/data/${path}`));
  } catch (cause) {
    throw new Error(`static/data/${path} is missing: run "npm run ozps -- publish" first`, { cause });
  }
}

/** The real engine in Node over the published files. */
export const nodeEngine = () => new Engine({ open: () => openInNode({ lock: true }), read: readPublished });

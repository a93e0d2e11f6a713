import type { FigureSetting } from '../../export/figure-about';
import { links } from '../links';

type Publication = Pick<FigureSetting, 'catalogue' | 'version'>;

let pending: Promise<Publication> | undefined;

/** What is published about indicators and sources, and its version; fetched once. A failure is forgotten. */
export async function publication(): Promise<Publication> {
  pending ??= load();
  try {
    return await pending;
  } catch (error) {
    // Without a network the numbers can still be taken along.
    console.warn(error);
    pending = undefined;
    return { catalogue: null, version: '' };
  }
}

async function load(): Promise<Publication> {
  // Written by our own build and checked there against the schemas of `extract/published.ts`.
  const [catalogue, { manifest }] = (await Promise.all(['katalog.json', 'wersja.json'].map(read))) as [
    NonNullable<Publication['catalogue']>,
    { manifest: string },
  ];
  return { catalogue, version: manifest };
}

async function read(path: string): Promise<unknown> {
  const response = await fetch(links.published(path));
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.json();
}

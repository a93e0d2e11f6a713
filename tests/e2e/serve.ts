import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { serve } from '../../scripts/serve.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, with a slash at its end. */
    site: string;
  }
}

/** Serves the built site on a free port for the end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('build/index.html'))
    throw new Error('build/ is missing: run "npm run build" before the end-to-end tests');
  const server = await serve({ port: 0, base: process.env.BASE_PATH ?? '' });
  project.provide('site', server.url);
  return () => server.close();
}

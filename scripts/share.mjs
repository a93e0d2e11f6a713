// One share of the pages, named by SHARD, from what has been bundled: SvelteKit's own steps, of which its build takes each once.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import svelteConfig from '../svelte.config.js';

const KIT = dirname(createRequire(import.meta.url).resolve('@sveltejs/kit/package.json'));
const { SHARD = '' } = process.env;
const [shard = 1, shards = 1] = SHARD.split('-').map(Number);

/**
 * A file of SvelteKit that is run as a worker, asked for its result and ended: what it has loaded is given back. Not part
 * of SvelteKit's interface: package-lock.json holds the version, and a test that pages so made are those of the build.
 * @param {string} file @param {object} payload @returns {Promise<any>}
 */
function step(file, payload) {
  const module = pathToFileURL(join(KIT, 'src', 'core', 'postbuild', file)).href;
  const worker = new Worker(new URL(module), { env: { ...process.env, SVELTEKIT_FORK: 'true' } });
  return new Promise((fulfil, reject) => {
    worker.on('message', (data) => {
      if (data.module !== module) return;
      if (data.type === 'ready') worker.postMessage({ type: 'args', module, payload });
      if (data.type !== 'result') return;
      fulfil(data.payload);
      void worker.terminate();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`${file} ended with code ${code}`)));
  });
}

const out = resolve(svelteConfig.kit?.outDir ?? '.svelte-kit', 'output');
const own = { hash: false, out, manifest_path: join(out, 'server', 'manifest-full.js'), env: process.env };
const { metadata } = await step('analyse.js', {
  ...own,
  // Of these it takes what pages that are not prerendered may do; all are.
  manifest_data: { routes: [], hooks: {} },
  server_manifest: {},
  tracked_features: {},
  remotes: [],
});
// Pages that tell of all gminy come last, when what they need of each has been gathered.
const single = [...metadata.routes.keys()].filter((id) => !id.includes('['));
for (const [at, id] of single.entries()) {
  const route = metadata.routes.get(id);
  metadata.routes.delete(id);
  metadata.routes.set(id, at % shards === shard - 1 ? { ...route, entries: [id] } : route);
}
await step('prerender.js', { ...own, metadata, verbose: false });

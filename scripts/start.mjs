// npm start: installs, builds what is missing, serves.
import { install } from './install.mjs';
import { inWords } from './in-words.mjs';

/** @returns {Promise<{ drain: () => Promise<void> }>} */
async function start() {
  const { PORT = '4173', HOST, BASE_PATH = '' } = process.env;
  const port = Number(PORT || Number.NaN);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`invalid PORT: "${PORT}"`);
  await install();
  // From here on the dependencies are there.
  const { checkPort, serve } = await import('./serve.mjs');
  await checkPort(port, HOST);
  const { build } = await import('./build.mjs');
  await build();
  const server = await serve({ port, host: HOST, base: BASE_PATH });
  console.log(`Gminoskop: ${server.url}`);
  return server;
}

const server = await inWords(start);
for (const signal of ['SIGTERM', 'SIGINT'])
  process.once(signal, () => {
    // What is being downloaded ends; a second signal ends it all.
    void server?.drain().then(() => process.exit());
  });

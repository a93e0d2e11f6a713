// npm start: installs, builds what is missing, serves.
import { install } from './install.mjs';

await install();
// From here on the dependencies are there.
const { build } = await import('./build.mjs');
await build();
const { serve } = await import('./serve.mjs');
const port = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65535)
  throw new Error(`invalid PORT: ${process.env.PORT ?? ''}`);
const { url } = await serve({ port, base: process.env.BASE_PATH ?? '' });
console.log(`Gminoskop: ${url}`);

// Addresses of charts for other sites that are not drawn beforehand: the same page at each, which draws what its address names.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The page with its compressed twins. */
const TWINS = ['', '.br', '.gz'];

/**
 * Lays the page that draws at the address of every chart, where they have none of their own.
 * @param {string} build the built site, compressed
 * @param {string | undefined} embeds `browser`: no chart has a page of its own
 * @returns {number} addresses laid
 */
export function layFrames(build, embeds) {
  if (embeds !== 'browser') return 0;
  const osadz = join(build, 'osadz');
  const page = join(osadz, 'wykres.html');
  const twins = TWINS.filter((ending) => existsSync(`${page}${ending}`));
  let laid = 0;
  for (const file of readdirSync(join(osadz, 'dane')).filter((name) => name.endsWith('.json'))) {
    const { charts } = JSON.parse(readFileSync(join(osadz, 'dane', file), 'utf8'));
    for (const indicator of Object.keys(charts)) {
      const folder = join(osadz, indicator, file.slice(0, -'.json'.length));
      mkdirSync(folder, { recursive: true });
      for (const ending of twins) copyFileSync(`${page}${ending}`, join(folder, `index.html${ending}`));
      laid += 1;
    }
  }
  return laid;
}

// sitemap.xml and robots.txt of a built site, where it knows its own address.
import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the protocol allows a file. */
const MOST = 50_000;

/** Paths of the pages of a built site, sorted; those made for other sites to frame are none of its own. @param {string} build */
function pagesOf(build) {
  return readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map((entry) => relative(build, entry.parentPath).split(sep).join('/'))
    .filter((folder) => folder !== 'osadz' && !folder.startsWith('osadz/'))
    .map((folder) => (folder === '' ? '/' : `/${folder}/`))
    .sort();
}

/**
 * @param {string} build
 * @param {{ site: string, base: string }} address `https://example.org` and the path below it, without slashes at their ends
 * @returns {number} pages named
 */
export function writeSitemap(build, { site, base }) {
  const pages = pagesOf(build);
  if (pages.length > MOST) throw new Error(`${pages.length} pages: one sitemap holds ${MOST}`);
  // Paths are made of letters, digits, hyphens and slashes: nothing in them needs an escape.
  const urls = pages.map((path) => `<url><loc>${site}${base}${path}</loc></url>`);
  writeFileSync(
    join(build, 'sitemap.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
  );
  writeFileSync(join(build, 'robots.txt'), `User-agent: *\nAllow: /\nSitemap: ${site}${base}/sitemap.xml\n`);
  return pages.length;
}

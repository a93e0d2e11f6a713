// Old addresses that keep working. A static host cannot redirect by itself, so each is a page that leads on.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/**
 * @typedef {object} Redirect
 * @property {string} from path below the base path, with a slash at both ends
 * @property {string} to
 */

const PATH = /^\/([a-z0-9-]+\/)*$/;
const PATTERN = /^\/([a-z0-9-]+\/)+(\*\/)?$/;

/**
 * Reads `data/redirects.csv`: `from,to,since,reason`. Both may end in `*`+`/`: every page below.
 * @param {string} text
 * @returns {Redirect[]}
 * @throws Error that names each line that is wrong
 */
export function parseRedirects(text) {
  const { data } = Papa.parse(text, { header: true, skipEmptyLines: true });
  const rows = /** @type {Record<string, string>[]} */ (data);
  const problems = rows.flatMap(({ from = '', to = '', since = '', reason = '' }, at) => {
    const where = `data/redirects.csv:${at + 2}`;
    return [
      PATTERN.test(from) ? '' : `${where}: "${from}" is not a path such as /osadz/stary/`,
      PATTERN.test(to) || PATH.test(to) ? '' : `${where}: "${to}" is not a path such as /osadz/nowy/`,
      from.endsWith('*/') === to.endsWith('*/') ? '' : `${where}: only one of the two ends in */`,
      /^\d{4}-\d{2}-\d{2}$/.test(since) ? '' : `${where}: "${since}" is not a date`,
      reason === '' ? `${where}: no reason given` : '',
      rows.findIndex((other) => other.from === from) === at ? '' : `${where}: "${from}" stands twice`,
      rows.some((other) => other.from === to) ? `${where}: "${to}" is itself redirected` : '',
    ].filter((problem) => problem !== '');
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return rows.map(({ from = '', to = '' }) => ({ from, to }));
}

/** The pages of one rule: itself, or one for each page below where it ends in a star. @param {string} build @param {Redirect} redirect @returns {Redirect[]} */
function pagesOf(build, { from, to }) {
  if (!to.endsWith('*/')) return [{ from, to }];
  const folder = to.slice(0, -2);
  const there = existsSync(join(build, folder));
  const files = there ? readdirSync(join(build, folder), { recursive: true, encoding: 'utf8' }) : [];
  return files
    .filter((file) => file.endsWith('index.html'))
    .map((file) => file.slice(0, -'index.html'.length))
    .map((rest) => ({ from: from.slice(0, -2) + rest, to: folder + rest }));
}

/** What stands in the address goes along; without scripts the page alone is led to. @param {string} path */
const leading = (path) => `location.replace('${path}' + location.search + location.hash)`;
const hashOf = (/** @type {string} */ text) => createHash('sha256').update(text).digest('base64');

/** @param {string} target absolute where the origin is known @param {string} path */
const page = (target, path) => `<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'sha256-${hashOf(leading(path))}'; base-uri 'none'; form-action 'none'">
<script>${leading(path)}</script>
<meta http-equiv="refresh" content="0; url=${path}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${target}">
<title>Strona ma nowy adres – Gminoskop</title>
</head>
<body>
<p>Ta strona ma nowy adres: <a href="${path}">${target}</a></p>
</body>
</html>
`;

/**
 * Writes a page for every old address.
 * @param {string} build the built site
 * @param {{ base: string, origin: string, table?: string }} site
 * @returns {number} pages written
 * @throws where an address is still in use, or leads to a page that is not there
 */
export function writeRedirects(build, { base, origin, table = join('data', 'redirects.csv') }) {
  if (!existsSync(table)) return 0;
  const redirects = parseRedirects(readFileSync(table, 'utf8')).flatMap((one) => pagesOf(build, one));
  const problems = redirects.flatMap(({ from, to }) => [
    ...(existsSync(join(build, from, 'index.html')) ? [`${from} is a page: it cannot be redirected`] : []),
    ...(existsSync(join(build, to, 'index.html')) ? [] : [`${from} leads to ${to}, which is no page`]),
  ]);
  if (problems.length > 0) throw new Error(`${table}:\n${problems.join('\n')}`);
  for (const { from, to } of redirects) {
    mkdirSync(join(build, from), { recursive: true });
    writeFileSync(join(build, from, 'index.html'), page(`${origin}${base}${to}`, `${base}${to}`));
  }
  return redirects.length;
}

// Embeds of earlier versions of the data, frozen: kept in an operator's folder, and laid into the site under their version.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

const VERSION = /^[0-9a-f]{12}$/;
const INDICATOR = /^[a-z0-9][a-z0-9-]*$/;
const TERYT = /^\d{6}$/;
/** What a frame needs more for the line that says it is frozen, at 320 pixels. */
const LINE_HEIGHT = 60;
/** From `/osadz/wersja/<version>/<indicator>/<teryt>/` up to the site: addresses hold wherever it is deployed. */
const UP = '../../../../../';
/** Whatever asks for another file or runs. */
const ASKING =
  /<(?:script|link|img|iframe|frame|object|embed|video|audio|source|form|base)\b|http-equiv="refresh"|@import|url\(|<[^>]*\s(?:on[a-z]+|src|srcset)=/i;

const long = new Intl.DateTimeFormat('pl-PL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const marked = (/** @type {string} */ version) => `Wykres zamrożony: dane wersji ${version}`;

/** @param {string} path @returns {import('node:fs').Dirent[]} sorted, without hidden ones */
const entriesOf = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * An embed as it stays: nothing in it runs or asks for another file, its policy allows neither, and it says what it is.
 * @param {string} html page of an embed
 * @param {{ version: string, day: string, base: string, indicator: string, teryt: string }} of
 *   day: `2026-11-25`, empty where the version has no record; base: path under which the page was made
 * @returns {string}
 * @throws where the page is no embed, or would still ask for something
 */
export function frozenEmbed(html, { version, day, base, indicator, teryt }) {
  if (!/<footer>/.test(html) || !/data-wysokosc="\d+"/.test(html))
    throw new Error(`/osadz/${indicator}/${teryt}/ is no embed: it has no footer or no height`);
  const when = day === '' ? '' : ` z dnia ${long.format(new Date(`${day}T00:00:00Z`))}`;
  const live = `${UP}osadz/${indicator}/${teryt}/`;
  const frozen = html
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link\b[^>]*>/g, '')
    // What other places show of a link would be of newer data.
    .replaceAll(/<meta (?:property="og:|name="twitter:)[^>]*>/g, '')
    .replaceAll(/; (?:script-src|connect-src) [^;"]*/g, '')
    .replaceAll(`href="${base}/`, `href="${UP}`)
    .replace(/data-wysokosc="(\d+)"/, (_, height) => `data-wysokosc="${Number(height) + LINE_HEIGHT}"`)
    .replace(
      '<footer>',
      () =>
        `<footer><p><strong>${marked(version)}${when}</strong>; nowsze dane: <a href="${live}" target="_blank" rel="noopener">wykres aktualizowany</a></p>`,
    );
  const asking = ASKING.exec(frozen);
  if (asking) throw new Error(`/osadz/${indicator}/${teryt}/ still asks for something: ${asking[0]}`);
  return frozen;
}

/** Day of a version by its record, `data/versions/<day>-<version>.json`; empty where it has none. @param {string} version @param {string} records */
function dayOf(version, records) {
  const names = existsSync(records) ? readdirSync(records) : [];
  return names.find((name) => name.endsWith(`-${version}.json`))?.slice(0, 10) ?? '';
}

/**
 * Keeps the embeds of the version that was built where they are not kept yet. What is there stays as it is.
 * @param {string} build the built site
 * @param {string} archive
 * @param {{ version: string, base: string, records?: string }} of
 * @returns {number} embeds added
 */
export function keepEmbeds(build, archive, { version, base, records = join('data', 'versions') }) {
  if (!VERSION.test(version)) throw new Error(`the built site names no version of its data: "${version}"`);
  if (`${resolve(archive)}${sep}`.startsWith(`${resolve(build)}${sep}`))
    throw new Error(`the archive ${archive} lies in ${build}, which every build deletes`);
  const day = dayOf(version, records);
  let added = 0;
  for (const { indicator, teryt, file } of embedsIn(join(build, 'osadz'))) {
    const folder = join(archive, version, 'osadz', indicator, teryt);
    const target = join(folder, 'index.html');
    if (existsSync(target)) continue;
    const html = readFileSync(file, 'utf8');
    // An old address that leads on is no chart.
    if (html.includes('http-equiv="refresh"')) continue;
    const frozen = frozenEmbed(html, { version, day, base, indicator, teryt });
    mkdirSync(folder, { recursive: true });
    writeFileSync(target, frozen);
    added += 1;
  }
  return added;
}

/** Pages that may be framed, of a built site. @param {string} osadz */
function embedsIn(osadz) {
  if (!existsSync(osadz)) return [];
  return entriesOf(osadz)
    .filter((entry) => entry.isDirectory() && entry.name !== 'wersja')
    .flatMap(({ name: indicator }) =>
      entriesOf(join(osadz, indicator))
        .filter(({ name }) => TERYT.test(name))
        .map(({ name: teryt }) => ({ indicator, teryt, file: join(osadz, indicator, teryt, 'index.html') })),
    )
    .filter(({ file }) => existsSync(file));
}

/**
 * Every frozen embed of an archive.
 * @param {string} archive @returns {{ path: string, file: string }[]} path: `<version>/<indicator>/<teryt>`
 * @throws Error that names every folder and file that does not belong there
 */
export function readArchive(archive) {
  /** @type {string[]} */
  const problems = [];
  /** @param {string} place @param {RegExp} name @param {string} what */
  const foldersOf = (place, name, what) =>
    entriesOf(place).flatMap((entry) => {
      if (entry.isDirectory() && name.test(entry.name)) return [entry.name];
      problems.push(`${join(place, entry.name)}: is no ${what}`);
      return [];
    });
  const found = foldersOf(archive, VERSION, 'folder of a version (12 digits, 0–9 and a–f)').flatMap(
    (version) =>
      foldersOf(join(archive, version), /^osadz$/, 'folder of embeds (osadz)').flatMap((osadz) =>
        foldersOf(join(archive, version, osadz), INDICATOR, 'folder of an indicator').flatMap((indicator) =>
          foldersOf(join(archive, version, osadz, indicator), TERYT, 'folder of a gmina (6 digits)').map(
            (teryt) => ({
              version,
              indicator,
              teryt,
              folder: join(archive, version, osadz, indicator, teryt),
            }),
          ),
        ),
      ),
  );
  for (const { version, folder } of found) {
    const file = join(folder, 'index.html');
    for (const { name } of entriesOf(folder))
      if (name !== 'index.html') problems.push(`${join(folder, name)}: is no page of an embed`);
    const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (!html.includes(marked(version))) problems.push(`${file}: is no frozen embed of version ${version}`);
    const asking = ASKING.exec(html);
    if (asking) problems.push(`${file}: asks for something: ${asking[0]}`);
  }
  if (problems.length > 0)
    throw new Error(`the archive cannot be used:\n${problems.slice(0, 50).join('\n')}`);
  return found.map(({ version, indicator, teryt, folder }) => ({
    path: `${version}/${indicator}/${teryt}`,
    file: join(folder, 'index.html'),
  }));
}

/** What an archive holds, for the stamp of the step that lays it into the site. @param {string} archive @returns {string[]} */
export function listArchive(archive) {
  if (archive === '') return [];
  return readdirSync(archive, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${relative(archive, file)} ${statSync(file).size} ${statSync(file).mtimeMs}`);
}

/**
 * Lays every version of an archive into a built site, at `/osadz/wersja/<version>/<indicator>/<teryt>/`, and takes out what
 * an earlier archive left there.
 * @param {string} build @param {string} archive empty for none
 * @returns {number} pages written
 */
export function layArchive(build, archive) {
  const folder = join(build, 'osadz', 'wersja');
  const pages = archive === '' ? [] : readArchive(archive);
  rmSync(folder, { recursive: true, force: true });
  for (const { path, file } of pages) {
    mkdirSync(join(folder, path), { recursive: true });
    copyFileSync(file, join(folder, path, 'index.html'));
  }
  return pages.length;
}

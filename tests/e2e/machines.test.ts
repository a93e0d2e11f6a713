import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { site, useBrowser, visit, wordsOf } from './browser';

const browser = useBrowser();

const valueSchema = z.strictObject({
  teryt: z.string(),
  level: z.string(),
  indicator: z.string(),
  year: z.int(),
  breakdown: z.string(),
  value: z.number().nullable(),
  missing: z.string().nullable(),
  unit: z.string(),
  kind: z.string(),
  confidence: z.number(),
  doubt: z.string().nullable(),
  preferred: z.boolean(),
  source: z.string(),
  address: z.string().nullable(),
  formula: z.string().nullable(),
});
const fileSchema = z.looseObject({
  format: z.literal(1),
  version: z.string().regex(/^[0-9a-f]{12}$/),
  note: z.string(),
  sources: z.array(z.looseObject({ id: z.string(), title: z.string() })),
  values: z.array(valueSchema),
});

const at = (path: string) => new URL(path, site).href;
async function values(path: string) {
  const response = await fetch(at(path));
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  return fileSchema.parse(await response.json());
}

describe.each(['dane/gmina/060801', 'dane/gmina/121003', 'dane/wskaznik/obs-korzystajacy'])('%s', (path) => {
  test('says of every value its kind, why it is missing, what is against it and where it stands', async () => {
    const file = await values(`${path}.json`);
    expect(file.values.length).toBeGreaterThan(0);
    for (const row of file.values) {
      expect(row.value === null).toBe(row.missing !== null);
      expect(row.address !== null || row.formula !== null).toBe(true);
      expect(file.sources.some(({ id }) => id === row.source)).toBe(true);
    }
  });

  test('has the same rows as CSV', async () => {
    const file = await values(`${path}.json`);
    const response = await fetch(at(`${path}.csv`));
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-type')).toContain('text/csv');
    const { data } = Papa.parse<Record<string, string>>(await response.text(), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toEqual(
      file.values.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell ?? '')])),
      ),
    );
  });
});

test('an address in a file leads to its place on a page of the site', async () => {
  const { values: rows } = await values('dane/gmina/060801.json');
  const row = rows.find(({ indicator, address }) => indicator === 'deprywacja-lokalna' && address !== null);
  await visit(browser(), row?.address ?? '', async (page) => {
    await page
      .locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`)
      .first()
      .waitFor();
  });
});

describe('the examples of /dane/ run as they stand', () => {
  const example = async (name: string): Promise<string> => {
    let text = '';
    await visit(browser(), 'dane/', async (page) => {
      text = await wordsOf(page.locator(`[data-example="${name}"]`));
    });
    return text.replaceAll('https://adres-tej-strony/', site);
  };

  test('JavaScript', async () => {
    const printed: unknown[] = [];
    const AsyncFunction = (async () => void (await Promise.resolve())).constructor as new (
      ...text: string[]
    ) => (console: object) => Promise<void>;
    await new AsyncFunction('console', await example('json'))({
      log: (value: unknown) => printed.push(value),
    });
    expect(z.array(valueSchema).parse(printed[0]).length).toBeGreaterThan(2);
  });

  test.skipIf(!existsSync('/usr/bin/python3'))('Python (skipped where there is none)', async () => {
    const { stdout } = await promisify(execFile)('/usr/bin/python3', ['-c', await example('csv')]);
    expect(stdout).toContain("'indicator': 'obs-korzystajacy'");
  });
});

const ldSchema = z.looseObject({
  '@type': z.literal('Dataset'),
  name: z.string(),
  temporalCoverage: z.string(),
  distribution: z.array(z.looseObject({ contentUrl: z.string() })).min(2),
});

test.each(['gmina/060801/', 'wskaznik/obs-korzystajacy/'])(
  '%s is described as a data set whose files are there, under the policy of the page',
  async (path) => {
    await visit(browser(), path, async (page) => {
      const scripts = page.locator('head script[type="application/ld+json"]');
      expect(await scripts.count()).toBe(1);
      const about = ldSchema.parse(JSON.parse((await scripts.textContent()) ?? ''));
      for (const { contentUrl } of about.distribution)
        expect((await fetch(at(contentUrl))).status, contentUrl).toBe(200);
      const alternates = page.locator('head link[rel="alternate"]');
      expect(await alternates.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual(
        about.distribution.map(({ contentUrl }) => contentUrl),
      );
    });
  },
);

test('the catalogue for portals names files that are there', async () => {
  const response = await fetch(at('dane/katalog.jsonld'));
  expect(response.headers.get('content-type')).toContain('application/ld+json');
  const text = await response.text();
  const files = [...text.matchAll(/"dcat:downloadURL":\s*\{\s*"@id":\s*"([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) expect((await fetch(at(file), { method: 'HEAD' })).status, file).toBe(200);
});

test('the changes of the data are told on a page and in a feed it names', async () => {
  await visit(browser(), 'zmiany/', async (page) => {
    expect(await page.locator('article li').count()).toBeGreaterThan(0);
    const feed = await page.locator('link[rel="alternate"]').getAttribute('href');
    const text = await (await fetch(at(feed ?? ''))).text();
    expect(text.match(/<item>/g)?.length).toBe(await page.locator('article').count());
  });
});

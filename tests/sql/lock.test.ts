import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Engine, type Connection } from '../../src/lib/db';
import { openInNode } from './node-connection';
import { readPublished } from './published';

let server: Server;
let elsewhere: string;
let hits = 0;

beforeAll(async () => {
  server = createServer((_, response) => {
    hits += 1;
    response.end('a,b\n1,2\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.csv`;
});
afterAll(() => {
  server.close();
});

describe('a locked connection', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await openInNode({ lock: true });
  });

  test.each([
    ['a file elsewhere', () => `SELECT * FROM read_csv('${elsewhere}')`],
    ['a Parquet file elsewhere', () => `SELECT * FROM read_parquet('${elsewhere}')`],
    ['a local file', () => `SELECT * FROM read_csv('package.json')`],
    ['an export', () => `COPY (SELECT 1) TO 'leak.csv'`],
    ['an extension', () => `LOAD httpfs`],
    ['an attached database', () => `ATTACH '${elsewhere}' AS other`],
  ])('refuses %s, and nothing is asked over the network', async (_, sql) => {
    await expect(connection.query(sql())).rejects.toThrow('the query failed');
    expect(hits).toBe(0);
  });

  test.each([
    'enable_external_access = true',
    'autoload_known_extensions = true',
    'lock_configuration = false',
  ])('cannot be opened again: SET %s', async (setting) => {
    await expect(connection.query(`SET ${setting}`)).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringMatching(/locked|cannot/i) as string }) as Error,
    });
  });

  test('says in words why', async () => {
    await expect(connection.query(`SELECT * FROM read_csv('${elsewhere}')`)).rejects.toMatchObject({
      cause: expect.objectContaining({
        message: expect.stringMatching(/disabled|extension/i) as string,
      }) as Error,
    });
  });
});

describe('a failed start', () => {
  test('is not kept: the next call tries again', async () => {
    let attempts = 0;
    const engine = new Engine({
      open: () => {
        attempts += 1;
        return attempts === 1 ? Promise.reject(new Error('no memory')) : openInNode({ lock: true });
      },
      read: readPublished,
    });
    await expect(engine.start()).rejects.toThrow('no memory');
    await expect(engine.start()).resolves.toBeDefined();
    await engine.start();
    expect(attempts).toBe(2);
  });

  test('of a table is not kept either', async () => {
    let attempts = 0;
    const engine = new Engine({
      open: () => openInNode({ lock: true }),
      read: (path) => {
        attempts += 1;
        return attempts === 1 ? Promise.reject(new Error('offline')) : readPublished(path);
      },
    });
    await expect(engine.units()).rejects.toThrow('offline');
    await expect(engine.units()).resolves.toBe('jednostki');
  });
});

// A real nginx with the configuration that is shipped, for tests and measurements on this machine.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installPackages } from './debian.mjs';
import { nginx } from './hosts.mjs';
import { publishedVersion } from './version.mjs';

const PROGRAM = '/usr/sbin/nginx';
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const PACKAGES = ['nginx', 'libnginx-mod-http-brotli-static'];

export const hasNginx = () => existsSync(PROGRAM) && existsSync(BROTLI);

/** Installs it where it is missing; without it its tests are skipped, and that is said. */
export async function getNginx() {
  if (hasNginx()) return;
  await installPackages(PACKAGES);
  if (!hasNginx())
    console.log(
      `The tests with nginx are skipped. They need, as root: apt-get install ${PACKAGES.join(' ')}`,
    );
}

/** @returns {Promise<number>} a port that was free a moment ago: nginx does not choose one by itself */
const freePort = () =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/**
 * nginx on loopback, with everything it writes in a folder of its own.
 * @param {{ root: string, base?: string, brotli?: boolean, log?: string }} options
 *   root: the built site; log: file for a line a request, `GET /path?query 200`
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} `url` ends with a slash
 */
export async function serveByNginx({ root, base = '', brotli = true, log }) {
  const folder = await mkdtemp(join(tmpdir(), 'gminoskop-nginx-'));
  const site = join(folder, 'site', base);
  await mkdir(dirname(site), { recursive: true });
  await symlink(resolve(root), site.replace(/\/$/, ''));
  await symlink('/etc/nginx/mime.types', join(folder, 'mime.types'));
  const port = await freePort();
  const version = publishedVersion(join(root, 'data'));
  await writeFile(
    join(folder, 'site.conf'),
    nginx({ base, version, root: join(folder, 'site'), listen: [`127.0.0.1:${port}`], brotli }),
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  await writeFile(
    join(folder, 'nginx.conf'),
    `${brotli ? `load_module ${BROTLI};` : ''}
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
    default_type application/octet-stream;
    log_format request '$request_method $request_uri $status';
    access_log ${log === undefined ? 'off' : `${log} request`};
    sendfile on;
    tcp_nopush on;
${temporary.map((name) => `    ${name}_temp_path ${folder}/${name};`).join('\n')}
    include site.conf;
}
`,
  );
  const child = spawn(PROGRAM, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => (said += chunk.toString()));
  const ended = new Promise((done) => child.once('close', done));
  const url = `http://127.0.0.1:${port}${base}/`;
  const close = async () => {
    child.kill('SIGQUIT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) break;
    const answer = await fetch(url, { method: 'HEAD' }).catch(() => null);
    if (answer) return { url, port, close };
    await pause(50);
  }
  await close();
  throw new Error(`nginx did not start: ${said}`);
}

// Installing Debian packages, where that can be done.
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/**
 * Installs packages on Debian as root; elsewhere nothing happens. What it printed is shown where it failed.
 * @param {string[]} packages
 */
export async function installPackages(packages) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  console.log(`Installing ${packages.join(', ')} (Debian packages) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { quiet: true, env });
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    { quiet: true, env },
  );
  if (code !== 0) console.error(output);
}

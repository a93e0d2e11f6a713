// npm test: installs, checks, builds, runs every test. The last line is "N passed, N failed".
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { bin, run } from './run.mjs';

const REPORT = join('.cache', 'vitest.json');
const total = { passed: 0, failed: 0, skipped: 0 };
const seconds = (/** @type {number} */ since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** One command, counted as one. Its output is shown where it fails. @param {string} name @param {string[]} command */
async function step(name, [program = '', ...args]) {
  const started = performance.now();
  const { code, output } = await run(program, args, { quiet: true });
  if (code === 0) total.passed += 1;
  else total.failed += 1;
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(started)})`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

/** @typedef {{ status: string, fullName: string, failureMessages: string[] }} TestCase */
/** @typedef {{ name: string, status: string, message: string, assertionResults: TestCase[] }} TestFile */

/** Adds up what vitest reports; a file that did not even load counts as one failure. */
function countTests() {
  /** @type {{ testResults: TestFile[] }} */
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    total.passed += file.assertionResults.filter((test) => test.status === 'passed').length;
    total.failed += failed.length;
    total.skipped += file.assertionResults.filter(
      (test) => !['passed', 'failed'].includes(test.status),
    ).length;
    for (const test of failed)
      console.log(`FAIL ${file.name}\n  ${test.fullName}\n${test.failureMessages.join('\n')}`);
    if (file.status === 'failed' && failed.length === 0) {
      total.failed += 1;
      console.log(`FAIL ${file.name}\n${file.message}`);
    }
  }
}

async function tests() {
  const started = performance.now();
  mkdirSync('.cache', { recursive: true });
  rmSync(REPORT, { force: true });
  const { output } = await run(
    bin('vitest'),
    ['run', '--reporter=json', `--outputFile=${REPORT}`, '--reporter=dot'],
    { quiet: true },
  );
  try {
    countTests();
  } catch (error) {
    total.failed += 1;
    console.log(`FAIL vitest gave no report: ${String(error)}\n${output.trimEnd()}`);
  }
  console.log(`     tests (${seconds(started)})`);
}

async function main() {
  await install();
  const { getChromium } = await import('./chromium.mjs');
  process.env.CHROMIUM_PATH = await getChromium();
  const { getOcrPrograms } = await import('./ocr-programs.mjs');
  await getOcrPrograms();
  const { getNginx } = await import('./nginx.mjs');
  await getNginx();
  // First, as in `npm start`: in a fresh clone it has nothing but what it makes itself.
  await step('build', [process.execPath, 'scripts/build.mjs']);
  // The types of routes: two of the steps read them.
  await run(bin('svelte-kit'), ['sync'], { quiet: true });
  await Promise.all([
    (async () => {
      await step('format', [bin('prettier'), '--check', '.']);
      await step('lint', [bin('eslint'), '.', '--max-warnings', '0']);
    })(),
    (async () => {
      await step('types', [bin('svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings']);
      await step('dead code', [bin('knip')]);
      await step('imports', [bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'src', 'scripts']);
    })(),
  ]);
  await tests();
}

try {
  await main();
} catch (error) {
  total.failed += 1;
  console.error(error);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);

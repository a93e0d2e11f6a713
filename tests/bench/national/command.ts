import { Command, Option } from 'commander';
import { generate, SIZES, type Size } from './generate';

const program = new Command('bench:data')
  .description('writes a data folder of made-up values, for benchmarks and tests only')
  .addOption(
    new Option('--size <size>', 'how much of the country').choices(Object.keys(SIZES)).default('powiat'),
  )
  .option('--from <folder>', 'data folder whose catalogue and units are taken', 'data')
  .option('--out <folder>', 'folder to write (emptied first); .cache/bench/<size>/data where left out')
  .parse();
const { size, from, out } = program.opts<{ size: Size; from: string; out?: string }>();
const started = performance.now();
const target = out ?? `.cache/bench/${size}/data`;
const { observations, sources, gminy } = await generate(size, from, target, (line) => {
  console.log(`  ${line}`);
});
console.log(
  `${observations} made-up observations of ${gminy} gminy in ${sources} sources in ${((performance.now() - started) / 1000).toFixed(0)} s → ${target}`,
);

import { draw } from './engine-chart';

const files = ['gmina.parquet', 'powiat.parquet', 'wojewodztwo.parquet'];
const one = (file: string) =>
  `SELECT '${file}' AS teryt, "year", value FROM '${file}' WHERE indicator = 'deprywacja-lokalna' AND preferred AND value IS NOT NULL`;
await draw(files, files.map(one).join(' UNION ALL '));

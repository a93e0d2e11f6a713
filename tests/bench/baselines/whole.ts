import { draw } from './engine-chart';

const teryt = new URLSearchParams(location.search).get('teryt') ?? '';
await draw(
  ['whole.parquet'],
  `SELECT teryt, "year", value FROM 'whole.parquet' WHERE indicator = 'deprywacja-lokalna' AND preferred
   AND value IS NOT NULL AND teryt IN ('${teryt}', '${teryt.slice(0, 4)}', '${teryt.slice(0, 2)}')`,
);

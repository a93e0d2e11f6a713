// The table "who may import whom" of architecture.md, checked in the test command.
// Svelte files import by alias, which stays unresolved here: both spellings name the same room.
const lib = '(?:src/lib|\\$lib)/';
/** One rule a room: it may import itself, the rooms named and the packages named. */
const room = (name, rooms, packages = []) => ({
  name: `room-${name}`,
  severity: 'error',
  from: { path: `^src/lib/${name}/` },
  to: {
    pathNot: [
      `^${lib}(${[name, ...rooms].join('|')})/`,
      ...(packages.length > 0 ? [`^node_modules/(${packages.join('|')})/`, `^(${packages.join('|')})$`] : []),
    ],
  },
});
const everything =
  'domain|catalogue|stats|format|report|bdl|extract|geo|query|db|state|charts|export|server|components';
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^\\$(app|env|lib)/|\\$types$|^svelte/|^@sveltejs/kit|^(geojson|topojson-specification)$',
      },
    },
    {
      name: 'src-never-scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'scripts-not-ui',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: `^${lib}(components|state|db)/` },
    },
    room('domain', [], ['zod']),
    room('catalogue', ['domain'], ['yaml', 'papaparse', 'zod', '@types/papaparse']),
    room('stats', ['domain'], ['d3', 'd3-[a-z]+', '@types/d3.*']),
    room('format', ['domain'], ['d3', 'd3-[a-z]+', '@types/d3.*']),
    room(
      'report',
      ['domain', 'catalogue', 'stats', 'format'],
      [
        'fastest-levenshtein',
        'papaparse',
        '@types/papaparse',
        'zod',
        '@zip.js/zip.js',
        'htmlparser2',
        'pdfjs-dist',
        'tesseract.js',
      ],
    ),
    room('bdl', ['domain'], ['zod', 'p-retry', 'p-throttle']),
    room(
      'extract',
      ['domain', 'catalogue'],
      ['fzstd', 'hyparquet', 'hyparquet-writer', 'apache-arrow', 'zod'],
    ),
    room(
      'geo',
      ['domain'],
      [
        'zod',
        'd3',
        'd3-[a-z]+',
        '@types/d3.*',
        'topojson-[a-z]+',
        '@types/topojson-[a-z]+',
        '@types/geojson',
        'geojson',
      ],
    ),
    room('query', ['domain', 'extract', 'stats']),
    room('db', ['domain', 'catalogue', 'extract', 'query'], ['@duckdb/duckdb-wasm', 'apache-arrow']),
    room('state', ['domain', 'catalogue'], ['zod']),
    room(
      'charts',
      ['domain', 'catalogue', 'geo', 'stats', 'format'],
      ['@observablehq/plot', 'd3', 'd3-[a-z]+', '@types/d3.*'],
    ),
    room(
      'export',
      ['domain', 'catalogue', 'format', 'charts', 'extract', 'state'],
      ['papaparse', '@types/papaparse', '@zip.js/zip.js', 'hucre'],
    ),
    room(
      'server',
      ['charts', 'extract', 'geo', 'catalogue', 'domain', 'stats', 'format'],
      ['@resvg/resvg-js', 'jsdom', '@types/jsdom', 'node:.*', 'fs', 'path', 'crypto', 'zlib'],
    ),
    {
      name: 'components-no-engine',
      severity: 'error',
      from: { path: '^src/lib/components/' },
      to: { path: `^${lib}(db|extract|server)/` },
    },
    {
      name: 'lib-never-routes',
      severity: 'error',
      from: { path: `^src/lib/(${everything})/` },
      to: { path: '^src/routes/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.svelte', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'svelte', 'default'],
    },
  },
};

// Configuration for the servers and hosts the site is usually put on, made from scripts/headers.mjs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EMBEDS, RULES, TYPES } from './headers.mjs';

/** @typedef {import('./headers.mjs').Rule} Rule */

/**
 * @typedef {object} Site
 * @property {string} base path under which it is built, without a slash at its end; mostly empty
 * @property {string} version what addresses of published data carry as `?v=…`
 */

const MADE = 'Made by "npm run build" from scripts/headers.mjs: change it there.';
const HEADERS = [...new Set(RULES.flatMap(({ headers }) => Object.keys(headers)))];
const TYPE_LINES = Object.entries(TYPES);
const literally = (/** @type {string} */ text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

const nginxVariable = (/** @type {string} */ header) =>
  `$gminoskop_${header.toLowerCase().replaceAll('-', '_')}`;

/**
 * The value of one header by address. Of several patterns nginx takes the first, so the last rule stands first.
 * @param {string} header @param {Site} site
 */
function nginxMap(header, { base, version }) {
  const lines = RULES.filter((rule) => header in rule.headers)
    .toReversed()
    .map((rule) => {
      const end = rule.versioned ? `[^?]*\\?${version}$` : '';
      return `    "~^${literally(base + rule.path)}${end}" "${rule.headers[header]}";`;
    });
  return [`map "$uri?$arg_v" ${nginxVariable(header)} {`, ...lines, '}'].join('\n');
}

/** A page's address ends with a slash: one page, one address. @param {string} indent */
const nginxPages = (indent) =>
  [
    "# A page's address ends with a slash: one page, one address.",
    'location ~ "^(/[a-z0-9-]+)+$" {',
    '    if (-f $document_root$uri/index.html) { return 308 $uri/$is_args$args; }',
    '    try_files $uri =404;',
    '}',
    'location ~ /$ { try_files ${uri}index.html =404; }',
  ]
    .map((line) => indent + line)
    .join('\n');

/**
 * One server for nginx's `sites-enabled` or `conf.d`. Its headers are maps, since nginx forgets what was added outside
 * as soon as a location adds a header of its own; a header that is empty is not sent.
 * @param {Site & { root: string, listen: readonly string[], brotli: boolean }} options
 *   root: folder that holds the built site below its base path; brotli: nginx has the module
 */
export function nginx({ base, version, root, listen, brotli }) {
  return `# ${MADE}
# After new data are published take the new file and reload nginx; until then data are merely asked for again.

${HEADERS.map((header) => nginxMap(header, { base, version })).join('\n')}

server {
${listen.map((address) => `    listen ${address};`).join('\n')}
    server_name _;
    root ${root};
    server_tokens off;
    absolute_redirect off;

    include mime.types;
    types {
        text/csv csv;
        text/javascript mjs;
        application/manifest+json webmanifest;
${TYPE_LINES.filter(([extension]) => extension !== 'wasm')
  .map(([extension, type]) => `        ${type} ${extension};`)
  .join('\n')}
    }
    charset utf-8;
    charset_types text/css text/csv text/javascript text/plain text/xml application/javascript application/json image/svg+xml;

    # The build made compressed twins. Compressing on the way would cost time and the strong ETag.
    gzip off;
    gzip_static on;
    gzip_vary on;
${brotli ? '    # A module: Debian, libnginx-mod-http-brotli-static. Without it this line must go.\n    brotli_static on;\n' : ''}
${HEADERS.map((header) => `    add_header ${header} ${nginxVariable(header)} always;`).join('\n')}

    error_page 404 ${base}/404.html;
${base === '' ? '' : `    location = ${base} { return 308 ${base}/$is_args$args; }\n`}    # Charts for other sites: one that is not there says so in its frame.
    location ^~ ${base}${EMBEDS} {
        error_page 404 ${base}${EMBEDS}404.html;
${nginxPages('        ')}
        try_files $uri =404;
    }
${nginxPages('    ')}
    location / { try_files $uri =404; }
}
`;
}

/** `.htaccess` for Apache 2.4 with mod_headers, mod_mime and mod_rewrite. @param {Site} site */
export function apache({ base, version }) {
  const section = (/** @type {Rule} */ rule) => {
    const named = rule.versioned ? ` && %{QUERY_STRING} =~ /(^|&)v=${version}(&|$)/` : '';
    const lines = Object.entries(rule.headers).map(([name, value]) =>
      value === '' ? `    Header always unset ${name}` : `    Header always set ${name} "${value}"`,
    );
    return [`<If "%{REQUEST_URI} =~ m#^${literally(base + rule.path)}#${named}">`, ...lines, '</If>'].join(
      '\n',
    );
  };
  return `# ${MADE}
DirectorySlash Off
DirectoryIndex index.html
Options -Indexes -MultiViews
ErrorDocument 404 ${base}/404.html
# Charts for other sites: one that is not there says so in its frame.
<If "%{REQUEST_URI} =~ m#^${literally(base + EMBEDS)}#">
    ErrorDocument 404 ${base}${EMBEDS}404.html
</If>
AddCharset utf-8 .html .js .mjs .css .json .svg .csv .txt .xml
AddType text/javascript .js .mjs
${TYPE_LINES.map(([extension, type]) => `AddType ${type} .${extension}`).join('\n')}

RewriteEngine On
RewriteBase ${base}/
# A page's address ends with a slash: one page, one address.
RewriteCond %{REQUEST_FILENAME}/index.html -f
RewriteRule ^(.*[^/])$ ${base}/$1/ [R=308,L]
RewriteCond %{REQUEST_FILENAME}/index.html -f
RewriteRule ^(.*/)?$ $1index.html
# Compressed twins; a range is one of the file itself.
RewriteCond %{HTTP:Range} =""
RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.+)$ $1.br [L]
RewriteCond %{HTTP:Range} =""
RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^(.+)$ $1.gz [L]
# The one .gz that is no twin is the data of OCR.
RemoveEncoding .gz
<FilesMatch "(?<!traineddata)\\.(br|gz)$">
    RemoveLanguage .br
    RemoveType .gz
    AddEncoding br .br
    AddEncoding gzip .gz
    SetEnv no-gzip 1
    SetEnv no-brotli 1
</FilesMatch>
Header merge Vary Accept-Encoding

${RULES.map(section).join('\n')}
`;
}

/** What says who may frame a page. */
const FRAMING = ['Content-Security-Policy', 'X-Frame-Options'];

/**
 * `_headers` of Netlify and Cloudflare Pages. Both have everything asked for again where no rule says otherwise, and join
 * the values of rules that overlap: the default of caching is left to them, and of two policies both bind. So who may
 * frame is said folder by folder, since a word for all addresses could not be taken back for the embeds.
 * They do not look at a query, so data of a known version are asked for again too.
 * @param {Pick<Site, 'base'> & { folders: readonly string[] }} site folders: those of the built site, `gmina`, `osadz` …
 */
export function headersFile({ base, folders }) {
  const [all] = RULES;
  if (!all) throw new Error('there is no rule for all addresses');
  const split = (/** @type {boolean} */ framing) =>
    Object.fromEntries(Object.entries(all.headers).filter(([name]) => FRAMING.includes(name) === framing));
  const own = RULES.filter((rule) => rule !== all && !rule.versioned);
  const policied = own.filter(({ headers }) => 'Content-Security-Policy' in headers).map(({ path }) => path);
  const parquet = ['/data/wskaznik/', '/data/jednostka/'].map((path) => ({
    path: `${path}*`,
    headers: { 'Content-Type': TYPES.parquet },
  }));
  const framed = ['/', ...folders.map((name) => `/${name}/*`)]
    .filter((path) => path === '/' || !policied.some((other) => other.startsWith(path.replace('*', ''))))
    .map((path) => ({ path, headers: split(true) }));
  const blocks = [
    { path: '/*', headers: split(false) },
    ...framed,
    ...own.map(({ path, headers }) => ({ path: `${path}*`, headers })),
    ...parquet,
  ].map(({ path, headers }) => {
    const lines = Object.entries(headers)
      .filter(([, value]) => value !== 'no-cache' && value !== '')
      .map(([name, value]) => `  ${name}: ${value}`);
    return [`${base}${path}`, ...lines].join('\n');
  });
  return `# ${MADE}\n${blocks.join('\n\n')}\n`;
}

/**
 * `_redirects` of Netlify: a chart that is not there says so in its frame. Cloudflare Pages takes the nearest `404.html` by
 * itself and passes over a rule with this status.
 * @param {Pick<Site, 'base'>} site
 */
export const redirectsFile = ({ base }) => `# ${MADE}\n${base}${EMBEDS}*  ${base}${EMBEDS}404.html  404\n`;

/** Writes the configuration for every host into a folder. @param {string} folder @param {Site & { folders: readonly string[] }} site */
export function writeHosts(folder, site) {
  const files = {
    'nginx.conf': nginx({ ...site, root: '/srv/gminoskop', listen: ['80', '[::]:80'], brotli: true }),
    'apache/.htaccess': apache(site),
    'netlify-cloudflare/_headers': headersFile(site),
    'netlify-cloudflare/_redirects': redirectsFile(site),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

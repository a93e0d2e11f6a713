import { createHash } from 'node:crypto';
import { madeUp, madeUpBanner } from './made-up';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Stylesheets as one, without comments and needless space: they travel in every page. */
export const packedCss = (...sheets: readonly string[]): string =>
  sheets
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/:\s+/g, ':')
    .replaceAll(';}', '}')
    .trim();

interface HtmlDocument {
  /** Markup of the head and of the body as Svelte's `render` gives them: texts in it are escaped. */
  head: string;
  body: string;
  css: string;
  /** What the page may load apart from its own styles. */
  policy?: readonly string[];
  /** Attributes of the root. */
  root?: Readonly<Record<string, string>>;
}

/** A frame lays its body out in a row. */
const bannerCss = madeUp ? 'body{flex-direction:column;align-items:center;justify-content:start}' : '';

/** A page outside the site's frame: no header, no footer, nothing but what is given, its styles inside under their hash. */
export function htmlDocument({ head, body, css, policy = [], root = {} }: HtmlDocument): Response {
  const style = css + bannerCss;
  const content = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...policy,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const attributes = Object.entries(root).map(([name, value]) => ` ${name}="${value}"`);
  // Svelte marks where hydration begins; nothing here is hydrated.
  const bare = (markup: string) => markup.replace(/<!--[\s\S]*?-->/g, '');
  const html = `<!doctype html>
<html lang="pl"${attributes.join('')}>
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${content.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>${style}</style>
${bare(head)}
</head>
<body>${madeUpBanner}${bare(body)}</body>
</html>
`;
  return new Response(html, { headers: { 'Content-Type': 'text/html' } });
}

import { createHash } from 'node:crypto';

const PRELOADS = /\s*<link href="([^"]+)" rel="modulepreload">/g;
const SCRIPT = /<script>([^<]*?kit\.start\([\s\S]*?)<\/script>/;
const IMPORTS = /Promise\.all\((\[\s*import\("[^"]+"\),\s*import\("[^"]+"\)\s*\])\)\.then\(/;

const hashOf = (script: string): string => `sha256-${createHash('sha256').update(script).digest('base64')}`;

/**
 * The page with its scripts asked for after its first picture: asked for with the page, they arrive and are compiled while
 * it is laid out, and the first chart waits for them (on loopback half as long again).
 * @param html whole page as SvelteKit writes it, its policy by hashes; unchanged where it has no script of SvelteKit
 * @throws where that script is not as expected
 */
export function startLate(html: string): string {
  const script = SCRIPT.exec(html)?.[1];
  if (script === undefined) return html;
  const scripts = [...html.matchAll(PRELOADS)].map(([, href]) => href);
  const late = script.replace(
    IMPORTS,
    (
      _,
      imports: string,
    ) => `new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))).then(() => {
						for (const href of ${JSON.stringify(scripts)})
							document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
						return Promise.all(${imports});
					}).then(`,
  );
  if (late === script) throw new Error('the script of SvelteKit does not start as expected');
  return html
    .replaceAll(PRELOADS, '')
    .replace(script, () => late)
    .replace(hashOf(script), () => hashOf(late));
}

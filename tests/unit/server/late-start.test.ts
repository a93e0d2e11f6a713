import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { startLate } from '../../../src/lib/server/late-start';

const hashOf = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`;
const SCRIPT = `
	{
		Promise.all([
			import("/start.js"),
			import("/app.js")
		]).then(([kit, app]) => {
			kit.start(app, element, { data: ["$&"] });
		});
	}
`;
const page = (script: string) =>
  `<meta content="script-src 'self' '${hashOf(script)}'"><body><script>${script}</script>
  <link href="/chunk.js" rel="modulepreload"></body>`;

it('asks for the scripts of a page after its first picture, and its policy allows the script that does', () => {
  const html = startLate(page(SCRIPT));
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  expect(script).toContain('requestAnimationFrame');
  expect(script).toContain('["/chunk.js"]');
  expect(script).toContain('data: ["$&"]');
  expect(html).not.toContain('<link');
  expect(html).toContain(hashOf(script));
  expect(html).not.toContain(hashOf(SCRIPT));
});

it('leaves a page without scripts as it is, and refuses a start it does not know', () => {
  const plain = '<body><script type="application/ld+json">{}</script></body>';
  expect(startLate(plain)).toBe(plain);
  expect(() => startLate(page(SCRIPT.replace('Promise.all', 'Promise.race')))).toThrow(/SvelteKit/);
});

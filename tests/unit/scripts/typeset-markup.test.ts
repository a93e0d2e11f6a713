import { expect, test } from 'vitest';
import { typesetMarkup } from '../../../scripts/typeset-markup.mjs';

const set = async (content: string): Promise<string> => {
  const made = await typesetMarkup().markup?.({ content, filename: 'a.svelte' });
  return made?.code ?? content;
};

test('one-letter words of a template do not end a line, whatever follows them', async () => {
  expect(await set('<p>pomoc w gminie i\n  w {name}</p>')).toBe(
    '<p>pomoc w\u00a0gminie i\u00a0w\u00a0{name}</p>',
  );
});
test('the space between a dash at the edge of a block and what follows is kept', async () => {
  expect(await set('<li>{#if bad}<b>Sprzeczność</b> –\n{/if}{text}</li>')).toBe(
    '<li>{#if bad}<b>Sprzeczność</b> –\u00a0{/if}{text}</li>',
  );
  expect(await set('<p>{a}{#if b}\n  · {b}{/if}</p>')).toBe('<p>{a}{#if b}\u00a0· {b}{/if}</p>');
});
test('code, scripts and attributes stay as they are', async () => {
  const as = '<script>const a = "w b";</script><code>z a b</code><a title="w gminie" href="/a i b">x</a>';
  expect(await set(as)).toBe(as);
});

import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

// Each rule of the house has an example that it refuses.
const messagesOf = async (code: string, filePath: string): Promise<string[]> => {
  const eslint = new ESLint({ overrideConfigFile: 'eslint.config.js' });
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'no-restricted-syntax')
    .map(({ message }) => message);
};

describe('a row of the form is named by its meaning', () => {
  const RULES = 'src/lib/report/checks/chapters.ts';
  test.each([
    ["export const a = { section: '7', row: 53 };", 1],
    ["export const a = 's7-w8-forecast';", 1],
    ["declare const formId: (a: string, b: string) => string;\nexport const a = formId('7', 'assess');", 1],
    ["export const a = { section: '7', row: '' };", 0],
    [
      "declare const formId: (a: string, b: string) => string;\nexport const a = formId('wydatki-ogolem|', 'assess');",
      0,
    ],
  ])(
    '%s',
    async (code, n) => {
      expect(await messagesOf(`${code}\n`, RULES)).toHaveLength(n);
    },
    60_000,
  );
});

test('a value of a page is said with its mark', async () => {
  const code = (call: string) =>
    `declare const formatValue: (v: number, u: string) => string;\ndeclare const said: (v: unknown, u: string) => string;\nexport const a = (point: { value: number }) => ${call};\n`;
  const PAGE = 'src/routes/area.ts';
  expect(await messagesOf(code("formatValue(point.value, 'zl')"), PAGE)).toHaveLength(1);
  expect(await messagesOf(code("said(point, 'zl')"), PAGE)).toHaveLength(0);
}, 60_000);

import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Ways to address a cell of the form by section and number. */
const FORM_NUMBERS = [
  {
    selector:
      "ObjectExpression:has(> Property[key.name='section']) > Property[key.name='row'] > Literal[raw=/^\\d+$/]",
    message: 'A row of the form is named by its meaning (indicator|breakdown), not by its number.',
  },
  {
    selector: 'Literal[value=/^s\\d[a-z0-9-]*-w\\d+/]',
    message: 'An anchor of a form row names its number: find the row by its meaning.',
  },
  {
    selector: "CallExpression[callee.name='formId'] > Literal.arguments:first-child:not([value=/\\|/])",
    message: 'formId takes the meaning of a row: indicator|breakdown.',
  },
];

export default ts.config(
  {
    ignores: [
      'node_modules/',
      '.svelte-kit*/',
      'build/',
      'build-*/',
      'deploy/',
      '.cache/',
      'static/',
      '.dependency-cruiser.cjs',
      'tests/fixtures/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: {
        ...globals.browser,
        ...globals.node,
        __SITE_URL__: 'readonly',
        __ARCHIVED__: 'readonly',
        __EMBEDS__: 'readonly',
      },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs'] },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    // A row of the form is known by what it says (`indicator|breakdown`), never by its number: numbers move between editions.
    files: ['src/lib/report/**', 'src/routes/**'],
    ignores: ['src/lib/report/recognise/**'],
    rules: { 'no-restricted-syntax': ['error', ...FORM_NUMBERS] },
  },
  {
    // A value in words carries its mark of doubt: `said`, `saidNumber` … of src/lib/format/said.ts, never its bare number.
    files: ['src/routes/**', 'src/lib/charts/**', 'src/lib/components/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...FORM_NUMBERS,
        {
          selector:
            "CallExpression[callee.name=/^(formatValue|formatNumber|formatPercent|formatSigned|counted)$/] > MemberExpression.arguments[property.name='value']",
          message: 'A value is said with its mark: said(), saidNumber(), saidOf() of $lib/format.',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      // Links are built by one function that knows the base path: src/lib/state.
      'svelte/no-navigation-without-resolve': 'off',
      // SVG comes from our own chart functions on the server; text from reports never goes this way.
      'svelte/no-at-html-tags': 'off',
    },
  },
  { files: ['**/*.mjs', '*.js'], extends: [ts.configs.disableTypeChecked] },
  { files: ['scripts/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
);

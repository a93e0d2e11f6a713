import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

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
    // A value in words carries its mark of doubt: `said`, `saidNumber` … of src/lib/format/said.ts, never its bare number.
    files: ['src/routes/**', 'src/lib/charts/**', 'src/lib/components/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
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

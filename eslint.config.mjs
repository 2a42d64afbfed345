import tseslint from 'typescript-eslint';

/** Rules that need type information cost seconds; only those that catch real faults are on. */
const TYPED_RULES = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
  '@typescript-eslint/await-thenable': 'error',
};

export default tseslint.config(
  { ignores: ['node_modules', 'dist/**', 'dist.*/**', 'data/**', 'coverage/**', 'public/vendor'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...TYPED_RULES,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, minimumDescriptionLength: 10 }],
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts', 'workflows/**/*.ts', 'scripts/**/*.mjs', 'bin/**/*.mjs'],
    // A migration records the tables of one moment, written out by a tool; cutting it would only scatter that record.
    ignores: ['**/*.spec.ts', 'src/persistence/migrations/**'],
    rules: { 'max-lines': ['error', { max: 350 }] },
  },
  {
    files: ['src/**/*.ts', 'workflows/**/*.ts'],
    ignores: ['**/*.spec.ts', 'src/cli.ts', 'src/main.ts', 'src/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }], 'prefer-const': 'error', 'no-var': 'error' },
  },
  {
    files: ['public/**/*.js'],
    languageOptions: { sourceType: 'script', ecmaVersion: 2020 },
    rules: {
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
    },
  },
);

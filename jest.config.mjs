import { SWC } from './scripts/typescript.mjs';

/** Unit specs stand beside their file; integration, documents and browser tests live under test/. */
const onPostgres = process.env.QIANTOU_TEST_DATABASE === 'postgres';

/** Rooms whose specs stand on a database; they run on both. */
const ON_A_DATABASE = '/test/(api|cascade|cli|e2e|integration|postgres|web)/.*\\.spec\\.ts$';

/** Of these, specs of the SQLite file itself, and of what stands on no database. */
const SQLITE_ONLY =
  '/test/(cascade/(sheet|real)|cli/(diagram|parse|usage)|integration/(sqlite-|backup|cli|evidence|histories|log-bits)' +
  '|web/(odd-path|partials))';

export default {
  testEnvironment: 'node',
  // On PostgreSQL (QIANTOU_TEST_DATABASE=postgres): what stands on a database, and what only PostgreSQL has.
  testRegex: onPostgres ? ON_A_DATABASE : '\\.spec\\.ts$',
  testPathIgnorePatterns: ['/node_modules/', onPostgres ? SQLITE_ONLY : '/test/postgres/'],
  roots: onPostgres ? ['<rootDir>/test'] : ['<rootDir>/src', '<rootDir>/workflows', '<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', SWC],
  },
  globalSetup: '<rootDir>/test/support/postgres-setup.mjs',
  globalTeardown: '<rootDir>/test/support/postgres-teardown.mjs',
  testTimeout: 120_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  // Every spec leaves some ten megabytes of modules behind, and nothing else: no timer, no socket, no child. A worker that
  // keeps those of hundreds collects garbage for a good part of its time; a new one costs a second.
  workerIdleMemoryLimit: '400MB',
  // To give them back takes longer than the half second after which jest would call it a leak.
  workerGracefulExitTimeout: 10_000,
  reporters: ['default', '<rootDir>/scripts/closing-line.mjs'],
};

/** StrykerJS for one room (`npm run mutate`). Reports and the state between runs lie in data/mutation. */
import { chosenRoom } from './rooms.mjs';

const room = chosenRoom();
const out = 'data/mutation';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [...room.mutate, '!**/*.spec.ts'],
  testRunner: 'direct',
  // Modules of past runs are never given back: a new process after so many.
  maxTestRunnerReuse: 150,
  coverageAnalysis: 'perTest',
  plugins: ['./mutation/runner.mjs', './mutation/ignore.mjs'],
  ignorers: ['refusal-words', 'beside-the-machine'],
  ignorePatterns: ['/dist', '/data', '/coverage', '/docs', '/bench', '/public', '/templates', '*.log'],
  disableTypeChecks: '{src,workflows,test}/**/*.ts',
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `${out}/${room.name}.json` },
  htmlReporter: { fileName: `${out}/${room.name}.html` },
  incremental: true,
  incrementalFile: `${out}/${room.name}.incremental.json`,
  concurrency: Number(process.env.MUTATE_CONCURRENCY ?? 1),
  timeoutMS: 10_000,
  tempDirName: `${out}/sandbox`,
};

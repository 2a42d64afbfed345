/**
 * A test runner for StrykerJS that plays a room's specs in its own process and imports them anew for every mutant. Jest
 * answers the same, at the price of its own start for each of some thousand mutants.
 */
import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { chosenRoom } from './rooms.mjs';

const TEST_MS = 20_000;
const stryker = (globalThis.__stryker__ ??= {});

class DirectRunner {
  runs = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    register('./loader.mjs', import.meta.url);
    this.stage = await import('./stage.mjs');
    this.files = specFiles();
  }

  async dryRun() {
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const result = await this.play(this.files, () => true, false);
    return { ...result, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    Object.assign(stryker, {
      activeMutant: activeMutant.id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    });
    const wanted = testFilter && new Set(testFilter);
    const files = wanted ? this.files.filter((file) => testFilter.some((id) => id.startsWith(`${file} `))) : this.files;
    const result = await this.play(files, (id) => !wanted || wanted.has(id), !disableBail);
    const timeout = determineHitLimitReached(stryker.hitCount, hitLimit);
    Object.assign(stryker, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
    return toMutantRunResult(timeout ?? result, disableBail);
  }

  /** Imports the files and runs the chosen tests in order; with `bail` up to the first that fails. */
  async play(files, isWanted, bail) {
    const run = ++this.runs;
    const tests = [];
    try {
      for (const file of files) {
        const suite = await this.stage.collect(
          () => import(`${pathToFileURL(join(process.cwd(), file)).href}?run=${run}`),
        );
        await runSuite(suite, { isWanted, bail, tests, file, seen: new Map() });
        if (bail && tests.some(({ status }) => status === FAILED)) break;
      }
    } catch (error) {
      return { status: 'error', errorMessage: String(error?.stack ?? error) };
    }
    return { status: 'complete', tests };
  }
}

const [PASSED, FAILED] = [0, 1];

function specFiles() {
  const patterns = chosenRoom().specs.map((one) => new RegExp(one));
  const all = ['src', 'workflows', 'test'].flatMap((root) =>
    readdirSync(root, { recursive: true }).map((file) => join(root, file)),
  );
  return all.filter((file) => patterns.some((one) => one.test(file))).sort();
}

function nameOf({ name, parent }) {
  return parent ? `${nameOf(parent)} ${name}` : name;
}

/** Tests of one name get a number, so that each has an id of its own. */
function idOf(test, { file, seen }) {
  const name = nameOf(test).trim();
  const before = seen.get(name) ?? 0;
  seen.set(name, before + 1);
  return `${file} ${name}${before > 0 ? ` (${before + 1})` : ''}`;
}

function plan(suite, about) {
  return suite.children.map((child) =>
    child.children ? { suite: child, parts: plan(child, about) } : { test: child, id: idOf(child, about) },
  );
}

async function runSuite(suite, about) {
  await runParts({ suite, parts: plan(suite, about) }, about);
}

const isAnyWanted = (parts, isWanted) =>
  parts.some((part) => (part.test ? isWanted(part.id) : isAnyWanted(part.parts, isWanted)));

async function runParts({ suite, parts }, about) {
  if (!isAnyWanted(parts, about.isWanted)) return;
  const broken = await failureOf(suite.beforeAll);
  for (const part of parts) {
    if (about.bail && about.tests.some(({ status }) => status === FAILED)) break;
    if (part.test) await runTest(part, about, broken);
    else await runParts(part, about);
  }
  await failureOf(suite.afterAll);
}

async function runTest({ test, id }, { isWanted, tests, file }, broken) {
  if (!isWanted(id)) return;
  const started = performance.now();
  stryker.currentTestId = id;
  const above = ancestors(test.parent);
  const before = above.flatMap((suite) => suite.beforeEach);
  const after = above.reverse().flatMap((suite) => suite.afterEach);
  const failure = broken ?? (await failureOf([...before, test.body])) ?? null;
  const ending = await failureOf(after);
  stryker.currentTestId = undefined;
  const told = failure ?? ending;
  const result = { id, name: id, fileName: file, timeSpentMs: Math.ceil(performance.now() - started) };
  tests.push(told ? { ...result, status: FAILED, failureMessage: told } : { ...result, status: PASSED });
}

const ancestors = (suite) => (suite ? [...ancestors(suite.parent), suite] : []);

/** Runs the steps one after another; the first failure in words, undefined when all went well. */
async function failureOf(steps) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`longer than ${TEST_MS} ms`)), TEST_MS);
  });
  try {
    for (const step of steps) await Promise.race([step(), late]);
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  } finally {
    clearTimeout(timer);
    late.catch(() => undefined);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'direct', DirectRunner)];

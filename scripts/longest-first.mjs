import Sequencer from '@jest/test-sequencer';

/**
 * The specs that take half a minute and more on two cores, roughly the longest first. A clean checkout knows no times:
 * jest begins with the largest files there, and the kills, a small file of ten minutes, came last and alone.
 */
export const LONG = [
  'test/crash/crash.spec.ts',
  'test/postgres/crash.spec.ts',
  'test/formats/bombs.spec.ts',
  'test/e2e/office-alone-cli.spec.ts',
  'test/e2e/journey.spec.ts',
  'test/e2e/office-alone.spec.ts',
  'test/formats/child.spec.ts',
  'test/e2e/kept.spec.ts',
  'test/integration/revision.spec.ts',
  'test/integration/course.spec.ts',
  'test/integration/api.spec.ts',
  'test/integration/concurrency.spec.ts',
  'test/integration/meetings.spec.ts',
  'test/simulation/province.spec.ts',
  'test/integration/cli.spec.ts',
  'test/formats/fuzz.spec.ts',
  'test/postgres/office.spec.ts',
  'test/postgres/periodic.spec.ts',
  'test/e2e/confirm.spec.ts',
  'src/engine/check/check.spec.ts',
];

/** Begins with the long specs, so that no worker is left alone with one; the others follow in jest's own order. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((long) => path.replaceAll('\\', '/').endsWith(`/${long}`));
      return at === -1 ? LONG.length : at;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}

import { join } from 'node:path';
import { projectRoot } from '../../../src/shared/paths.js';
import { planFile, plansFolder } from '../../support/plans.js';

/** The Taiyuan plan where it is at hand, else a plan of our own for the same city, and a word about it. */
export function cityPlan(): { file: string; isReal: boolean } {
  if (plansFolder()) return { file: planFile('taiyuan-2023'), isReal: true };
  process.stderr.write('The real plans are absent (QIANTOU_PLANS): the plan of test/fixtures stands in.\n');
  return { file: join(projectRoot, 'test/fixtures/sample-plan.txt'), isReal: false };
}

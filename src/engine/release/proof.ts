import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../../../workflows/catalogue.js';
import { projectRoot } from '../../shared/paths.js';
import { Refusal } from '../../shared/errors.js';
import { checkDefinition, printFinding, type Finding } from '../check/check.js';
import { fingerprintOf } from './fingerprint.js';

type Check = (definition: Definition) => Finding[];

/** Beside the built program: a new build is proven anew. */
const STAMP = join(projectRoot, 'dist/.proven');
const TOGETHER_STAMP = join(projectRoot, 'dist/.proven-together');

/**
 * Proves every definition before it may run; some seconds, so what was proven is noted beside the build and not proven a
 * second time. Returns whether anything had to be proven. Refusal: definition_unsound, with the stories that show it.
 */
export function proveOnce(all: readonly Definition[], stamp = STAMP, check: Check = checkDefinition): boolean {
  const print = fingerprintOfAll(all);
  if (isNoted(stamp, print)) return false;
  const found = all.flatMap((one) =>
    check(one).map((finding) => `${one.title}（${one.id}）：${printFinding(finding)}`),
  );
  if (found.length > 0) throw unsound(found);
  note(stamp, print);
  return true;
}

/**
 * Proves what the definitions do together with the features, once for a build like the proof of each. Returns whether
 * anything had to be proven. Refusal: definition_unsound.
 */
export async function proveTogetherOnce(
  all: readonly Definition[],
  check: () => Promise<Finding[]>,
  stamp = TOGETHER_STAMP,
): Promise<boolean> {
  const print = fingerprintOfAll(all);
  if (isNoted(stamp, print)) return false;
  const found = await check();
  if (found.length > 0) throw unsound(found.map(printFinding));
  note(stamp, print);
  return true;
}

function unsound(found: string[]): Refusal {
  return new Refusal('definition_unsound', `流程定义有 ${found.length} 处问题，不能启动：\n${found.join('\n')}`, {
    place: 'workflows/',
    cure: '请用发布的程序；改动流程的人请运行 qiantou workflows check。',
  });
}

function isNoted(stamp: string, print: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
}

function fingerprintOfAll(all: readonly Definition[]): string {
  const prints = all.map((one) => [one.id, fingerprintOf(one)]);
  return createHash('sha256').update(JSON.stringify(prints)).digest('hex');
}

/** Where the program's own folder cannot be written, each start proves again. */
function note(stamp: string, print: string): void {
  try {
    writeFileSync(stamp, print);
  } catch (error) {
    if (!['EACCES', 'EROFS', 'ENOENT', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

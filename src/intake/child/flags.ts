import { join } from 'node:path';
import { projectRoot } from '../../shared/paths.js';

/** The reading process's program, as built. */
export const CHILD_ENTRY = join(projectRoot, 'dist/src/intake/child/main.js');

/**
 * Node's flags for a process that may read the program, its seeds and one file, and nothing else.
 * What they close: on every Node from 20 on, files, child processes, workers and native addons; the network only from
 * Node 25 on, for which walls.ts stands in before.
 */
export function childFlags(path: string, heapMiB: number): string[] {
  const isStable = process.allowedNodeEnvironmentFlags.has('--permission');
  const readable = [
    join(projectRoot, 'dist', '*'),
    join(projectRoot, 'node_modules', '*'),
    join(projectRoot, 'seeds', '*'),
    join(projectRoot, 'package.json'),
    path,
  ];
  return [
    isStable ? '--permission' : '--experimental-permission',
    ...readable.map((place) => `--allow-fs-read=${place}`),
    `--max-old-space-size=${heapMiB}`,
    '--disallow-code-generation-from-strings',
    '--no-warnings',
  ];
}

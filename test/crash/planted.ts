import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../src/shared/paths.js';

/** The environment in which every process of the built program has the fault that plants.mjs knows by this name. */
export function planted(name: string): NodeJS.ProcessEnv {
  const plants = pathToFileURL(join(projectRoot, 'test/crash/plants.mjs')).href;
  const flags = `${process.env.NODE_OPTIONS ?? ''} --import ${plants}`;
  return { ...process.env, NODE_OPTIONS: flags.trim(), QIANTOU_PLANT: name };
}

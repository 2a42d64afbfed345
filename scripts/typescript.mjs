/** How TypeScript becomes JavaScript wherever sources run unbuilt: in jest, under planted faults, in the bench. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/** For SWC; decorators as the compiler's own build has them. */
export const SWC = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

/** The JavaScript of the TypeScript file at a URL. */
export function compiled(url) {
  const filename = fileURLToPath(url);
  return transformSync(readFileSync(filename, 'utf8'), { ...SWC, filename, swcrc: false }).code;
}

import { Draws } from '../../src/simulation/draws.js';

/**
 * Draws for one matter, from the seed and the matter's names: what is drawn for one does not depend on what was drawn
 * for another, nor on how often a killed day is begun again.
 */
export function drawsOf(seed: number, ...names: (string | number)[]): Draws {
  let hash = 0x811c9dc5 ^ seed;
  for (const sign of names.join(' ')) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193);
  return new Draws(hash ^ (hash >>> 13));
}

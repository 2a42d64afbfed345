import { saidOfAll } from './everyday.js';
import { wordsIn } from './words.js';

const PARTICLE = /^[的和与及或等在了对为以将把向从由到于中各并可能是有\d]$|[^\p{L}\p{N}]/u;
const LEAST = 2;

/** What both texts say, in whole words, neighbouring ones together, in the first one's order; without particles and words said of all matters. */
export function sharedWords(one: string, other: string): string[] {
  const runs = [''];
  for (const word of wordsIn(one)) {
    const run = runs.at(-1)! + word;
    if (PARTICLE.test(word) || (word.length >= LEAST && saidOfAll(word)) || !other.includes(word)) runs.push('');
    else if (other.includes(run)) runs[runs.length - 1] = run;
    else runs.push(word);
  }
  const said = [...new Set(runs)].filter((run) => run.length >= LEAST && !saidOfAll(run));
  return said.filter((run) => !said.some((longer) => longer !== run && longer.includes(run)));
}

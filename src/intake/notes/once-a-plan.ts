import type { UnitContext } from '../../domain/units/resolve.js';

/**
 * Makes something of words once in a plan: asked again for the same words in the same plan's context, it answers what was
 * made of them before. What it answers is shared and must not be changed.
 */
export function onceAPlan<T>(): (context: UnitContext, words: string, make: () => T) => T {
  const plans = new WeakMap<UnitContext, Map<string, T>>();
  return (context, words, make) => {
    let made = plans.get(context);
    if (!made) plans.set(context, (made = new Map()));
    const known = made.get(words);
    if (known !== undefined) return known;
    const found = make();
    made.set(words, found);
    return found;
  };
}

import { levelWord } from '../domain/units/prefix.js';
import type { DoubtedName } from './units-learned.js';

/** A name that no list has, with all its spellings in the plan. */
export interface SpeltName extends DoubtedName {
  /** The other printed surfaces of the same name. */
  spellings: string[];
}

/**
 * The doubted names, those that are spelt in two ways as one: with and without the plan's own place or level before it
 * (太原市城投集团, 市城投集团, 城投集团), in wide or narrow signs. Only names that no list has: of any other a person is asked apart.
 */
export function asOneSpelling(names: readonly DoubtedName[], place: string): SpeltName[] {
  const found = new Map<string, SpeltName>();
  for (const one of names) {
    const key = one.code === 'unit_unknown' ? keyOf(one.name, place) : `${one.code} ${one.surface}`;
    const known = found.get(key);
    if (known)
      found.set(key, { ...known, times: known.times + one.times, spellings: [...known.spellings, one.surface] });
    else found.set(key, { ...one, spellings: [] });
  }
  return [...found.values()];
}

/** A printed surface with those that are spelt otherwise and are the same doubted name. */
export function spellingsOf(surface: string, names: readonly DoubtedName[], place: string): string[] {
  const of = asOneSpelling(names, place).find((one) => [one.surface, ...one.spellings].includes(surface));
  return of ? [surface, ...[of.surface, ...of.spellings].filter((one) => one !== surface)] : [surface];
}

const SHORTEST = 4;

function keyOf(name: string, place: string): string {
  const plain = name.normalize('NFKC').replace(/[\s·•\-—()“”"]/g, '');
  const level = place === '' ? '' : levelWord(place);
  const heads = [place, place.slice(0, place.length - level.length), level].filter(Boolean);
  const head = heads.find((one) => plain.startsWith(one));
  const bare = head === undefined ? plain : plain.slice(head.length);
  return bare.length < SHORTEST ? plain : bare;
}

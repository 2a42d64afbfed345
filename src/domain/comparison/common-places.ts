/** A place in the first sequence and the place in the second that holds the same. */
export type CommonPlace = [old: number, now: number];

/**
 * Longest common subsequence of two sequences, as places in order. Where more than `most` parts lie between what both
 * begin and end with, only beginning and end are told.
 */
export function commonPlaces(old: readonly string[], now: readonly string[], most: number): CommonPlace[] {
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && old[start] === now[start]) start++;
  let end = 0;
  while (end < least - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end), most);
  return [
    ...Array.from({ length: start }, (_, at): CommonPlace => [at, at]),
    ...middle.map(([i, j]): CommonPlace => [start + i, start + j]),
    ...Array.from({ length: end }, (_, at): CommonPlace => [old.length - end + at, now.length - end + at]),
  ];
}

function between(old: readonly string[], now: readonly string[], most: number): CommonPlace[] {
  if (old.length > most || now.length > most || old.length === 0 || now.length === 0) return [];
  const lengths = commonLengths(old, now);
  const places: CommonPlace[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) places.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return places;
}

function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

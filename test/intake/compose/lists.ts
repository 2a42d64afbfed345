import fc from 'fast-check';
import type { Place } from './places.js';
import { unitsOf, type Named } from './units.js';

/** A list of units as it is printed, and who stands in it. */
export interface UnitList {
  text: string;
  names: string[];
  /** Groups without names at its end, as they must be read. */
  open: string[];
}

/** How one unit is printed in its list. */
interface Taste {
  again: boolean;
  joint: number;
}

/** How a list ends: 等, a group, or neither. */
interface Tail {
  text: string;
  open: string[];
}

const NO_TAIL: Tail = { text: '', open: [] };
const GROUPS = ['相关部门', '有关单位', '各有关单位', '各成员单位', '各级各有关部门'];
const ETC = ['等', '等单位', '等部门', '等有关部门', '等相关单位'].map((text): Tail => ({ text, open: ['等'] }));

/** 市X have no 市直 of their own where the plan is the State Council's. */
const groupsOf = ({ below, prefix }: Place): string[] => [
  ...below,
  ...GROUPS,
  ...(prefix === '' ? [] : [`${prefix}直有关部门`, `${prefix}直有关单位`]),
];

const someTail = (place: Place): fc.Arbitrary<Tail> => {
  const group = fc
    .tuple(fc.constantFrom(...groupsOf(place)), fc.constantFrom('、', '，', '及', '和'))
    .map(([name, joint]): Tail => ({ text: joint + name, open: [name] }));
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(NO_TAIL) },
    { weight: 2, arbitrary: fc.constantFrom(...ETC) },
    { weight: 2, arbitrary: group },
  );
};

const TASTE: fc.Arbitrary<Taste> = fc.record({ again: fc.boolean(), joint: fc.nat(19) });

/** Prints units in order; the level stands before the first, where it must, and where the draw wants it again. */
function printed(units: Named[], tastes: Taste[], { prefix }: Place, commas: boolean): string {
  const words = units.map(({ short, levelled, apart }, index) => {
    const must = index === 0 || apart || units[index - 1]!.apart;
    const level = levelled && (must || tastes[index]!.again) ? prefix : '';
    return { text: level + short, whole: level !== '' || !levelled };
  });
  return words
    .map(
      ({ text, whole }, index) =>
        (index === 0 ? '' : jointOf(tastes[index]!, whole, index, words.length, commas)) + text,
    )
    .join('');
}

/** 和 and 及 stand before the last, a comma before a name that is printed in full. */
function jointOf({ joint }: Taste, whole: boolean, index: number, count: number, commas: boolean): string {
  if (whole && commas && joint === 0) return '，';
  if (whole && index === count - 1 && joint < 4) return ['和', '及', '以及', '和'][joint]!;
  return '、';
}

/** Lists of different units, one after the other: leads, owners, supporters. */
export function unitLists(place: Place, sizes: readonly number[]): fc.Arbitrary<UnitList[]> {
  const most = sizes.reduce((sum, size) => sum + size, 0);
  const units = fc.uniqueArray(fc.constantFrom(...unitsOf(place)), {
    ...{ minLength: sizes.length, maxLength: most, selector: ({ full }) => full },
  });
  const tastes = fc.array(TASTE, { minLength: most, maxLength: most });
  const tails = fc.tuple(...sizes.map(() => someTail(place)));
  return fc
    .tuple(units, tastes, tails, fc.array(fc.nat(8), { minLength: sizes.length, maxLength: sizes.length }))
    .map(([all, taste, tail, cuts]) =>
      parted(all, sizes, cuts).map((part, index) => listed(part, taste, place, index > 0 ? tail[index]! : null)),
    );
}

/** One list with whatever end is drawn. */
export function tailedList(place: Place, size: number): fc.Arbitrary<UnitList> {
  return fc
    .tuple(unitLists(place, [size]), someTail(place))
    .map(([[list], tail]) => ({ ...list!, text: list!.text + tail.text, open: tail.open }));
}

/** The first list of a note has no end of its own: who leads is named. */
const listed = (units: Named[], tastes: Taste[], place: Place, tail: Tail | null): UnitList => ({
  text: printed(units, tastes, place, tail !== null) + (tail?.text ?? ''),
  names: units.map(({ full }) => full),
  open: tail?.open ?? [],
});

/** Cuts the units into as many parts as there are sizes; every part has one at least, none more than its size. */
function parted(units: Named[], sizes: readonly number[], cuts: readonly number[]): Named[][] {
  const left = [...units];
  return sizes.map((size, index) => {
    const kept = sizes.length - index - 1;
    const room = Math.min(size, left.length - kept);
    return left.splice(0, kept === 0 ? Math.min(size, left.length) : 1 + (cuts[index]! % room));
  });
}

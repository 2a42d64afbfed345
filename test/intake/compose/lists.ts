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

/** How one unit is printed in its list, and the group that stands before it in the middle of the list; none before most. */
interface Taste {
  again: boolean;
  joint: number;
  group: string | null;
}

/** How a list ends: 等, a group, or neither. */
interface Tail {
  text: string;
  open: string[];
}

const NO_TAIL: Tail = { text: '', open: [] };
const GROUPS = ['相关部门', '有关单位', '各有关单位', '各成员单位', '各级各有关部门'];
/** Groups that stand among units as well. */
const AMONG = ['相关部门', '有关单位', '各有关企业', '相关金融机构', '重点用工企业', '建筑施工企业', '燃气供热企业'];
const ETC_TAILS = ['等', '等单位', '等部门', '等有关部门', '等相关单位', '等行业主管部门', '等用人单位', '等新闻媒体'];
const ETC = ETC_TAILS.map((text): Tail => ({ text, open: ['等'] }));

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

const TASTE: fc.Arbitrary<Taste> = fc.record({
  ...{ again: fc.boolean(), joint: fc.nat(19) },
  group: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...AMONG) }),
});

/** The group before a unit of a list, in a plan that has levels. */
const groupAt = (index: number, tastes: Taste[], { prefix }: Place): string | null =>
  index === 0 || prefix === '' ? null : tastes[index]!.group;

/**
 * Prints units in order; the level stands before the first, where it must, and where the draw wants it again. A star stands
 * behind the unit at `star`.
 */
function printed(units: Named[], tastes: Taste[], place: Place, commas: boolean, star: number): string {
  const { prefix } = place;
  const words = units.map(({ short, levelled, apart }, index) => {
    const group = groupAt(index, tastes, place);
    const must = index === 0 || apart || units[index - 1]!.apart || group !== null;
    const level = levelled && (must || tastes[index]!.again) ? prefix : '';
    const text = `${group === null ? '' : `${group}、`}${level}${short}${index === star ? '*' : ''}`;
    return { text, whole: (level !== '' || !levelled) && group === null };
  });
  return words
    .map(
      ({ text, whole }, index) =>
        (index === 0 ? '' : jointOf(tastes[index]!, whole, index, words.length, commas)) + text,
    )
    .join('');
}

/** 和 and 及 stand before the last, 和 in the middle as well, a comma before a name that is printed in full. */
function jointOf({ joint }: Taste, whole: boolean, index: number, count: number, commas: boolean): string {
  if (whole && commas && joint === 0) return '，';
  if (whole && index === count - 1 && joint < 4) return ['和', '及', '以及', '和'][joint]!;
  return whole && joint === 4 ? '和' : '、';
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

/** One list with whatever end is drawn; with a star behind one of its units where the plan marks its leads so. */
export function tailedList(place: Place, size: number, isStarred: boolean): fc.Arbitrary<StarredList> {
  const units = fc.uniqueArray(fc.constantFrom(...unitsOf(place)), {
    ...{ minLength: 1, maxLength: size, selector: ({ full }: Named) => full },
  });
  const tastes = fc.array(TASTE, { minLength: size, maxLength: size });
  return fc.tuple(units, tastes, someTail(place), fc.nat(size)).map(([all, taste, tail, at]) => {
    const star = isStarred ? at % all.length : -1;
    return { ...listed(all, taste, place, tail, star), star };
  });
}

/** A list, and where in it the star stands; -1 for none. */
export interface StarredList extends UnitList {
  star: number;
}

/** The first list of a note has no end of its own: who leads is named. */
const listed = (units: Named[], tastes: Taste[], place: Place, tail: Tail | null, star = -1): UnitList => ({
  text: printed(units, tastes, place, tail !== null, star) + (tail?.text ?? ''),
  names: units.map(({ full }) => full),
  open: [...new Set([...units.flatMap((_, index) => groupAt(index, tastes, place) ?? []), ...(tail?.open ?? [])])],
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

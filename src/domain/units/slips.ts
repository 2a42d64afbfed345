import type { UnitRegistry } from './registry.js';

/** What stands for a character of usual names when another that sounds like it was typed: 市公安居, 市妇连, 市总工汇. */
const SOUNDS_LIKE = ['局居句具聚', '厅听', '委为位', '办半', '会汇惠慧', '联连莲', '协携', '工公功', '妇付富', '总综'];

const LEVEL = /^(?:自治区|[省市县区州盟旗])(?=.{2,})/;
const AGENCY_END = /^(?:局|厅|委|办)$/;
const SHORTEST = 3;

/**
 * Usual names that a name nobody knows differs from in a single character, each in full and with its level (市公安局 for
 * 市公安居): any character but the last, in names of two characters and at the end only one that sounds alike. None for a
 * name without a level, and for one that is known.
 */
export function slipsOf(name: string, registry: UnitRegistry): string[] {
  const level = LEVEL.exec(name)?.[0];
  const bare = name.slice(level?.length ?? 0);
  if (level === undefined || bare.length < 2 || registry.find(bare)) return [];
  const found = [...soundingAlike(bare), ...(bare.length < SHORTEST ? [] : besideInside(bare, registry))];
  const inUse = found.map((one) => registry.find(one)).filter((unit) => unit !== null && unit.to === null);
  return [...new Set(inUse.map((unit) => level + (unit?.rest ?? '')))];
}

/** The name with its last character, in a short name also its first, changed for one that sounds alike. */
function soundingAlike(bare: string): string[] {
  const places = bare.length < SHORTEST ? [0, bare.length - 1] : [bare.length - 1];
  return places.flatMap((at) => {
    const alike = SOUNDS_LIKE.find((set) => set.includes(bare[at] ?? '')) ?? '';
    return [...alike]
      .filter((letter) => letter !== bare[at])
      .map((letter) => bare.slice(0, at) + letter + bare.slice(at + 1));
  });
}

/** Names of the same length and ending with one other character before the end, those that begin alike first. */
function besideInside(bare: string, { stems, names }: UnitRegistry): string[] {
  const end = bare.slice(-1);
  const bureaus = AGENCY_END.test(end) ? stems.map((stem) => stem + end) : [];
  return [...bureaus, ...names]
    .filter((one) => one.length === bare.length && one.endsWith(end) && isOneOff(one, bare))
    .sort((a, b) => Number(b[0] === bare[0]) - Number(a[0] === bare[0]));
}

/** Whether two words of one length differ in exactly one character. */
export function isOneOff(one: string, other: string): boolean {
  let apart = 0;
  for (let at = 0; at < one.length && apart < 2; at++) if (one[at] !== other[at]) apart++;
  return apart === 1 && one.length === other.length;
}

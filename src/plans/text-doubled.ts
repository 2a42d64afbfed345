import type { Doubt, TargetReading } from '../domain/plan/reading.js';
import { itemWords } from './draft-words.js';

/** A measure's figures after its text changed, each counted once; what only a person can tell apart is asked. */
export interface CountedOnce {
  items: TargetReading[];
  doubts: Doubt[];
}

interface Figures {
  items: readonly TargetReading[];
  /** Those of them that a person set by hand, and those that the new text brings. */
  byHand: readonly TargetReading[];
  come: readonly TargetReading[];
  /** Figures as they were read before. */
  read: readonly TargetReading[];
}

/**
 * A figure that a person renamed or set, and that the new text says again: of the same value it stands once, as the person
 * named it, with the words of the text; of another value both stand and are asked about.
 */
export function countedOnce({ items, byHand, come, read }: Figures): CountedOnce {
  const twins = byHand.flatMap((own) =>
    come.filter((one) => isOneMatter(own, one, read)).map((one) => [own, one] as const),
  );
  const same = twins.filter(([own, one]) => own.value === one.value);
  const placed = new Map(same.map(([own, { raw, span }]) => [own, { ...own, raw, span }]));
  const again = new Set(same.map(([, one]) => one));
  return {
    items: items.filter((one) => !again.has(one)).map((one) => placed.get(one) ?? one),
    doubts: twins.filter(([own, one]) => !placed.has(own) && !again.has(one)).map(([own, one]) => doubtOn(own, one)),
  };
}

/** Of one name, also where the person's figure had the other's name when it was read. */
function isOneMatter(own: TargetReading, other: TargetReading, read: readonly TargetReading[]): boolean {
  const from = read.filter((one) => one.raw === own.raw || isSamePlace(one, own));
  return own.unit === other.unit && [own, ...from].some(({ metric }) => metric === other.metric);
}

const isSamePlace = (one: TargetReading, other: TargetReading): boolean =>
  one.span !== undefined && one.span.join() === other.span?.join();

function doubtOn(own: TargetReading, other: TargetReading): Doubt {
  const [mine, texts] = [own, other].map((one) => itemWords('targets', one));
  const reason = `手工填写的“${mine}”与内容中新读出的“${texts}”可能是同一项指标，会重复计算，请核对后只留一项`;
  return { code: 'figure_unread', reason, field: 'targets' };
}

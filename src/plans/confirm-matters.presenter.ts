import { demandWords } from '../domain/comparison/demand.js';
import { mattersOf, type Matter } from '../domain/figures/asked.js';
import type { TargetReading } from '../domain/plan/reading.js';
import type { DraftReading } from './draft.js';

/** Goals and targets that are, or may be, one matter; what a person has to decide comes first. */
export function mattersView(draft: DraftReading, perForm: object): object {
  const matters = mattersOf(draft);
  const rows = [...matters.filter(({ open }) => open), ...matters.filter(({ open }) => !open)];
  return {
    matters: rows.map((matter, at) => ({ ...rowOf(draft, matter), ...perForm, n: at + 1 })),
    mattersOpen: matters.filter(({ open }) => open).length,
  };
}

function rowOf(draft: DraftReading, { id, key, goal, target, isOne, open }: Matter): object {
  const { no, title, targets } = draft.measures.find((one) => one.key === key)!;
  return {
    ...{ matter: id, key, open, isOne, place: `${no} ${title}`.trim() },
    goal: figureWords(draft.goals[goal]!),
    target: figureWords(targets[target]!),
    standing: open ? '请您定' : isOne ? '合为一个指标' : '分为两个指标',
  };
}

/** 清零 is said as printed, every other figure with what it asks. */
const figureWords = (target: TargetReading): string =>
  target.raw.includes('清零') ? `${target.metric}${target.raw}` : demandWords(target);

import type { MeasureReading, PlanReading } from '../domain/plan/reading.js';

/** A measure on the confirm page: the reading with a key that stays through corrections, and the office's choices. */
export interface DraftMeasure extends MeasureReading {
  key: string;
  /** deliverable 办结型 | standing 常态型. */
  track: 'deliverable' | 'standing';
  /** Who puts it together: the stated lead, or the coordinator's office (我办汇总). */
  consolidator: 'office' | 'lead';
  /** The office's choice for each open group: all of a list, or 暂不明确. */
  groups: GroupChoice[];
  /** A person has looked at the doubts and accepts the reading. */
  accepted: boolean;
}

/** undecided: nobody has chosen yet; unclear: 暂不明确; members, counties: filled from the lists when issued. */
export interface GroupChoice {
  surface: string;
  role: 'responsible' | 'supporting';
  choice: 'undecided' | 'unclear' | 'members' | 'counties';
}

export interface DraftReading extends Omit<PlanReading, 'measures'> {
  measures: DraftMeasure[];
}

/** One correction: a field of a measure (by key) or, with key null, of the plan. */
export interface DraftChange {
  key: string | null;
  field: string;
  value: unknown;
}

/** A fresh reading as a draft: nothing decided yet. */
export function toDraft(reading: PlanReading): DraftReading {
  return { ...reading, measures: reading.measures.map(draftMeasure) };
}

function draftMeasure(measure: MeasureReading, index: number): DraftMeasure {
  return {
    ...measure,
    key: `m${String(index + 1).padStart(3, '0')}`,
    track: measure.due ? 'deliverable' : 'standing',
    consolidator: measure.leadBasis === 'stated' ? 'lead' : 'office',
    groups: measure.openGroups.map((group) => ({ ...group, choice: 'undecided' })),
    accepted: false,
  };
}

/** What is still open before the draft can be confirmed, in the order of the page: doubts first. */
export function openQuestions(draft: DraftReading): { key: string; no: string; title: string; reasons: string[] }[] {
  return draft.measures
    .map((m) => ({ key: m.key, no: m.no, title: m.title, reasons: questionsOf(m) }))
    .filter((question) => question.reasons.length > 0);
}

function questionsOf(measure: DraftMeasure): string[] {
  const doubts = measure.doubtful && !measure.accepted ? measure.doubts.map((doubt) => doubt.reason) : [];
  const groups = measure.groups
    .filter((group) => group.choice === 'undecided')
    .map((group) => `“${group.surface}”尚未明确：可按名单补齐，也可暂不明确`);
  return [...doubts, ...groups];
}

/** The proposals, taken all at once: no stated lead → the office consolidates; groups from the lists; doubts accepted. */
export function proposals(draft: DraftReading): DraftChange[] {
  return draft.measures.flatMap((measure) => [
    ...(measure.doubtful && !measure.accepted ? [{ key: measure.key, field: 'accepted', value: true }] : []),
    ...groupProposal(measure),
  ]);
}

function groupProposal(measure: DraftMeasure): DraftChange[] {
  if (!measure.groups.some((group) => group.choice === 'undecided')) return [];
  const value = measure.groups.map((group) => ({ ...group, choice: proposedChoice(group) }));
  return [{ key: measure.key, field: 'groups', value }];
}

function proposedChoice(group: GroupChoice): GroupChoice['choice'] {
  if (group.choice !== 'undecided') return group.choice;
  if (
    /[县区市州].*(政府|领导小组|区）|区\)|$)/.test(group.surface) &&
    /^各/.test(group.surface) &&
    !/部门|单位|成员/.test(group.surface)
  )
    return 'counties';
  return /^等/.test(group.surface) ? 'unclear' : 'members';
}

import type { LeadBasis, MeasureReading, PlanReading, ResponsibilityMode, UnitRef } from '../domain/plan/reading.js';

/** A measure on the confirm page: the reading with a key that stays through corrections, and the office's choices. */
export interface DraftMeasure extends MeasureReading {
  key: string;
  /** deliverable 办结型 | standing 常态型. */
  track: 'deliverable' | 'standing';
  /** Who puts it together: the stated lead, or the coordinator's office (我办汇总). */
  consolidator: 'office' | 'lead';
  /** The office's choice for each open group: all of a list, or 暂不明确. */
  groups: GroupChoice[];
  /** On what a chosen lead rests; null while none was chosen. */
  leadGround: LeadGround | null;
  /** A person has looked at the measure and accepts it. */
  accepted: boolean;
}

/** undecided: nobody has chosen yet; unclear: 暂不明确; members, counties: filled from the lists when issued. */
export interface GroupChoice {
  surface: string;
  role: 'responsible' | 'supporting';
  choice: 'undecided' | 'unclear' | 'members' | 'counties';
}

/** Why a lead was designated that the document does not name: a document (文号), a meeting, an instruction (批示). */
export interface LeadGround {
  kind: 'document' | 'meeting' | 'instruction' | 'other';
  words: string;
}

/** The responsibility for a measure, corrected as one: who leads follows from the rest. */
export interface Division {
  mode: ResponsibilityMode;
  responsible: UnitRef[];
  supporting: UnitRef[];
  lead: UnitRef | null;
  leadBasis: LeadBasis | null;
  leadGround: LeadGround | null;
}

export interface DraftReading extends Omit<PlanReading, 'measures'> {
  measures: DraftMeasure[];
  /** To whom the reports go up, once the office has said so. */
  recipient: string | null;
}

/** A fresh reading as a draft: nothing decided yet. */
export function toDraft(reading: PlanReading): DraftReading {
  return { ...reading, recipient: null, measures: reading.measures.map(draftMeasure) };
}

function draftMeasure(measure: MeasureReading, index: number): DraftMeasure {
  return {
    ...measure,
    key: measureKey(index + 1),
    track: measure.due ? 'deliverable' : 'standing',
    consolidator: measure.leadBasis === 'stated' ? 'lead' : 'office',
    groups: measure.openGroups.map((group) => ({ ...group, choice: 'undecided' })),
    leadGround: null,
    accepted: false,
  };
}

/** m001, m002, … */
export const measureKey = (n: number): string => `m${String(n).padStart(3, '0')}`;

/** The division of a measure as one value. */
export function divisionOf(measure: DraftMeasure): Division {
  const { mode, responsible, supporting, lead, leadBasis, leadGround } = measure;
  return { mode, responsible, supporting, lead, leadBasis, leadGround };
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
  return [...new Set([...doubts, ...groups])];
}

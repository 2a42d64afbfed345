import { mattersOf, type MatterChoice } from '../domain/figures/asked.js';
import { leadOf, type DecidedMeasure, type GroupChoice, type LeadGround } from '../domain/plan/duties.js';
import type {
  Doubt,
  LeadBasis,
  MeasureReading,
  PlanReading,
  ResponsibilityMode,
  Span,
  UnitRef,
} from '../domain/plan/reading.js';
import { clauseQuestions, type ClauseChoice } from './draft-clauses.js';
import { deadlineQuestion } from './draft-deadlines.js';
import { dutyQuestion } from './duties-asked.js';
import { personsHidden } from './draft-persons.js';
import { withOwnParts } from './draft-parts.js';
import { issuerQuestion } from './draft-issuers.js';
import { placeQuestion, type PlaceProposed } from './draft-place.js';
import { yearQuestion } from './draft-year.js';
import { hasNobody, nameless } from './draft-ready.js';
import { sourceNoteQuestions, type SourceNoteChoice } from './draft-source-notes.js';
import { strangeDayQuestions, type StrangeDayChoice } from './draft-strange-days.js';
import { neighboursAsked } from './torn-rows.js';
import { windowQuestions } from './windows-asked.js';
import { planStart, type PlanStart } from './years.js';

export type { GroupChoice, LeadGround };

/** A measure on the confirm page: the reading with a key that stays through corrections, and the office's choices. */
export interface DraftMeasure extends DecidedMeasure {
  key: string;
  /** Notes of the measures that were joined to it, beside its own. */
  otherNotes?: Span[];
  /** A person has said that the day printed in the text is not set as 完成时限. */
  withoutDue?: boolean;
  /** The clause without a unit that was entered as this measure. */
  fromClause?: string;
  /** A person has looked at the measure and accepts it. */
  accepted: boolean;
}

/** The responsibility for a measure, corrected as one: who leads follows from the rest. */
export interface Division {
  mode: ResponsibilityMode;
  responsible: UnitRef[];
  /** Who helps; `own` marks those that answer for a part of their own (责任). */
  supporting: UnitRef[];
  lead: UnitRef | null;
  leadBasis: LeadBasis | null;
  leadGround: LeadGround | null;
}

export interface DraftReading extends Omit<PlanReading, 'measures'> {
  measures: DraftMeasure[];
  /** To whom the reports go up, once the office has said so. */
  recipient: string | null;
  /** The office's own place, where the file names none: to be taken, or another one written. */
  placeProposed?: PlaceProposed | null;
  /** The plan's year, where the office has said another one than title, date and number tell. */
  year?: number | null;
  /** The office has said that the document prints no issuer, in the record's words. */
  issuersLeft?: string | null;
  /** What was said of goals and targets that may be one matter. */
  matters?: MatterChoice[];
  /** Clauses without a unit that are given to nobody. */
  clauses?: ClauseChoice[];
  /** Printed days that no calendar has, seen to by a person. */
  strangeDays?: StrangeDayChoice[];
  /** Remarks on what of the document was not read, seen to by a person. */
  sourceNotes?: SourceNoteChoice[];
}

/** A fresh reading as a draft: nothing decided yet, persons' names hidden. */
export function toDraft(printed: PlanReading): DraftReading {
  const reading = personsHidden(printed);
  const measures = neighboursAsked(reading.measures.map(draftMeasure).map(withOwnParts));
  return { ...reading, recipient: null, measures };
}

function draftMeasure(measure: MeasureReading, index: number): DraftMeasure {
  return {
    ...measure,
    key: measureKey(index + 1),
    track: measure.due ? 'deliverable' : 'standing',
    consolidator: measure.leadBasis === 'stated' ? 'lead' : 'office',
    groups: measure.openGroups.map((group) => ({ ...group, choice: 'undecided' })),
    ...{ leadGround: null, withoutDue: false, accepted: false },
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
  const start = planStart(draft);
  const matters = mattersOf(draft).filter((matter) => matter.open);
  const asked = (key: string) => matters.filter((one) => one.key === key).map(({ words }) => `${words}可能是同一事项`);
  const goals = { key: 'head', no: '', title: '总体目标', reasons: nameless(draft.goals) };
  return [
    ...sourceNoteQuestions(draft),
    ...placeQuestion(draft),
    ...issuerQuestion(draft),
    ...yearQuestion(draft),
    ...dutyQuestion(draft),
    ...draft.measures.map((m) => ({ ...placeOf(m), reasons: [...questionsOf(m, start), ...asked(m.key)] })),
    ...clauseQuestions(draft),
    ...strangeDayQuestions(draft),
    goals,
  ].filter((question) => question.reasons.length > 0);
}

const placeOf = ({ key, no, title }: DraftMeasure) => ({ key, no, title });

function questionsOf(measure: DraftMeasure, start: PlanStart | null): string[] {
  const bare = nameless(measure.targets);
  const isAsked = ({ code }: Doubt): boolean => code !== 'target_unnamed' || bare.length === 0;
  const doubts =
    measure.doubtful && !measure.accepted ? measure.doubts.filter(isAsked).map(({ reason }) => reason) : [];
  const groups = measure.groups
    .filter((group) => group.choice === 'undecided')
    .map((group) => `“${group.surface}”尚未明确：可按名单补齐，也可暂不明确`);
  const days = deadlineQuestion(measure, start);
  const nobody = hasNobody(measure) ? ['没有责任单位，请填写或移出这一条'] : unledQuestion(measure);
  return [...new Set([...doubts, ...groups, ...days, ...windowQuestions(measure), ...nobody, ...bare])];
}

/** A lead that is none cannot put a measure together. */
const unledQuestion = (measure: DraftMeasure): string[] =>
  leadOf(measure) === null && measure.consolidator === 'lead'
    ? ['没有牵头单位，却定为由牵头单位汇总：请指定牵头并写明依据，或改为由我办汇总']
    : [];

import type {
  ConditionReading,
  DeadlineReading,
  PhaseReading,
  ReportingDuty,
  TargetReading,
} from '../domain/plan/reading.js';
import { planYear } from '../domain/plan/year.js';
import { noteDays } from '../intake/dates/note-days.js';
import { dayRange } from '../intake/dates/phrases.js';
import { datedDuties } from '../intake/dates/reporting.js';
import { readTerms } from '../intake/targets/conditions.js';
import { besides } from '../intake/targets/note-terms.js';
import type { FieldChange } from './draft-changes.js';
import { deadlineFields } from './draft-deadlines.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { figuresOf } from './text-figures.js';

/** What a measure says beside its words. */
interface Said {
  targets: TargetReading[];
  conditions: ConditionReading[];
  deadline: DeadlineReading | null;
}

/**
 * The days of a plan whose year nothing printed told, once the office has given its date or year: those of the notes are
 * the measures' days, those of the texts are proposed, phases, reports, targets and conditions have theirs. None for a plan whose
 * year was known, and nothing that the office has set itself.
 */
export function daysDated(before: DraftReading, after: DraftReading): FieldChange[] {
  const year = planYear(after);
  if (planYear(before) !== null || year === null) return [];
  const phases = after.phases.map((phase) => datedPhase(phase, year));
  const isSame = JSON.stringify(phases) === JSON.stringify(after.phases);
  const plan: FieldChange[] = isSame ? [] : [{ key: null, field: 'phases', value: phases }];
  const reporting = datedDuties(after.reporting, after.text, year);
  if (JSON.stringify(reporting) !== JSON.stringify(after.reporting))
    plan.push({ key: null, field: 'reporting', value: reporting });
  return [...plan, ...after.measures.flatMap((measure) => datedMeasure(measure, before, after, year))];
}

function datedPhase(phase: PhaseReading, year: number): PhaseReading {
  if (phase.start !== null || phase.end !== null || !phase.printed) return phase;
  return { ...phase, ...dayRange(phase.printed, year) };
}

function datedMeasure(measure: DraftMeasure, before: DraftReading, after: DraftReading, year: number): FieldChange[] {
  const [was, is] = [saidIn(before, measure), saidIn(after, measure)];
  const fields = {
    ...(measure.due === null && !measure.withoutDue ? dayOf(measure, after, year, is) : {}),
    conditions: isAlike(measure.conditions, was.conditions)
      ? placedAs(measure.conditions, is.conditions)
      : measure.conditions,
    targets: isAlike(measure.targets, was.targets) ? datedTargets(measure.targets, is.targets) : measure.targets,
  };
  return Object.entries(fields)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(measure[field as keyof DraftMeasure] ?? null))
    .map(([field, value]) => ({ key: measure.key, field, value }));
}

function saidIn(draft: DraftReading, measure: DraftMeasure): Said {
  const figures = figuresOf(draft, measure);
  const terms = readTerms(measure.note, { year: planYear(draft), issuedOn: draft.issuedOn }, () => measure.noteSpan);
  return { ...figures, conditions: besides(figures.conditions, terms) };
}

/** A day of the note is the measure's, unless it is in doubt; else the text proposes one. */
function dayOf(measure: DraftMeasure, { issuedOn }: DraftReading, year: number, said: Said): Partial<DraftMeasure> {
  const { due } = noteDays(measure.note, year, issuedOn);
  if (due?.doubt) return { deadline: { ...due, span: measure.noteSpan } };
  if (due) return { due: due.day, track: deadlineFields(due.day).track };
  return { deadline: measure.deadline ?? said.deadline };
}

/** Whether a list is still the one that was read. */
const isAlike = (now: readonly { raw: string }[], read: readonly { raw: string }[]): boolean =>
  now.length === read.length && now.every(({ raw }, index) => raw === read[index]?.raw);

/** Conditions read anew, each where it stood: of a note that is read by itself the place within is not known. */
const placedAs = (now: ConditionReading[], read: ConditionReading[]): ConditionReading[] =>
  read.map((one) => ({ ...one, span: now.find(({ raw }) => raw === one.raw)?.span ?? one.span }));

const datedTargets = (now: TargetReading[], read: TargetReading[]): TargetReading[] =>
  now.map((target, index) => {
    const again = read[index];
    return target.by === null && again?.raw === target.raw
      ? { ...target, by: again.by, targetKind: again.targetKind }
      : target;
  });

/** The same in words; '' for none. */
export function daysDatedWords(changes: readonly FieldChange[], { measures }: DraftReading): string {
  const days = changes.flatMap(({ key, field, value }) => {
    if (field === 'reporting') return (value as ReportingDuty[]).flatMap(({ due }) => (due ? [`向上报送 ${due}`] : []));
    const measure = measures.find((one) => one.key === key);
    const day = field === 'due' ? value : field === 'deadline' ? (value as DeadlineReading | null)?.day : null;
    return measure && day ? [`${measure.no} ${String(day)}${field === 'due' ? '' : '（待核对）'}`.trim()] : [];
  });
  if (changes.length === 0) return '';
  const listed =
    days.length > 0 ? `：${days.slice(0, 8).join('、')}${days.length > 8 ? `等 ${days.length} 处` : ''}` : '';
  return `年度已定，原文没有印年份的日期按这一年读入${listed}，请核对。`;
}

import type { UnitRef } from '../domain/plan/reading.js';
import type { DraftMeasure, DraftReading, GroupChoice } from './draft.js';
import { openQuestions } from './draft.js';

/** A stretch of the source; `key` names the measure it belongs to. */
export interface SourcePart {
  text: string;
  key: string | null;
  note: boolean;
}

export interface Option {
  value: string;
  label: string;
  selected: boolean;
}

export interface MeasureForm {
  key: string;
  no: string;
  title: string;
  chapter: string;
  note: string;
  responsible: string;
  supporting: string;
  modes: Option[];
  tracks: Option[];
  consolidators: Option[];
  groups: { surface: string; options: Option[] }[];
  due: string;
  targets: string;
  conditions: string;
  doubts: string[];
  doubtful: boolean;
  accepted: boolean;
  open: boolean;
}

const MODES = {
  lead_support: '牵头与配合',
  joint: '共同负责（首位不等于牵头）',
  separate: '分别负责',
  all: '成员单位共同承担',
};
const TRACKS = { standing: '常态型（长期推进，年度评价）', deliverable: '办结型（完成后申请办结）' };
const CONSOLIDATORS = { office: '由我办汇总', lead: '由牵头单位汇总' };
const GROUP_CHOICES = {
  undecided: '请选择',
  members: '按成员单位名单补齐',
  counties: '各县（市、区）各一项',
  unclear: '暂不明确',
};

/** The forms of the confirm page: doubtful and undecided measures first, then the plan's order. */
export function measureForms(draft: DraftReading): MeasureForm[] {
  const open = new Map(openQuestions(draft).map((question) => [question.key, question.reasons]));
  const forms = draft.measures.map((measure) => formOf(measure, open.get(measure.key) ?? []));
  return [...forms.filter((form) => form.open), ...forms.filter((form) => !form.open)];
}

function formOf(measure: DraftMeasure, doubts: string[]): MeasureForm {
  const { key, no, title, note, doubtful, accepted } = measure;
  return {
    ...{ key, no, title, note, doubtful, accepted, doubts, open: doubts.length > 0 },
    chapter: measure.heading.slice(0, -1).join(' / '),
    responsible: names(measure.responsible),
    supporting: names(measure.supporting),
    modes: options(MODES, measure.mode),
    tracks: options(TRACKS, measure.track),
    consolidators: options(CONSOLIDATORS, measure.consolidator),
    groups: measure.groups.map((group) => ({ surface: group.surface, options: options(GROUP_CHOICES, group.choice) })),
    due: measure.due ?? '',
    targets: measure.targets.map((target) => `${target.metric} ${target.raw}`).join('；'),
    conditions: measure.conditions.map((condition) => condition.raw).join('；'),
  };
}

const names = (units: UnitRef[]) => units.map((unit) => unit.name).join('、');

function options(words: Record<string, string>, chosen: string): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label, selected: value === chosen }));
}

/** Unit names typed into a field, separated by 、 ， ； or line breaks; each name once. */
export function unitRefs(text: string, before: UnitRef[]): UnitRef[] {
  const typed = text
    .split(/[、，,；;\n]+/)
    .map((name) => name.trim())
    .filter(Boolean);
  return [...new Set(typed)].map((name) => before.find((unit) => unit.name === name) ?? { name, surface: name });
}

/** The choices of a measure's groups, in the order of the form. */
export function groupChoices(groups: GroupChoice[], chosen: string[]): GroupChoice[] {
  return groups.map((group, at) => {
    const choice = chosen[at];
    return choice && choice in GROUP_CHOICES ? { ...group, choice: choice as GroupChoice['choice'] } : group;
  });
}

/** The source cut at the measures' spans and notes, so that each stretch can be shown and found. */
export function sourceParts(draft: DraftReading): SourcePart[] {
  const cuts = draft.measures
    .flatMap((m) => [
      { span: m.span, key: m.key, note: false },
      { span: m.noteSpan, key: m.key, note: true },
    ])
    .sort((a, b) => a.span[0] - b.span[0]);
  const parts: SourcePart[] = [];
  let at = 0;
  for (const { span, key, note } of cuts) {
    const start = Math.max(at, span[0]);
    if (start > at) parts.push({ text: draft.text.slice(at, start), key: null, note: false });
    if (span[1] > start) parts.push({ text: draft.text.slice(start, span[1]), key, note });
    at = Math.max(at, span[1]);
  }
  if (at < draft.text.length) parts.push({ text: draft.text.slice(at), key: null, note: false });
  return parts;
}

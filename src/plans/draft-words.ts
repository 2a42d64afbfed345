import { conditionLine } from '../domain/plan/condition-words.js';
import type { MatterChoice } from '../domain/figures/asked.js';
import type {
  DeadlineReading,
  PhaseReading,
  PlanLevel,
  ReportingDuty,
  TargetReading,
  UnitRef,
} from '../domain/plan/reading.js';
import { isAsked } from '../domain/figures/matter.js';
import { groundWords } from '../domain/plan/duties.js';
import { strivenMark, yearsMark } from '../domain/figures/striven.js';
import { KINDS } from './confirm-values.js';
import type { ClauseChoice } from './draft-clauses.js';
import type { SourceNoteChoice } from './draft-source-notes.js';
import type { StrangeDayChoice } from './draft-strange-days.js';
import type { Division, GroupChoice } from './draft.js';
import type { DraftChange, FieldChange, UnitChange } from './draft-changes.js';

const FIELDS: Record<string, string> = {
  ...{ title: '名称', text: '内容', division: '分工', groups: '未点名的单位', track: '任务类型' },
  ...{ consolidator: '汇总', due: '完成时限', targets: '指标', conditions: '要求', accepted: '核对' },
  ...{ doubts: '疑问', withoutDue: '完成时限', deadline: '正文日期' },
  ...{
    noticeTitle: '通知标题',
    docNumber: '发文字号',
    issuers: '发文机关',
    issuersLeft: '发文机关',
    issuedOn: '成文日期',
    year: '年度',
    region: '地方',
  },
  ...{ level: '层级', kind: '文种', basis: '依据', addressees: '主送', recipient: '总结报送' },
  ...{
    phases: '阶段',
    reporting: '报送要求',
    goals: '总体目标',
    matters: '同一事项',
    clauses: '未分工条款',
    strangeDays: '核对日期',
    sourceNotes: '核对未读入内容',
  },
};

/** In place of a ground: the document does print who leads, and the reading missed it. */
export const PRINTED_AFTER_ALL = 'printed';

export const MODES = {
  lead_support: '牵头与配合',
  joint: '共同负责（首位不等于牵头）',
  separate: '分别负责',
  all: '成员单位共同承担',
};
export const TRACKS = { standing: '常态型（长期推进，年度评价）', deliverable: '办结型（完成后申请办结）' };
export const CONSOLIDATORS = { office: '由我办汇总', lead: '由牵头单位汇总' };
/** The places below, and all of them, as a plan of this level calls them. */
export const placeBelow = (level: PlanLevel | null): string => (level === 'province' ? '市' : '县（市、区）');
export const placesBelow = (level: PlanLevel | null): string => `各${placeBelow(level)}`;

/** What may be chosen for units that are not named, in a plan of this level. */
export const groupChoices = (level: PlanLevel | null): Record<GroupChoice['choice'], string> => ({
  undecided: '请选择',
  members: '按成员单位名单补齐',
  counties: `${placesBelow(level)}各一项`,
  named: '按本文件在各条中点名的单位',
  unclear: '暂不明确',
});
export const LEVELS = { state: '国家', province: '省级', city: '市级', county: '县级' };

const CHOICES: Record<string, Record<string, string>> = {
  ...{ track: TRACKS, consolidator: CONSOLIDATORS, level: LEVELS },
};

/** A field's name as people call it. */
export const fieldLabel = (field: string): string => FIELDS[field] ?? field;

/** A field's value in one line, as a plan of this level puts it. */
export function valueWords(field: string, value: unknown, level: PlanLevel | null = null): string {
  if (field === 'year' && value === null) return '按标题和日期';
  if (value === null || value === undefined || value === '') return '未填';
  if (field === 'withoutDue') return value ? '不设' : '待定';
  if (typeof value === 'boolean') return value ? '已核对' : '待核对';
  if (typeof value === 'string') return CHOICES[field]?.[value] ?? value;
  if (field === 'division') return divisionWords(value as Division);
  if (field === 'deadline') return (value as DeadlineReading).day;
  return Array.isArray(value)
    ? value.map((one) => itemWords(field, one, level)).join('；') || '无'
    : JSON.stringify(value);
}

const names = (units: UnitRef[]): string => units.map((unit) => unit.name).join('、') || '无';

/** What the office did on its own ground: beside printed leads it added one, else it designated the lead. */
export const chosenWords = ({ mode, responsible }: Pick<Division, 'mode' | 'responsible'>): string =>
  mode === 'lead_support' && responsible.length > 1 ? '增设牵头单位' : '指定牵头';

/** The same with the lead's name where it is the only one, and the ground: “指定甲局牵头（会议：…）”; '' for a lead not chosen. */
export function chosenLead(division: Division): string {
  const { lead, leadBasis, leadGround } = division;
  if (leadBasis !== 'chosen' || !lead) return '';
  const words = chosenWords(division);
  const whom = words === '指定牵头' ? `指定${lead.name}牵头` : words;
  return `${whom}（${groundWords(leadGround)}）`;
}

function divisionWords(division: Division): string {
  const { mode, responsible, supporting } = division;
  const led = chosenLead(division);
  const chosen = led && `；${led}`;
  const label = mode === 'lead_support' ? '牵头' : '责任';
  const own = supporting.filter((unit) => unit.own);
  const beside = own.length > 0 ? `；责任 ${names(own)}` : '';
  const helping = supporting.filter((unit) => !unit.own);
  return `${MODES[mode]}：${label} ${names(responsible)}${beside}；配合 ${names(helping)}${chosen}`;
}

/** One that is only striven for says so, and one with a day says by when. A figure that is no progress says so, too: it is not asked for in rounds. */
function targetWords(target: TargetReading): string {
  const kind = isAsked(target) ? '' : `（${KINDS[target.targetKind]}，不统计）`;
  const by = target.by && !target.years ? `（${target.by} 前）` : '';
  return `${target.metric} ${target.raw}${yearsMark(target)}${by}${strivenMark(target)}${kind}`;
}

/** What was chosen for units that are not named. */
export const choiceWords = (choice: GroupChoice['choice'], level: PlanLevel | null): string =>
  choice === 'undecided' ? '未定' : groupChoices(level)[choice];

const ITEMS: Record<string, (item: never, level: PlanLevel | null) => string> = {
  groups: ({ surface, choice }: GroupChoice, level) => `${surface}：${choiceWords(choice, level)}`,
  targets: targetWords,
  goals: targetWords,
  matters: ({ words, same }: MatterChoice) => `${words}：${same ? '是同一事项' : '不是同一事项'}`,
  clauses: ({ words }: ClauseChoice) => `${words}：不分办`,
  strangeDays: ({ words }: StrangeDayChoice) => words,
  sourceNotes: ({ words }: SourceNoteChoice) => words,
  conditions: conditionLine,
  doubts: ({ reason }: { reason: string }) => reason,
  issuers: ({ name }: UnitRef) => name,
  phases: ({ name, start, end, printed }: PhaseReading) =>
    `${name}（${start ?? '未定'}至${end ?? '未定'}${printed ? `，原文“${printed}”` : ''}）`,
  reporting: ({ from, to, due, every, what }: ReportingDuty) => `${from}→${to} ${what}（${due ?? every ?? '未定'}）`,
};

/** One item of a field that holds several. */
export const itemWords = (field: string, item: unknown, level: PlanLevel | null = null): string =>
  ITEMS[field]?.(item as never, level) ?? String(item);

/** One change as a line of the record: what, from what, to what. */
export interface ChangeLine {
  what: string;
  before: string | null;
  after: string;
}

/** A recorded change in words. */
export function changeWords(change: DraftChange): ChangeLine {
  switch (change.op) {
    case 'split':
      return { what: '拆分', before: null, after: `分出“${change.title}”` };
    case 'merge':
      return { what: '与下一条合并', before: null, after: '并为一条' };
    case 'add':
      return { what: '补录举措', before: null, after: `${change.measure.no} ${change.measure.title}`.trim() };
    case 'remove':
      return { what: '移出举措', before: null, after: change.reason || '未写理由' };
    case 'unit':
      return unitWords(change);
    default:
      return fieldWords(change);
  }
}

const DIVIDED = '（原由其牵头的，各家均列为责任，由谁牵头另定）';

/** A name that stays as it is read is registered; another one is what the surface is read as from now on. */
function unitWords({ surface, before, name, others = [], kept = false }: UnitChange): ChangeLine {
  if (kept) return { what: `“${surface}”`, before: null, after: `仍由${name}承担` };
  if (others.length > 0)
    return { what: `“${surface}”分由`, before, after: `${[name, ...others].join('、')}${DIVIDED}` };
  if (before !== name) return { what: `“${surface}”读作`, before, after: name };
  return { what: surface === name ? '登记单位' : `“${surface}”登记为`, before: null, after: name };
}

function fieldWords({ field, before, value }: FieldChange): ChangeLine {
  const was = before === undefined ? null : valueWords(field, before);
  return { what: fieldLabel(field), before: was, after: valueWords(field, value) };
}

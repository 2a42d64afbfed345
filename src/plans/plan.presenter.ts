import { definition } from '../../workflows/catalogue.js';
import type { Actor } from '../engine/types.js';
import { stateWords } from '../engine/step.js';
import { strivenMark } from '../domain/figures/striven.js';
import { STAGES, STAGE_NAMES } from '../domain/progress/phases.js';
import type { Assignment, Measure } from '../measures/measures.entities.js';
import type { FlowView } from '../flow/flow.service.js';
import type { Refusal } from '../shared/errors.js';
import type { TimelineView } from '../web/ui/views.js';
import { readsAllPlans } from './plans.access.js';
import { levelAbove } from './counties.js';
import type { DraftReading } from './draft.js';
import { noIssuerWords } from './draft-issuers.js';
import { foreignWords, PART_WORDS, type Foreign, type IssueAsked } from './issue-asked.js';
import { openings } from './opening.js';
import type { Cycle, Plan } from './plans.entities.js';
import type { PlanSheet } from './plans.queries.js';
import { unreachedFact } from './unreached.js';
import { firstCycle } from './years.js';

const ORIGINS = { printed: '文件印明', set: '我办设定', presumed: '推定，不自动生效' };

/** A line of the list of plans; `brought`: its file, who brought it and when, for those who read every plan. */
export function planLine(plan: Plan, brought = ''): object {
  return {
    id: plan.id,
    title: plan.title,
    docNumber: plan.docNumber ?? '',
    issuedOn: plan.issuedOn ?? '未印明',
    region: plan.region ?? '',
    brought,
    state: planState(plan),
    href: plan.state === 'draft' ? `/plans/${plan.id}/confirm` : `/plans/${plan.id}`,
  };
}

/** A plan's state in the trade's words (核对中, 推进中, …). */
export function planState(plan: Plan): string {
  return stateWords(definition('plan@1'), plan.state);
}

/** Why a document was refused: which file, where in it, what is wrong, and each cure once. */
export function importFault({ message, detail: { place, cure } }: Refusal, file: string | null): string {
  const isSaid = (words: string): boolean => message.includes(words.replace(/。$/, ''));
  const where = place && !isSaid(place) ? place : '';
  const named = file ? `“${file}”${where && `（${where}）`}` : where;
  return [named && `${named}：`, message, cure && !isSaid(cure) && cure].filter(Boolean).join('');
}

/** The record of a plan with what each correction of its reading was about: 更正了识读结果（1.2 随迁子女入学）. */
export function correctionsNamed({ entries }: TimelineView, about: ReadonlyMap<number, string>): TimelineView {
  const named = (what: string, words: string | undefined): string => (words ? `${what}（${words}）` : what);
  return { entries: entries.map((one) => ({ ...one, what: named(one.what, about.get(one.position ?? 0)) })) };
}

/** A plan's sheet with its reading, for as long as it has not been issued. */
interface ShownPlan extends PlanSheet {
  draft: DraftReading | null;
  /** Units with a duty for which nobody can sign in; told to the office only. */
  unreached?: string[];
  /** That the document prints no issuer, where the office has said so. */
  issuersLeft?: string | null;
  /** What is asked before it is issued. */
  asked?: IssueAsked<Plan> | null;
  /** Plans with which a superior's or another place's plan may be compared. */
  running?: Plan[];
}

/** The plan page: stages, measures by chapter, goals. */
export function planView(
  sheet: ShownPlan,
  actor: Actor,
  flows: { plan: FlowView; cycle: FlowView | null },
  today: string,
): object {
  const { plan, cycles } = sheet;
  const cycle = cycles[0];
  const coordinates = actor.roles.includes('coordinator');
  return {
    title: plan.title,
    nav: 'plans',
    subtitle: [plan.docNumber, plan.region, planState(plan)].filter(Boolean).join('　'),
    back: { href: '/plans', label: '计划' },
    ...{ id: plan.id, today, coordinates, draft: plan.state === 'draft', confirmed: plan.state === 'confirmed' },
    issued: plan.enabledOn !== null,
    readsSource: readsAllPlans(actor),
    facts: planFacts(plan, sheet),
    stages: cycle ? stageSteps(cycle) : [],
    years: cycles.map((one) => ({ year: one.year, state: stateWords(definition('cycle@1'), one.state) })),
    nextYears: coordinates && plan.enabledOn ? yearsToOpen(plan, cycles) : [],
    chapters: chapters(sheet, cycle?.id ?? null),
    goals: sheet.indicators
      .filter((one) => one.forPlan)
      .map(({ name, raw, by, hard }) => ({ name, raw: raw ? raw + strivenMark({ hard, raw }) : '', by: by ?? '' })),
    planActions: flows.plan.actions.filter(
      (action) => !['confirm', 'correct', 'issue', 'moveClock', 'openCycle', 'adjust'].includes(action.type),
    ),
    cycleActions: flows.cycle?.actions ?? [],
    rev: flows.plan.revision,
    demoClock: coordinates && plan.enabledOn !== null && flows.plan.state !== 'archived',
    tomorrow: today,
    issueForm: issueForm(plan, today),
    ...askedView(plan, sheet.asked ?? null, sheet.running ?? []),
    amends: flows.plan.actions.some(({ type }) => type === 'amend'),
  };
}

/** What is asked before the issue, each with its cures. */
function askedView(plan: Plan, asked: IssueAsked<Plan> | null, running: Plan[]): object {
  const { foreign = null, revised = null, carriedOnly = false, claims = null, isPart = false } = asked ?? {};
  return {
    part: isPart ? PART_WORDS : '',
    claims: claims && { words: claims, originals: isPart ? [] : originals(plan, running) },
    revised: revised && { ...revisedView(plan, revised), carriedOnly },
    foreign: foreign && { ...foreign, words: foreignWords(foreign), compare: comparable(plan, foreign, running) },
  };
}

/** The office's own running plans, each with the way to the comparison with this paper. */
const comparable = ({ id }: Plan, { home }: Foreign, running: Plan[]): object[] =>
  running
    .filter(({ state, region }) => RUNNING.has(state) && region === home)
    .map((own) => ({ name: own.title, href: `/plans/${own.id}/compare/${id}?kind=superior` }));
const RUNNING = new Set(['issued', 'appraisal']);

/** The running plans of the same place, one of which a text may revise that is like none of them. */
const originals = (plan: Plan, running: Plan[]): object[] =>
  running
    .filter(({ id, state, region }) => RUNNING.has(state) && region === plan.region && id !== plan.id)
    .map((old) => revisedView(plan, old));

/** Leads to the comparison with the plan that this paper seems to revise, as its revision. */
function revisedView({ id }: Plan, old: Plan): object {
  const more = [old.docNumber, old.issuedOn].filter(Boolean).join('，');
  return { name: `《${old.title}》${more ? `（${more}）` : ''}`, href: `/plans/${old.id}/compare/${id}?kind=version` };
}

/** What the form of the issue proposes; the year may be changed there. */
function issueForm(plan: Plan, today: string): object {
  const year = firstCycle(plan, plan.issuedOn ?? today);
  return { issuedOn: plan.issuedOn ?? '', enabledOn: today, year, recipient: superior(plan) };
}

const yearsWords = ({ yearFrom, yearTo }: Plan): string =>
  yearFrom === yearTo ? `${yearFrom} 年度` : `${yearFrom}—${yearTo} 年`;

function planFacts(plan: Plan, sheet: ShownPlan): { label: string; value: string }[] {
  return [
    { label: '发文机关', value: plan.issuers.join('、') || noIssuerWords(sheet) },
    { label: '成文日期', value: plan.issuedOn ?? '未印明' },
    { label: '年度', value: yearsWords(plan) },
    { label: '启用日期', value: plan.enabledOn ?? '尚未印发' },
    { label: '依据', value: plan.basis.join('、') || '无' },
    { label: '举措', value: measuresCount(sheet) },
    { label: '任务分工', value: dutiesCount(sheet) },
    { label: '报送上级', value: plan.recipient ?? '未定' },
    ...unreachedFact(sheet.unreached ?? []),
  ];
}

/** Withdrawn and merged ones are told beside the others. */
function measuresCount({ draft, measures, ended }: ShownPlan): string {
  if (draft) return `${draft.measures.length} 条`;
  const over = measures.filter(({ id }) => ended.on.has(id));
  const words = [...new Set(over.map(({ state }) => (state === 'merged' ? '并入其他任务' : '撤销')))].join('或');
  return `${measures.length - over.length} 条${over.length > 0 ? `，另有 ${over.length} 条已${words}` : ''}`;
}

/** Before the issue the units printed count; the lists behind open groups are filled in when it is issued. */
function dutiesCount({ draft, assignments }: ShownPlan): string {
  if (!draft) return `${assignments.filter(isGoing).length} 项`;
  const named = ({ responsible, supporting }: DraftReading['measures'][number]) =>
    new Set([...responsible, ...supporting].map((unit) => unit.name)).size;
  return `${draft.measures.reduce((sum, one) => sum + named(one), 0)} 项（已点名的单位，印发后生成）`;
}

/** Where reports go up to, by the plan's place and level: a proposal. */
export function superior(plan: Plan): string {
  if (plan.recipient) return plan.recipient;
  if (plan.level === 'province') return '国务院农民工工作领导小组办公室';
  const above = levelAbove(plan.region ?? '') ?? (plan.level === 'city' ? '省' : '市');
  return `${above}农民工工作领导小组办公室`;
}

function stageSteps(cycle: Cycle): object[] {
  const at = STAGES.findIndex((stage) => stage === cycle.state);
  return STAGES.map((stage, index) => {
    const phase = cycle.phases.find((one) => one.stage === stage);
    return {
      name: STAGE_NAMES[stage],
      dates: `${phase?.start ?? (index === 0 ? '印发' : '上一阶段结束')} 至 ${phase?.end ?? '未定'}`,
      origin: originOf(phase),
      current: index === at,
      past: at < 0 || index < at,
    };
  });
}

/** Of a proposal only the mobilisation's end needs working days: it is open where the calendar lacks the year. */
function originOf(phase: Cycle['phases'][number] | undefined): string {
  const { stage, end, origin = 'presumed' } = phase ?? {};
  const lacks = origin === 'presumed' && stage === 'mobilisation' && end === null;
  return lacks ? '工作日历还没有该年的放假安排，结束日没有推定' : ORIGINS[origin];
}

function yearsToOpen(plan: Plan, cycles: Cycle[]): number[] {
  const open = new Set(cycles.map((cycle) => cycle.year));
  const years = Array.from({ length: plan.yearTo - plan.yearFrom + 1 }, (_, i) => plan.yearFrom + i);
  return years.filter((year) => !open.has(year)).slice(0, 1);
}

function chapters(sheet: PlanSheet, cycleId: string | null): object[] {
  const measures = sheet.measures.filter((measure) => measure.cycleId === cycleId);
  const byChapter = new Map<string, object[]>();
  const told = openings(measures.map(({ title, content }) => ({ title, text: content })));
  for (const [at, measure] of measures.entries()) {
    const chapter = measure.heading.slice(0, -1).join(' / ') || '任务';
    byChapter.set(chapter, [...(byChapter.get(chapter) ?? []), { ...measureLine(measure, sheet), opening: told[at] }]);
  }
  return [...byChapter].map(([heading, lines]) => ({ heading, lines }));
}

function measureLine(measure: Measure, sheet: PlanSheet): object {
  const own = sheet.assignments.filter((assignment) => assignment.measureId === measure.id);
  const endedOn = sheet.ended.on.get(measure.id);
  const going = own.filter(endedOn ? ({ id }) => sheet.ended.duties.has(id) : isGoing);
  const leads = ({ isLead, unitId }: Assignment): boolean => isLead || unitId === measure.leadUnit;
  return {
    id: measure.id,
    no: endedOn && isNumberTaken(measure, sheet) ? `原 ${measure.no}` : measure.no,
    title: measure.title,
    lead: namesOf(sheet, going.filter(leads)) || '我办汇总',
    responsible: namesOf(
      sheet,
      going.filter((one) => one.role === 'responsible' && !leads(one)),
    ),
    supporting: namesOf(
      sheet,
      going.filter((one) => one.role === 'supporting' && !leads(one)),
    ),
    state: stateOf(measure, sheet.ended),
    ended: endedOn !== undefined,
    signed: `${going.filter((assignment) => assignment.ackKind !== null).length}/${going.length}`,
  };
}

/** Whether the number of a measure that ended is that of one that goes on: an amendment gave it to another. */
const isNumberTaken = ({ id, no, cycleId }: Measure, { measures, ended }: PlanSheet): boolean =>
  measures.some((one) => one.no === no && one.id !== id && one.cycleId === cycleId && !ended.on.has(one.id));

/** Of one that ended beside the way: since when; of a merged one, into which. */
function stateOf({ id, state }: Measure, { on, into }: PlanSheet['ended']): string {
  const target = into.get(id);
  const words = target ? `已并入 ${target}` : stateWords(definition('measure@1'), state);
  const day = on.get(id);
  return day ? `${words}（${day}）` : words;
}

const isGoing = ({ state }: Assignment): boolean => !/removed|transferred/.test(state);

function namesOf(sheet: PlanSheet, duties: Assignment[]): string {
  return duties.map(({ unitId }) => unitName(sheet, unitId)).join('、');
}

function unitName(sheet: PlanSheet, id: string): string {
  return sheet.units.get(id)?.name ?? '';
}

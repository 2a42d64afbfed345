import type { TargetReading, UnitRef } from '../../src/domain/plan/reading.js';
import type { StageDates } from '../../src/domain/progress/phases.js';
import { addDays } from '../../src/domain/calendar/day.js';
import { measureKey, type DraftMeasure, type DraftReading } from '../../src/plans/draft.js';
import { drawsOf } from './draws-of.js';
import type { Place, PlaceUnit } from './places.js';

export const YEAR = 2023;
export const FIRST_DAY = `${YEAR}-01-04`;
export const LAST_DAY = `${YEAR + 1}-02-12`;
export const EVALUATION_FROM = `${YEAR}-12-01`;

/** A place's plan with what the simulation needs to know of it. */
export interface PlacePlan {
  place: Place;
  planId: string;
  cycleId: string;
  issuedOn: string;
  /** The plan prints its stages, so their ends act by themselves. */
  printsStages: boolean;
  phases: StageDates[];
  draft: DraftReading;
  measures: PlannedMeasure[];
}

export interface PlannedMeasure {
  id: string;
  draft: DraftMeasure;
  /** Null where the office puts the measure together itself. */
  lead: PlaceUnit | null;
  responsible: PlaceUnit[];
  supporting: PlaceUnit[];
}

const WORKS = [
  '开展职业技能培训',
  '根治拖欠工资',
  '建设零工市场',
  '保障随迁子女入学',
  '改善居住条件',
  '扩大参保覆盖面',
];
const WAYS = [
  '健全协调机制',
  '压实属地责任',
  '完善服务平台',
  '加强宣传引导',
  '强化监督检查',
  '推进数据共享',
  '培育劳务品牌',
];

/** The plan of a place, all of it from the seed. */
export function planOf(seed: number, place: Place, measures: number): PlacePlan {
  const draws = drawsOf(seed, place.code, 'plan');
  const planId = `plan-${place.code}`;
  const cycleId = `${planId}:${YEAR}`;
  const issuedOn = addDays(FIRST_DAY, 5 + draws.between(0, 40));
  const printsStages = draws.chance(0.6);
  const planned = Array.from({ length: measures }, (_, at) => plannedMeasure(seed, place, cycleId, at));
  const draft = draftOf(place, issuedOn, planned);
  return {
    place,
    planId,
    cycleId,
    issuedOn,
    printsStages,
    phases: stages(issuedOn, printsStages),
    draft,
    measures: planned,
  };
}

function stages(issuedOn: string, isPrinted: boolean): StageDates[] {
  const origin = isPrinted ? 'printed' : 'presumed';
  const mobilised = addDays(issuedOn, 14);
  return [
    { stage: 'mobilisation', name: '动员部署', start: issuedOn, end: mobilised, origin },
    {
      stage: 'implementation',
      name: '推进落实',
      start: addDays(mobilised, 1),
      end: addDays(EVALUATION_FROM, -1),
      origin,
    },
    { stage: 'evaluation', name: '总结评估', start: EVALUATION_FROM, end: `${YEAR}-12-31`, origin },
  ];
}

function draftOf(place: Place, issuedOn: string, planned: PlannedMeasure[]): DraftReading {
  const office = reference({ id: '', name: `${place.name}农民工工作领导小组办公室`, shortName: '' });
  return {
    ...{
      title: `${place.name}${YEAR}年农民工工作要点`,
      noticeTitle: null,
      docNumber: null,
      issuers: [office],
      issuedOn,
    },
    ...{ region: place.name, level: place.level, kind: '方案', basis: [], addressees: [], phases: [], reporting: [] },
    ...{ goals: [], unassigned: [], contacts: 0, rules: [], doubts: [], text: '', recipient: null },
    measures: planned.map(({ draft }) => draft),
  };
}

const reference = ({ name }: PlaceUnit): UnitRef => ({ name, surface: name });

function plannedMeasure(seed: number, place: Place, cycleId: string, at: number): PlannedMeasure {
  const draws = drawsOf(seed, place.code, 'measure', at);
  const order = place.units.map((unit) => ({ unit, by: draws.next() })).sort((a, b) => a.by - b.by);
  const units = order.map(({ unit }) => unit);
  const responsible = units.splice(0, draws.chance(0.2) ? 2 : 1);
  const supporting = units.splice(0, draws.between(6, 10));
  const isLed = draws.chance(0.9);
  const due = draws.chance(0.5) ? addDays(`${YEAR}-05-10`, draws.between(0, 190)) : null;
  const title = `${WAYS[(at * 3) % WAYS.length]!}，${WORKS[at % WORKS.length]!}`;
  const key = measureKey(at + 1);
  const lead = isLed ? responsible[0]! : null;
  const draft = draftMeasure({ key, at, title, due, lead, responsible, supporting });
  return { id: `${cycleId}:${key}`, draft, lead, responsible, supporting };
}

interface MeasureWords {
  key: string;
  at: number;
  title: string;
  due: string | null;
  lead: PlaceUnit | null;
  responsible: PlaceUnit[];
  supporting: PlaceUnit[];
}

function draftMeasure({ key, at, title, due, lead, responsible, supporting }: MeasureWords): DraftMeasure {
  const text = `${title}，明确责任分工，细化工作措施，按季调度，年底前形成一批可复制的做法。`;
  const isAsked = at % 4 === 0;
  return {
    ...{ no: `${Math.floor(at / 8) + 1}.${(at % 8) + 1}`, heading: ['重点任务'], title, opens: '', ends: '', text },
    ...{ note: '（按分工负责）', mode: lead ? 'lead_support' : 'joint', lead: lead && reference(lead) },
    ...{ leadBasis: lead ? 'stated' : null, responsible: responsible.map(reference), open: [], openGroups: [] },
    ...{ supporting: supporting.map(reference), targets: isAsked ? [target(title)] : [], conditions: [], due },
    ...{ span: [0, 1], noteSpan: [0, 1], confidence: 1, doubtful: false, doubts: [], key, accepted: true, groups: [] },
    ...{ track: due ? 'deliverable' : 'standing', consolidator: lead ? 'lead' : 'office', leadGround: null },
  };
}

function target(title: string): TargetReading {
  const metric = `${title.slice(-6)}人次`;
  const count = { metric, op: '>=' as const, value: 1_200, unit: '人次', raw: `${metric}1200人次` };
  return { ...count, by: `${YEAR}-12-31`, targetKind: 'annual', hard: true };
}

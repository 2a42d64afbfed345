import type { TargetReading, UnitRef } from '../../src/domain/plan/reading.js';
import type { StageDates } from '../../src/domain/progress/phases.js';
import { addDays } from '../../src/domain/calendar/day.js';
import { measureKey, type DraftMeasure, type DraftReading } from '../../src/plans/draft.js';
import { drawsOf } from './draws-of.js';
import type { Place, PlaceUnit } from './places.js';
import type { PlanYear } from './plan-year.js';

/** A place's plan with what the simulation needs to know of it. */
export interface PlacePlan {
  place: Place;
  year: PlanYear;
  /** The place and, after the first year, the year: what the ids and draws of this plan are named after. */
  name: string;
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

/** The plan of a place for a year, all of it from the seed. */
export function planOf(seed: number, place: Place, measures: number, year: PlanYear): PlacePlan {
  const name = year.isFirst ? place.code : `${place.code}-${year.year}`;
  const draws = drawsOf(seed, name, 'plan');
  const planId = `plan-${name}`;
  const cycleId = `${planId}:${year.year}`;
  const issuedOn = addDays(year.firstDay, 5 + draws.between(0, 40));
  const printsStages = draws.chance(0.6);
  const about = { place, year, name, planId, cycleId, issuedOn, printsStages };
  const planned = Array.from({ length: measures }, (_, at) => plannedMeasure(seed, about, at));
  const phases = stages(year, issuedOn, printsStages);
  return { ...about, phases, draft: draftOf(about, planned), measures: planned };
}

function stages({ year, evaluationFrom }: PlanYear, issuedOn: string, isPrinted: boolean): StageDates[] {
  const origin = isPrinted ? 'printed' : 'presumed';
  const mobilised = addDays(issuedOn, 14);
  return [
    { stage: 'mobilisation', name: '动员部署', start: issuedOn, end: mobilised, origin },
    {
      stage: 'implementation',
      name: '推进落实',
      start: addDays(mobilised, 1),
      end: addDays(evaluationFrom, -1),
      origin,
    },
    { stage: 'evaluation', name: '总结评估', start: evaluationFrom, end: `${year}-12-31`, origin },
  ];
}

type About = Omit<PlacePlan, 'phases' | 'draft' | 'measures'>;

function draftOf({ place, year, issuedOn }: About, planned: PlannedMeasure[]): DraftReading {
  const office = reference({ id: '', name: `${place.name}农民工工作领导小组办公室`, shortName: '' });
  return {
    ...{
      title: `${place.name}${year.year}年农民工工作要点`,
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

function plannedMeasure(seed: number, { place, year: { year }, name, cycleId }: About, at: number): PlannedMeasure {
  const draws = drawsOf(seed, name, 'measure', at);
  const order = place.units.map((unit) => ({ unit, by: draws.next() })).sort((a, b) => a.by - b.by);
  const units = order.map(({ unit }) => unit);
  const responsible = units.splice(0, draws.chance(0.2) ? 2 : 1);
  const supporting = units.splice(0, draws.between(6, 10));
  const isLed = draws.chance(0.9);
  const due = draws.chance(0.5) ? addDays(`${year}-05-10`, draws.between(0, 190)) : null;
  const title = `${WAYS[(at * 3) % WAYS.length]!}，${WORKS[at % WORKS.length]!}`;
  const key = measureKey(at + 1);
  const lead = isLed ? responsible[0]! : null;
  const draft = draftMeasure({ year, key, at, title, due, lead, responsible, supporting });
  return { id: `${cycleId}:${key}`, draft, lead, responsible, supporting };
}

interface MeasureWords {
  year: number;
  key: string;
  at: number;
  title: string;
  due: string | null;
  lead: PlaceUnit | null;
  responsible: PlaceUnit[];
  supporting: PlaceUnit[];
}

function draftMeasure({ year, key, at, title, due, lead, responsible, supporting }: MeasureWords): DraftMeasure {
  const text = `${title}，明确责任分工，细化工作措施，按季调度，年底前形成一批可复制的做法。`;
  const isAsked = at % 4 === 0;
  return {
    ...{ no: `${Math.floor(at / 8) + 1}.${(at % 8) + 1}`, heading: ['重点任务'], title, opens: '', ends: '', text },
    ...{ note: '（按分工负责）', mode: lead ? 'lead_support' : 'joint', lead: lead && reference(lead) },
    ...{ leadBasis: lead ? 'stated' : null, responsible: responsible.map(reference), open: [], openGroups: [] },
    ...{ supporting: supporting.map(reference), targets: isAsked ? [target(title, year)] : [], conditions: [], due },
    ...{ span: [0, 1], noteSpan: [0, 1], confidence: 1, doubtful: false, doubts: [], key, accepted: true, groups: [] },
    ...{ track: due ? 'deliverable' : 'standing', consolidator: lead ? 'lead' : 'office', leadGround: null },
  };
}

function target(title: string, year: number): TargetReading {
  const metric = `${title.slice(-6)}人次`;
  const count = { metric, op: '>=' as const, value: 1_200, unit: '人次', raw: `${metric}1200人次` };
  return { ...count, by: `${year}-12-31`, targetKind: 'annual', hard: true };
}

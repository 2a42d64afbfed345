import type { Actor, Command } from '../../src/engine/types.js';
import type { MeasureReading, TargetReading, UnitRef } from '../../src/domain/plan/reading.js';
import { toDraft, type DraftReading } from '../../src/plans/draft.js';
import { indicatorsOf } from '../../src/plans/indicators.js';
import { cycleCommands } from '../../src/plans/issuing.js';
import { COORDINATOR, type TestGround } from './ground.js';

/** The units of a small city's plan, by id. */
export const UNITS = {
  hr: { name: '市人力资源社会保障局', fullName: '太原市人力资源和社会保障局', kind: 'bureau' },
  edu: { name: '市教育局', fullName: '太原市教育局', kind: 'bureau' },
  fin: { name: '市财政局', fullName: '太原市财政局', kind: 'bureau' },
  xiaodian: { name: '小店区农民工工作领导小组办公室', fullName: '小店区农民工工作领导小组办公室', kind: 'county' },
  office: { name: '市农民工工作领导小组办公室', fullName: '太原市农民工工作领导小组办公室', kind: 'office' },
} as const;

export type UnitId = keyof typeof UNITS;

export const PLAN = 'plan-small';
export const CYCLE = 'plan-small:2023';

const unit = (id: UnitId): UnitRef => ({ name: UNITS[id].name, surface: UNITS[id].name });

/** Somebody who works for a unit. */
export function liaison(unitId: UnitId): Actor {
  return { user: `u-${unitId}`, name: `联络员（${UNITS[unitId].name}）`, unit: unitId, roles: ['liaison'] };
}

/** The office's second person: reviews what the first one entered. */
export const COLLEAGUE: Actor = { ...COORDINATOR, user: 'u-office-2', name: '同事（市农民工办）' };

/** Id of a unit's assignment in the plan's n-th measure. */
export function assignmentId(measure: number, unitId: UnitId): string {
  return `${CYCLE}:m00${measure}:${unitId}`;
}

/** Id of the plan's n-th indicator. */
export const indicatorId = (n: number): string => `${PLAN}:i${n}`;

function target(metric: string, value: number, unitWord: string): TargetReading {
  const raw = `${metric}${value}${unitWord}`;
  const kind = unitWord === '%' ? 'ratio' : 'annual';
  return { metric, op: '>=', value, unit: unitWord, raw, by: '2023-12-31', targetKind: kind, hard: true };
}

function measure(
  no: string,
  title: string,
  leads: UnitId[],
  supports: UnitId[],
  targets: TargetReading[],
): MeasureReading {
  return {
    ...{
      no,
      heading: ['一、重点任务', title],
      title,
      opens: '',
      ends: '',
      text: `${title}的具体要求。`,
      note: '（分工）',
    },
    ...{ mode: 'lead_support', lead: unit(leads[0]!), leadBasis: 'stated', responsible: leads.map(unit) },
    ...{ supporting: supports.map(unit), open: [], openGroups: [], targets, conditions: [], due: null },
    ...{ span: [0, 1], noteSpan: [0, 1], confidence: 1, doubtful: false, doubts: [] },
  };
}

/** Two measures: training led by 人社 with 教育 and 财政 supporting; schooling by 教育 alone. */
export function smallDraft(): DraftReading {
  return toDraft({
    ...{ title: '农民工工作行动计划', noticeTitle: null, docNumber: '并人社函〔2023〕1号', issuers: [unit('hr')] },
    ...{ issuedOn: '2023-05-11', region: '太原市', level: 'city', kind: '方案', basis: [], addressees: [], phases: [] },
    ...{ goals: [], unassigned: [], contacts: 0, rules: [], doubts: [], text: '' },
    reporting: [{ from: '县（市、区）', to: '市人社局', due: '2023-12-31', what: '落实情况' }],
    measures: [
      measure('1.1', '开展技能培训', ['hr'], ['edu', 'fin'], [target('培训农民工', 12_000, '人次')]),
      measure('1.2', '保障随迁子女入学', ['edu'], [], [target('随迁子女入学率', 95, '%')]),
    ],
  });
}

/** Enters the units and issues the small plan on the ground, as of 11 May 2023; a demonstration has a clock of its own. */
export async function issueSmallPlan(ground: TestGround, { demo = false, clockOffset = 0 } = {}): Promise<void> {
  const reading = smallDraft();
  const ids = Object.fromEntries(Object.entries(UNITS).map(([id, { name }]) => [name, id]));
  const outline = {
    ...{ planId: PLAN, cycleId: CYCLE, year: 2023, draft: reading, phases: [], dutyFrom: '2023-05-11' },
    ...{ unitId: (name: string) => ids[name]!, members: [], counties: ['xiaodian'] },
  };
  const reporters = (key: string | null) => (key === 'm001' ? ['hr'] : key === 'm002' ? ['edu'] : []);
  const indicators = indicatorsOf(PLAN, reading, reporters);
  const issue = {
    issuedOn: '2023-05-11',
    enabledOn: '2023-05-11',
    clockOffset,
    recipient: null,
    counties: ['xiaodian'],
    indicators,
  };
  const source = { sha256: '0'.repeat(64), name: '计划.docx' };
  const send = (type: string, payload = {}): Command => ({ kind: 'send', instance: PLAN, type, payload });
  await ground.engine.execute({ actor: COORDINATOR }, [
    ...Object.entries(UNITS).map(([id, words]) => unitCommand(id, words)),
    {
      kind: 'start',
      machine: 'plan',
      id: PLAN,
      scope: PLAN,
      input: { title: reading.title, demo, reading, source },
    },
    send('confirm'),
    send('issue', issue),
    ...cycleCommands(outline),
  ]);
}

function unitCommand(id: string, { name, fullName, kind }: (typeof UNITS)[UnitId]): Command {
  const input = {
    name,
    fullName,
    kind,
    shortName: name.replace(/^市/, ''),
    place: '太原市',
    level: kind === 'county' ? 'county' : 'city',
  };
  return { kind: 'start', machine: 'unit', id, scope: '', input };
}

import type { DutyLine } from '../../src/ledger/ledger.service.js';
import type {
  FigureRecord,
  IndicatorRecord,
  PacketRecord,
  ReportData,
  RoundRecord,
  UnitRecord,
} from '../../src/reports/data/report-data.js';

const UNITS: UnitRecord[] = [
  { id: 'hr', name: '市人力资源和社会保障局', fullName: '太原市人力资源和社会保障局', kind: 'bureau' },
  { id: 'edu', name: '市教育局', fullName: '太原市教育局', kind: 'bureau' },
  { id: 'xd', name: '小店区农民工工作领导小组办公室', fullName: '小店区农民工工作领导小组办公室', kind: 'county' },
  { id: 'lf', name: '娄烦县农民工工作领导小组办公室', fullName: '娄烦县农民工工作领导小组办公室', kind: 'county' },
];

const nameOf = (id: string): string => UNITS.find((unit) => unit.id === id)?.name ?? id;

/** A bureau's part in the first measure, half done and reported in time; a test states only what matters to it. */
export function duty(changes: Partial<DutyLine> = {}): DutyLine {
  const unitId = changes.unitId ?? 'hr';
  return {
    ...{
      id: `m1:${unitId}`,
      planId: 'p',
      planTitle: '行动方案',
      cycleId: 'p:2023',
      year: 2023,
      measureId: 'm1',
      draftKey: 'm001',
    },
    ...{
      position: 1,
      no: '4.1.1',
      title: '开展技能培训',
      content: '面向农民工开展培训。',
      heading: ['任务举措', '提升技能水平', '开展技能培训'],
    },
    ...{
      track: 'standing',
      consolidator: 'office',
      leadUnit: null,
      measureState: 'implementation',
      result: null,
      closedOn: null,
    },
    ...{
      summary: null,
      selfReviewed: false,
      unitId,
      unitName: nameOf(unitId),
      unitFullName: nameOf(unitId),
      unitKind: 'bureau',
    },
    ...{
      role: 'responsible',
      isLead: false,
      followsLead: false,
      assignmentState: 'duty',
      ackOn: null,
      due: '2023-12-31',
      duePresumed: true,
      windows: '',
    },
    ...{
      firstDue: '2023-12-31',
      dutyFrom: '2023-05-11',
      status: '推进中',
      progress: 60,
      text: '举办培训班320期',
      issues: null,
    },
    ...{ nextStep: null, reportedOn: '2023-12-12', packetId: `k-${unitId}`, statusWord: '长期坚持' },
    light: {
      colour: '绿',
      word: '正常推进',
      sentence: '本年度至2023年12月31日，与序时进度持平。',
      rule: 'default@1',
      situation: 'onTrack',
    },
    ...changes,
  };
}

/** Training counted in 人次, to be 12,000. */
export function indicator(changes: Partial<IndicatorRecord> = {}): IndicatorRecord {
  return {
    ...{
      id: 'i1',
      measureKey: 'm001',
      forPlan: changes.measureKey === null,
      name: '培训农民工',
      definition: null,
      unit: '人次',
      aggregation: 'sum',
      op: '>=',
    },
    ...{
      target: '12000',
      raw: '培训农民工1.2万人次',
      hard: true,
      reporters: ['hr'],
      position: 1,
      accumulation: 'cumulative',
    },
    ...changes,
  };
}

/** A unit's figure in the year-end round. */
export function figure(changes: Partial<FigureRecord> = {}): FigureRecord {
  const unitId = changes.unitId ?? 'hr';
  const indicatorId = changes.indicatorId ?? 'i1';
  return {
    ...{
      id: `k-${unitId}:${indicatorId}`,
      packetId: `k-${unitId}`,
      indicatorId,
      unitId,
      asOf: '2023-12-10',
      value: '12600',
    },
    ...{
      numerator: null,
      denominator: null,
      printed: '1.26万人次',
      valueStatus: '终审',
      remark: null,
      corrections: [],
    },
    ...changes,
  };
}

/** A packet that came in by the system on 12 December. */
export function packet(changes: Partial<PacketRecord> = {}): PacketRecord {
  const unitId = changes.unitId ?? 'hr';
  return {
    ...{
      id: `k-${unitId}`,
      roundId: 'r1',
      unitId,
      state: 'submitted',
      receivedOn: '2023-12-12',
      late: false,
      nil: false,
    },
    ...{ onBehalf: false, channel: null, signer: null, post: null, hasProof: false, papers: [], selfReviewed: false },
    ...{
      acceptedBy: null,
      exemptReason: null,
      summary: null,
      typicalCase: null,
      recorder: `联络员（${nameOf(unitId)}）`,
      position: 41,
    },
    ...changes,
  };
}

/** A packet that has not come in. */
export function owed(unitId: string): PacketRecord {
  return packet({ unitId, state: 'awaited', receivedOn: null, recorder: '', position: null });
}

export const YEAR_END: RoundRecord = {
  ...{ id: 'r1', kind: '年终', title: '2023年年终报送', asOf: '2023-12-10', due: '2023-12-15', openedOn: '2023-12-01' },
};

/** The record of a small city's year on 20 December. */
export function reportData(changes: Partial<ReportData> = {}): ReportData {
  const plan = {
    id: 'p',
    title: '农民工工作行动方案',
    number: '并人社函〔2023〕88号',
    issuers: ['太原市人力资源和社会保障局'],
    issuedOn: '2023-05-11',
  };
  return {
    plan: {
      ...plan,
      region: '太原市',
      level: 'city',
      recipient: '省农民工工作领导小组办公室',
      basis: [],
      counties: ['xd', 'lf'],
    },
    cycle: { id: 'p:2023', year: 2023, state: 'evaluation', phases: [] },
    office: { id: 'office', name: '太原市农民工工作领导小组办公室' },
    day: '2023-12-20',
    units: new Map(UNITS.map((unit) => [unit.id, unit])),
    duties: [duty()],
    printed: new Map([['m001', { targets: ['培训农民工1.2万人次'], conditions: [], due: null, openGroups: [] }]]),
    indicators: [indicator()],
    figures: [figure()],
    rounds: [YEAR_END],
    packets: [packet()],
    orders: [],
    designations: [],
    ...changes,
  };
}

import { describe, expect, it } from '@jest/globals';
import { definition, type DefinitionId } from '../../workflows/catalogue.js';
import { actedOn, begun, idsIn } from './acted-on.js';

const names = new Map([
  ['u1', '市教育局'],
  ['u2', '市财政局'],
  ['p:i1', '培训农民工'],
  ['d1', '开展技能培训'],
]);

/** The line of the record for an event. */
const line = (machine: DefinitionId, type: string, payload: Record<string, unknown>) => {
  const { past, payload: fields } = definition(machine).events[type]!;
  return past + actedOn(past, fields, payload, names);
};

describe('a line of the record names what was acted on', () => {
  it.each([
    ['assignment@1', 'transfer', { toUnit: 'u1', reason: '职能划转' }, '把任务转给其他单位（接办单位 市教育局）'],
    ['assignment@1', 'changeRole', { role: 'supporting' }, '改变了单位的分工（配合单位）'],
    ['assignment@1', 'setDue', { on: '2023-09-30', fires: '2023-10-01' }, '设定了完成时限（2023-09-30）'],
    ['assignment@1', 'deadline.due', { day: '2023-10-01' }, '记录了完成时限已过'],
    ['round@1', 'chase', { units: ['u1', 'u2'], channel: '电话' }, '催报了未报单位（市教育局、市财政局，方式 电话）'],
    ['round@1', 'addUnits', { units: ['u2'] }, '增加了报送单位（市财政局）'],
    ['plan@1', 'openCycle', { year: 2024, cycleId: 'c' }, '开启了新的年度（2024年）'],
    [
      'packet@1',
      'askMore',
      { rows: ['d1'], wantedBy: '2023-06-30' },
      '要求补充材料（需补充的任务 开展技能培训，补报期限 2023-06-30）',
    ],
    [
      ...([
        'packet@1',
        'correctFigure',
        { indicator: 'p:i1', period: '2023年上半年', old: '300', new: '320' },
      ] as const),
      '更正了数据（指标 培训农民工，所属期 2023年上半年，原数 300，更正数 320）',
    ],
    ['measure@1', 'raiseDispute', { reason: '分工不明' }, '提出了职责争议'],
  ] as const)('%s %s', (machine, type, payload, told) => {
    expect(line(machine, type, { ...payload })).toBe(told);
  });

  it('names the year of a cycle and the file of a plan at their beginning', () => {
    expect([begun({ year: 2023 }), begun({ source: { name: '要点.docx' } }), begun({})]).toEqual([
      ...['（2023年）', '（要点.docx）', ''],
    ]);
  });

  it('knows which ids it needs names for', () => {
    expect(idsIn(definition('packet@1').events.askMore!.payload, { rows: ['d1'], reason: '不全' })).toEqual(['d1']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { duty, owed, packet, reportData, YEAR_END } from '../../../test/support/report-data.js';
import { filteredLedgerView, ledgerView } from './ledger.presenter.js';
import { receiptView, reminderView } from './letters.presenter.js';
import { selfCheckView } from './self-check.presenter.js';
import { supervisionView } from './supervision.presenter.js';
import { unitTable } from '../papers/task-table.js';
import { taskTableView } from './task-table.presenter.js';

describe('the 任务分解表', () => {
  const duties = [
    duty({ isLead: true }),
    duty({ unitId: 'edu', role: 'supporting' }),
    ...['xd', 'lf'].map((unitId) => duty({ unitId, unitKind: 'county', role: 'responsible' })),
    duty({
      measureId: 'm2',
      draftKey: 'm002',
      position: 2,
      title: '落户',
      heading: ['任务举措', '提升技能水平', '落户'],
      unitId: 'edu',
      track: 'deliverable',
      due: '2023-10-31',
    }),
  ];
  const printed = new Map([
    ['m001', { targets: ['培训农民工1.2万人次'], conditions: ['应训尽训'], due: null, openGroups: ['相关部门'] }],
    ['m002', { targets: [], conditions: [], due: '2023-10-31', openGroups: [] }],
  ]);
  const view = taskTableView(reportData({ duties, printed }));

  it('has a row per measure, leads apart from those who are merely responsible, all places as one', () => {
    expect(view.rows[0]).toMatchObject({
      ...{
        no: '1',
        chapter: '提升技能水平',
        task: '开展技能培训',
        goal: '培训农民工1.2万人次；应训尽训',
        due: '2023年底前（推定）',
      },
      ...{ lead: ['市人力资源和社会保障局'], responsible: ['各县（市、区）'], supporting: ['市教育局'] },
      remark: '我办汇总；原文责任单位含“相关部门”',
    });
    expect(view.rows[1]).toMatchObject({ no: '2', lead: [], responsible: ['市教育局'], due: '2023年10月底前' });
  });

  it('counts as without a lead only what nobody leads', () => {
    expect(view.note).toContain('原文未明确牵头单位的1项由我办汇总');
  });

  it('prints seasons and rhythms as the time limit, beside a day or in place of one that is presumed', () => {
    const timed = duties.map((line) => ({ ...line, windows: '每月25日前' }));
    const { rows } = taskTableView(reportData({ duties: timed, printed }));
    expect(rows.map(({ due }) => due)).toEqual(['每月25日前', '2023年10月底前；每月25日前']);
    const lasting = duties.map((line) => ({ ...line, windows: '长期坚持' }));
    expect(taskTableView(reportData({ duties: lasting, printed })).rows[0]?.due).toBe('长期坚持');
  });

  it('sends the units what stands in the office’s own columns, and no word of who consolidates', () => {
    const own = (key: string) => (key === 'm001' ? { own: '考核分值：5分' } : {});
    const scored = new Map([...printed].map(([key, values]) => [key, { ...values, ...own(key) }]));
    const sent = taskTableView(reportData({ duties, printed: scored }));
    const tables = sent.units.map((unit) => unitTable(sent, unit));
    const remarks = tables.map(({ columns, rows }) => {
      const at = columns.findIndex(({ label }) => label === '备注');
      return at < 0 ? null : rows.map((row) => row[at]);
    });
    expect(remarks[0]).toEqual(['考核分值：5分']);
    expect(tables.every(({ columns, rows }) => rows.every((row) => row.length === columns.length))).toBe(true);
    expect(view.units.flatMap((unit) => unitTable(view, unit).columns).some(({ label }) => label === '备注')).toBe(
      false,
    );
  });

  it('gives each unit its own rows with its part, bureaus before the places', () => {
    expect(view.units.map(({ unit, rows }) => [unit, rows.map((row) => `${row.no}${row.role}`).join()])).toEqual([
      ['市人力资源和社会保障局', '1牵头'],
      ['市教育局', '1配合,2责任'],
      ['小店区农民工工作领导小组办公室', '1责任'],
      ['娄烦县农民工工作领导小组办公室', '1责任'],
    ]);
  });
});

describe('the 台账', () => {
  it('has the seasons and rhythms where the task table has them', () => {
    const { rows } = ledgerView(reportData({ duties: [duty({ windows: '汛期' })] }));
    expect(rows[0]).toMatchObject({ due: '汛期' });
  });

  it('has what stands in the office’s own columns of the plan, filtered on the page too, beside what else is to be remarked', () => {
    const plan = { title: '行动方案', number: null };
    const own = (one: ReturnType<typeof duty>) => (one.draftKey === 'm001' ? '考核分值：5分' : '');
    const lines = [duty({ selfReviewed: true }), duty({ draftKey: 'm002' })];
    const { rows } = filteredLedgerView(lines, plan, '太原市农民工办', '2023-12-01', own);
    expect(rows.map(({ remark }) => remark)).toEqual(['代填代审；考核分值：5分', '']);
  });

  it('has a row per measure and unit, with light and status words', () => {
    const { rows, note } = ledgerView(reportData({ duties: [duty({ issues: '场地不足' })] }));
    expect(rows).toEqual([
      expect.objectContaining({
        responsible: ['市人力资源和社会保障局'],
        completion: '60%',
        problems: '场地不足',
        status: '长期坚持',
        light: '绿（正常推进）',
      }),
    ]);
    expect(note).toContain('default@1');
  });
});

describe('the 督办单', () => {
  const red = duty({
    light: { ...duty().light, colour: '红', sentence: '应于2023年10月31日前完成，已逾期20天。' },
    reportedOn: null,
  });

  it('is proposed for the red rows alone, each with what is wrong', () => {
    const view = supervisionView(reportData({ duties: [red, duty({ unitId: 'edu', measureId: 'm2' })] }));
    expect(view).toMatchObject({
      level: '重点',
      lead: ['市人力资源和社会保障局'],
      dueOn: '2023-12-30',
      matter: '督促落实1项任务',
    });
    expect(view.requirements[0]).toBe(
      '市人力资源和社会保障局“开展技能培训”：应于2023年10月31日前完成，已逾期20天；尚未报送进展。',
    );
  });

  it('is the order that went out, word for word, with what the unit answered', () => {
    const order = {
      unitId: 'edu',
      measureIds: ['m1'],
      reason: '逾期',
      number: '并农工督〔2023〕3号',
      level: '重点',
      text: '市教育局：\n请查明原因。',
      due: '2023-12-10',
      sentOn: '2023-11-28',
      reply: '已整改',
    };
    expect(supervisionView(reportData({ duties: [red], orders: [order] }))).toMatchObject({
      ...{
        number: '并农工督〔2023〕3号',
        level: '重点',
        requirements: ['市教育局：', '请查明原因。'],
        outcome: '已整改',
      },
      ...{ lead: ['市教育局'], matter: '开展技能培训', assignedOn: '2023-11-28', dueOn: '2023-12-10' },
    });
    expect(supervisionView(reportData({ duties: [red], orders: [order] }), 'hr').number).toBeNull();
  });

  it('is refused when all is done', () => {
    const done = duty({ closedOn: '2023-12-18', light: { ...duty().light, colour: '蓝' } });
    expect(() => supervisionView(reportData({ duties: [done] }))).toThrow(
      expect.objectContaining({ code: 'nothing_to_supervise' }),
    );
  });
});

describe('the 催办函', () => {
  const data = reportData({
    packets: [packet(), owed('edu'), owed('xd')],
    duties: [duty(), duty({ unitId: 'edu', title: '入学', measureId: 'm2' })],
  });

  it('goes to those who owe, with what each still owes', () => {
    expect(reminderView(data, null)).toMatchObject({
      recipient: '市教育局、小店区农民工工作领导小组办公室',
      round: YEAR_END.title,
      items: [
        { task: '入学', missing: '市教育局：进展情况及数据', due: '2023年12月15日' },
        {
          task: '本地区（单位）落实情况',
          missing: '小店区农民工工作领导小组办公室：正式报告及附表',
          due: '2023年12月15日',
        },
      ],
    });
    expect(reminderView(data, 'edu').recipient).toBe('市教育局');
  });

  it('is refused when everybody has reported, or nothing was ever asked for', () => {
    expect(() => reminderView(data, 'hr')).toThrow(expect.objectContaining({ code: 'nothing_to_remind' }));
    expect(() => reminderView(reportData({ rounds: [], packets: [] }), null)).toThrow(
      expect.objectContaining({ code: 'no_round' }),
    );
  });
});

describe('forms for one unit', () => {
  it('are filled in as far as it is known', () => {
    const check = selfCheckView(reportData({ packets: [packet({ papers: ['通知.pdf'] })] }), 'hr');
    expect(check).toMatchObject({ unit: '太原市人力资源和社会保障局', period: '2023年度' });
    expect(check.rows).toEqual([
      expect.objectContaining({
        standard: '培训农民工1.2万人次',
        result: '举办培训班320期',
        evidence: '通知.pdf',
        conclusion: '',
      }),
    ]);
    expect(receiptView(reportData({ duties: [duty({ ackOn: '2023-05-12' })] }), 'hr')).toMatchObject({
      receivedOn: '2023-05-12',
      unit: '太原市人力资源和社会保障局',
    });
    expect(receiptView(reportData(), null)).toMatchObject({
      unit: null,
      receivedOn: null,
      document: { number: '并人社函〔2023〕88号' },
    });
  });
});

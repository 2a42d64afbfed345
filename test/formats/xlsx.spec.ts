import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { extractBytes } from '../../src/intake/extract.js';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { buildXlsx } from './build-xlsx.js';

describe('a 任务分解表 as .xlsx', () => {
  it('becomes chapters, numbered measures and notes; the office’s own columns stay in the remarks', async () => {
    const bytes = await buildXlsx([
      {
        name: '分解表',
        rows: [
          ['云岭市2024年农民工工作任务分解表'],
          ['填报单位（盖章）：', null, null, '填表人：某某'],
          ['序号', '重点任务', '具体举措', '目标', '责任单位', null, '责任人', '完成时限', '进展情况'],
          [null, null, null, null, '牵头', '配合'],
          [
            1,
            '稳定就业',
            '举办“春风行动”招聘会。\n送岗下乡',
            '50场以上',
            '市人社局',
            '市总工会\n市妇联、团市委',
            '某某',
            new Date('2024-03-31T00:00:00Z'),
            '已办12场',
          ],
          [2, null, '开行返岗专车', null, '市交通局', null, null, '春节后', null],
          [3, '维护权益', '落实工资保证金制度', null, '市住建局', '市人社局', null, null, '电话13800000000'],
          ['注：排在第一位的为牵头单位。'],
        ],
        merges: ['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:G4', 'H3:H4', 'I3:I4', 'B5:B6', 'A8:I8'],
      },
      {
        name: '花名册',
        rows: [
          ['县区', '人数'],
          ['青禾县', 1200],
        ],
      },
      { name: '数据源', rows: [['市人社局']], hidden: true },
    ]);
    const document = await extractBytes(bytes, '分解表.xlsx');
    expect(document.format).toBe('xlsx');
    expect(document.text.split('\n')).toEqual([
      '云岭市2024年农民工工作任务分解表',
      '一、稳定就业',
      '1. 举办“春风行动”招聘会。送岗下乡。目标：50场以上。（牵头单位：市人社局，配合单位：市总工会、市妇联、团市委，完成时限：2024年3月31日）',
      '2. 开行返岗专车。（牵头单位：市交通局，完成时限：春节后）',
      '二、维护权益',
      '3. 落实工资保证金制度。（牵头单位：市住建局，配合单位：市人社局）',
      '注：排在第一位的为牵头单位。',
    ]);
    expect(document.notes).toEqual([
      '工作表“数据源”已隐藏，未读入。',
      '任务分解表的栏目“责任人”涉及个人信息，未读入。',
      '工作表“花名册”不是任务分解表，未读入。',
    ]);
    const kept = document.rows?.map(({ line, own }) => [line.slice(0, 2), own]);
    expect(kept).toEqual([
      ['1.', [{ column: '进展情况', text: '已办12场' }]],
      ['3.', [{ column: '进展情况', text: '电话（号码略）' }]],
    ]);
  });

  describe('with tasks on several sheets', () => {
    const head = ['序号', '重点任务', '具体举措', '责任单位'];
    const first = [['云岭市2024年农民工工作任务分解表'], head, [1, '稳就业', '办招聘会', '市人社局']];
    const merges = ['A1:D1', 'B3:B4'];
    const main = { name: '市直', rows: [...first, [2, null, '开专车', '市交通局']], merges };
    const own = [head.slice(0, 2), [1, '建设零工驿站3个']].map((row, at) => [...row, at ? '云溪区政府' : '主办单位']);
    const read = async (name: string, rows: (string | number)[][]) => {
      const { text } = await extractBytes(await buildXlsx([main, { name, rows }]), '分解表.xlsx');
      return readPlan(text, loadUnitRegistry()).measures.map(({ no, heading }) => `${no} ${heading.join('>')}`);
    };
    const city = ['1.1 稳就业>办招聘会', '1.2 稳就业>开专车'];

    it('puts those of a further sheet under its own title, not under the last chapter before', async () => {
      const counties = await read('Sheet2', [['县区任务分解表'], ...own]);
      expect(counties).toEqual([...city, '附表.1 县区任务分解表>建设零工驿站3个']);
    });

    it('takes the name of the sheet where its title is that of the plan, or none is printed', async () => {
      const named = [...city, '附表.1 县区任务>建设零工驿站3个'];
      expect(await read('县区任务', own)).toEqual(named);
      expect(await read('县区任务', [['云岭市2024年农民工工作任务分解表'], ...own])).toEqual(named);
    });
  });

  describe('with sheets of words beside the table', () => {
    const head = ['序号', '工作任务', '责任单位', '完成时限'];
    const rows = [
      head,
      [1, '举办招聘会50场', '市人社局、市总工会', '6月底前'],
      [2, '开行专车30趟', '市交通局、市人社局', '春节前'],
    ];
    const task = { name: '任务表', rows };
    const read = async (sheets: { name: string; rows: (string | number)[][] }[]) => {
      const { text, notes } = await extractBytes(await buildXlsx(sheets), '分解表.xlsx');
      return { reading: readPlan(text, loadUnitRegistry()), notes };
    };
    const signed = [['衢州市农民工工作领导小组办公室'], ['2025年3月20日']];

    it('has title, issuer and day of its cover', async () => {
      const cover = { name: '封面', rows: [['附件1'], ['衢州市2025年农民工工作'], ['任务分解表'], ...signed] };
      const { reading, notes } = await read([cover, { name: '任务表', rows: [['任务分解表'], ...rows] }]);
      expect(reading.title).toBe('衢州市2025年农民工工作任务分解表');
      expect(reading.issuers.map(({ name }) => name)).toEqual(['衢州市农民工工作领导小组办公室']);
      expect(reading.issuedOn).toBe('2025-03-20');
      expect(reading.measures[0]?.due).toBe('2025-06-30');
      expect(notes).toEqual([]);
    });

    it('follows what the remarks say of all tasks, and makes no clause of them', async () => {
      const remarks = [
        ['填表说明'],
        ['一、责任单位栏列第一位的为牵头单位。'],
        ['二、各单位每季度末月25日前将进展情况报市农民工办。'],
      ];
      for (const sheets of [
        [{ name: '填表说明', rows: remarks }, task],
        [task, { name: 'Sheet2', rows: remarks }],
      ]) {
        const { reading } = await read([{ name: '封面', rows: [['衢州市2025年农民工工作任务分解表']] }, ...sheets]);
        expect(reading.measures.map(({ lead, supporting }) => [lead?.surface, supporting[0]?.surface])).toEqual([
          ['市人社局', '市总工会'],
          ['市交通局', '市人社局'],
        ]);
        expect(reading.reporting).toHaveLength(1);
        expect(reading.unassigned).toEqual([]);
      }
    });

    it('makes a chapter of each sheet that is named for its tasks', async () => {
      const tasks = (name: string, words: string) => ({ name, rows: [head.slice(0, 3), [1, words, '市人社局']] });
      const sheets = [tasks('稳就业', '举办招聘会50场'), tasks('2.维权益', '建设调解室5个')];
      const chapters = ['1.1 稳就业>举办招聘会50场', '2.1 维权益>建设调解室5个'];
      for (const cover of [[], [{ name: '封面', rows: [['衢州市2025年农民工工作任务分解表'], ...signed] }]]) {
        const { reading } = await read([...cover, ...sheets]);
        expect(reading.measures.map(({ no, heading }) => `${no} ${heading.join('>')}`)).toEqual(chapters);
      }
    });

    it('leaves the cover’s title the plan’s where the table has another', async () => {
      const { reading } = await read([
        { name: '封面', rows: [['衢州市2025年农民工工作要点'], ...signed] },
        { name: 'Sheet1', rows: [['重点任务分解表'], ...rows] },
      ]);
      expect(reading.title).toBe('衢州市2025年农民工工作要点');
    });
  });

  it('puts the rows of one merged measure together and reads a title beside each text', async () => {
    const bytes = await buildXlsx([
      {
        name: 'Sheet1',
        rows: [
          ['工作任务', '工作内容', '完成标志', '责任部门'],
          ['零工市场', '每县建成零工市场', '1个', '市人社局牵头，各县（市、区）政府落实'],
          [null, null, '岗位1.5万个', null],
          ['工会驿站', '新建户外劳动者驿站', '20个', '市总工会'],
        ],
        merges: ['A2:A3', 'B2:B3', 'D2:D3'],
      },
    ]);
    expect((await extractBytes(bytes, '表.xlsx')).text.split('\n')).toEqual([
      '1. 零工市场。每县建成零工市场。完成标志：1个；岗位1.5万个。（市人社局牵头，各县（市、区）政府落实）',
      '2. 工会驿站。新建户外劳动者驿站。完成标志：20个。（责任部门：市总工会）',
    ]);
  });

  it('leaves out what is struck out, and tells of it and of hidden rows', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('分解表');
    const struck = { strike: true };
    sheet.addRow(['工作任务', '责任单位']);
    sheet.addRow([{ richText: [{ text: '建驿站' }, { font: struck, text: '8' }, { text: '6家' }] }, '市人社局']);
    sheet.addRow(['办夜校', '市教育局']).eachCell((cell) => (cell.font = struck));
    sheet.addRow(['送法律', '市司法局']).hidden = true;
    const { text, notes } = await extractBytes(Buffer.from(await book.xlsx.writeBuffer()), '表.xlsx');
    expect(text).toBe('1. 建驿站6家。（责任单位：市人社局）\n2. 送法律。（责任单位：市司法局）');
    expect(notes).toEqual([
      '工作表“分解表”第4行已隐藏，仍已读入，请核对。',
      '文中划掉（加删除线）的文字未读入，请核对。',
    ]);
  });

  it('prints any other sheet row by row', async () => {
    const bytes = await buildXlsx([
      {
        name: '花名册',
        rows: [
          ['县区', '人数', '占比'],
          ['青禾县', 1200, 0.5],
        ],
      },
    ]);
    expect((await extractBytes(bytes, '表.xlsx')).text).toBe('县区\t人数\t占比\n青禾县\t1200\t0.5');
  });
});

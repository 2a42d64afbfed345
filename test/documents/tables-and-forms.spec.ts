import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import {
  contactsWorkbook,
  ledgerHtml,
  ledgerWorkbook,
  paperDocx,
  receiptHtml,
  reminderHtml,
  selfCheckHtml,
  selfCheckWorkbook,
  supervisionHtml,
  taskTableHtml,
  taskTableWorkbook,
  unitTaskWorkbook,
} from '../../src/reports/papers/index.js';
import {
  ledgerRow,
  ledgerView,
  receiptView,
  reminderView,
  selfCheckView,
  supervisionView,
  taskTableView,
} from './sample-views.js';

async function open(bytes: Uint8Array | null): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes ?? []).buffer);
  return book;
}

function row(sheet: ExcelJS.Worksheet | undefined, number: number): unknown[] {
  const values: unknown[] = [];
  sheet?.getRow(number).eachCell({ includeEmpty: true }, (cell) => values.push(cell.value ?? ''));
  return values;
}

async function docxText(html: string): Promise<string> {
  const bytes = paperDocx(html, { title: '文', author: '某办', date: '2023-10-16' });
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
}

describe('the 任务分解表', () => {
  it('has an overview, a register of receipts and a sheet to send out for each unit', async () => {
    const book = await open(taskTableWorkbook(taskTableView()));
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      '任务分解表',
      '签收登记',
      '市发展和改革委员会',
      '市财政局',
      '国家金融监督管理总局太原监管分局农村金融服务与普惠金融监管处',
    ]);
  });

  it('tells leading, responsible and supporting units apart, and merges 重点任务', async () => {
    const sheet = (await open(taskTableWorkbook(taskTableView()))).getWorksheet('任务分解表');
    expect(row(sheet, 3)).toEqual([
      '序号',
      '重点任务',
      '具体任务',
      '具体举措',
      '目标/完成标志',
      '牵头单位',
      '责任单位',
      '配合单位',
      '完成时限',
    ]);
    expect(sheet?.getCell('B5').master.address).toBe('B4');
    expect(row(sheet, 6).slice(5, 8)).toEqual(['', '市公安局', '市农业农村局、市财政局']);
  });

  it('prints no column 牵头单位 when nobody leads', async () => {
    const view = taskTableView();
    const rows = view.rows.map((entry) => ({ ...entry, lead: [] }));
    const sheet = (await open(taskTableWorkbook({ ...view, rows }))).getWorksheet('任务分解表');
    expect(row(sheet, 3)).not.toContain('牵头单位');
  });

  it('asks the unit to stamp, to answer and to sign for it', async () => {
    const sheet = (await open(unitTaskWorkbook(taskTableView(), '市财政局'))).worksheets[0];
    expect(row(sheet, 2)).toContain('填报单位（盖章）：市财政局');
    expect(row(sheet, 3)).toEqual(expect.arrayContaining(['本单位职责', '进展情况', '签收人', '签收日期']));
    expect(row(sheet, 4)).toContain('配合');
    expect(sheet?.getCell('A1').value).toContain('任务清单（市财政局）');
  });

  it('has nothing to send to a unit without a task', () => {
    expect(unitTaskWorkbook(taskTableView(), '市体育局')).toBeNull();
  });

  it('is a document, too, a page per unit', async () => {
    const html = taskTableHtml(taskTableView());
    expect(html.match(/<section class="doc-annex landscape">/g)).toHaveLength(3);
    expect(await docxText(html)).toContain('签收人：');
  });
});

describe('the 台账', () => {
  it('shows progress, completion, status and light in words', async () => {
    const sheet = (await open(ledgerWorkbook(ledgerView()))).worksheets[0];
    expect(row(sheet, 2)).toContain('数据截至：2023年10月31日');
    expect(row(sheet, 5)).toEqual(expect.arrayContaining(['88%', '推进中', '绿（正常推进）', '否']));
  });

  it('groups the columns of 销号 under one head and offers the status words', async () => {
    const closing = {
      appliedOn: '2023-12-01',
      evidence: '验收表',
      opinion: '同意',
      reviewer: '某某',
      closedOn: '2023-12-05',
      closed: true,
    };
    const sheet = (await open(ledgerWorkbook(ledgerView([ledgerRow({ closing })])))).worksheets[0];
    const heads = row(sheet, 3);
    const first = heads.indexOf('销号') + 1;
    expect(row(sheet, 4).slice(first - 1, first + 5)).toEqual([
      '申请日期',
      '佐证材料',
      '审核意见',
      '审核人',
      '销号日期',
      '是否销号',
    ]);
    const status = sheet?.getRow(5).getCell(heads.indexOf('状态') + 1);
    expect(status?.dataValidation.formulae[0]).toContain('已销号');
  });

  it('keeps personal columns away when they are empty', () => {
    expect(ledgerHtml(ledgerView())).not.toContain('联系人及电话');
    expect(ledgerHtml(ledgerView([ledgerRow({ contact: '某某' })]))).toContain('联系人及电话');
  });

  it('of 5,000 rows is written with every row in it', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      ledgerRow({ no: `${index + 1}`, chapter: `任务${index >> 3}` }),
    );
    const sheet = (await open(ledgerWorkbook(ledgerView(rows)))).worksheets[0];
    expect(sheet?.getCell('A5004').value).toBe('5000');
  });
});

describe('the 通讯录', () => {
  it('keeps phone numbers as text, merges units over their people and warns of personal data', async () => {
    const person = { department: '就业科', person: '某某', post: '联络员', phone: '0351-0000000', remark: '' };
    const rows = [
      { ...person, unit: '市人力资源和社会保障局' },
      { ...person, unit: '市人力资源和社会保障局', phone: '00861000' },
    ];
    const { plan, office, date } = taskTableView();
    const sheet = (await open(contactsWorkbook({ plan, office, date, rows }))).worksheets[0];
    expect(sheet?.getCell('F5').value).toBe('00861000');
    expect(sheet?.getCell('B5').master.address).toBe('B4');
    expect(sheet?.getCell('A6').value).toContain('个人信息');
  });
});

describe('forms and letters', () => {
  it('a 督办单 names matter, ground, units and limit, and leaves room for 批示', async () => {
    const text = await docxText(supervisionHtml(supervisionView()));
    expect(text).toMatch(
      /督办单[\s\S]*职业技能培训进度滞后[\s\S]*市人力资源和社会保障局[\s\S]*2023年10月31日[\s\S]*领导批示/,
    );
  });

  it('a 催办函 is a letter: what is missing, since when, until when, 零报告 allowed', async () => {
    const html = reminderHtml(reminderView());
    expect(html).toContain('<article class="paper letter">');
    const text = await docxText(html);
    expect(text).toContain('关于催报2023年第三季度调度落实情况的函');
    expect(text).toContain('截至2023年10月16日，贵单位下列1项内容尚未收到（第二次提醒）');
    expect(text).toContain('请于2023年10月20日前补报');
    expect(text).toContain('零报告');
  });

  it('a 回执 is a form to fill in, or filled in', () => {
    expect(receiptHtml(receiptView())).toContain('　　　　年　　月　　日');
    const filled = receiptHtml({ ...receiptView(), unit: '市财政局', receivedOn: '2023-05-12', receiver: '某某' });
    expect(filled).toContain('<td class="centre">2023年5月12日</td>');
    expect(filled).toContain('《关于印发〈2023年太原市县域农民工市民化质量提升行动的实施方案〉的通知》');
  });

  it('a 自查表 offers its verdicts and keeps room for the stamp', async () => {
    const sheet = (await open(selfCheckWorkbook(selfCheckView()))).worksheets[0];
    expect(sheet?.getCell('H4').dataValidation.formulae).toEqual(['"完成,基本完成,未完成,不涉及"']);
    expect(selfCheckHtml(selfCheckView())).toContain('填报单位（盖章）：');
  });
});

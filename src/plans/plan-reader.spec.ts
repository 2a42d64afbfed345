import { describe, expect, it } from '@jest/globals';
import type { PlanReading } from '../domain/plan/reading.js';
import { readerOf } from '../../test/support/plan-reader.js';

/** What is told of a document in which nothing is assigned to anybody. */
async function told(
  text: string,
  format: string,
  name = '方案',
  task?: { no: string; title: string },
  doubts: { code: string }[] = [],
): Promise<string> {
  const unassignedClauses = task ? [task] : [];
  const nothing = { title: null, measures: [], unassignedClauses, doubts } as unknown as PlanReading;
  const reader = readerOf(
    () => Promise.resolve({ text, format }),
    () => nothing,
  );
  const refused = reader.read({ name, bytes: Buffer.from(text) });
  return refused.then(
    () => '',
    ({ code, message, detail }) => `${code} ${message}${detail.place ?? ''}${detail.cure}`,
  );
}

describe('a document in which nobody gets anything', () => {
  it('in Chinese: no responsibility, the right file is asked for', async () => {
    expect(await told('会议通知\n请准时到会。', 'docx')).toMatch(
      /^no_responsibility_note 文件中没有读到任何责任分工.*请确认选对了文件.*责任分工在附件中的，请上传附件。$/,
    );
  });

  it('the report of a meeting is called that, whatever it prints', async () => {
    const asked = await told('会议要求抓好培训。', 'docx', '报道', undefined, [{ code: 'meeting_report' }]);
    expect(asked).toMatch(/^no_responsibility_note 文件像是会议报道或纪要，不是方案.*请上传方案本身。$/);
  });

  it('a notice that changes some clauses is called that, and the full text is asked for', async () => {
    const asked = await told('删除第4条。', 'docx', '调整通知', undefined, [{ code: 'amending_notice' }]);
    expect(asked).toMatch(/^no_responsibility_note 文件是只改几条的通知.*请把改动并入原文，上传改好的完整文本/);
  });

  it('a workbook without a task table is called that, with the heads it lacks', async () => {
    expect(await told('姓名\t金额\n某\t100', 'xlsx')).toMatch(
      /^no_responsibility_note 这是 Excel 表格，其中没有任务分解表.*请在表头写明“任务”.*“责任单位”/,
    );
  });

  it('a task table whose cells of units are all empty: the first row is named, and that column', async () => {
    const task = { no: '1', title: '开展技能培训' };
    const row = '1. 开展技能培训。';
    expect(await told(row, 'docx', '分解表', task)).toMatch(
      /^no_responsibility_note 文件中有条目（如“1 开展技能培训”），但都没有写由谁负责.*“责任单位”一栏是否空着.*请上传附件/,
    );
    expect(await told(row, 'xlsx', '分解表', task)).toMatch(/“责任单位”一栏是否空着.*请在表头写明“任务”/);
  });

  it('a text in another language is called that, not a plan without units', async () => {
    expect(await told('Annual work plan. The bureau of labour leads. 附件', 'txt')).toMatch(
      /^no_responsibility_note 文件的正文不是中文（几乎没有汉字）.*请上传中文本。$/,
    );
    expect(await told('依托APP和SaaS平台办好零工市场', 'txt')).toContain('没有读到任何责任分工');
  });

  it('a text that bears the name of a Word file is called no Word file, whatever is in it', async () => {
    const refused = /^no_responsibility_note 文件名是 \.docx，内容却不是 Word 文档：可能已经损坏.*请重新取得原件/;
    expect(await told('PK not a zip', 'txt', '要点.docx')).toMatch(refused);
    expect(await told('请各单位准时到会。', 'txt', '要点.docx')).toMatch(refused);
  });
});

describe('what of a document was not read', () => {
  it('stands first among the doubts of the reading', async () => {
    const doubt = { code: 'year_presumed', reason: '年度按落款推定' };
    const reading = { title: null, measures: [{}], doubts: [doubt] } as unknown as PlanReading;
    const reader = readerOf(
      () => Promise.resolve({ text: '', notes: ['第 3 页没有文字（可能是图片），未读入。'] }),
      () => reading,
    );
    const { doubts } = await reader.read({ name: '要点.pdf', bytes: Buffer.from('') });
    expect(doubts).toEqual([{ code: 'source_note', reason: '第 3 页没有文字（可能是图片），未读入' }, doubt]);
  });
});

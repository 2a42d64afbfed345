import { describe, expect, it } from '@jest/globals';
import type { PlanReading } from '../domain/plan/reading.js';
import { PlanReader } from './plan-reader.js';

/** What is told of a document in which nothing is assigned to anybody. */
async function told(text: string, format: string): Promise<string> {
  const nothing = { title: null, measures: [] } as unknown as PlanReading;
  const reader = new PlanReader(
    () => Promise.resolve({ text, format }),
    () => nothing,
  );
  const refused = reader.read({ name: '方案', bytes: Buffer.from(text) });
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

  it('a workbook without a task table is called that, with the heads it lacks', async () => {
    expect(await told('姓名\t金额\n某\t100', 'xlsx')).toMatch(
      /^no_responsibility_note 这是 Excel 表格，其中没有任务分解表.*请在表头写明“任务”.*“责任单位”/,
    );
  });

  it('a text in another language is called that, not a plan without units', async () => {
    expect(await told('Annual work plan. The bureau of labour leads. 附件', 'txt')).toMatch(
      /^no_responsibility_note 文件的正文不是中文（几乎没有汉字）.*请上传中文本。$/,
    );
    expect(await told('依托APP和SaaS平台办好零工市场', 'txt')).toContain('没有读到任何责任分工');
  });
});

import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../shared/errors.js';
import { refusalOfFile } from './refused-file.js';

describe('a refused document', () => {
  it('is named, with code and cure as they were', () => {
    const refusal = new Refusal('file_broken', '已损坏。', { cure: '请另存。', facts: { cause: 'x' } });
    expect(refusalOfFile(refusal, '方案.docx', '加 --revision')).toMatchObject({
      ...{ code: 'file_broken', message: '“方案.docx”：已损坏。' },
      detail: { cure: '请另存。', facts: { cause: 'x', file: '方案.docx' } },
    });
  });

  it('that may come in as a revised text is told how, in the caller’s own way', () => {
    const refusal = new Refusal('plan_exists', '已印发。', { cure: '请选…', facts: { revision: true, plan: 'p' } });
    expect(refusalOfFile(refusal, '更正.txt', '加 --revision 再导入')).toMatchObject({
      detail: {
        cure: '是更正或修订后的文字的，请加 --revision 再导入，核对后与原计划逐条对照并入。',
        facts: { plan: 'p' },
      },
    });
  });

  it('that revises nothing here is told to come in as a plan of its own, with no word of ticks', () => {
    const refusal = new Refusal('revises_nothing', '没有找到要修订的计划。', { cure: '请取消勾选…' });
    expect(refusalOfFile(refusal, '更正.txt', '')).toMatchObject({
      detail: { cure: '请不要注明是修订文本，直接导入；确是修订文本的，核对后再与原计划对照并入。' },
    });
  });

  it('an error that is no refusal stays what it is', () => {
    const error = new TypeError('x');
    expect(refusalOfFile(error, '方案.docx', '')).toBe(error);
  });
});

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

  it('an error that is no refusal stays what it is', () => {
    const error = new TypeError('x');
    expect(refusalOfFile(error, '方案.docx', '')).toBe(error);
  });
});

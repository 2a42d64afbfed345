import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shownName } from './upload.js';

describe('the name of a file that was sent', () => {
  it.each([
    ['附件2：太原市台账（10月）最终版.xlsx', '附件2：太原市台账（10月）最终版.xlsx'],
    ['C:\\Users\\liu\\桌面\\总结.docx', '总结.docx'],
    ['../../etc/passwd', 'passwd'],
    ['合同\u202Excod.exe', '合同xcod.exe'],
    ['a\r\nSet-Cookie: x', 'aSet-Cookie: x'],
    ['', '未命名文件'],
    ['/', '未命名文件'],
  ])('%j is shown as %j', (sent, shown) => {
    expect(shownName(sent)).toBe(shown);
  });

  it('is never a path, never empty, never longer than 200 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (sent) => {
        const shown = shownName(sent);
        expect(shown).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u);
        expect([...shown].length).toBeGreaterThan(0);
        expect([...shown].length).toBeLessThanOrEqual(200);
      }),
      { seed: 20230515, numRuns: 500 },
    );
  });
});

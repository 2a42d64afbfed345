import { describe, expect, it } from '@jest/globals';
import { paperWordCount, wordCount } from './word-count.js';

describe('字数', () => {
  it.each([
    ['农民工办', 4],
    ['截至11月30日，', 7],
    ['培训12.6万人次', 6],
    ['完成105%。', 4],
    ['“十四五”', 5],
    ['GB/T 9704', 2],
    ['　', 1],
    ['', 0],
  ])('counts %s as %i', (text, count) => {
    expect(wordCount(text)).toBe(count);
  });

  it('concerns the text: not the head, tables, annexes, signature or source numbers', () => {
    const html =
      '<article class="paper"><p class="doc-mark">某办公室文件</p><h1>标题</h1><h2>一、做法</h2>' +
      '<p>培训<a class="figure" href="/x">12人</a><sup class="source">[3]</sup>。</p><table><tr><td>表</td></tr></table>' +
      '<p class="doc-signature">某办公室</p><section class="doc-annex"><h2 class="annex-title">附表</h2><p>附</p></section></article>';
    expect(paperWordCount(html)).toBe(4 + 5);
  });
});

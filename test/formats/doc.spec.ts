import { describe, expect, it } from '@jest/globals';
import WordExtractor from 'word-extractor';
import { extractBytes } from '../../src/intake/extract.js';
import { buildDoc, docOf, type DocParagraph } from './build-doc.js';
import { SAMPLE_PLAN, SAMPLE_TEXT } from './sample-plan.js';

describe('a plan as .doc of Word 97', () => {
  it('comes out paragraph by paragraph', async () => {
    expect(await extractBytes(docOf(SAMPLE_PLAN), '方案.doc')).toEqual({ format: 'doc', text: SAMPLE_TEXT, notes: [] });
  });

  it('is read the same by another program, so the sample file is a true one', async () => {
    const other = await new WordExtractor().extract(docOf(SAMPLE_PLAN));
    expect(other.getBody().trim().split(/\n+/)).toEqual(SAMPLE_PLAN);
  });

  it('gets its automatic numbers back', async () => {
    const lists = [
      [
        { format: 37, label: '\u0000、' },
        { format: 37, label: '（\u0001）' },
        { format: 0, label: '\u0002.' },
      ],
    ];
    const lines: [string, number][] = [
      ['稳就业', 0],
      ['办招聘会', 1],
      ['春季50场', 2],
      ['秋季30场', 2],
      ['促创业', 1],
      ['强技能', 0],
      ['训1万人', 1],
    ];
    const paragraphs = lines.map(([text, level]): DocParagraph => ({ text, list: 1, level }));
    expect((await extractBytes(buildDoc(paragraphs, lists), '方案.doc')).text.split('\n')).toEqual([
      '一、稳就业',
      '（一）办招聘会',
      '1.春季50场',
      '2.秋季30场',
      '（二）促创业',
      '二、强技能',
      '（一）训1万人',
    ]);
  });

  it('leaves out what is struck out and says so once; signs of the font Symbol stay', async () => {
    const struck = [0x37, 0x08, 1];
    const twice = [0x53, 0x2a, 1];
    const symbol = [0x09, 0x6a, 1, 0, 0xb3, 0xf0];
    const inFont = [0x4f, 0x4a, 1, 0];
    const pieces: DocParagraph[] = [
      { text: '建驿站', end: 'none' },
      { text: '8', end: 'none', characters: struck },
      { text: '6家', end: 'none' },
      { text: '和夜校', end: 'none', characters: twice },
      { text: '，服务', end: 'none' },
      { text: '(', end: 'none', characters: symbol },
      { text: '500人，投诉', end: 'none' },
      { text: '\uf0a3', end: 'none', characters: inFont },
      { text: '3件' },
    ];
    const document = await extractBytes(buildDoc(pieces, [], 0, ['宋体', 'Symbol']), '方案.doc');
    expect(document.text).toBe('建驿站6家，服务≥500人，投诉≤3件');
    expect(document.notes).toEqual(['文中划掉（加删除线）的文字未读入，请核对。']);
  });

  it('leaves out hidden words and says so once', async () => {
    const hidden = [0x3c, 0x08, 1];
    const pieces: DocParagraph[] = [
      { text: '建驿站', end: 'none' },
      { text: '8家、', end: 'none', characters: hidden },
      { text: '6家' },
    ];
    const document = await extractBytes(buildDoc(pieces), '方案.doc');
    expect(document.text).toBe('建驿站6家');
    expect(document.notes).toEqual([expect.stringContaining('设为隐藏、不显示的文字未读入')]);
  });

  it('reads a 任务分解表 with cells merged downwards, and leaves deleted words out', async () => {
    const edges = [0, 1000, 4000, 6000];
    const cells = (...texts: string[]): DocParagraph[] => texts.map((text) => ({ text, end: 'cell' }));
    const rowEnd = (merged: number[] = []): DocParagraph => ({ text: '', end: 'row', edges, merged });
    const document = await extractBytes(
      buildDoc([
        { text: '云岭市任务分解表' },
        { text: '（征求意见稿）', deleted: true },
        ...cells('重点任务', '具体举措', '责任单位'),
        rowEnd(),
        ...cells('稳就业', '办招聘会50场', '市人社局'),
        rowEnd([1, 0, 0]),
        ...cells('', '开返岗专车60趟', '市交通局'),
        rowEnd([2, 0, 0]),
        { text: '云岭市农民工办印发' },
      ]),
      '分解表.doc',
    );
    expect(document.text.split('\n')).toEqual([
      '云岭市任务分解表',
      '一、稳就业',
      '1. 办招聘会50场。（责任单位：市人社局）',
      '2. 开返岗专车60趟。（责任单位：市交通局）',
      '云岭市农民工办印发',
    ]);
    expect(document.notes).toEqual(['修订标记中已删除的文字未读入。']);
  });

  describe('with a table of eight columns, the ends of whose rows stand in a stream of their own', () => {
    const edges = [0, 800, 1400, 3000, 4000, 5000, 6000, 7000, 8000];
    const row = (...texts: string[]): DocParagraph[] => [
      ...texts.map((text): DocParagraph => ({ text, end: 'cell' })),
      { text: '', end: 'row', edges, merged: texts[0] === '稳就业' ? [1] : texts[0] === '' ? [2] : [] },
    ];
    const paragraphs = [
      { text: '云岭市任务分解表' },
      ...row('类别', '序号', '重点任务', '工作目标', '牵头单位', '配合单位', '完成时限', '备注'),
      ...row('稳就业', '1', '办招聘会', '全年50场', '市人社局', '市总工会', '11月底前', ''),
      ...row('', '2', '办夜校', '全年20期', '市教育局', '市妇联', '10月底前', ''),
    ];

    it('reads it row by row', async () => {
      expect((await extractBytes(buildDoc(paragraphs), '分解表.doc')).text.split('\n')).toEqual([
        '云岭市任务分解表',
        '一、稳就业',
        '1. 办招聘会。工作目标：全年50场。（牵头单位：市人社局，配合单位：市总工会，完成时限：11月底前）',
        '2. 办夜校。工作目标：全年20期。（牵头单位：市教育局，配合单位：市妇联，完成时限：10月底前）',
      ]);
    });

    it('keeps the words of cells whose row nobody finds, and says so', async () => {
      const cut = [...paragraphs.slice(0, 8), { text: '云岭市农民工办印发' }];
      const { text, notes } = await extractBytes(buildDoc(cut), '分解表.doc');
      expect(text).toContain('重点任务\n工作目标\n牵头单位');
      expect(notes).toEqual(['有 7 个表格单元格找不到所在的行，已按段落读入，请对照原文核对。']);
    });
  });

  it('shows the result of a field, not its code', async () => {
    const text = '详见\u0013 HYPERLINK "http://example.test" \u0014市政府网站\u0015。';
    expect((await extractBytes(buildDoc([{ text }]), '方案.doc')).text).toBe('详见市政府网站。');
  });
});

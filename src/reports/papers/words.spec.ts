import { describe, expect, it } from '@jest/globals';
import { attachmentLines } from './official.js';
import { numbered } from './numbering.js';
import { titleLines, TURNED } from './title-lines.js';
import { chineseNumber, dayOrRoom, inTitleMarks, longDay, ordinal, withoutOrdinal } from './words.js';

describe('days in papers', () => {
  it('are written with Arabic digits and without leading zeros', () => {
    expect(longDay('2023-05-09')).toBe('2023年5月9日');
  });

  it('leave room when they are to be filled in by hand', () => {
    expect(dayOrRoom(null)).toMatch(/^　+年　+月　+日$/);
  });

  it('are refused when they are no days', () => {
    expect(() => longDay('5月9日')).toThrow('请按 2023-12-20 的格式填写');
  });
});

describe('numbers of headings', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [35, '三十五'],
  ])('%i is %s', (value, text) => {
    expect(chineseNumber(value)).toBe(text);
  });

  it('follow 一、 （一） 1. （1）', () => {
    expect([1, 2, 3, 4].map((level) => ordinal(level, 2))).toEqual(['二、', '（二）', '2. ', '（2）']);
  });

  it.each([
    ['一、提高就业质量', '提高就业质量'],
    ['（十二）根治欠薪', '根治欠薪'],
    ['(3)技能培训', '技能培训'],
    ['2.做好服务', '做好服务'],
    ['12333热线', '12333热线'],
    ['1.2万人培训', '1.2万人培训'],
  ])('leave %s as %s', (printed, bare) => {
    expect(withoutOrdinal(printed)).toBe(bare);
  });

  it('begin anew under each parent, whatever numbers the plan printed', () => {
    const section = (heading: string, level: 1 | 2): Parameters<typeof numbered>[0][number] => ({
      heading,
      level,
      paragraphs: [],
    });
    const plan = [
      section('三、就业', 1),
      section('（七）岗位', 2),
      section('（九）培训', 2),
      section('五、权益', 1),
      section('（十）欠薪', 2),
    ];
    expect(numbered(plan).map(({ number, heading }) => number + heading)).toEqual([
      '一、就业',
      '（一）岗位',
      '（二）培训',
      '二、权益',
      '（一）欠薪',
    ]);
  });
});

describe('titles', () => {
  it('stay on one line when they are short', () => {
    expect(titleLines('关于报送情况的报告')).toEqual(['关于报送情况的报告']);
  });

  it('break where the sense allows, with lines of like length', () => {
    const title = '某市农民工工作领导小组办公室关于2023年县域农民工市民化质量提升行动落实情况的报告';
    expect(titleLines(title)).toEqual([
      '某市农民工工作领导小组办公室',
      '关于2023年县域农民工市民化',
      '质量提升行动落实情况的报告',
    ]);
  });

  it('never cut a number or begin a line with a closing mark', () => {
    for (const title of [
      '关于印发《某市2023年农民工工作要点》任务分解表的通知',
      '某县关于落实2021—2025年农民工服务保障规划情况的年度报告',
    ]) {
      const lines = titleLines(title);
      expect(lines.join('')).toBe(title);
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[》，。的年]/);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[\d《]$/);
    }
  });

  it('keep the words of the field whole', () => {
    const title = '《2023年某市县域农民工市民化质量提升行动的实施方案》任务清单（市财政局）';
    expect(titleLines(title, TURNED)).toEqual([
      '《2023年某市县域农民工市民化质量提升',
      '行动的实施方案》任务清单（市财政局）',
    ]);
  });

  it('use the longer lines of a turned sheet', () => {
    expect(titleLines('某市县域农民工市民化质量提升行动任务分解表', TURNED)).toHaveLength(1);
  });

  it('stand in title marks, inner ones turned', () => {
    expect(inTitleMarks('关于印发《工作要点》的通知')).toBe('《关于印发〈工作要点〉的通知》');
    expect(inTitleMarks('《实施方案》')).toBe('《实施方案》');
  });
});

describe('附件说明', () => {
  it('has no number for a single annex, and numbers for several', () => {
    expect(attachmentLines(['情况表'])).toEqual(['附件：情况表']);
    expect(attachmentLines(['情况表', '名单'])).toEqual(['附件：1. 情况表', '2. 名单']);
    expect(attachmentLines([])).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import { parseHtml, findAll, hasClass } from '../../src/rendering/html.js';
import { wordCount } from '../../src/rendering/word-count.js';
import {
  CLEAN,
  DRAFT,
  DRAFT_PREVIEW,
  PREVIEW,
  paperDocx,
  paperPage,
  reportHtml,
  reportWordCount,
} from '../../src/reports/papers/index.js';
import { yearEndView } from './sample-views.js';

const PROPERTIES = { title: '年终总结', author: '某市农民工办', date: '2023-12-20' };

async function textOfDocx(html: string): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(paperDocx(html, PROPERTIES)) });
  return value;
}

const lines = (text: string): string[] => text.split('\n').filter(Boolean);

describe('the year-end report that is sent', () => {
  it('opens as a document with head, text in the plan’s order, closing and annexes', async () => {
    const text = lines(await textOfDocx(reportHtml(yearEndView())));
    expect(text.slice(0, 3)).toEqual([
      '太原市农民工工作领导小组办公室文件',
      '并农工办〔2023〕12号\t签发人：某某某',
      '太原市农民工工作领导小组办公室关于2023年县域农民工市民化质量提升行动落实情况的报告',
    ]);
    expect(text).toEqual(
      expect.arrayContaining([
        '省农民工工作领导小组办公室：',
        '一、提高就业创业质量',
        '（一）稳定扩大就业岗位',
        '县域新增就业1.8万人，完成年度任务的105%。',
        '二、维护劳动权益',
        '三、存在问题',
        '四、下一步工作安排',
        '特此报告。',
        '附件：1. 目标任务完成情况表',
        '2023年12月20日',
        '附件1',
      ]),
    );
  });

  it('says as of when its figures are, which are estimates, and who has not reported', () => {
    const html = reportHtml(yearEndView());
    expect(html).toContain('本文数据截至2023年11月30日。标注“预计全年”的为预计数。应报单位12家，已报11家，未报1家');
    expect(html).toContain('12.6万人次（预计全年）');
  });

  it('is clean: no source numbers, no links', () => {
    const html = reportHtml(yearEndView(), CLEAN);
    expect(html).not.toMatch(/class="source"|submissions|底稿/);
  });

  it('is the same, byte for byte, for the same view', () => {
    const make = (): Buffer => Buffer.from(paperDocx(reportHtml(yearEndView()), PROPERTIES));
    expect(make().equals(make())).toBe(true);
  });

  it('leaves room for number and 签发人 where they are not known yet', () => {
    const html = reportHtml(yearEndView({ number: null, signer: null }));
    expect(html).toMatch(/　+〔2023〕　+号<span class="doc-signer">签发人：/);
  });

  it('as a 函 has the letter’s head, no 签发人 and other closing words', () => {
    const html = reportHtml(yearEndView({ genre: '函' }));
    expect(html).toContain('<p class="letter-mark">太原市农民工工作领导小组办公室</p>');
    expect(html).toContain('特此函达。');
    expect(html).not.toContain('签发人');
  });

  it('as a 盖章材料 begins with its title', () => {
    expect(reportHtml(yearEndView({ genre: '盖章材料' }))).toMatch(/^<article class="paper">\s*<h1>/);
  });

  it('leaves out annexes, problems and next steps that are not there', () => {
    const html = reportHtml(yearEndView({ measures: [], annexes: [], problems: [], next: [] }));
    expect(html).not.toMatch(/附件|存在问题|下一步工作安排/);
  });
});

describe('the 底稿', () => {
  const html = reportHtml(yearEndView(), DRAFT);

  it('has a source number in brackets after each figure, in text and tables', () => {
    expect(html).toContain('12.6万人次（预计全年）<sup class="source">[1]</sup>');
    expect(html).toContain('<td class="centre">1.2万<sup class="source">[4]</sup></td>');
  });

  it('lists every source it names, and says so at its head', () => {
    const named = new Set([...html.matchAll(/\[(\d+)\]/g)].map((match) => match[1]));
    const annex = findAll(parseHtml(html), (node) => hasClass(node, 'doc-annex')).at(-1);
    const listed = findAll(annex?.children ?? [], (node) => node.tag === 'tr').length - 1;
    expect([...named].every((number) => Number(number) <= listed)).toBe(true);
    expect(html).toContain('数据来源表（共5项）');
    expect(html).toContain('待补证');
  });

  it('has further annexes of its own behind the list, which are never sent', () => {
    const corrections = { title: '引用数已更正情况表', paragraphs: [['无']], table: null, landscape: false };
    const view = yearEndView({ draftAnnexes: [corrections] });
    expect(reportHtml(view, DRAFT)).toContain('<p class="annex-label">底稿附表2</p>');
    expect(reportHtml(view, CLEAN)).not.toContain('引用数已更正');
  });

  it('is refused when a figure’s source is not in the list', () => {
    const view = yearEndView({ sources: yearEndView().sources.slice(0, 4) });
    expect(() => reportHtml(view, DRAFT)).toThrow('来源编号[5]不在数据来源表中');
    expect(reportHtml(view, CLEAN)).toContain('特此报告。');
  });

  it('keeps the lines of a unit’s own text', () => {
    const view = yearEndView({ opening: [['一是摸清底数。\n二是分类施策。']] });
    expect(reportHtml(view, DRAFT)).toContain('<p>一是摸清底数。<br>二是分类施策。</p>');
  });

  it('does not count its source list among the annexes that are sent', () => {
    expect(html).not.toContain('附件：3');
    expect(html).toContain('<p class="annex-label">底稿附表</p>');
  });
});

describe('the report on screen', () => {
  it('opens the submission behind every figure', () => {
    expect(reportHtml(yearEndView(), PREVIEW)).toContain('<a class="figure" href="/submissions/2">105%</a>');
  });

  it('links the source list of the 底稿, too', () => {
    expect(reportHtml(yearEndView(), DRAFT_PREVIEW)).toContain(
      '<a class="figure" href="/submissions/3">2023年12月8日</a>',
    );
  });

  it.each(['https://example.org/x', '//example.org', 'javascript:alert(1)', '/\\example.org'])(
    'never links to %s',
    (href) => {
      const view = yearEndView({ opening: [[{ text: '12人', source: 1, href }]] });
      expect(reportHtml(view, PREVIEW)).toContain('<p>12人</p>');
    },
  );

  it('can be kept as a page that needs no other file', () => {
    const page = paperPage(reportHtml(yearEndView(), PREVIEW), '年终总结 <预览>');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('<title>年终总结 &lt;预览&gt;</title>');
    expect(page).not.toMatch(/<link|<script|src=|url\(/);
  });
});

describe('other reports', () => {
  it('of the half year look to the second half', () => {
    expect(reportHtml(yearEndView({ kind: 'half-year' }))).toContain('四、下半年工作安排');
  });

  it('on progress speak of measures', () => {
    expect(reportHtml(yearEndView({ kind: 'progress' }))).toContain('四、下一步措施');
  });

  it('count their characters alike in every form', () => {
    const count = reportWordCount(yearEndView());
    expect(count).toBe(reportWordCount(yearEndView({ sources: [], annexes: [], measures: [] })));
    const [opening] = yearEndView().opening;
    expect(reportWordCount(yearEndView({ opening: [] }))).toBe(count - wordCount(`${opening?.[0]}`));
  });
});

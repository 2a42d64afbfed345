import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { htmlToDocx } from './html-to-docx.js';

const OPTIONS = { title: '报告', author: '某市农民工办', date: '2023-12-20' };

function parts(html: string): Record<string, string> {
  const files = unzipSync(htmlToDocx(html, OPTIONS));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const part = (html: string, name: string): string => parts(html)[name] ?? '';
const documentXml = (html: string): string => part(html, 'word/document.xml');
const styleXml = (id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(part('<p>文</p>', 'word/styles.xml'))?.[0] ?? '';

const styleOfText = (html: string, text: string): string | undefined => {
  const before = documentXml(html).split(`>${text}`)[0] ?? '';
  return /w:pStyle w:val="([^"]+)"(?!.*w:pStyle)/s.exec(before)?.[1];
};

describe('the sheet of GB/T 9704-2012', () => {
  const xml = documentXml('<p>正文</p>');

  it('is A4 with 天头 37, 订口 28, right 26, bottom 35 mm', () => {
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(xml).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"');
  });

  it('holds 22 lines: a line grid of 579 twips and exact line height', () => {
    expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
    expect(part('<p>文</p>', 'word/styles.xml')).toContain('w:line="579" w:lineRule="exact"');
    expect(Math.floor((16838 - 2098 - 1984) / 579)).toBe(22);
  });

  it('holds 28 characters a line: 16 pt less a quarter point each', () => {
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/.exec(part('<p>文</p>', 'word/styles.xml'))?.[0];
    expect(defaults).toContain('<w:spacing w:val="-5"/><w:sz w:val="32"/>');
    expect(Math.floor((11906 - 1588 - 1474) / (320 - 5))).toBe(28);
  });

  it('sets the text in 三号 仿宋 for Chinese and for digits alike', () => {
    expect(part('<p>文</p>', 'word/styles.xml')).toContain(
      '<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312"/>',
    );
  });

  it('indents paragraphs by two characters', () => {
    expect(styleXml('Body')).toContain('<w:ind w:firstLineChars="200" w:firstLine="640"/>');
  });
});

describe('headings', () => {
  it.each([
    ['h1', 'Title', '方正小标宋简体', 44],
    ['h2', 'Level1', '黑体', null],
    ['h3', 'Level2', '楷体_GB2312', null],
  ])('%s is %s in %s', (tag, style, font, size) => {
    expect(styleOfText(`<${tag}>做法</${tag}>`, '做法')).toBe(style);
    expect(styleXml(style)).toContain(`w:eastAsia="${font}"`);
    if (size) expect(styleXml(style)).toContain(`<w:sz w:val="${size}"/>`);
  });

  it('of the third and fourth level stay in 仿宋', () => {
    expect(styleOfText('<h4>1. 做法</h4>', '1. 做法')).toBe('Level3');
    expect(styleXml('Level3')).not.toContain('w:rFonts');
    expect(styleXml('Level4')).not.toContain('w:rFonts');
  });

  it('appear in the navigation pane by level', () => {
    expect(styleXml('Level2')).toContain('<w:outlineLvl w:val="1"/>');
  });
});

describe('the head of a paper', () => {
  const head =
    '<article class="paper"><p class="doc-mark">某市农民工工作领导小组办公室文件</p>' +
    '<p class="doc-number">某农办〔2023〕3号<span class="doc-signer">签发人：<span class="kai">某某</span></span></p><hr class="doc-rule"></article>';

  it('has the red 发文机关标志 35 mm under the upper edge of the text area', () => {
    expect(styleXml('Mark')).toContain('<w:color w:val="FF0000"/>');
    expect(styleXml('Mark')).toContain('w:before="1984"');
  });

  it('condenses a long name so that it fits one line', () => {
    const [, scale, size] = /<w:w w:val="(\d+)"\/><w:sz w:val="(\d+)"/.exec(documentXml(head)) ?? [];
    const characters = '某市农民工工作领导小组办公室文件'.length;
    expect((characters * Number(size) * 10 * Number(scale)) / 100).toBeLessThanOrEqual(8844);
  });

  it('sets the number at the left and 签发人 at the right, his name in 楷体', () => {
    const xml = documentXml(head);
    expect(xml).toContain('<w:pStyle w:val="NumberUp"/>');
    expect(xml).toMatch(/楷体_GB2312[^>]*\/><\/w:rPr><w:t xml:space="preserve">某某/);
  });

  it('draws the red rule', () => {
    expect(styleXml('Rule')).toContain('w:color="FF0000"');
  });
});

describe('page numbers', () => {
  const files = parts('<p>文</p>');

  it('differ on odd and even pages', () => {
    expect(files['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    expect(files['word/footer1.xml']).toContain('<w:jc w:val="right"/>');
    expect(files['word/footer2.xml']).toContain('<w:jc w:val="left"/>');
  });

  it('are — 1 — in 四号 宋体, one character in, on a line of their own pitch', () => {
    const footer = files['word/footer1.xml'] ?? '';
    expect(footer).toMatch(/— <\/w:t>.* PAGE .*> —<\/w:t>/);
    expect(footer).toContain('w:rightChars="100"');
    expect(footer).toContain('w:line="320" w:lineRule="exact"');
    expect(styleXml('Footer')).toContain('w:eastAsia="宋体"');
    expect(styleXml('Footer')).toContain('<w:sz w:val="28"/>');
  });

  it('keep their place on the paper when the sheet is turned', () => {
    expect(files['word/footer3.xml']).toContain('vert="vert"');
  });
});

describe('tables', () => {
  const table =
    '<table><colgroup><col width="25%"><col width="75%"></colgroup><thead><tr><th>序号</th><th>任务</th></tr></thead>' +
    '<tbody><tr><td class="centre" rowspan="2">1</td><td>培训</td></tr><tr><td>就业</td></tr><tr><td colspan="2">合计</td></tr></tbody></table>';

  it('repeat their head on every page and keep rows whole', () => {
    expect(documentXml(table).match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(documentXml(table).match(/<w:cantSplit\/>/g)).toHaveLength(4);
  });

  it('let only very long rows break over two pages', () => {
    const row = (text: string): string => `<table><tbody><tr><td>${text}</td></tr></tbody></table>`;
    expect(documentXml(row('进展'.repeat(100)))).toContain('<w:cantSplit/>');
    expect(documentXml(row('进展'.repeat(300)))).not.toContain('<w:cantSplit/>');
  });

  it('are exactly as wide as the text area', () => {
    const widths = [...documentXml(table).matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
    expect(widths).toEqual([2211, 6633]);
  });

  it('merge cells down and across', () => {
    const xml = documentXml(table);
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:vMerge\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(1);
  });

  it('use the width of a turned sheet in a landscape annex', () => {
    const xml = documentXml(`<article><p>文</p><section class="doc-annex landscape">${table}</section></article>`);
    expect(xml).toContain('<w:tblW w:w="12756" w:type="dxa"/>');
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(xml.match(/<w:sectPr>/g)).toHaveLength(2);
  });
});

describe('the end of a paper', () => {
  const end = (name: string): string =>
    documentXml(`<article><p class="doc-signature">${name}</p><p class="doc-date">2023年12月20日</p></article>`);

  it('sets a sealed date four characters from the right, the office centred over it', () => {
    const xml = end('某市农民工办');
    expect(xml).toContain('<w:ind w:rightChars="400" w:right="1280"/>');
    expect(xml).toContain('<w:ind w:rightChars="450" w:right="1440"/>');
  });

  it('moves the date in when the office has a long name', () => {
    const xml = end('某某市农民工工作领导小组办公室综合协调处');
    expect(xml).toContain('<w:ind w:rightChars="0" w:right="0"/>');
    expect(xml).toContain('<w:ind w:rightChars="650" w:right="2080"/>');
  });

  it('puts the 版记 on the foot of the last page', () => {
    const xml = documentXml('<article><p>文</p><div class="doc-imprint"><p>抄送：某局。</p></div></article>');
    expect(xml).toContain('<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align>');
  });

  it('begins every annex on a new page and goes on counting', () => {
    const xml = documentXml(
      '<p>文</p><section class="doc-annex"><p>一</p></section><section class="doc-annex"><p>二</p></section>',
    );
    expect(xml.match(/<w:type w:val="nextPage"\/>/g)).toHaveLength(3);
    expect(xml).not.toContain('w:start=');
  });
});

describe('a letter (信函格式)', () => {
  const letter =
    '<article class="paper letter"><p class="letter-mark">某办公室</p><p class="doc-number-right">〔2023〕1号</p><h1>函</h1></article>';

  it('has its name and rules in the head and foot of the first page, and no number there', () => {
    const files = parts(letter);
    expect(files['word/document.xml']).toContain('<w:titlePg/>');
    expect(files['word/header1.xml']).toContain('某办公室');
    expect(files['word/header1.xml']).toContain('thickThinSmallGap');
    expect(files['word/footer5.xml']).toContain('thinThickSmallGap');
    expect(files['word/footer5.xml']).not.toContain('PAGE');
  });

  it('keeps head and foot 30 and 20 mm from the edges', () => {
    expect(documentXml(letter)).toContain('w:header="1701" w:footer="1134"');
  });
});

describe('text', () => {
  it('is never lost, whatever element it stands in', () => {
    expect(documentXml('<ul><li>甲</li></ul>乙<blockquote>丙</blockquote>')).toMatch(/甲.*乙.*丙/s);
  });

  it('knows no line ends between Chinese characters, and keeps full-width spaces', () => {
    expect(documentXml('<p>\n  培训\n  人次　计\n</p>')).toContain('>培训人次　计<');
  });

  it('raises source numbers and forgets links', () => {
    const xml = documentXml('<p><a class="figure" href="/submissions/1">12人</a><sup class="source">[1]</sup></p>');
    expect(xml).toContain('<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">[1]');
    expect(xml).not.toContain('submissions');
  });

  it('cannot break the file', () => {
    expect(documentXml('<p>a &amp; b &lt;w:p&gt; \u0001</p>')).toContain('a &amp; b &lt;w:p&gt; </w:t>');
  });
});

describe('the file', () => {
  it('is the same, byte for byte, for the same paper', () => {
    const html = '<p>文</p>';
    expect(Buffer.from(htmlToDocx(html, OPTIONS)).equals(Buffer.from(htmlToDocx(html, OPTIONS)))).toBe(true);
  });

  it('names everything it holds in its list of contents', () => {
    const files = parts('<p>文</p>');
    const listed = [...(files['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(listed)).toEqual(
      new Set(Object.keys(files).filter((name) => name.endsWith('.xml') && name !== '[Content_Types].xml')),
    );
  });
});

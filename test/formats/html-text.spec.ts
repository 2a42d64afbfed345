import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { extractBytes, extractPasted } from '../../src/intake/extract.js';
import { SAMPLE_PLAN, SAMPLE_TEXT } from './sample-plan.js';

const page = (
  charset: string,
) => `<!DOCTYPE html><html><head><meta charset="${charset}"><title>云岭市人民政府</title><script>var a='分享';</script></head>
<body><div class="header"><a href="/">首页</a></div><ul class="nav"><li><a>政务公开</a></li></ul>
<div class="crumbs">当前位置：首页 &gt; 通知</div>
<div id="zoom">${SAMPLE_PLAN.map((line) => `<p>&nbsp;&nbsp;${line}</p>`).join('\n')}</div>
<div><h3>相关文件</h3>${['一', '二', '三', '四', '五'].map((n) => `<p><a href="/${n}">云岭市第${n}号通知公告全文</a></p>`).join('')}</div><p>【字体：大 中 小】</p><div class="share">分享到：</div><p style="display:none">隐藏</p>
<div class="footer">版权所有：云岭市人民政府</div></body></html>`;

describe('a plan as plain text', () => {
  it.each([
    ['UTF-8', Buffer.from(SAMPLE_TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${SAMPLE_TEXT}`)],
    ['GB18030 with line ends of Windows', iconv.encode(SAMPLE_TEXT.replace(/\n/g, '\r\n'), 'gb18030')],
    ['UTF-16 with its mark', iconv.encode(SAMPLE_TEXT, 'utf16le', { addBOM: true })],
    ['UTF-16 the other way round', iconv.encode(SAMPLE_TEXT, 'utf16be', { addBOM: true })],
  ])('is read from %s', async (_, bytes) => {
    expect(await extractBytes(bytes, '方案.txt')).toEqual({ format: 'txt', text: SAMPLE_TEXT, notes: [] });
  });

  it('is read although one byte is damaged, and says so', async () => {
    const bytes = Buffer.from(SAMPLE_TEXT);
    bytes[bytes.indexOf('农工办')] = 0xff;
    const document = await extractBytes(bytes, '方案.txt');
    expect(document.text).toContain('一、稳定就业岗位');
    expect(document.notes).toEqual(['有个别字节不是文字，已用“�”标出，请核对原文。']);
  });

  it('is read as clauses where a 任务分解表 was copied out of a workbook', () => {
    const pasted = [
      '云岭市任务分解表',
      '重点任务\t具体举措\t牵头单位\t配合单位',
      '稳定就业\t办招聘会\t市人社局\t"市总工会',
      '市妇联"',
      '\t开返岗专车\t市交通局\t',
      '注：排在第一位的为牵头单位。',
    ].join('\r\n');
    expect(extractPasted(pasted).text.split('\n')).toEqual([
      '云岭市任务分解表',
      '一、稳定就业',
      '1. 办招聘会。（牵头单位：市人社局，配合单位：市总工会、市妇联）',
      '2. 开返岗专车。（牵头单位：市交通局）',
      '注：排在第一位的为牵头单位。',
    ]);
  });

  it('is taken as pasted', () => {
    expect(extractPasted(`${SAMPLE_TEXT}\r\n`)).toEqual({ format: 'pasted', text: `${SAMPLE_TEXT}\n`, notes: [] });
  });
});

describe('a plan as web page', () => {
  it('tells of sentences that the page does not show, not of its hidden tools', async () => {
    const hidden = (words: string) =>
      `<body><p>一、建夜校6所。（市教育局负责）</p><div style="display:none">${words}</div></body>`;
    const notesOf = async (words: string) => (await extractBytes(Buffer.from(hidden(words)), '网页.html')).notes;
    expect(await notesOf('<p>二、办招聘会50场。（市总工会负责）</p>')).toEqual([
      expect.stringContaining('设为隐藏、不显示的文字未读入'),
    ]);
    expect(await notesOf('<span>打印</span><script>var a="办好夜校。";</script>')).toEqual([]);
    expect(await notesOf('<p>您的浏览器版本过低，请升级后访问。</p>')).toEqual([]);
  });

  it.each(['utf-8', 'gb2312'])('loses the page around it (%s)', async (charset) => {
    const bytes = iconv.encode(page(charset), charset === 'utf-8' ? 'utf8' : 'gb18030');
    expect(await extractBytes(bytes, '网页.html')).toEqual({ format: 'html', text: SAMPLE_TEXT, notes: [] });
  });

  it('keeps numbered lists, line breaks and tables', async () => {
    const html =
      '<div>要求：<br>一是及时\n上报；</div><ol><li>建台账</li><li><p>报进度</p></li></ol>' +
      '<table><tr><th>县区</th><th>人数</th></tr><tr><td rowspan=2>青禾县</td><td>3</td></tr><tr><td>5</td></tr></table>';
    const { text } = await extractBytes(Buffer.from(html), '片段.html');
    expect(text).toBe('要求：\n一是及时上报；\n1. 建台账\n2. 报进度\n县区\t人数\n青禾县\t3\n5');
  });

  it('leaves out what is struck out and says so once', async () => {
    const html = '<p>建驿站<del>8</del>6家。</p><p>办案<span style="text-decoration: line-through">50</span>60件。</p>';
    const { text, notes } = await extractBytes(Buffer.from(html), '片段.html');
    expect([text, notes]).toEqual(['建驿站6家。\n办案60件。', ['文中划掉（加删除线）的文字未读入，请核对。']]);
  });

  it('turns a 任务分解表 of a page into clauses', async () => {
    const html =
      '<table><tr><td>任务</td><td>牵头单位</td><td>配合单位</td></tr>' +
      '<tr><td>办招聘会</td><td>市人社局</td><td>市总工会、市妇联</td></tr></table>';
    const { text } = await extractBytes(Buffer.from(html), '表.html');
    expect(text).toBe('1. 办招聘会。（牵头单位：市人社局，配合单位：市总工会、市妇联）');
  });
});

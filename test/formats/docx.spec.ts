import { describe, expect, it } from '@jest/globals';
import { extractBytes } from '../../src/intake/extract.js';
import { buildDocx, cell, docxOf, level, listed, paragraph, run, table } from './build-docx.js';
import { SAMPLE_PLAN, SAMPLE_TEXT } from './sample-plan.js';

const textOf = async (source: Parameters<typeof buildDocx>[0]) =>
  (await extractBytes(buildDocx(source), '方案.docx')).text;

describe('a plan as .docx', () => {
  it('comes out paragraph by paragraph, whatever its name says', async () => {
    const document = await extractBytes(docxOf(SAMPLE_PLAN), '方案.txt');
    expect(document).toEqual({ format: 'docx', text: SAMPLE_TEXT, notes: [] });
  });

  it('gets its automatic numbers back: 一、 （一） 1. on their levels', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'japaneseCounting', '（%2）')}` +
      `${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`;
    const body = [
      listed('稳定就业', 3),
      listed('办好招聘会', 3, 1),
      listed('2024年办50场', 3, 2),
      listed('乡镇各办1场', 3, 2),
      listed('培育劳务品牌', 3, 1),
      listed('新增10个', 3, 2),
      listed('提升技能', 3),
      listed('开展订单培训', 3, 1),
    ].join('');
    expect((await textOf({ body, numbering })).split('\n')).toEqual([
      '一、稳定就业',
      '（一）办好招聘会',
      '1. 2024年办50场',
      '2. 乡镇各办1场',
      '（二）培育劳务品牌',
      '1. 新增10个',
      '二、提升技能',
      '（一）开展订单培训',
    ]);
  });

  it('counts on through chapters where the list says so, and restarts where a second list does', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const body = [listed('甲', 1), listed('子', 1, 1), listed('乙', 1), listed('丑', 1, 1), listed('寅', 2, 1)].join(
      '',
    );
    expect((await textOf({ body, numbering })).split('\n')).toEqual([
      '一、甲',
      '（一）子',
      '二、乙',
      '（二）丑',
      '（一）寅',
    ]);
  });

  it('takes numbers that hang on a style, and none where the paragraph switches them off', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="1">${level(0, 'decimalEnclosedCircleChinese', '%1', '<w:pStyle w:val="条目"/>')}</w:abstractNum>` +
      '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>';
    const styles =
      '<w:style w:styleId="条目"><w:name w:val="条目"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="子条目"><w:name w:val="子条目"/><w:basedOn w:val="条目"/></w:style>';
    const style = '<w:pStyle w:val="子条目"/>';
    const off = `${style}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`;
    const body = paragraph('建台账', style) + paragraph('无编号', off) + paragraph('送信息', style);
    expect(await textOf({ body, numbering, styles })).toBe('① 建台账\n无编号\n② 送信息');
  });

  it('leaves out what a revision deleted and keeps what it put in', async () => {
    const body =
      `<w:p>${run('由市')}<w:del>${'<w:r><w:delText>劳动</w:delText></w:r>'}</w:del><w:ins>${run('人社')}</w:ins>${run('局牵头')}</w:p>` +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('市财政局、')}</w:p>${paragraph('市教育局配合')}`;
    const document = await extractBytes(buildDocx({ body }), '修订稿.docx');
    expect(document.text).toBe('由市人社局牵头\n市财政局、市教育局配合');
    expect(document.notes).toEqual(['修订标记中已删除的文字未读入。']);
  });

  it('leaves out what is struck out and says so once; signs of the font Symbol stay', async () => {
    const sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>';
    const body = `<w:p>${run('建驿站')}${run('8', '<w:strike/>')}${run('6家，服务')}${sign}${run('500人')}</w:p>`;
    const document = await extractBytes(buildDocx({ body }), '方案.docx');
    expect(document.text).toBe('建驿站6家，服务≥500人');
    expect(document.notes).toEqual(['文中划掉（加删除线）的文字未读入，请核对。']);
  });

  it('leaves out what a style strikes out, and keeps words that say they are not', async () => {
    const style = (type: string, id: string, rest: string) =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${rest}</w:style>`;
    const styles =
      style('character', '作废', '<w:rPr><w:strike/></w:rPr>') +
      style('character', '旧数', '<w:basedOn w:val="作废"/>') +
      style('paragraph', '删去', '<w:rPr><w:dstrike/></w:rPr>');
    const kept = run('（市教育局负责）', '<w:rStyle w:val="旧数"/><w:strike w:val="0"/>');
    const body =
      `<w:p>${run('建夜校')}${run('8', '<w:rStyle w:val="作废"/>')}${run('9', '<w:rStyle w:val="旧数"/>')}${run('6所。')}${kept}</w:p>` +
      paragraph('办招聘会50场。', '<w:pStyle w:val="删去"/>');
    const document = await extractBytes(buildDocx({ body, styles }), '方案.docx');
    expect(document.text).toBe('建夜校6所。（市教育局负责）');
    expect(document.notes).toEqual(['文中划掉（加删除线）的文字未读入，请核对。']);
  });

  it('leaves out hidden words, by themselves or by a style, and says so once; words that say they are shown stay', async () => {
    const style = (type: string, id: string, rest: string) =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${rest}</w:style>`;
    const styles =
      style('character', '暗字', '<w:rPr><w:vanish/></w:rPr>') +
      style('paragraph', '暗段', '<w:rPr><w:vanish/></w:rPr>');
    const shown = run('（市教育局负责）', '<w:rStyle w:val="暗字"/><w:vanish w:val="0"/>');
    const body =
      `<w:p>${run('建夜校')}${run('8', '<w:vanish/>')}${run('9', '<w:rStyle w:val="暗字"/>')}${run('6所。')}${shown}</w:p>` +
      paragraph('办招聘会50场。（市总工会负责）', '<w:pStyle w:val="暗段"/>');
    const document = await extractBytes(buildDocx({ body, styles }), '方案.docx');
    expect(document.text).toBe('建夜校6所。（市教育局负责）');
    expect(document.notes).toEqual([expect.stringMatching(/^文中设为隐藏、不显示的文字未读入/)]);
    const blank = `<w:p>${run('建夜校6所。')}${run(' ', '<w:vanish/>')}</w:p>`;
    expect((await extractBytes(buildDocx({ body: blank }), '方案.docx')).notes).toEqual([]);
  });

  it('puts a text box behind the words it is anchored in, before them only over the whole document', async () => {
    const box = (text: string) =>
      `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const body =
      `<w:p>${box('云岭市人社局文件')}${run('云人社〔2024〕9号')}</w:p>` +
      paragraph('1.建夜校6所。') +
      `<w:p>${box('（市人社局负责）')}${run('2.办招聘会50场。')}</w:p>`;
    const document = await extractBytes(buildDocx({ body }), '方案.docx');
    expect(document.text).toBe(
      '云岭市人社局文件\n云人社〔2024〕9号\n1.建夜校6所。\n2.办招聘会50场。\n（市人社局负责）',
    );
    expect(document.notes).toEqual(['文本框中的文字（1 处）排在它所附的段落之后，请对照原文核对属于哪一条。']);
  });

  it('reads a text box once, though Word stores it twice, and skips hidden words and the table of contents', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const drawing = `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('云岭市人社局文件')}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('云岭市人社局文件')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    const styles = '<w:style w:styleId="9"><w:name w:val="toc 1"/></w:style>';
    const body =
      `<w:p><w:r>${drawing}</w:r></w:p>` +
      paragraph('一、总体要求3', '<w:pStyle w:val="9"/>') +
      `<w:p>${run('正文')}${run('暗字', '<w:vanish/>')}</w:p>`;
    const document = await extractBytes(buildDocx({ body, styles }), '方案.docx');
    expect(document.text).toBe('云岭市人社局文件\n\n正文');
    expect(document.notes).toEqual(['文中的目录未读入。', expect.stringContaining('设为隐藏')]);
  });

  it('prints a table row by row with tabs, and the notes at the foot after the text', async () => {
    const body =
      table([cell('县区'), cell('目标')], [cell('青禾县'), cell(['800人', '（含培训）'])]) +
      `<w:p>${run('指标为全年数')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph('线')}</w:footnote><w:footnote w:id="2">${paragraph('注：排在第一位的为牵头单位。')}</w:footnote>`;
    expect(await textOf({ body, footnotes })).toBe(
      '县区\t目标\n青禾县\t800人 （含培训）\n指标为全年数\n注：排在第一位的为牵头单位。',
    );
  });

  it('reads a red head set as a table line by line', async () => {
    const body = table([cell(['云岭市人社局', '云岭市总工会']), cell('文 件')]) + paragraph('云人社〔2024〕9号');
    expect(await textOf({ body })).toBe('云岭市人社局\n云岭市总工会\n文 件\n云人社〔2024〕9号');
  });

  it('turns a 任务分解表 inside the document into clauses with units', async () => {
    const merge = (start: boolean) => (start ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>');
    const body = table(
      [cell('序号'), cell('重点任务'), cell('具体举措'), cell('牵头单位'), cell('配合单位')],
      [cell('1'), cell('稳就业', merge(true)), cell('办招聘会50场。'), cell('市人社局'), cell(['市总工会', '市妇联'])],
      [cell('2'), cell('', merge(false)), cell('开返岗专车'), cell('市交通局'), cell('')],
    );
    expect(await textOf({ body })).toBe(
      '一、稳就业\n1. 办招聘会50场。（牵头单位：市人社局，配合单位：市总工会、市妇联）\n2. 开返岗专车。（牵头单位：市交通局）',
    );
  });
});

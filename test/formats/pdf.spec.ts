import { describe, expect, it } from '@jest/globals';
import { extractBytes } from '../../src/intake/extract.js';
import { buildPdf, pagesOf, pdfOf } from './build-pdf.js';
import { SAMPLE_PLAN } from './sample-plan.js';

const at = (text: string, x: number, y: number, size = 16) => ({ text, x, y, size });

describe('a plan as PDF with text', () => {
  it('comes out in whole paragraphs, without page numbers, also over page breaks', async () => {
    const plan = [...SAMPLE_PLAN, ...SAMPLE_PLAN.slice(8), ...SAMPLE_PLAN.slice(8)];
    const document = await extractBytes(pdfOf(plan, 12), '方案.pdf');
    expect(document.format).toBe('pdf');
    expect(document.text.split('\n')).toEqual(plan);
  });

  it('reads a joint red head names first, though 文件 stands beside the middle one', async () => {
    const { text } = await extractBytes(
      buildPdf([
        {
          pieces: [
            at('云岭市人力资源和社会保障局', 90, 740, 22),
            at('云岭市住房和城乡建设局', 90, 712, 22),
            at('文件', 440, 712, 22),
            at('云岭市总工会', 90, 684, 22),
            at('云人社〔2024〕9号', 220, 640),
            at('关于印发《云岭市2024年农民工', 120, 580, 22),
            at('工作要点》的通知', 190, 550, 22),
            at('各县（市、区）人社局：', 79, 500),
            at('现将要点印发给你们，请认真抓好落实，执行中的情况请及', 111, 471),
            at('时报告。', 79, 442),
          ],
        },
      ]),
      '要点.pdf',
    );
    expect(text.split('\n')).toEqual([
      '云岭市人力资源和社会保障局',
      '云岭市住房和城乡建设局',
      '云岭市总工会',
      '文件',
      '云人社〔2024〕9号',
      '关于印发《云岭市2024年农民工工作要点》的通知',
      '各县（市、区）人社局：',
      '现将要点印发给你们，请认真抓好落实，执行中的情况请及时报告。',
    ]);
  });

  it('tells of a page that holds a picture and its number only, and of no page that is merely empty but for it', async () => {
    const [first] = pagesOf(SAMPLE_PLAN, 60);
    const numbered = (n: number, picture: boolean) => ({ pieces: [at(`— ${n} —`, 440, 60, 14)], picture });
    const pages = [{ ...first!, picture: true }, numbered(2, true), numbered(3, false), { pieces: [] }];
    const { text, notes } = await extractBytes(buildPdf(pages), '要点.pdf');
    expect(text.split('\n')).toEqual(SAMPLE_PLAN);
    expect(notes).toEqual(['第 2、4 页没有文字（可能是图片），未读入。']);
  });

  it('drops a slanted watermark and running heads, and turns radicals into characters', async () => {
    const page = (line: string) => ({
      pieces: [
        at('云岭市农民工办公报', 200, 800, 10),
        { ...at('内部资料', 200, 400, 60), slant: true },
        at(line, 79, 600),
      ],
    });
    const { text } = await extractBytes(
      buildPdf([page('农⺠⼯⼯作由市⻓负责，县区配合。'), page('各县每季度报一次进展情况。')]),
      '简报.pdf',
    );
    expect(text).toBe('农民工工作由市长负责，县区配合。\n各县每季度报一次进展情况。');
  });

  it('refuses pages without words, with a scanner’s stamp only, or with glyphs nobody can name', async () => {
    const blank = buildPdf([{ pieces: [] }, { pieces: [] }]);
    const stamped = buildPdf([{ pieces: [at('云扫描', 500, 30, 8)] }, { pieces: [at('云扫描', 500, 30, 8)] }]);
    const nameless = buildPdf([{ pieces: [at(SAMPLE_PLAN.join(''), 79, 700)] }], { toUnicode: false });
    for (const bytes of [blank, stamped, nameless]) {
      await expect(extractBytes(bytes, '扫描件.pdf')).rejects.toMatchObject({ code: 'scan_without_text' });
    }
  });
});

describe('a plan that a word processor numbered by itself', () => {
  const page = (...pieces: ReturnType<typeof at>[]) => extractBytes(buildPdf([{ pieces }]), '方案.pdf');

  it('keeps a hanging number with its clause, though a wide gap stands between', async () => {
    const { text } = await page(
      at('（一）', 79, 700),
      at('稳定岗位供给', 175, 700),
      at('1.', 111, 671),
      at('开行返岗专列。', 175, 671),
      at('12.', 111, 642),
      at('建好零工驿站。', 175, 642),
    );
    expect(text.replaceAll(' ', '').split('\n')).toEqual([
      '（一）稳定岗位供给',
      '1.开行返岗专列。',
      '12.建好零工驿站。',
    ]);
  });

  it('keeps a number alone apart from a column of words beside it', async () => {
    const { text } = await page(at('1', 79, 700), at('办好夜校', 175, 700), at('市教育局', 400, 700));
    expect(text.split('\n')).toEqual(['1', '办好夜校', '市教育局']);
  });

  it('begins a paragraph with a number, though the line above is full and ends with its note', async () => {
    const { text } = await page(
      at('建好零工驿站，全年发布岗位不少于两万个，做到天天', 111, 720),
      at('有人管、件件有着落。（市人力资源社会保障局、市总工会负责）', 79, 691),
      at('（二）守住工资底线', 79, 662),
      at('在建项目开设工资专户，专户开设率保持稳定，确保工', 111, 633),
      at('资按月足额发放到位，任何单位不得截留、挪用专户资金管理。', 79, 604),
      at('3.快立快审快执。', 79, 575),
    );
    expect(text.split('\n').map((line) => line.slice(0, 5))).toEqual([
      '建好零工驿',
      '（二）守住',
      '在建项目开',
      '3.快立快',
    ]);
  });
});

describe('a 任务分解表 as PDF', () => {
  const xs = [60, 140, 320, 430, 540];
  const row = (top: number, texts: string[][]) =>
    texts.flatMap((lines, column) => lines.map((text, i) => at(text, xs[column] + 4, top - 14 - 13 * i, 10)));
  const across = (y: number, from = 0) => [xs[from], y, xs[4], y] as [number, number, number, number];
  const downTo = (top: number, bottom: number) => xs.map((x): [number, number, number, number] => [x, top, x, bottom]);
  const footer = (number: number) => at(`— ${number} —`, 280, 60, 14);

  it('is read by its rules, with merged cells, and goes on over the page', async () => {
    const head = row(700, [['重点任务'], ['具体举措'], ['牵头单位'], ['配合单位']]);
    const { text } = await extractBytes(
      buildPdf([
        {
          pieces: [
            at('云岭市任务分解表', 200, 740, 18),
            ...head,
            ...row(670, [['稳定就业'], ['举办“春风行动”专场招聘会', '五十场'], ['市人社局'], ['市总工会', '市妇联']]),
            ...row(630, [[], ['开行返岗专车六十趟'], ['市交通局'], []]),
            footer(1),
          ],
          rules: [across(700), across(670), across(630, 1), across(600), ...downTo(700, 600)],
        },
        {
          pieces: [
            ...head,
            ...row(670, [['维护权益'], ['落实工资保证金制度'], ['市住建局'], ['市人社局']]),
            at('注：排在第一位的为牵头单位。', 60, 600, 10),
            footer(2),
          ],
          rules: [across(700), across(670), across(640), ...downTo(700, 640)],
        },
      ]),
      '分解表.pdf',
    );
    expect(text.split('\n')).toEqual([
      '云岭市任务分解表',
      '一、稳定就业',
      '1. 举办“春风行动”专场招聘会；五十场。（牵头单位：市人社局，配合单位：市总工会、市妇联）',
      '2. 开行返岗专车六十趟。（牵头单位：市交通局）',
      '二、维护权益',
      '1. 落实工资保证金制度。（牵头单位：市住建局，配合单位：市人社局）',
      '注：排在第一位的为牵头单位。',
    ]);
  });

  it('a line of a cell that ends early, as no mark or figure may be cut off, runs on', async () => {
    const cells = (texts: string[][]) => [
      ...row(700, [['任务'], ['举措'], ['牵头单位'], ['完成时限']]),
      ...row(670, texts),
    ];
    const rules = [across(700), across(670), across(600), ...downTo(700, 600)];
    const told = async (texts: string[][]) =>
      (await extractBytes(buildPdf([{ pieces: cells(texts), rules }]), '分解表.pdf')).text.split('\n').at(-1);
    const lines = ['在工地和园区开设夜间课堂授课计满', '堂，全年授课不少于', '80.5场次，办满为止'];
    expect(await told([['办学'], lines, ['市教育局'], ['2024年12月']])).toContain('授课计满堂，全年');
    expect(await told([['办学'], ['开设夜校', '另设车间课堂'], ['市教育局'], []])).toContain('开设夜校；另设车间课堂');
  });

  it('keeps the date below the signature, though both are set to the right', async () => {
    const rules = [across(700), across(670), across(640), across(610)].concat(
      [60, 90, 320, 430, 540].map((x): [number, number, number, number] => [x, 700, x, 610]),
    );
    const line = (y: number, number: string, task: string, unit: string) => [
      ...[at(number, 64, y, 10), at(task, 94, y, 10), at(unit, 324, y, 10)],
      at('12月底', 434, y, 10),
    ];
    const head = [at('序号 工作任务', 64, 686, 10), at('责任单位', 324, 686, 10), at('完成时限', 434, 686, 10)];
    const rows = [...line(656, '1', '办好夜校', '市教育局'), ...line(626, '2', '建好驿站', '市总工会')];
    const signed = [at('太原市人力资源和社会保障局', 400, 580, 10), at('2027年1月10日', 450, 560, 10)];
    const pieces = [at('太原市任务分解表', 200, 740, 18), ...head, ...rows, ...signed];
    const { text } = await extractBytes(buildPdf([{ pieces, rules }]), '分解表.pdf');
    expect(text.split('\n')).toEqual([
      '太原市任务分解表',
      '1. 办好夜校。（责任单位：市教育局，完成时限：12月底）',
      '2. 建好驿站。（责任单位：市总工会，完成时限：12月底）',
      '太原市人力资源和社会保障局',
      '2027年1月10日',
    ]);
  });
});

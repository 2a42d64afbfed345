import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) => readPlan(['衢州市2024年就业服务工作方案', ...lines].join('\n'), registry);

/** Who a clause with these words is given to: lead < supporting, open groups; null where it stays without anybody. */
function given(words: string, chapter = '一、重点任务'): string | null {
  const { measures } = read(chapter, '1.开办夜校。（市总工会负责）', `2.${words}`);
  const [, one] = measures;
  if (!one) return null;
  const names = one.supporting.map(({ name }) => name);
  return `${one.responsible.map(({ name }) => name).join(' ')} < ${[...names, ...one.open].join(' ')}`;
}

describe('a clause without a note of duties whose running sentence names who does it', () => {
  it('is a measure of those whom 会同, 牵头 and 联合 name', () => {
    expect(given('建设零工市场。由市人社局会同市财政局于9月底前建成3个。')).toBe('市人力资源和社会保障局 < 市财政局');
    expect(given('培训工匠。由市人社局牵头，会同市住建局开展培训。')).toBe(
      '市人力资源和社会保障局 < 市住房和城乡建设局',
    );
    expect(given('守护校园。市教育局要会同市公安局、卫健委加强巡查，确保平安。')).toBe(
      '市教育局 < 市公安局 市卫生健康委员会',
    );
    expect(given('由市人社局牵头会同有关部门开展执法检查，检查300家。')).toBe('市人力资源和社会保障局 < 有关部门');
    expect(given('办好招聘。市人社局联合市总工会、市妇联等单位举办招聘会20场。')).toBe(
      '市人力资源和社会保障局 < 市总工会 市妇女联合会 等',
    );
    expect(given('走访企业。由市经信局、市商务局会同各县（市、区）走访500家。')).toBe(
      '市经济和信息化局 市商务局 < 各县（市、区）',
    );
    expect(given('核对名单。市民政局负责，会同市医保局核对后发放。')).toBe('市民政局 < 市医疗保障局');
    expect(given('普查设施。市水利局应主动会同国家税务总局衢州市税务局比对用水数据。')).toBe(
      '市水利局 < 国家税务总局衢州市税务局',
    );
    expect(given('排查隐患。年底前由市应急局牵头组织排查一遍。')).toBe('市应急管理局 < ');
  });

  it('is asked about, with the words that it rests on, and keeps its text whole', () => {
    const { measures, unassigned, text, doubts } = read(
      '一、重点任务',
      '1.由市人社局会同市财政局于9月底前建成零工市场3个。',
    );
    const [one] = measures;
    expect(unassigned).toEqual([]);
    expect(doubts.map(({ code }) => code)).not.toContain('note_unread');
    expect(one?.text).toBe('由市人社局会同市财政局于9月底前建成零工市场3个。');
    expect(one?.doubts.map(({ code, reason, span }) => [code, reason, text.slice(...(span ?? [0, 0]))])).toEqual([
      [
        'note_running',
        '本条没有单列责任分工，牵头和配合单位取自正文中的“市人社局会同市财政局”，请对照原文核对是否负责整条任务',
        '市人社局会同市财政局',
      ],
    ]);
    expect(one?.targets.map(({ metric, value }) => [metric, value])).toEqual([['建成零工市场', 3]]);
    expect(one?.deadline?.day).toBe('2024-09-30');
  });

  it('stays without anybody where a name is not known, and where two sentences name different ones', () => {
    expect(given('建设驿站。由市零工服务促进中心会同市财政局建成驿站。')).toBeNull();
    expect(given('联合检查。市教育部门会同公安部门开展检查，发现一处整改一处。')).toBeNull();
    expect(given('分头推进。由市人社局会同市财政局编印手册。由市教育局会同市公安局巡查校园。')).toBeNull();
  });

  it('stays without anybody where a body, a case, a rule or a place above is spoken of', () => {
    expect(given('健全机制。建立由市人社局牵头、市财政局参与的会商机制，按月会商。')).toBeNull();
    expect(given('调处纠纷。遇有重大纠纷，由市司法局会同市人社局调处，及时报告。')).toBeNull();
    expect(given('发放补贴。具体办法由市人社局会同市财政局另行制定，按季公布。')).toBeNull();
    expect(given('迎接调研。省人社厅将会同有关部门对各地情况调研，认真准备。')).toBeNull();
    expect(given('开放场馆。利用平台（由市文广旅游局会同市体育局建设）预约入场。')).toBeNull();
  });

  it('stays without anybody in a chapter of aims or of how the work is organised', () => {
    expect(given('加强会商。由市人社局会同市财政局按月会商，及时通报。', '二、保障措施')).toBeNull();
    expect(given('扩大就业。由市人社局会同市财政局稳住岗位，扩大就业。', '二、工作目标')).toBeNull();
  });

  it('is its own where the heading above it has a note that names others, and is asked', () => {
    const { measures } = read(
      '一、就业服务（市人社局牵头，市总工会配合）',
      '（一）开办夜校。全年开课20场。',
      '（二）建设驿站。由市住建局会同市教育局于9月底前建成3个。',
    );
    expect(measures.map(({ lead, doubts }) => [lead?.name, doubts.map(({ code }) => code).join(' ')])).toEqual([
      ['市人力资源和社会保障局', expect.not.stringContaining('note_running')],
      ['市住房和城乡建设局', expect.stringContaining('note_running')],
    ]);
  });

  it('is the one of its note where it has one, in its sub-points too', () => {
    const { measures } = read(
      '一、重点任务',
      '1.建设驿站。由市人社局会同市财政局选址。',
      '（1）开工。（市住建局负责）',
      '2.建设食堂。由市人社局会同市财政局选址。（市民政局牵头）',
    );
    expect(measures.map(({ lead }) => lead?.name)).toEqual(['市住房和城乡建设局', '市民政局']);
    expect(measures.flatMap(({ doubts }) => doubts.map(({ code }) => code))).toEqual([]);
  });
});

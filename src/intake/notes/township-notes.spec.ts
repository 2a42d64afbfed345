import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (...lines: string[]) =>
  readPlan(lines.join('\n'), registry).measures.map(({ mode, responsible, supporting, open, doubtful }) => [
    mode,
    responsible.map(({ surface }) => surface).join(' '),
    supporting.map(({ surface }) => surface).join(' '),
    open.join('/'),
    doubtful ? '疑' : '',
  ]);

/** The same, whatever is asked about. */
const parts = (...lines: string[]) => told(...lines).map((fields) => fields.slice(0, -1));

const TOWN = '柳河镇2024年冬季防火工作要点';

describe('the notes of a township, whose stations no list has', () => {
  it('are read behind a label, and asked about', () => {
    const notes = ['责任单位：党建（综合）办、司法所、敬老院', '责任单位：财管所、粮库、所涉施工单位'];
    const [first, second] = notes.flatMap((note, index) => told(TOWN, `${index + 1}.巡查库房。`, note));
    expect(first).toEqual(['joint', '党建（综合）办 司法所 敬老院', '', '', '疑']);
    expect(second).toEqual(['joint', '财管所 粮库', '', '所涉施工单位', '疑']);
  });

  it('are read behind a label though the names are like no unit', () => {
    expect(told(TOWN, '1.巡查库房。责任单位：河东片、水管员')).toEqual([['joint', '河东片 水管员', '', '', '疑']]);
  });

  it('are none where the words behind the label name nobody', () => {
    const words = [
      '责任单位：见附件',
      '责任单位：待定',
      '各责任单位：要高度重视，加强领导。',
      '请各牵头单位：按时报送。',
    ];
    for (const said of words) expect([said, ...told(TOWN, '1.巡查库房。', said)]).toEqual([said]);
  });

  it('end where the next line or the next label speaks of something else', () => {
    const units = '责任单位：文化站、工业办、派出所、市场监督管理所、供电所';
    const scope = '检查范围：影院、车间。';
    const expected = ['joint', '文化站 工业办 派出所 市场监督管理所 供电所', '', '', '疑'];
    expect(told(TOWN, '1.巡查库房。', units, scope)).toEqual([expected]);
    expect(told(TOWN, `1.巡查库房。${units}${scope}`)).toEqual([expected]);
    expect(told(TOWN, '1.巡查库房。', units, '包片村组：河东片')).toEqual([expected]);
  });

  it('say in a sentence of their own who leads, who helps and that every village carries it out', () => {
    const note = '农技站牵头，林管站、司法所配合，各村落实。';
    expect(told(TOWN, `1.巡查库房。${note}`)).toEqual([['lead_support', '农技站', '林管站 司法所', '各村', '疑']]);
    expect(told(TOWN, '1.巡查库房。志愿者牵头，把物资送上门，全镇群众参与。')).toEqual([]);
  });
});

describe('the notes of a township in other places', () => {
  it('are bare lists of stations in brackets behind the task', () => {
    expect(parts(TOWN, '1.巡查库房。（司法所、畜牧站，各村）')).toEqual([['joint', '司法所 畜牧站', '', '各村']]);
    expect(parts(TOWN, '1.巡查库房。（各村，镇执法办）')).toEqual([['lead_support', '镇执法办', '', '各村']]);
    expect(parts(TOWN, '1.巡查库房（派出所、敬老院）周边。')).toEqual([]);
  });

  it('begin behind the task and go on with who helps on the next line', () => {
    const lines = ['1.巡查库房。牵头单位：综治中心', '配合单位：司法所、各村', '完成时限：6月底前'];
    expect(parts(TOWN, ...lines)).toEqual([['lead_support', '综治中心', '司法所', '各村']]);
  });

  it('leave the township’s own offices and stations open where none is named', () => {
    expect(parts(TOWN, '1.巡查库房。责任单位：镇机关各办（中心）、幼儿园')).toEqual([
      ['all', '', '', '镇机关各办（中心）/幼儿园'],
    ]);
  });
});

describe('a label', () => {
  const CITY = '衢州市2023年工作要点';

  it('of a date may follow 等 without anything between', () => {
    const lines = ['责任单位：市教育局、水利局等', '完成时限：9月底'];
    expect(told(CITY, '1.修缮村小。', '责任领导：某某', ...lines)).toEqual([
      ['joint', '市教育局 水利局', '', '等', ''],
    ]);
  });

  it('may have a stop where its colon should be', () => {
    const note = '责任主体。市教育局、市档案局。经费来源。财政拨款。';
    expect(told(CITY, `1.修缮村小，建好书库。${note}`)).toEqual([['joint', '市教育局 市档案局', '', '', '']]);
    const duty = '1.修缮村小，压实各级责任主体。市教育局牵头负责。';
    expect(parts(CITY, duty)).toEqual([['lead_support', '市教育局', '', '']]);
  });
});

describe('a label and what stands with it', () => {
  const CITY = '衢州市2023年工作要点';

  it('goes on over a second label that has a stop for its colon as well', () => {
    const note = '牵头单位。市教育局。配合单位。市财政局、市审计局。';
    expect(parts(CITY, `1.修缮村小。${note}`)).toEqual([['lead_support', '市教育局', '市财政局 市审计局', '']]);
  });

  it('ends where measures or aims are told, on the next line or right behind the units', () => {
    const note = '1.修缮村小。责任单位：市教育局、市财政局、市审计局、市民政局、市公安局';
    const expected = [['joint', '市教育局 市财政局 市审计局 市民政局 市公安局', '', '']];
    expect(parts(CITY, note, '措施：1.全面排查。')).toEqual(expected);
    expect(parts(CITY, note, '整改目标：全部启用。')).toEqual(expected);
    expect(parts(CITY, `${note}整改目标：全部启用。`)).toEqual(expected);
  });

  it('is broken by a page inside a bracket all the same', () => {
    const note = ['1.修缮村小。（主责部门：市妇联；参与部门：市教育局；责任', '领导：甲某；完成时限：6月底）'];
    expect(parts(CITY, ...note)).toEqual([['lead_support', '市妇联', '市教育局', '']]);
  });

  it('in a rule of the plan gives nobody a task', () => {
    const rule = '各项任务责任单位中列第一位的为牵头单位，其他为配合单位。';
    expect(parts(CITY, rule, '1.修缮村小。（责任单位：市教育局、市财政局）')).toEqual([
      ['lead_support', '市教育局', '市财政局', ''],
    ]);
  });

  it('may be a sentence that says who is which', () => {
    expect(parts(CITY, '1.修缮村小。市教育局为牵头单位，市财政局为配合单位。')).toEqual([
      ['lead_support', '市教育局', '市财政局', ''],
    ]);
  });

  it('divides offices that run together', () => {
    expect(parts('汤阴县文化局工作要点', '1.办读书会。责任股室：群众文化股图书馆')).toEqual([
      ['joint', '群众文化股 图书馆', '', ''],
    ]);
    expect(parts(CITY, '1.帮企业上市。责任单位：省股权交易中心')).toEqual([['lead_support', '省股权交易中心', '', '']]);
  });
});

describe('a bare list in brackets', () => {
  it('may be a zone’s committee, whatever the zone is for', () => {
    const head = '宁波市2023年工作要点';
    expect(parts(head, '1.建好码头。（宁波化工区管委会）')).toEqual([['lead_support', '宁波化工区管委会', '', '']]);
    expect(parts(head, '1.建好码头。（东钱湖管委会、市水利局）')).toEqual([['joint', '东钱湖管委会 市水利局', '', '']]);
    expect(parts(head, '1.建好码头。（工业园管委会）')).toEqual([]);
    expect(parts(head, '1.建好码头。（市水利局，各园区管委会）')).toEqual([
      ['lead_support', '市水利局', '', '各园区管委会'],
    ]);
  });

  it('may be one agency nobody knows and all the places below', () => {
    expect(parts('无锡市2011年工作要点', '1.开办夜校。', '（市劳保局，各市（县）、区政府）')).toEqual([
      ['lead_support', '市劳保局', '', '各市（县）、区政府'],
    ]);
  });

  it('may hold the rule of who leads, in traditional characters too, behind a store of grain', () => {
    const note = '（市發改委、市農委、中儲糧衢州直屬庫。排名第一的為牽頭單位，下同）';
    const text = `1.將糧食儲備擺在突出位置，確保倉庫充實。${note}`;
    expect(parts('衢州市2015年工作要點', text, '2.開辦夜校，讓勞動者學有所成。（市教育局、市財政局）')).toEqual([
      ['lead_support', '市发改委', '市农委 中储粮衢州直属库', ''],
      ['lead_support', '市教育局', '市财政局', ''],
    ]);
  });
});

describe('the rule of who leads', () => {
  it('holds when only the covering notice says it', () => {
    const notice = [
      '关于印发工作要点的通知',
      '各镇人民政府，区政府各部门：',
      '请各单位（责任单位中排序第一单位为牵头单位）抓好落实。',
    ];
    const plan = ['2024年3月1日', '附件', '2024年工作要点', '一、任务', '1.修缮村小。（区教育局、财政局）'];
    expect(parts('某区人民政府办公室', ...notice, ...plan)).toEqual([['lead_support', '区教育局', '财政局', '']]);
  });

  it('is worded in many ways, and no word of it becomes a unit', () => {
    const rules = [
      '名列首位的为牵头单位',
      '责任单位第一个为牵头单位',
      '第一家单位为牵头单位',
      '位居首位的单位为牵头部门',
    ];
    const more = [
      '有多个责任单位的，排在最前面的为牵头单位',
      '各责任单位中，排位第一的为牵头责任单位',
      '由列第一位的单位牵头',
    ];
    for (const rule of [...rules, ...more]) {
      const note = `（市教育局、市财政局。${rule}，下同）`;
      const expected = ['lead_support', '市教育局', '市财政局', ''];
      expect([rule, ...parts('衢州市2023年工作要点', `1.修缮村小。${note}`)]).toEqual([rule, expected]);
    }
  });

  it('is no matter of 牵头 inside the name of a group', () => {
    const note = '〔市教育局、市财政局，各重点项目牵头责任单位按照职责分工负责〕';
    expect(parts('衢州市2023年工作要点', `1.修缮村小。${note}`)).toEqual([
      ['joint', '市教育局 市财政局', '', '各重点项目牵头责任单位'],
    ]);
  });
});

describe('a township whose name stands in the title', () => {
  const plan = (...tasks: string[]) =>
    readPlan(['余姚市梁弄镇2021年重点工作任务分工', '一、任务', ...tasks].join('\n'), registry).measures.map(
      ({ responsible, supporting, open, due }) =>
        [...responsible, '|', ...supporting].map((one) => (typeof one === 'string' ? one : one.name)).join(' ') +
        ` ${open.join(' ')} ${due ?? ''}`,
    );

  it('gives its level to the offices, whose month is its end', () => {
    expect(plan('1.修好游步道。责任单位：旅游办；完成时间：10月')).toEqual(['镇旅游办公室 |  2021-10-31']);
  });

  it('has stations that are read without any word of their level', () => {
    expect(
      plan(
        '1.整治农田。农业农村办、各村负责，自然资源所、水利站协助。',
        '2.管好集体资产（农业农村办、财政所、镇纪委、各村（社区））',
        '3.平安护航。平安办、派出所、司法所等站所按各自职责抓好落实',
      ),
    ).toEqual([
      '镇农业农村办公室 | 镇自然资源所 镇水利站 各村 ',
      '镇农业农村办公室 镇财政所 镇纪委 | 各村（社区） ',
      '镇平安办 镇派出所 镇司法所 | 等 ',
    ]);
  });
});

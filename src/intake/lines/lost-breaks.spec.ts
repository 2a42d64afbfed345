import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { isRunningHead } from './chrome.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const brief = (text: string) => {
  const { title, noticeTitle, docNumber, level, measures } = readPlan(text, registry);
  const notes = measures.map(({ no, lead, supporting }) =>
    [no, lead?.name, ...supporting.map(({ name }) => name)].join(' '),
  );
  return { title, noticeTitle, docNumber, level, notes };
};

describe('a plan without any line breaks or blanks', () => {
  const head =
    '汤阴县人民政府办公室关于印发《汤阴县稳岗工作方案》的通知汤政办〔2022〕7号各乡镇人民政府，县直各单位：' +
    '现将方案印发给你们，请结合本地情况认真抓好落实，遇到的问题及时向县政府报告，落实情况按季度汇总后报县人社局。' +
    '汤阴县人民政府办公室2022年4月6日汤阴县稳岗工作方案为稳定全县就业岗位，结合我县情况制定本方案。';
  const body =
    '一、主要任务（一）建好零工驿站。全年建成四处，配齐设施。（县人社局牵头，县财政局配合）' +
    '（二）办好夜校。全年开班十期，免收学费。牵头：县教体局；配合：县总工会二、工作要求（一）按时报送。（县人社局负责）';

  it('has its head cut into notice, number, signature and title', () => {
    const reading = brief(head + body);
    expect(reading.title).toBe('汤阴县稳岗工作方案');
    expect(reading.noticeTitle).toBe('汤阴县人民政府办公室关于印发《汤阴县稳岗工作方案》的通知');
    expect(reading.docNumber).toBe('汤政办〔2022〕7号');
    expect(reading.level).toBe('county');
  });

  it('has its clauses and notes', () => {
    expect(brief(head + body).notes).toEqual([
      '1.1 县人力资源和社会保障局 县财政局',
      '1.2 县教育体育局 县总工会',
      '2.1 县人力资源和社会保障局',
    ]);
  });
});

describe('a short plan pasted as one line', () => {
  const title = '宁安市2025年稳岗返乡工作方案';
  const tasks =
    '一、工作目标全年服务返乡人员3000人，人人有着落。二、重点任务1.建好零工驿站。全年建成四处。（市人社局牵头，市财政局配合）' +
    '2.办好夜校。全年开班10期。责任单位：市教体局';
  const end = '宁安市农民工工作领导小组办公室2025年3月6日';
  const read = (text: string) => {
    const { issuers, issuedOn, goals, addressees, ...reading } = readPlan(text, registry);
    const asked = (reading.unassignedClauses ?? []).map((clause) => clause.text);
    return {
      title: reading.title,
      issuers: issuers.map(({ name }) => name),
      issuedOn,
      addressees,
      goals: goals.map(({ raw }) => raw),
      last: reading.measures.at(-1),
      doubts: [...reading.doubts, ...reading.measures.flatMap(({ doubts = [] }) => doubts)].map(({ code }) => code),
      asked,
    };
  };

  it('has its title, its goals, and who signed it when', () => {
    const reading = read(`${title}为做好稳岗返乡，制定本方案。${tasks}三、工作要求各单位要压实责任。${end}`);
    expect(reading).toMatchObject({
      title,
      issuers: ['宁安市农民工工作领导小组办公室'],
      issuedOn: '2025-03-06',
      goals: ['3000人'],
      doubts: [],
      asked: ['各单位要压实责任。'],
    });
  });

  it('has its title before the addressees, and the organ that stands under it', () => {
    const addressed = read(`${title}各镇人民政府，市直各单位：为做好稳岗返乡，制定本方案。${tasks}`);
    expect(addressed).toMatchObject({ title, addressees: ['各镇人民政府', '市直各单位'] });
    expect(read(`${title}（试行）${end}${tasks}`)).toMatchObject({
      title: `${title}（试行）`,
      issuers: ['宁安市农民工工作领导小组办公室'],
    });
  });

  it('has the number of its red head, and none of whom it is copied to', () => {
    const head = '宁安市人民政府办公室文件宁政办发〔2025〕8号';
    const notice = '宁安市人民政府办公室关于印发宁安市2025年返乡方案的通知各镇人民政府：现予印发，请认真抓好落实。';
    const paper = `${head}${notice}宁安市人民政府办公室2025年3月6日宁安市2025年返乡方案深入落实上级部署。${tasks}抄送：市委办公室。`;
    expect(brief(paper)).toMatchObject({ title: '宁安市2025年返乡方案', docNumber: '宁政办发〔2025〕8号' });
    expect(read(paper)).toMatchObject({ doubts: [], asked: [], last: { lead: { name: '市教育体育局' } } });
  });

  it.each([
    ['both organs', '宁安市人力资源和社会保障局宁安市财政局2025年3月6日（此件公开发布）', 2],
    ['a day in words', '宁安市人力资源和社会保障局二〇二五年三月六日', 1],
    ['white space', ' 宁安市人力资源和社会保障局 2025年3月6日', 1],
  ])('keeps the signature out of the last measure: %s', (_, signed, count) => {
    const reading = read(`${title}\n${tasks}${signed}`);
    expect(reading.issuers).toHaveLength(count);
    expect(reading.last?.responsible.map(({ name }) => name)).toEqual(['市教育体育局']);
    expect(reading).toMatchObject({ issuedOn: '2025-03-06', doubts: [] });
  });

  it.each([
    ['市农民工办2025年3月6日', ['市农民工工作领导小组办公室']],
    ['市人社局 市财政局 2025年3月6日', ['市人力资源和社会保障局', '市财政局']],
    ['市人社局二〇二五年三月六日', ['市人力资源和社会保障局']],
  ])('keeps organs that are named without their place out of the last clause: %s', (signed, names) => {
    const noted = '2.办好夜校。全年开班10期。（市教体局负责）';
    const [note, sentence] = [
      read(`${title}\n一、重点任务\n1.建好零工驿站。全年建成四处。（市人社局牵头）\n${noted}${signed}`),
      read(`${title}\n一、重点任务\n${noted}\n二、工作要求\n各单位要压实责任。${signed}`),
    ];
    for (const { issuedOn, issuers } of [note, sentence])
      expect([issuedOn, issuers]).toEqual(['2025-03-06', names.map((name) => `宁安${name}`)]);
    expect(note.last).toMatchObject({ text: '全年开班10期。', responsible: [{ name: '市教育体育局' }] });
    expect(sentence.asked).toEqual(['各单位要压实责任。']);
  });

  it('leaves a unit and its day behind a task where no other task has a note', () => {
    const { last, asked } = read(`${title}\n一、重点任务\n1.办好夜校。全年开班10期。市教体局2025年12月31日`);
    expect([last?.text ?? asked[0]]).toEqual([expect.stringContaining('市教体局')]);
  });

  it.each(['保障措施各单位要压实责任，10月底前报送进展。', '工作要求：各单位要压实责任，10月底前报送进展。'])(
    'keeps the last part without a number out of the last measure: %s',
    (words) => {
      const [labelled, front, running] = [
        read(`${title}\n${tasks}${words}`),
        read(`${title}\n一、办好夜校。责任单位：市教体局。全年开班10期，6月底前办结。${words}`),
        read(`${title}\n一、办好夜校。全年开班10期，由市教体局牵头，市总工会配合${words}`),
      ];
      expect(labelled).toMatchObject({
        doubts: ['issuers_unclear', 'date_missing'],
        last: { lead: { name: '市教育体育局' } },
      });
      expect(front.last?.deadline).toMatchObject({ day: '2025-06-30', doubt: null });
      expect(running.last?.text).toBe('全年开班10期，');
    },
  );

  it('is the same where lines end inside its words, its figures and its title', () => {
    const whole = read(`${title}为做好稳岗返乡，制定本方案。${tasks}${end}`);
    const cut = [
      '宁安市2025年稳岗返\n乡工作方案为做好稳岗返乡，制定本方案。一、工作目标全年服务返乡人员3',
      '000人，人人有着落。二、重点任务1.建好零工驿站。全年建成四处。（市人社局牵头，市财政局配合）2.办好夜校。全年开班1',
      '0期。责任单位：市教体局宁安市农民工工作领导小组办\n公室2025年3月6日',
    ].join('\n');
    const again = read(cut);
    expect({ ...again, last: again.last?.targets.map(({ value }) => value) }).toEqual({
      ...whole,
      last: whole.last?.targets.map(({ value }) => value),
    });
    const opening = read(`${title}为做\n好稳岗返乡，制定本方案。${tasks}${end}`);
    expect(opening.title).toBe(title);
  });
});

describe('what a page break cut', () => {
  it('a name, with the number of the page and the letterhead of the next one between', () => {
    const text =
      '汤阴县稳岗工作方案\n一、建好驿站。建立台账。（县卫生\n- 2 -\n汤阴县人民政府办公室文件\n健康委牵头，县医保局配合）\n二、办好夜校。（县教体局负责）';
    expect(readPlan(text, registry).measures.map(({ lead, supporting }) => [lead?.name, supporting[0]?.name])).toEqual([
      ['县卫生健康委员会', '县医疗保障局'],
      ['县教育体育局', undefined],
    ]);
  });

  it('but a letterhead with a number of its own below begins another paper', () => {
    expect(isRunningHead('汤阴县民政局文件', '- 2 -', '健康委牵头')).toBe(true);
    expect(isRunningHead('汤阴县民政局文件', '- 2 -', '汤民〔2022〕3号')).toBe(false);
    expect(isRunningHead('汤阴县民政局文件', '（县人社局负责）', '健康委牵头')).toBe(false);
  });

  it('a name behind a label', () => {
    const text =
      '汤阴县稳岗工作方案\n一、建好驿站。责任单位：县人社局、县\n司法局、县总工会。\n二、办好夜校。（县教体局负责）';
    expect(readPlan(text, registry).measures[0]?.responsible.map(({ name }) => name)).toEqual([
      '县人力资源和社会保障局',
      '县司法局',
      '县总工会',
    ]);
  });

  it('a list behind 会同, and a name inside that list', () => {
    const cut = (note: string): string[] =>
      readPlan(
        `汤阴县稳岗工作方案\n一、建好驿站。建立台账，定期分析。\n${note}\n二、办好夜校。（县教体局负责）`,
        registry,
      ).measures[0]?.supporting.map(({ name }) => name) ?? [];
    expect(cut('县人社局、县总工会、县妇联会同\n县发展改革委等部门负责。')).toEqual(['县发展和改革委员会']);
    expect(cut('县总工会会同县妇联、县残联、县人力资源社会\n保障局、县\n财政局等部门负责。')).toEqual([
      '县妇女联合会',
      '县残疾人联合会',
      '县人力资源和社会保障局',
      '县财政局',
    ]);
  });

  it('a name around the number of the page', () => {
    const text =
      '汤阴县稳岗工作方案一、建好驿站。（县人社局牵头，县财政局、县— 2 —统计局配合）二、办好夜校。（县教体局负责）';
    expect(readPlan(text, registry).measures[0]?.supporting.map(({ name }) => name)).toEqual(['县财政局', '县统计局']);
  });
});

describe('a plan without place or issuer', () => {
  it('that gives its tasks to ministries is a central one', () => {
    const text =
      '市民化重点任务分工\n1.放宽落户。（公安部、发展改革委负责）\n2.保障就学。（教育部牵头，财政部、人民银行配合）\n3.稳定就业。（人力资源社会保障部负责）';
    expect(brief(text).notes).toEqual(['1 公安部', '2 教育部 财政部 中国人民银行', '3 人力资源和社会保障部']);
    expect(readPlan(text, registry).measures[0]?.responsible[1]?.name).toBe('国家发展和改革委员会');
  });
});

describe('a note without brackets at whose end the line break was lost', () => {
  const told = (...tasks: string[]) =>
    readPlan(['衢州市2024年工作要点一、任务', ...tasks].join(''), registry).measures.map(
      ({ title, responsible, supporting }) =>
        [title, ...responsible.map(({ name }) => name), '|', ...supporting.map(({ name }) => name)].join(' '),
    );

  it.each([
    ['牵头科室：就业科，配合科室：人事科、督导室', '就业科 | 人事科 督导室'],
    ['牵头单位市教育局，责任单位衢州职业技术学院、衢州高级技工学校', '市教育局 | 衢州职业技术学院 衢州高级技工学校'],
    ['由市残联牵头组织实施', '市残疾人联合会 |'],
    ['市生态环境局、农业农村局、自然资源局', '市生态环境局 市农业农村局 市自然资源局 |'],
  ])('ends before the next number: %s', (note, units) => {
    expect(told(`1.办好夜校。${note}`, `2.建好驿站。${note}`, `3.修好步道。${note}`)).toEqual([
      `办好夜校 ${units}`,
      `建好驿站 ${units}`,
      `修好步道 ${units}`,
    ]);
  });

  it('ends before the next point in brackets', () => {
    const tasks = ['夜校', '驿站', '步道'].map(
      (work, at) => `（${at + 1}）办好${work}。县教育局、县财政局，各镇（街）负责。`,
    );
    expect(readPlan(`惠东县2024年工作要点${tasks.join('')}`, registry).measures).toHaveLength(3);
    const lists = tasks.map((task) => task.replace('负责。', '。'));
    expect(readPlan(`惠东县2024年工作要点${lists.join('')}`, registry).measures).toHaveLength(3);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (note: string) =>
  readPlan(`衢州市2024年就业服务工作方案\n一、重点任务\n1.排查用工。走访企业。${note}`, registry).measures[0];
const lead = (note: string) => read(note)?.lead?.name ?? null;
const codes = (note: string) => read(note)?.doubts.map(({ code }) => code);

describe('zones that stand beside all the places', () => {
  it.each([
    '（各县（市、区）、智造新城管委会）',
    '（责任单位：各县（市、区），市高新区管委会）',
    '（各县（市、区）人民政府、智造新城管委会、智慧新城管委会负责）',
    '（智造新城管委会、各县（市、区）人民政府负责）',
    '（责任单位：各县（市、区）、市直有关部门、常山经济开发区管委会）',
    '（各区县、高新区、经开区管委会负责）',
    '（各县（市、区）、高新区落实）',
    '（各乡镇（街道）、经济开发区管委会负责）',
    '（责任单位：各镇街、新材料产业园管委会）',
    '各县（市、区）、综合保税区管委会负责。',
    '（牵头单位：各县（市、区）、智造新城管委会；配合单位：市人社局）',
  ])('are some of those who do it, and who leads is asked: %s', (note) => {
    expect(lead(note)).toBeNull();
    expect(codes(note)).toContain('zone_beside_places');
  });

  it('each does its part, and nobody leads before a person says so', () => {
    const one = read('（各县（市、区）、高新区管委会负责）');
    expect([one?.mode, one?.leadBasis, one?.responsible.map(({ name }) => name), one?.open]).toEqual([
      'joint',
      null,
      ['高新区管理委员会'],
      ['各县（市、区）'],
    ]);
    expect(one?.doubts.map(({ reason }) => reason)).toEqual([
      '开发区等管委会与各县（市、区）并列，暂按与各地一样各自负责、不设牵头，请核对是否由其牵头或单列为责任单位',
    ]);
  });

  it('lead where they do so alone or by the word', () => {
    expect(lead('（智造新城管委会负责）')).toBe('智造新城管理委员会');
    expect(lead('（智造新城管委会牵头，各县（市、区）配合）')).toBe('智造新城管理委员会');
    expect(lead('（牵头单位：智造新城管委会；责任单位：各县（市、区））')).toBe('智造新城管理委员会');
    expect(lead('（市人社局牵头，各县（市、区）、智造新城管委会负责）')).toBe('市人力资源和社会保障局');
    expect(lead('（智造新城管委会、市直有关部门负责）')).toBe('智造新城管理委员会');
  });
});

describe('a named zone behind all the places', () => {
  const plan = (...notes: string[]) => {
    const clauses = notes.map((note, at) => `${at + 1}.排查用工${'甲乙丙丁'[at]}。走访企业。${note}`);
    return readPlan(['衢州市2024年就业服务工作方案', '一、重点任务', ...clauses].join('\n'), registry).measures.map(
      (one) => ({
        units: [...one.responsible, ...one.supporting].map(({ name }) => name),
        asked: one.doubts.flatMap(({ code, reason }) => (code === 'zone_beside_places' ? [reason] : [])),
        doubtful: one.doubtful,
      }),
    );
  };
  const places = '各县（市、区）人民政府';

  it('stays a unit, and whether it is one or a place is asked once for the whole plan', () => {
    const read = plan(
      `（市人社局牵头，市财政局、${places}、衢州经济技术开发区管委会配合）`,
      '（市财政局负责）',
      `（市教育局牵头，${places}、衢州经济技术开发区管委会配合）`,
      `（市住建局牵头，${places}，衢州经济技术开发区管委会按职责分工负责）`,
    );
    expect(read.map(({ asked }) => asked)).toEqual([
      [
        '“衢州经济技术开发区管委会”排在“各县（市、区）人民政府”之后，暂作为单列的单位，请核对是单位，还是与各地一样的属地；另有第1.3、1.4条同样写法，请一并核对',
      ],
      [],
      [],
      [],
    ]);
    expect(read[0]?.units).toEqual(['市人力资源和社会保障局', '市财政局', '衢州经济技术开发区管理委员会']);
    expect(read[0]?.doubtful).toBe(true);
  });

  it('and another zone behind it, each once; none that stands among units', () => {
    const [two, apart] = plan(
      `（市人社局牵头，${places}、衢州高新技术产业开发区管委会、衢州综合示范区管委会配合）`,
      `（市人社局牵头，衢州智造新城管委会、市财政局配合，${places}落实）`,
    );
    expect(two?.asked).toHaveLength(2);
    expect(apart?.asked).toEqual([]);
  });
});

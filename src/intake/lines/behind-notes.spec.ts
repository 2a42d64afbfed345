import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const HEAD = '柳湖市锂电产业若干措施一、支持补链。鼓励企业扩大投资。　　责任单位：市发展改革委、市财政局';

const read = (text: string) =>
  readPlan(text, registry).measures.map(({ no, responsible }) => [no, responsible.map(({ name }) => name)]);

describe('the words behind the last note of a text that lost its line breaks', () => {
  it.each([
    ['the rule on its force', '本措施由市工信局负责解释，自印发之日起施行。'],
    ['an organisation', '成立市锂电产业专班，由市长任组长，办公室设在市工信局。'],
    ['a request', '请各单位于每月28日前报送进展。'],
  ])('begin anew behind a wide blank: %s', (_, words) => {
    const text = `${HEAD}二、加强金融支持。　　责任单位：市商务局、市科技局　　${words}`;
    expect(read(text)).toEqual([
      ['1', ['市发展和改革委员会', '市财政局']],
      ['2', ['市商务局', '市科学技术局']],
    ]);
  });

  it('not where more of those who do it follow', () => {
    const more = (words: string) =>
      readPlan(`${HEAD}　　${words}二、加强金融支持。　　责任单位：市商务局`, registry).measures[0]!;
    const bureaus = more('市教育局、市民政局').responsible.map(({ name }) => name);
    expect(bureaus).toEqual(['市发展和改革委员会', '市财政局', '市教育局', '市民政局']);
    expect(more('各县区、各园区').open).toEqual(['各县区', '各园区']);
  });

  it('not inside the brackets of the note, whose names full-width blanks divide', () => {
    const text =
      '柳湖市民生实事方案\n一、重点任务\n（一）新建托育点8个。（责任单位：市卫生健康委　市教育局　各县（市、区）人民政府）\n' +
      '（二）增开夜间公交5条。（牵头单位：市交通运输局　配合单位：市公安局　市城管局）';
    const [first, second] = readPlan(text, registry).measures;
    expect([first!.responsible.map(({ name }) => name), first!.open]).toEqual([
      ['市卫生健康委员会', '市教育局'],
      ['各县（市、区）人民政府'],
    ]);
    expect([second!.lead!.name, second!.supporting.map(({ name }) => name)]).toEqual([
      '市交通运输局',
      ['市公安局', '市城市管理局'],
    ]);
  });
});

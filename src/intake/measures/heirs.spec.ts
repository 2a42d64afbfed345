import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) => readPlan(['衢州市2024年促进消费实施方案', ...lines].join('\n'), registry);
const told = (...lines: string[]) => {
  const { measures, unassigned } = read(...lines);
  return {
    measures: measures.map(({ no, title, text, lead, supporting }) => [
      no,
      title,
      text,
      [lead?.name, ...supporting.map(({ name }) => name)].join(' '),
    ]),
    unassigned,
  };
};

describe('a chapter whose heading says who does all of it', () => {
  const chapter = '一、促进商品消费（牵头单位：市商务局；配合单位：市工信局）';

  it('gives its units to each of the clauses below, none of which has units of its own', () => {
    const { measures, unassigned } = told(
      chapter,
      '（一）激活汽车消费。举办车展8场。',
      '（二）扩大家电消费。开展以旧换新。',
      '二、促进服务消费',
      '责任单位：市文旅局',
      '（一）发展文旅消费。',
      '1.推出线路10条。',
      '2.举办赛事。',
    );
    expect(measures).toEqual([
      ['1.1', '激活汽车消费', '举办车展8场。', '市商务局 市工业和信息化局'],
      ['1.2', '扩大家电消费', '开展以旧换新。', '市商务局 市工业和信息化局'],
      ['2.1.1', '推出线路10条', '推出线路10条。', '市文旅局'],
      ['2.1.2', '举办赛事', '举办赛事。', '市文旅局'],
    ]);
    expect(unassigned).toEqual([]);
  });

  it('points each of them at the note where it is printed, and at its own words', () => {
    const { measures, text } = read(chapter, '（一）激活汽车消费。举办车展8场。', '（二）扩大家电消费。开展以旧换新。');
    expect(measures.map(({ noteSpan }) => text.slice(...noteSpan))).toEqual([chapter.slice(8), chapter.slice(8)]);
    expect(measures.map(({ span }) => text.slice(...span))).toEqual(['举办车展8场。', '开展以旧换新。']);
    expect(measures[0]?.targets.map(({ value }) => value)).toEqual([8]);
  });

  it('stays a measure where it has words of its own, and takes no aims for tasks', () => {
    const { measures } = told(chapter, '全年办会30场。', '1.工作目标。消费更旺。', '2.激活汽车消费。放宽限购。');
    expect(measures).toEqual([
      ['1', '促进商品消费', '全年办会30场。', '市商务局 市工业和信息化局'],
      ['1.2', '激活汽车消费', '放宽限购。', '市商务局 市工业和信息化局'],
    ]);
  });

  it('keeps sub-points of a clause together with it', () => {
    expect(told(chapter, '1.激活汽车消费。推进下列工作：', '（1）举办车展。', '（2）放宽限购。').measures).toEqual([
      ['1.1', '激活汽车消费', '推进下列工作：\n（1）举办车展。\n（2）放宽限购。', '市商务局 市工业和信息化局'],
    ]);
  });
});

describe('a clause without units below one that has some', () => {
  it('takes them over in doubt where its neighbours have units of their own', () => {
    const lines = ['一、促进商品消费（市商务局牵头）', '1.举办车展。（市工信局负责）', '2.放宽限购。'];
    expect(told(...lines)).toEqual({
      measures: [
        ['1.1', '举办车展', '举办车展。', '市工业和信息化局'],
        ['1.2', '放宽限购', '放宽限购。', '市商务局'],
      ],
      unassigned: [],
    });
    expect(read(...lines).measures.map(({ doubts }) => doubts.map(({ code }) => code).join())).toEqual([
      '',
      'note_inherited',
    ]);
  });

  it('is asked about where the clause above is a task of its own', () => {
    expect(
      told(
        '一、促进商品消费',
        '（一）完善市场规则，清理地方保护，便利企业迁移。（市商务局负责）',
        '1.举办车展。（市工信局负责）',
        '2.办好年货节。',
      ),
    ).toEqual({
      measures: [
        ['1.1', '完善市场规则，清理地方保护，便利企业迁移', '完善市场规则，清理地方保护，便利企业迁移。', '市商务局'],
        ['1.1.1', '举办车展', '举办车展。', '市工业和信息化局'],
      ],
      unassigned: ['1.1.2 办好年货节'],
    });
  });

  it('is asked about where the units stand behind a sentence of the chapter', () => {
    expect(told('一、促进商品消费', '建立部门会商机制。（市商务局牵头）', '1.举办车展。', '2.放宽限购。')).toEqual({
      measures: [['1', '促进商品消费', '建立部门会商机制。', '市商务局']],
      unassigned: ['1.1 举办车展', '1.2 放宽限购'],
    });
  });
});

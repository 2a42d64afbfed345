import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import type { Doubt } from '../domain/plan/reading.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { openQuestions, type DraftMeasure, type DraftReading } from './draft.js';
import { applyChanges } from './draft-changes.js';
import { proposals, proposalsUnattended } from './draft-proposals.js';
import { countTaken, takenWords } from './proposals-taken.js';
import { nearAsked } from './units-asked.js';

const registry = loadUnitRegistry();
const HOUSING = {
  registered: ['市房产管理局', '太原市房产管理局', '市教育局', '市水务局'],
  usual: ['市农业农村局'],
  registry,
};

/** The small plan of 太原市, its first measure given to one unit alone. */
function ofUnit(surface: string, doubts: Doubt[] = []): DraftReading {
  const base = smallDraft();
  const [first, ...rest] = base.measures as [DraftMeasure, ...DraftMeasure[]];
  const unit = { name: surface, surface };
  const measure = { ...first, responsible: [unit], supporting: [], lead: unit, groups: [], doubts };
  return { ...base, measures: [{ ...measure, doubtful: doubts.length > 0, accepted: false }, ...rest] };
}
const doubtsOf = (draft: DraftReading) => draft.measures[0]!.doubts.map(({ reason }) => reason);
const unknown = (surface: string): Doubt => ({ code: 'unit_unknown', reason: `“${surface}”不在单位名录中，请核对` });

describe('a name near to that of a registered unit', () => {
  it('is asked about, never decided, also where units of that kind are known', () => {
    const asked = nearAsked(ofUnit('市房产局'), HOUSING);
    expect(doubtsOf(asked)).toEqual([
      '“市房产局”不在单位名录中，与“市房产管理局”相近（简称的每个字依次出现在全称里），请核对是否同一单位',
    ]);
    const taken = applyChanges(asked, proposals(asked));
    expect(proposals(asked).filter(({ op }) => op === 'unit')).toEqual([]);
    expect(openQuestions(taken).map(({ key }) => key)).toEqual(['m001']);
    expect(takenWords(countTaken(asked, taken, proposals(asked)))).toContain(
      '单位名称与名录相近、单位已经撤并、没有写由谁负责、几家分别牵头、与前面的条款重复或不一致 1 条',
    );
  });

  it('is asked about where the place has another unit for the same work, or a bureau where a department is printed', () => {
    expect(doubtsOf(nearAsked(ofUnit('市水利局'), HOUSING))).toEqual([
      '“市水利局”不在单位名录中，与“市水务局”相近（本地管同一方面工作的单位），请核对是否同一单位',
    ]);
    expect(doubtsOf(nearAsked(ofUnit('市农业农村厅'), HOUSING))).toEqual([
      '“市农业农村厅”不在单位名录中，与“市农业农村局”相近（只是词尾不同，可能是机构改革前后的名称），请核对是否同一单位',
    ]);
    for (const name of ['市水务局', '省水利厅', '市民政局', '市政府办公厅'])
      expect(doubtsOf(nearAsked(ofUnit(name), HOUSING))).toEqual([]);
  });

  it('is asked about where it is an everyday short form that no unit of the place bears, unless it is an alias', () => {
    const reason = (short: string, full: string) =>
      `“${short}”不在单位名录中，与“${full}”相近（常用简称，各地全称不一），请核对是否同一单位`;
    expect(doubtsOf(nearAsked(ofUnit('市文旅局'), HOUSING))).toEqual([reason('市文旅局', '市文化和旅游局')]);
    expect(doubtsOf(nearAsked(ofUnit('市人保局'), HOUSING))).toEqual([reason('市人保局', '市人力资源和社会保障局')]);
    const known = { ...HOUSING, registered: [...HOUSING.registered, '市文旅局'] };
    expect(doubtsOf(nearAsked(ofUnit('市文旅局'), known))).toEqual([]);
    for (const name of ['市行政审批局', '市大数据局', '市体育局', '市妇女联合会', '市国土分局', '市政府办公室'])
      expect(doubtsOf(nearAsked(ofUnit(name), HOUSING))).toEqual([]);
  });

  it('is one question where the name is in no list at all', () => {
    expect(doubtsOf(nearAsked(ofUnit('市农业农业局', [unknown('市农业农业局')]), HOUSING))).toEqual([
      '“市农业农业局”不在单位名录中，与“市农业农村局”相近（只差一个字），请核对是否同一单位',
    ]);
  });

  it('is asked about where a short name is one character off, of the registered unit first', () => {
    const registered = [...HOUSING.registered, '市人力资源和社会保障局'];
    const offered = (name: string) => doubtsOf(nearAsked(ofUnit(name, [unknown(name)]), { ...HOUSING, registered }));
    for (const [slip, meant] of [
      ['市水物局', '市水务局'],
      ['市人设局', '市人力资源和社会保障局'],
      ['市教玉局', '市教育局'],
    ] as const)
      expect(offered(slip)).toEqual([
        `“${slip}”不在单位名录中，与“${meant}”相近（简称只差一个字），请核对是否同一单位`,
      ]);
    expect(offered('市来穗局')).toEqual([unknown('市来穗局').reason]);
  });

  it('is asked about, and never registered at once, where a short name of the unions or of a body of the place is one character off', () => {
    const registered = [...HOUSING.registered, '市来穗局'];
    for (const [slip, meant] of [
      ['市总公会', '市总工会'],
      ['市总工汇', '市总工会'],
      ['市公会', '市总工会'],
      ['市妇连', '市妇女联合会'],
      ['市来随局', '市来穗局'],
    ] as const) {
      const asked = nearAsked(ofUnit(slip, [unknown(slip)]), { ...HOUSING, registered });
      expect(doubtsOf(asked)).toEqual([expect.stringContaining(`与“${meant}”相近`)]);
      expect(proposals(asked).filter(({ op }) => op === 'unit')).toEqual([]);
      expect(openQuestions(applyChanges(asked, proposals(asked)))).toHaveLength(1);
    }
  });

  it('is not asked about where it is asked who follows the unit that is gone', () => {
    const gone: Doubt = { code: 'unit_out_of_use', reason: '“市房产局”这个名称按名录至迟用到2019年6月，请定由谁承担' };
    expect(doubtsOf(nearAsked(ofUnit('市房产局', [gone]), HOUSING))).toEqual([gone.reason]);
  });

  it('is asked about also where it may be short for one that follows a unit that is gone', () => {
    const successors = ['市文化和旅游局', '市文化广电和旅游局'].map((name) => ({ name, since: null }));
    const gone: Doubt = { code: 'unit_out_of_use', reason: '“市文化局”已经撤并，请定由谁承担', successors };
    const [old] = ofUnit('市文化局', [gone]).measures as [DraftMeasure];
    const beside = (name: string) => {
      const [other] = ofUnit(name).measures as [DraftMeasure];
      const both = { ...smallDraft(), measures: [old, { ...other, key: 'm002' }] };
      return nearAsked(both, { registered: [], usual: [], registry }).measures[1]!.doubts.map(({ reason }) => reason);
    };
    expect(beside('市文旅局')).toEqual([expect.stringContaining('“市文旅局”不在单位名录中，与“市文化和旅游局”相近')]);
    for (const name of ['市文化和旅游局', '市文化广电和旅游局', '市水务局']) expect(beside(name)).toEqual([]);
  });

  it('is asked about where it is another usual name of a registered unit, short or in full', () => {
    const asked = (surface: string, registered: string) =>
      doubtsOf(nearAsked(ofUnit(surface), { registered: [registered], usual: [], registry }));
    for (const [printed, registered] of [
      ['市人力资源和社会保障局', '市人保局'],
      ['市文化广电和旅游局', '市文旅局'],
      ['市文旅局', '市文化广电和旅游局'],
    ] as const)
      expect(asked(printed, registered)).toEqual([expect.stringContaining(`与“${registered}”相近`)]);
    expect(asked('市公安分局', '市公安局')).toEqual([]);
  });

  it('is asked about once where the same plan prints two bureaus of one work, of the later one', () => {
    const [one] = ofUnit('市水利局').measures as [DraftMeasure];
    const [other] = ofUnit('市水务局').measures as [DraftMeasure];
    const both = { ...smallDraft(), measures: [one, { ...other, key: 'm002' }] };
    const read = nearAsked(both, { registered: [], usual: [], registry }).measures;
    expect(read.map(({ doubts }) => doubts.map(({ reason }) => reason))).toEqual([
      [],
      [expect.stringContaining('“市水务局”不在单位名录中，与“市水利局”相近')],
    ]);
  });

  it('is asked about with the usual bureau where only its last character is a slip', () => {
    expect(doubtsOf(nearAsked(ofUnit('市住建居', [unknown('市住建居')]), HOUSING))).toEqual([
      '“市住建居”不在单位名录中，与“市住房和城乡建设局”相近（只有末尾一个字不是单位名称的常用字，疑为误字），请核对是否同一单位',
    ]);
    expect(doubtsOf(nearAsked(ofUnit('市发改位', [unknown('市发改位')]), HOUSING))).toEqual([
      expect.stringContaining('与“市发展和改革委员会”相近'),
    ]);
  });

  it('is asked about also where the same plan prints both', () => {
    const [short] = ofUnit('市房产局').measures as [DraftMeasure];
    const [full] = ofUnit('市房产管理局').measures as [DraftMeasure];
    const both = { ...smallDraft(), measures: [short, { ...full, key: 'm002' }] };
    const asked = nearAsked(both, { registered: [], usual: [], registry });
    expect(asked.measures.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([['unit_near'], []]);
  });

  it('is settled when the office has said which unit it is', () => {
    const asked = nearAsked(ofUnit('市房产局'), HOUSING);
    const named = {
      op: 'unit' as const,
      surface: '市房产局',
      name: '市房产管理局',
      place: '太原市',
      before: '市房产局',
    };
    expect(openQuestions(applyChanges(asked, [named]))).toEqual([]);
  });

  it('is no question for registered names, other levels, and names like no other', () => {
    for (const name of ['市房产管理局', '太原市房产管理局', '省教育厅', '市水务局', '市教育考试中心'])
      expect(doubtsOf(nearAsked(ofUnit(name), HOUSING))).toEqual([]);
    expect(doubtsOf(nearAsked(ofUnit('市盐业协会', [unknown('市盐业协会')]), HOUSING))).toEqual([
      unknown('市盐业协会').reason,
    ]);
  });

  it('is registered as read where nobody is there to be asked', () => {
    const asked = nearAsked(ofUnit('市房产局'), HOUSING);
    expect(openQuestions(applyChanges(asked, proposalsUnattended(asked)))).toEqual([]);
  });
});

describe('a note that prints only helpers', () => {
  it('stays a question when the proposals are taken', () => {
    const only: Doubt = { code: 'lead_missing', reason: '只写了谁配合，没有写明由谁负责，请核对' };
    const asked = ofUnit('市总工会', [only]);
    expect(openQuestions(applyChanges(asked, proposals(asked)))[0]).toMatchObject({
      ...{ key: 'm001', reasons: [only.reason] },
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { applyChanges, withBefore, type DraftChange } from './draft-changes.js';
import { divisionOf, openQuestions, type DraftMeasure, type DraftReading } from './draft.js';
import { unitRows } from './draft-parts.js';
import { groupKind, groupsChosen, officeConsolidates, proposals, undoubtedAccepted } from './draft-proposals.js';
import { draftAt, holding, refuseUndo, type Correction } from './draft-history.js';
import { firstWords, splitPlaces } from './draft-structure.js';
import { changeWords } from './draft-words.js';

const SOURCE = '一、开展技能 培训12000人次。入学率达到95%。（分工）';

/** The small plan with a text of two sentences, two targets and an open group in its first measure. */
function draft(): DraftReading {
  const base = smallDraft();
  const text = '开展技能培训12000人次。入学率达到95%。';
  const [first, second] = base.measures as [DraftMeasure, DraftMeasure];
  const group = { surface: '相关部门', role: 'supporting' as const };
  const full: DraftMeasure = {
    ...{
      ...first,
      text,
      span: [2, SOURCE.indexOf('（')],
      noteSpan: [SOURCE.indexOf('（'), SOURCE.length],
      targets: [...first.targets, ...second.targets],
    },
    ...{ openGroups: [group], groups: [{ ...group, choice: 'undecided' }] },
  };
  full.targets = full.targets.map((target, at) => ({ ...target, raw: at === 0 ? '12000人次' : '95%' }));
  return { ...base, text: SOURCE, measures: [full, second] };
}

const split = (at: number): DraftChange => ({ op: 'split', key: 'm001', at, newKey: 'm003', title: '抓好入学' });

describe('corrections of a draft', () => {
  it('leave the draft they start from as it was', () => {
    const before = draft();
    const after = applyChanges(before, [{ key: 'm001', field: 'title', value: '抓好培训' }]);
    expect([before.measures[0]!.title, after.measures[0]!.title]).toEqual(['开展技能培训', '抓好培训']);
    expect(after.measures[0]!.heading.at(-1)).toBe('抓好培训');
  });

  it('split a measure at a sentence: figures go with their words, both keep the units, spans follow the source', () => {
    const next = applyChanges(draft(), [split(draft().measures[0]!.text.indexOf('入学率'))]);
    const [first, second] = next.measures as [DraftMeasure, DraftMeasure];
    expect([first.text, second.text]).toEqual(['开展技能培训12000人次。', '入学率达到95%。']);
    expect([first.targets, second.targets].map((targets) => targets.map(({ raw }) => raw))).toEqual([
      ['12000人次'],
      ['95%'],
    ]);
    expect([second.key, second.no, second.heading.at(-1)]).toEqual(['m003', '1.1之二', '抓好入学']);
    expect(second.responsible).toEqual(first.responsible);
    expect(next.text.slice(...first.span)).toBe('开展技能 培训12000人次。');
    expect(next.text.slice(...second.span)).toMatch(/^入学率达到95%。/);
  });

  it('split a measure: a doubt goes with the words it quotes, one about the units or the whole stays with both', () => {
    const doubts = [
      { code: 'target_unnamed', reason: '“95%”没有写明是哪一项指标', field: 'targets' },
      { code: 'deadline_unread', reason: '“农闲时节”没有读出日期', field: 'due' },
      { code: 'unit_unknown', reason: '“入学率”不在单位名录中', field: 'responsible' },
    ];
    const before = draft();
    const doubted = { ...before.measures[0]!, doubts, doubtful: true };
    const halves = (given: DraftMeasure) =>
      applyChanges({ ...before, measures: [given] }, [split(given.text.indexOf('入学率'))]).measures;
    const codes = halves(doubted).map((half) => half.doubts.map(({ code }) => code));
    expect(codes).toEqual([
      ['deadline_unread', 'unit_unknown'],
      ['target_unnamed', 'deadline_unread', 'unit_unknown'],
    ]);
    expect(halves({ ...doubted, doubts: doubts.slice(0, 1) }).map(({ doubtful }) => doubtful)).toEqual([false, true]);
  });

  it('split a measure at a comma, which then ends the first part as a sentence', () => {
    const [only] = draft().measures;
    const before = { ...draft(), measures: [{ ...only!, text: '办好夜校，县（市，区）各办一期，建“一站，一校”。' }] };
    const places = splitPlaces(before.measures[0]!.text);
    expect(places.map(({ words, within }) => [words, within])).toEqual([
      ['县（市，区）各办一期，', true],
      ['建“一站，一校”。', true],
    ]);
    const next = applyChanges(before, [split(places[1]!.at)]);
    expect(next.measures.map(({ text }) => text)).toEqual(['办好夜校，县（市，区）各办一期。', '建“一站，一校”。']);
    expect(splitPlaces('一句。二句，三句').map(({ within }) => within)).toEqual([false, true]);
    expect(splitPlaces('只有一句。')).toEqual([]);
  });

  it('propose the first words of what is split off as its title, without the mark of a list', () => {
    expect(firstWords('二是抓好维权，全年办案200件。')).toBe('抓好维权');
    expect(firstWords(' 统一是非标准。')).toBe('统一是非标准');
  });

  it.each([0, 999])('refuse a split outside the text (%s)', (at) => {
    expect(() => applyChanges(draft(), [split(at)])).toThrow('拆分的位置不在这条举措的文字之内');
  });

  it('join two measures; where their duties differ the joint one is doubtful and says so', () => {
    const [joined, ...rest] = applyChanges(draft(), [{ op: 'merge', key: 'm001', next: 'm002' }]).measures;
    expect(rest).toEqual([]);
    expect(joined!.responsible.map((unit) => unit.name)).toEqual(['市人力资源社会保障局', '市教育局']);
    expect(joined!.supporting.map((unit) => unit.name)).toEqual(['市财政局']);
    expect(joined).toMatchObject({ doubtful: true, accepted: false, doubts: [{ code: 'merged_division' }] });
  });

  it('join two measures so that each unit keeps its printed part: nobody leads who only answered or helped', () => {
    const unit = (name: string) => ({ name, surface: name });
    const listed = { mode: 'separate' as const, lead: null, leadBasis: null, consolidator: 'office' as const };
    const shared = { ...listed, responsible: [unit('市民政局'), unit('市司法局')], supporting: [unit('市总工会')] };
    const helpers = { doubts: [{ code: 'lead_missing', reason: '只写了谁配合' }], doubtful: true, supporting: [] };
    const partsOf = (first: Partial<DraftMeasure>, second: Partial<DraftMeasure>) => {
      const { measures, ...rest } = draft();
      const both = [
        { ...measures[0]!, ...first },
        { ...measures[1]!, ...second },
      ];
      const [joined] = applyChanges({ ...rest, measures: both }, [{ op: 'merge', key: 'm001', next: 'm002' }]).measures;
      const { mode, consolidator, doubts } = joined!;
      const parts = unitRows(joined!).map(({ name, role }) => `${name} ${role}`);
      return { mode, consolidator, parts, asked: doubts.map(({ code }) => code) };
    };
    const beside = ['市民政局 responsible', '市司法局 responsible', '市财政局 supporting', '市总工会 supporting'];
    const led = { mode: 'lead_support', consolidator: 'lead', asked: ['merged_division'] };
    const hr = '市人力资源社会保障局 lead';
    expect(partsOf({ supporting: [unit('市财政局')] }, shared)).toEqual({ ...led, parts: [hr, ...beside] });
    const schools = ['市教育局 lead', ...beside.filter((one) => !one.includes('财政'))];
    expect(partsOf(shared, {})).toEqual({ ...led, parts: schools });
    const helping = partsOf(
      { supporting: [] },
      { ...helpers, responsible: [unit('市民政局')], lead: unit('市民政局') },
    );
    expect(helping).toEqual({ ...led, parts: [hr, '市民政局 supporting'] });
    const apart = partsOf({ ...shared, supporting: [] }, { ...listed, responsible: [unit('市教育局')] });
    expect(apart).toMatchObject({ mode: 'separate', consolidator: 'office' });
    expect(apart.parts).toEqual(['市民政局', '市司法局', '市教育局'].map((name) => `${name} responsible`));
  });

  it('join the two notes so that one can be told from the other', () => {
    const noteOf = (first: string, second: string) => {
      const { measures, ...rest } = draft();
      const noted = measures.map((one, at) => ({ ...one, note: at === 0 ? first : second }));
      return applyChanges({ ...rest, measures: noted }, [{ op: 'merge', key: 'm001', next: 'm002' }]).measures[0]!.note;
    };
    expect(noteOf('完成时限：11月30日前', '牵头单位：市教育局')).toBe('完成时限：11月30日前；牵头单位：市教育局');
    expect(noteOf('（市教育局负责）', '（市财政局负责）')).toBe('（市教育局负责）（市财政局负责）');
    expect([noteOf('市教育局负责', '市教育局负责'), noteOf('市教育局负责', '')]).toEqual([
      '市教育局负责',
      '市教育局负责',
    ]);
  });

  it('refuse to join what does not stand together, and to take out the last measure', () => {
    expect(() => applyChanges(draft(), [{ op: 'merge', key: 'm002', next: 'm001' }])).toThrow('紧接着的下一条');
    const both: DraftChange[] = ['m001', 'm002'].map((key) => ({ op: 'remove', key, reason: '' }));
    expect(() => applyChanges(draft(), both)).toThrow('只剩这一条');
  });

  it('refuse fields that nobody may set by hand, and measures that are gone', () => {
    expect(() => applyChanges(draft(), [{ key: 'm001', field: 'span', value: [0, 9] }])).toThrow('不能更正');
    expect(() => applyChanges(draft(), [{ key: 'm009', field: 'title', value: '无' }])).toThrow('已不在草稿中');
  });

  it('say of a figure that is no progress that it is not counted', () => {
    const norm = { ...draft().measures[0]!.targets[0]!, metric: '推荐岗位', raw: '3次', targetKind: 'norm' };
    const change: DraftChange = { key: 'm001', field: 'targets', value: [norm] };
    expect(changeWords(change).after).toBe('推荐岗位 3次（2023-12-31 前）（办理规范，不统计）');
  });

  it('are told from what to what', () => {
    const [change] = withBefore(draft(), [{ key: 'm001', field: 'track', value: 'deliverable' }]);
    expect(changeWords(change!)).toEqual({
      ...{ what: '任务类型', before: '常态型（长期推进，年度评价）', after: '办结型（完成后申请办结）' },
    });
  });
});

describe('decisions for the whole plan', () => {
  it.each([
    ['相关部门', 'members'],
    ['领导小组各成员单位', 'members'],
    ['各县（市、区）', 'counties'],
    ['各县（市、区）人民政府', 'counties'],
    ['各市有关部门', 'members'],
    ['各乡镇', 'townships'],
    ['各街道办事处', 'townships'],
    ['各镇（街道）、社区', 'townships'],
    ['各县（市、区）、乡镇', 'counties'],
    ['（市、区）', 'counties'],
    ['有关县（市、区）', 'counties'],
    ['属地政府', 'counties'],
    ['地方各级人民政府', 'counties'],
    ['全市各乡镇、街道', 'townships'],
    ['有关银行', 'members'],
    ['管委会', 'etc'],
    ['驻并企业', 'members'],
    ['社会力量', 'etc'],
    ['等', 'etc'],
    ['等部门', 'etc'],
  ])('%s is a group of the kind %s', (surface, kind) => expect(groupKind(surface)).toBe(kind));

  it('fill all groups of a kind with one choice, and are nothing the second time', () => {
    const [change] = groupsChosen(draft(), 'members', 'unclear');
    expect(change).toMatchObject({ key: 'm001', value: [{ surface: '相关部门', choice: 'unclear' }] });
    expect(groupsChosen(applyChanges(draft(), [change!]), 'members', 'unclear')).toEqual([]);
    expect(groupsChosen(draft(), 'counties', 'counties')).toEqual([]);
  });

  it('accept what is not in doubt, and leave what is', () => {
    expect(undoubtedAccepted(draft()).map(({ key }) => key)).toEqual(['m002']);
  });

  it('let the office consolidate only where no lead is stated', () => {
    const division = { ...divisionOf(draft().measures[1]!), mode: 'joint', leadBasis: 'first_listed' };
    const joint = applyChanges(draft(), [{ key: 'm002', field: 'division', value: division }]);
    expect(officeConsolidates(joint)).toEqual([{ key: 'm002', field: 'consolidator', value: 'office' }]);
    expect(officeConsolidates(draft())).toEqual([]);
  });

  it('leave no question open when all proposals are taken', () => {
    expect(openQuestions(draft())).toHaveLength(1);
    expect(openQuestions(applyChanges(draft(), proposals(draft())))).toEqual([]);
  });
});

describe('the record of a draft', () => {
  const who = { actor: 'u1', actorName: '统筹员', recordedAt: 0, what: null };
  const did = (position: number, ...changes: DraftChange[]): Correction => ({
    ...who,
    position,
    changes,
    undoes: null,
  });
  const undid = (position: number, undoes: number): Correction => ({ ...who, position, changes: [], undoes });
  const title = (value: string): DraftChange => ({ key: 'm001', field: 'title', value });
  const titleOf = (record: Correction[], upTo?: number) => draftAt(draft(), record, upTo).measures[0]!.title;

  it('folds to the draft at any point, undoing and undoing that', () => {
    const record = [did(5, title('甲')), did(8, title('乙')), undid(9, 8), undid(12, 9)];
    expect([0, 5, 8, 9, 12].map((at) => titleOf(record, at))).toEqual(['开展技能培训', '甲', '乙', '甲', '乙']);
    expect([...holding(record)].sort((a, b) => a - b)).toEqual([5, 8, 12]);
  });

  it('refuses to take back what others have built on', () => {
    const cut = draft().measures[0]!.text.indexOf('入学率');
    const record = [did(5, split(cut)), did(6, { key: 'm003', field: 'due', value: '2023-12-01' })];
    expect(() => refuseUndo(draft(), record, 5)).toThrow('以这一次为前提');
    expect(() => refuseUndo(draft(), [...record, undid(7, 6)], 5)).not.toThrow();
  });

  it('refuses to take back twice, nothing, or what was replaced since', () => {
    const record = [did(5, title('甲')), did(6, title('乙'))];
    expect(() => refuseUndo(draft(), record, 5)).toThrow('不会有任何变化');
    expect(() => refuseUndo(draft(), [...record, undid(7, 6)], 6)).toThrow('已经撤销过');
    expect(() => refuseUndo(draft(), record, 4)).toThrow('没有找到');
    expect(() => refuseUndo(draft(), record, 6)).not.toThrow();
  });
});

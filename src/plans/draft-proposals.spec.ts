import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import type { Doubt } from '../domain/plan/reading.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { openQuestions } from './draft.js';
import { applyChanges } from './draft-changes.js';
import { proposals, proposalsUnattended, undoubtedAccepted } from './draft-proposals.js';
import { changeWords } from './draft-words.js';
import { doubtfulAmong } from './units-doubtful.js';
import { countTaken, takenWords } from './proposals-taken.js';

const day = (raw: string, of: string, doubt: string | null = null): Partial<DraftMeasure> => ({
  deadline: { day: of, raw, span: [0, 1], doubt },
});
const UNKNOWN: Doubt = { code: 'unit_unknown', reason: '“市来穗处”不在单位名录中', field: 'supporting' };

/** The small plan of 11 May 2023 with a different first and second measure. */
function draft(first: Partial<DraftMeasure>, second: Partial<DraftMeasure> = {}): DraftReading {
  const base = smallDraft();
  const [one, two] = base.measures as [DraftMeasure, DraftMeasure];
  return {
    ...base,
    measures: [
      { ...one, ...first },
      { ...two, ...second },
    ],
  };
}
/** The same with a figure of which the text does not say what it counts. */
function unnamed(): DraftReading {
  const [figure] = smallDraft().measures[0]!.targets;
  return draft({ title: '改造工棚', targets: [{ ...figure!, metric: '' }, figure!] });
}
const afterAll = (one: DraftReading) => applyChanges(one, proposals(one));

describe('the proposals of a draft, taken at once', () => {
  it('leave a figure to a person of which the text does not say what it counts', () => {
    const asked = unnamed();
    const taken = afterAll(asked);
    expect(taken.measures[0]!.targets.map(({ metric }) => metric)).toEqual(['', '培训农民工']);
    expect(openQuestions(taken).map(({ key }) => key)).toEqual(['m001']);
    expect(takenWords(countTaken(asked, taken, proposals(asked)))).toContain(
      '还有 1 条待您定（其中指标没有名称 1 条，没有代您定）',
    );
  });

  it('leave the measure of a figure without a unit unaccepted, as what is told says', () => {
    const reason = '“县级不低于500万”没有写明计量单位，请在这项指标的单位栏补写（人、元、吨等）';
    const asked = draft({ doubts: [{ code: 'target_unmeasured', reason, field: 'targets' }], doubtful: true });
    const taken = afterAll(asked);
    expect(taken.measures[0]!.accepted).toBe(false);
    expect(openQuestions(taken).map(({ reasons }) => reasons)).toEqual([[reason]]);
    const words = takenWords(countTaken(asked, taken, proposals(asked)));
    expect(words).toContain('还有 1 条待您定（其中指标没有计量单位 1 条，没有代您定）');
    expect(words).not.toContain('接受');
    expect(openQuestions(applyChanges(asked, proposalsUnattended(asked)))).toEqual([]);
  });

  it('name such a figure after its measure only where nobody is there to be asked', () => {
    const asked = unnamed();
    const taken = applyChanges(asked, proposalsUnattended(asked));
    expect(taken.measures[0]!.targets.map(({ metric }) => metric)).toEqual(['改造工棚', '培训农民工']);
  });

  it('take the day that is in no doubt, and leave one in doubt as a question', () => {
    const asked = draft(day('6月底前', '2023-06-30'), day('2025年', '2025-12-31', '正文印有“2025年”，可能是远期目标'));
    const taken = afterAll(asked);
    expect(taken.measures.map(({ due, track }) => [due, track])).toEqual([
      ['2023-06-30', 'deliverable'],
      [null, 'standing'],
    ]);
    expect(openQuestions(taken).map(({ key }) => key)).toEqual(['m002']);
  });

  it('never take a day before the plan’s own date, also where that date was only corrected later', () => {
    const asked = draft(day('3月底前', '2023-03-31'));
    expect(afterAll(asked).measures[0]!.due).toBeNull();
    expect(openQuestions(afterAll(asked))[0]!.reasons[0]).toContain('早于计划的成文日期 2023-05-11');
    expect(applyChanges(asked, undoubtedAccepted(asked)).measures[0]).toMatchObject({ due: null, accepted: false });
    const moved = { ...asked, issuedOn: '2023-01-05' };
    expect(afterAll(moved).measures[0]!.due).toBe('2023-03-31');
    const undated = { ...draft(day('去年底前', '2022-12-31')), issuedOn: null };
    expect(openQuestions(afterAll(undated))[0]!.reasons[0]).toContain('早于计划的年度（2023 年）');
  });

  it('set no day in doubt either where nobody is there to be asked, and leave nothing open', () => {
    const asked = draft(day('3月底前', '2023-03-31'), day('6月底前', '2023-06-30'));
    const taken = applyChanges(asked, proposalsUnattended(asked));
    expect(taken.measures.map(({ due, withoutDue }) => [due, withoutDue])).toEqual([
      [null, true],
      ['2023-06-30', false],
    ]);
    expect(openQuestions(taken)).toEqual([]);
  });

  it('leave townships unclear, since no list has them; a measure that names nobody else stays a question', () => {
    const groups = [{ surface: '各乡镇', role: 'responsible' as const, choice: 'undecided' as const }];
    const asked = draft(
      { groups },
      { groups, mode: 'all', lead: null, leadBasis: null, responsible: [], supporting: [] },
    );
    const choices = (one: DraftReading) => one.measures.map((measure) => measure.groups[0]?.choice);
    expect(choices(afterAll(asked))).toEqual(['unclear', 'undecided']);
    expect(choices(applyChanges(asked, proposalsUnattended(asked)))).toEqual(['unclear', 'members']);
  });

  it('leave members unclear where there is no list of them; a task that would be nobody’s goes to all that are named', () => {
    const groups = [{ surface: '相关部门', role: 'responsible' as const, choice: 'undecided' as const }];
    const asked = draft(
      { groups },
      { groups, mode: 'all', lead: null, leadBasis: null, responsible: [], supporting: [] },
    );
    const choices = (one: DraftReading) => one.measures.map((measure) => measure.groups[0]?.choice);
    expect(
      choices(
        applyChanges(
          asked,
          proposals(asked, () => false, false),
        ),
      ),
    ).toEqual(['undecided', 'undecided']);
    expect(choices(applyChanges(asked, proposalsUnattended(asked, false)))).toEqual(['unclear', 'members']);
    expect(choices(applyChanges(asked, proposalsUnattended(asked)))).toEqual(['members', 'members']);
  });

  it('register a name in no list as it is read, in plain words in the record', () => {
    const [, unit] = smallDraft().measures[0]!.supporting;
    const supporting = [{ name: '市来穗处', surface: '市来穗处' }, unit!];
    const asked = draft({ supporting, doubts: [UNKNOWN], doubtful: true });
    const [change] = proposals(asked);
    expect(change).toMatchObject({ op: 'unit', surface: '市来穗处', name: '市来穗处', place: '太原市' });
    expect(changeWords(change!)).toEqual({ what: '登记单位', before: null, after: '市来穗处' });
    expect(openQuestions(afterAll(asked))).toEqual([]);
  });

  it('register no name that may be a slip, another unit or no unit at all: it is left with its measure', () => {
    const left = (name: string) => {
      const reason = `“${name}”不在单位名录中，请核对名称，或登记为新单位`;
      const doubts = [{ code: 'unit_unknown', reason, field: 'supporting' }];
      const asked = draft({ supporting: [{ name, surface: name }], doubts, doubtful: true });
      const changes = proposals(asked, doubtfulAmong(['市教育局', '市水务局', '市就业服务中心']));
      const taken = applyChanges(asked, changes);
      const names = changes.filter(({ op }) => op === 'unit').length;
      return [names, openQuestions(taken).length, takenWords(countTaken(asked, taken, changes))];
    };
    for (const name of ['市教玉局', '市就业服务管理中心', '汾东数联科技有限公司负责平台', '市教育培训方面'])
      expect(left(name)).toEqual([0, 1, expect.stringContaining('单位名称不在名录中、疑有误 1 条')]);
    for (const name of ['市来穗处', '汾东数联科技有限公司', '市零工驿站'])
      expect(left(name).slice(0, 2)).toEqual([1, 0]);
  });

  it.each(['deadline_unread', 'days_differ', 'note_tail'])('leave to a person what may say when: %s', (code) => {
    const unread: Doubt = { code, reason: '完成时限印有“限期6月底前办好”，没有读懂', field: 'due' };
    const asked = draft({ doubts: [unread], doubtful: true });
    const taken = afterAll(asked);
    expect(taken.measures[0]!.accepted).toBe(false);
    expect(takenWords(countTaken(asked, taken, proposals(asked)))).toContain('时限没有读懂或印了几个 1 条');
    expect(openQuestions(applyChanges(asked, proposalsUnattended(asked)))).toEqual([]);
  });

  it.each(['figure_unread', 'goal_unread'])('leave to a person a figure that was not read: %s', (code) => {
    const unread: Doubt = { code, reason: '“三分之一”没有读成数字，请补录指标或写明不设指标', field: 'targets' };
    const asked = draft({ doubts: [unread], doubtful: true });
    const taken = afterAll(asked);
    expect(openQuestions(taken).map(({ key }) => key)).toEqual(['m001']);
    expect(takenWords(countTaken(asked, taken, proposals(asked)))).toContain(
      '还有 1 条待您定（其中指标数字没有读懂 1 条，没有代您定）',
    );
    expect(openQuestions(applyChanges(asked, proposalsUnattended(asked)))).toEqual([]);
  });

  it('are told with what they set and what they left', () => {
    const asked = draft(
      {
        ...day('6月底前', '2023-06-30'),
        doubts: [UNKNOWN],
        doubtful: true,
        supporting: [{ name: '市来穗处', surface: '市来穗处' }],
      },
      day('3月底前', '2023-03-31'),
    );
    const words = takenWords(countTaken(asked, afterAll(asked), proposals(asked)));
    expect(words).toContain('完成时限 1 处，登记单位 1 家，疑问内容按读出的结果接受 1 条');
    expect(words).toContain('还有 1 条待您定（其中完成时限 1 处有疑问，没有代您定）');
    expect(takenWords(countTaken(smallDraft(), smallDraft(), []))).toBe(
      '没有新的建议可以采用，没有改动。没有留下待定的内容。',
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { catalogue, definitions } from '../../workflows/catalogue.js';
import { positionView, type PositionStep } from './position.js';

const measure = (state: string) => positionView(catalogue['measure@1'], state);
const all = (steps: PositionStep[]): PositionStep[] => steps.flatMap((one) => [one, ...all(one.inner)]);
const current = (steps: PositionStep[]) => all(steps).filter((one) => one.isCurrent && one.inner.length === 0);

describe('the drawn flow of a measure', () => {
  const working =
    'implementation.track.deliverable.completionRequested+implementation.dispute.disputed+implementation.suspension.running';

  it('shows the stages in their order, what is passed and where it stands', () => {
    const { stages, otherEnds, now } = measure(working);
    expect(stages.map(({ words, isPassed, isCurrent }) => [words, isPassed, isCurrent])).toEqual([
      ['动员部署', true, false],
      ['推进落实', false, true],
      ['总结评估', false, false],
      ['已销号', false, false],
    ]);
    expect(current(stages).map(({ words }) => words)).toEqual(['已申请办结', '职责争议中']);
    expect(now).toBe('已申请办结，职责争议中');
    expect(otherEnds.map(({ words }) => words)).toEqual(['已并入其他任务', '已撤销']);
  });

  it('opens the stage where it stands, and tells of the others in one line', () => {
    const { stages } = measure('evaluation.review');
    expect(stages.map(({ inner, brief }) => [inner.length > 0, brief])).toEqual([
      [false, ''],
      [false, expect.stringContaining('推进中、已申请办结')],
      [true, ''],
      [false, '已完成、基本完成、未完成、结转下年'],
    ]);
  });

  it('does not mark a part in which nothing goes on', () => {
    const quiet = 'implementation.track.standing.working+implementation.dispute.none+implementation.suspension.running';
    expect(current(measure(quiet).stages).map(({ words }) => words)).toEqual(['常态推进']);
    const marked = all(measure(quiet).stages).filter((one) => one.isCurrent);
    expect(marked.map(({ words }) => words)).toEqual(['推进落实', '办理', '常态型任务', '常态推进']);
  });

  it('names the ways on and whose they are, in words', () => {
    const { ways } = measure(working);
    expect(ways).toContainEqual({ label: '退回', who: '牵头办', target: '推进中' });
    expect(ways.every(({ label, who, target }) => /\p{Script=Han}/u.test(label + who) && target !== '')).toBe(true);
  });

  it('marks an end beside the way', () => {
    const { stages, otherEnds } = measure('withdrawn');
    expect(current(stages)).toEqual([]);
    expect(otherEnds.filter((one) => one.isCurrent).map(({ words }) => words)).toEqual(['已撤销']);
  });

  it('passes no stage of a withdrawn matter but those behind it, and says when and where it stopped', () => {
    const from = { state: 'evaluation.unitTexts', on: '2026-11-22' };
    const { stages, stopped } = positionView(catalogue['measure@1'], 'withdrawn', from);
    expect(stages.map(({ words, isPassed, isStopped }) => [words, isPassed, isStopped])).toEqual([
      ['动员部署', true, false],
      ['推进落实', true, false],
      ['总结评估', false, true],
      ['已销号', false, false],
    ]);
    expect(stopped).toBe('2026-11-22，当时处于“总结评估：等各单位总结材料”');
  });

  it('passes nothing where nobody knows how far it had come', () => {
    expect(measure('withdrawn').stages.some(({ isPassed }) => isPassed)).toBe(false);
  });
});

describe('every workflow', () => {
  it('can be drawn: each state with words is there, and no path shows through', () => {
    for (const one of definitions()) {
      const { stages, otherEnds } = positionView(one, Object.keys(one.states)[0]!);
      const steps = all([...stages, ...otherEnds]);
      const drawn = steps.flatMap(({ words, brief }) => [words, ...(brief ? brief.split('、') : [])]);
      expect([one.id, drawn.filter((words) => /[a-z.]/.test(words) || words === '')]).toEqual([one.id, []]);
    }
  });
});

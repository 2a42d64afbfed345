import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { applyChanges, measureOf, type FieldChange } from './draft-changes.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { figuresOf } from './text-figures.js';
import { textFollowed } from './text-followed.js';

const TEXT = '全年开展宣讲50场次，6月底前建成夜校，做到工地全覆盖。';
const KEY = 'm002';

/** The small plan whose second measure has that text, with what it says. */
function draft(more: Partial<DraftMeasure> = {}): DraftReading {
  const plan = smallDraft();
  const measures = plan.measures.map((one): DraftMeasure => {
    if (one.key !== KEY) return one;
    const { doubts: _none, ...figures } = figuresOf(plan, { ...one, text: TEXT });
    const due = { due: figures.deadline!.day, track: 'deliverable' as const };
    return { ...one, text: TEXT, ...figures, ...due, ...more };
  });
  return { ...plan, measures };
}
const SMALL = measureOf(draft(), KEY);
const figures = ({ targets, conditions, due }: DraftMeasure) => [
  targets.map(({ metric, value }) => `${metric}${value}`),
  conditions.map(({ raw }) => raw),
  due,
];

function afterTyping(text: string, more: Partial<DraftMeasure> = {}, also: FieldChange[] = []) {
  const plan = draft(more);
  const asked: FieldChange[] = [{ key: KEY, field: 'text', value: text }, ...also];
  const { changes, words } = textFollowed(plan, KEY, asked, SMALL);
  return { measure: measureOf(applyChanges(plan, changes), KEY), words, fields: changes.map(({ field }) => field) };
}

describe('a measure whose text a person changes', () => {
  it('has the figures, conditions and the day of the new text', () => {
    const { measure, words } = afterTyping('全年开展宣讲80场次，9月底前建成夜校。');
    expect(figures(measure)).toEqual([['开展宣讲80'], ['9月底前'], '2023-09-30']);
    expect(measure.deadline?.day).toBe('2023-09-30');
    expect(words).toBe(
      '已按新的内容重新识读：指标读出“开展宣讲 80场次”，去掉“开展宣讲 50场次”；要求读出“9月底前”，去掉“6月底前”“做到工地全覆盖”；完成时限由 2023-06-30 改为 2023-09-30。',
    );
  });

  it('keeps what a person had set by hand, and says so', () => {
    const [read] = SMALL.targets;
    const renamed = { ...read!, metric: '工地宣讲' };
    const typed = { ...read!, metric: '志愿者', value: 30, unit: '名', raw: '不低于30名' };
    const { measure, words } = afterTyping('全年开展宣讲80场次，9月底前建成夜校，做到工地全覆盖。', {
      targets: [renamed, typed],
      due: '2023-08-31',
    });
    expect(figures(measure)).toEqual([
      ['工地宣讲50', '志愿者30', '开展宣讲80'],
      ['做到工地全覆盖', '9月底前'],
      '2023-08-31',
    ]);
    expect(words).toContain('您手工填写的“50场次”、“不低于30名”没有改动，请核对');
  });

  it('counts a figure once that is renamed in the same save, under its new name', () => {
    const [read] = SMALL.targets;
    const also = (more: object) => [{ key: KEY, field: 'targets', value: [{ ...read!, metric: '工地宣讲', ...more }] }];
    const typed = { value: 80, raw: '不低于80场次' };
    const { measure } = afterTyping(TEXT.replace('50', '80'), {}, also(typed));
    expect(measure.targets).toMatchObject([{ metric: '工地宣讲', value: 80, raw: '80场次' }]);
    expect(measure.doubts).toEqual([]);
  });

  it('asks whether two figures are one where the name was changed by hand and the figure in the text', () => {
    const [read] = SMALL.targets;
    const also = [{ key: KEY, field: 'targets', value: [{ ...read!, metric: '工地宣讲' }] }];
    const { measure } = afterTyping(TEXT.replace('50', '80'), { accepted: true }, also);
    expect(measure.targets.map(({ metric, value }) => [metric, value])).toEqual([
      ['工地宣讲', 50],
      ['开展宣讲', 80],
    ]);
    expect(measure).toMatchObject({ accepted: false, doubts: [{ code: 'figure_unread', field: 'targets' }] });
    expect(measure.doubts[0]!.reason).toBe(
      '手工填写的“工地宣讲 50场次”与内容中新读出的“开展宣讲 80场次”可能是同一项指标，会重复计算，请核对后只留一项',
    );
  });

  it('does not bring back a figure that was taken out, nor one that is taken out in the same save', () => {
    const out = afterTyping(`${TEXT}加强值守。`, { targets: [] });
    expect(out.measure.targets).toEqual([]);
    const now = afterTyping(`${TEXT}加强值守。`, {}, [{ key: KEY, field: 'targets', value: [] }]);
    expect(now.measure.targets).toEqual([]);
  });

  it('asks for a day that is new, and for a figure that was not understood', () => {
    const { measure, words } = afterTyping('9月底前建成夜校。', { due: null, deadline: null, withoutDue: true });
    expect(measure).toMatchObject({ due: null, withoutDue: false, deadline: { day: '2023-09-30' } });
    expect(words).toContain('正文印有“9月底前”，建议完成时限 2023-09-30，待您定');
  });

  it('has no day any more where the text that gave it is gone', () => {
    const { measure } = afterTyping('全年开展宣讲50场次，做到工地全覆盖。');
    expect(measure).toMatchObject({ due: null, track: 'standing', deadline: null });
  });

  it('changes nothing else where only words beside the figures change', () => {
    expect(afterTyping(`${TEXT}加强值守。`).fields).toEqual(['text']);
  });

  it('is not read again where its text stays', () => {
    const asked = [{ key: KEY, field: 'targets', value: [] }];
    expect(textFollowed(draft(), KEY, asked, SMALL)).toEqual({ changes: asked, words: '' });
  });
});

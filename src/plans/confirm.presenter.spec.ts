import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { deadlinesView } from './confirm-deadlines.presenter.js';
import { groupForms, measureCards } from './confirm.presenter.js';
import type { DraftMeasure } from './draft.js';

interface Card {
  basis: string;
  form: { due: string; dueHint: string };
}

/** The card of the small plan's first measure, with what is different about it. */
function card(changes: Partial<DraftMeasure>): Card {
  const draft = smallDraft();
  const [first, ...others] = draft.measures as [DraftMeasure, ...DraftMeasure[]];
  const [shown] = measureCards({ ...draft, measures: [{ ...first, ...changes }, ...others] }, false, null);
  return shown as Card;
}

const DEADLINE = { day: '2023-06-30', raw: '6月底前', span: [0, 5] as [number, number], doubt: null };

describe('what a card says of its lead', () => {
  it('is nothing where the note prints one', () => {
    expect(card({ note: '（市人力资源社会保障局牵头，市教育局、市财政局配合）' }).basis).toBe('');
  });

  it('is where it comes from where the note only lists a responsible unit', () => {
    const [one] = smallDraft().measures[0]!.responsible;
    const alone = { note: '责任单位：市人力资源社会保障局、各县区政府', responsible: [one!], supporting: [] };
    expect(card(alone).basis).toContain('按唯一责任单位认定');
  });

  it('is the office’s ground where the office chose it', () => {
    const leadGround = { kind: 'meeting' as const, words: '第3次会议' };
    const chosen = { mode: 'joint' as const, leadBasis: 'chosen' as const, leadGround, note: '（甲局、乙局负责）' };
    expect(card(chosen).basis).toBe('指定牵头，依据会议：第3次会议');
    const entered = { kind: 'other' as const, words: '原文没有写明单位，由我办补录' };
    const clause = { fromClause: 'c001', leadBasis: 'chosen' as const, leadGround: entered, note: '' };
    expect(card(clause).basis).toBe('原文没有写明单位，由我办补录');
  });
});

describe('a card whose note prints only who helps', () => {
  it('proposes nobody as lead before a person has said who leads', () => {
    const doubts = [{ code: 'lead_missing', reason: '只写了谁配合，没有写明由谁负责，请核对' }];
    const roles = (changes: Partial<DraftMeasure>) =>
      (
        card(changes) as unknown as { form: { units: { roles: { value: string; selected: boolean }[] }[] } }
      ).form.units.map(({ roles: all }) => all.find(({ selected }) => selected)?.value);
    expect(roles({ doubts, doubtful: true })).not.toContain('lead');
    expect(roles({ doubts, doubtful: true, accepted: true })).toContain('lead');
  });
});

describe('what a card says of who else answers', () => {
  it('tells nothing of a printed lead where the office chose it', () => {
    const leadGround = { kind: 'meeting' as const, words: '第3次会议' };
    const note = '责任单位：市人力资源社会保障局、市教育局；配合单位：市财政局';
    const hint = (changes: Partial<DraftMeasure>) =>
      (card({ note, ...changes }) as unknown as { partsHint: string }).partsHint;
    expect(hint({})).toContain('原文在牵头之外');
    expect(hint({ leadBasis: 'chosen', leadGround })).toContain('现定为配合');
  });
});

describe('cards of one title', () => {
  it('show how their texts begin', () => {
    const [first, second] = smallDraft().measures as [DraftMeasure, DraftMeasure];
    const twins = [first, { ...second, title: first.title, text: '健全维权机制。' }];
    const cards = measureCards({ ...smallDraft(), measures: twins }, false, null) as { opening: string }[];
    expect(cards.map(({ opening }) => opening)).toEqual(['开展技能培训的具体要求', '健全维权机制']);
  });
});

describe('the hint beside 完成时限', () => {
  it('fits what stands in the field', () => {
    expect(card({}).form.dueHint).toBe('未印明可不填');
    expect(card({ due: '2023-06-30' }).form.dueHint).toBe('已填；清空即不设');
    expect(card({ due: '2023-06-30', note: '（市教育局牵头，6月底前完成）' }).form.dueHint).toBe('已填；清空即不设');
  });

  it('tells of a day in the text: proposed, taken, or left', () => {
    expect(card({ deadline: DEADLINE }).form.dueHint).toBe('正文印有“6月底前”，照此建议；清空即不设');
    expect(card({ deadline: DEADLINE, due: '2023-06-30' }).form.dueHint).toBe('正文印有“6月底前”，已定；清空即不设');
    const early = { ...DEADLINE, day: '2023-03-31', raw: '3月底前' };
    expect(card({ deadline: early }).form).toMatchObject({
      ...{ due: '', dueHint: '正文印有“3月底前”，早于计划的成文日期 2023-05-11，请填写正确的日期' },
    });
    expect(card({ deadline: DEADLINE, withoutDue: true }).form.dueHint).toBe('正文印有“6月底前”，已定为不设');
  });
});

describe('the days that texts propose', () => {
  it('are not filled in where they had passed when the plan began, and say why', () => {
    const draft = smallDraft();
    const [first, ...others] = draft.measures as [DraftMeasure, ...DraftMeasure[]];
    const shown = (day: string) => {
      const measures = [{ ...first, deadline: { ...DEADLINE, day } }, ...others];
      return (deadlinesView({ ...draft, measures }, {}) as { deadlines: { day: string; doubt: string }[] })
        .deadlines[0];
    };
    expect(shown('2023-06-30')).toMatchObject({ day: '2023-06-30', doubt: '' });
    expect(shown('2023-03-31')).toMatchObject({
      day: '',
      doubt: expect.stringContaining('早于计划的成文日期 2023-05-11'),
    });
  });
});

describe('a card that was accepted', () => {
  it('is told as checked only while none of its questions is open', () => {
    const [first] = smallDraft().measures as [DraftMeasure];
    const places = { surface: '各县（市、区）', role: 'responsible' as const, choice: 'undecided' as const };
    const card = (groups: DraftMeasure['groups']) =>
      measureCards({ ...smallDraft(), measures: [{ ...first, accepted: true, groups }] }, false, null)[0];
    expect(card([places])).toMatchObject({ accepted: false, open: true });
    expect(card([{ ...places, choice: 'counties' }])).toMatchObject({ accepted: true, open: false });
  });
});

describe('all places below', () => {
  it('are called 各市 in a plan of a province, 各县（市、区） in one of a city', () => {
    const [first, ...others] = smallDraft().measures as [DraftMeasure, ...DraftMeasure[]];
    const places = { surface: '各市', role: 'responsible' as const, choice: 'undecided' as const };
    const draft = { ...smallDraft(), measures: [{ ...first, groups: [places] }, ...others] };
    const said = (level: 'province' | 'city') =>
      JSON.stringify([
        groupForms({ ...draft, level }, { source: 'none', names: [] }),
        measureCards({ ...draft, level }, false, null),
      ]);
    expect(said('province')).toContain('各市各一项');
    expect(said('province')).not.toContain('各县（市、区）各一项');
    expect(said('city')).toContain('各县（市、区）各一项');
  });
});

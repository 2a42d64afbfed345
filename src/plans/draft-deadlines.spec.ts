import { describe, expect, it } from '@jest/globals';
import type { DeadlineReading } from '../domain/plan/reading.js';
import { smallDraft } from '../../test/support/small-plan.js';
import { measureFields } from './confirm-forms.js';
import type { CorrectMeasureDto } from './confirm.dto.js';
import { measureCards } from './confirm.presenter.js';
import { sourceParts } from './confirm-source.presenter.js';
import { applyChanges } from './draft-changes.js';
import { deadlineFields, doubtedDaysLeft, targetsLeft } from './draft-deadlines.js';
import { proposals, undoubtedAccepted } from './draft-proposals.js';
import { changeWords } from './draft-words.js';
import { openQuestions, type DraftMeasure, type DraftReading } from './draft.js';

const SOURCE = '各校6月底前完成摸底。年底前建成平台。';

const deadline = (raw: string, day: string, doubt: string | null = null): DeadlineReading => {
  const at = SOURCE.indexOf(raw);
  return { day, raw, span: [at, at + raw.length], doubt };
};
const JUNE = deadline('6月底前', '2023-06-30');

/** The small plan whose first measure has a day in its own text. */
function draft(first: Partial<DraftMeasure>, second: Partial<DraftMeasure> = {}): DraftReading {
  const base = smallDraft();
  const [one, two] = base.measures as [DraftMeasure, DraftMeasure];
  const cut = SOURCE.indexOf('年底');
  const measures: DraftMeasure[] = [
    { ...one, text: SOURCE.slice(0, cut), span: [0, cut], noteSpan: [cut, cut], ...first },
    { ...two, text: SOURCE.slice(cut), span: [cut, SOURCE.length], noteSpan: [cut, cut], ...second },
  ];
  return { ...base, text: SOURCE, measures };
}

const card = (one: DraftReading, more: Partial<CorrectMeasureDto>): CorrectMeasureDto => {
  const { key, title, mode, consolidator, responsible, supporting } = one.measures[0]!;
  const units = [...responsible, ...supporting];
  return {
    ...{
      seen: 0,
      only: '',
      key,
      title,
      mode,
      consolidator,
      groups: [],
      groundKind: '',
      groundWords: '',
      remember: '',
      withoutTarget: [],
    },
    ...{ unitName: units.map(({ name }) => name), unitSurface: units.map(({ surface }) => surface) },
    ...{ unitRole: units.map((_, at) => (at === 0 ? 'lead' : 'supporting')), track: 'deliverable', due: '', ...more },
  };
};

describe('a day printed in a measure’s text', () => {
  it('is asked about, with the proposed day, and shown where it is printed', () => {
    const asked = draft({ deadline: JUNE });
    expect(openQuestions(asked)).toMatchObject([
      { key: 'm001', reasons: ['正文印有“6月底前”：建议完成时限 2023-06-30（办结型），可采用、改日期或不设'] },
    ]);
    const shown = sourceParts(asked).filter(({ kind }) => kind === 'doubt');
    expect(shown.map(({ text, key }) => [text, key])).toEqual([['6月底前', 'm001']]);
  });

  it('is taken with all that is in no doubt: the measure is 办结型 and due that day', () => {
    const taken = applyChanges(draft({ deadline: JUNE }), undoubtedAccepted(draft({ deadline: JUNE })));
    expect(taken.measures[0]).toMatchObject({ accepted: true, due: '2023-06-30', track: 'deliverable' });
    expect(taken.measures[1]).toMatchObject({ accepted: true, due: null, track: 'standing' });
    expect(openQuestions(taken)).toEqual([]);
    expect(sourceParts(taken).filter(({ kind }) => kind === 'doubt')).toEqual([]);
  });

  it('is left for a person where it is in doubt, with all proposals too', () => {
    const doubted = draft({ deadline: { ...JUNE, doubt: '正文印有几个日期' } });
    expect(undoubtedAccepted(doubted).map(({ key }) => key)).toEqual(['m002']);
    const taken = applyChanges(doubted, proposals(doubted));
    expect(taken.measures[0]).toMatchObject({ due: null, track: 'standing' });
    expect(openQuestions(taken).map(({ key }) => key)).toEqual(['m001']);
  });

  it('may be changed, or not set: then the measure stays 常态型 and nothing is asked any more', () => {
    const asked = draft({ deadline: JUNE });
    const changed = applyChanges(asked, fieldsOf(deadlineFields('2023-07-15')));
    expect(changed.measures[0]).toMatchObject({ due: '2023-07-15', track: 'deliverable' });
    const none = applyChanges(asked, fieldsOf(deadlineFields(null)));
    expect(none.measures[0]).toMatchObject({ due: null, track: 'standing', withoutDue: true });
    expect([...openQuestions(changed), ...openQuestions(none)]).toEqual([]);
    expect(changeWords(fieldsOf(deadlineFields(null))[2]!)).toEqual({ what: '完成时限', before: null, after: '不设' });
  });

  it('stands in the measure’s card as proposed; who clears it there sets none', () => {
    const asked = draft({ deadline: JUNE });
    expect(measureCards(asked, false, null)[0]).toMatchObject({
      form: { due: '2023-06-30', dueHint: '正文印有“6月底前”，照此建议；清空即不设' },
    });
    const shown = asked.measures[0]!;
    expect(measureFields(shown, card(asked, { due: '2023-06-30' }))).toMatchObject({
      ...{ due: '2023-06-30', track: 'deliverable', withoutDue: false },
    });
    expect(measureFields(shown, card(asked, { due: '' }))).toMatchObject({
      ...{ due: null, track: 'standing', withoutDue: true },
    });
  });

  it('is not asked about where the note itself prints the day', () => {
    expect(openQuestions(draft({ deadline: null, due: '2023-05-31', track: 'deliverable' }))).toEqual([]);
  });

  it('goes with its words when the measure is split, and is doubted when two are joined', () => {
    const YEAR_END = deadline('年底前', '2023-12-31');
    const two = draft({ deadline: JUNE }, { deadline: YEAR_END });
    const joined = applyChanges(two, [{ op: 'merge', key: 'm001', next: 'm002' }]).measures[0]!;
    expect(joined.deadline).toMatchObject({ day: '2023-12-31', doubt: expect.stringContaining('“6月底前”、“年底前”') });
    const whole = draft({ deadline: JUNE, text: SOURCE, span: [0, SOURCE.length] });
    const at = SOURCE.indexOf('年底');
    const split = applyChanges(whole, [{ op: 'split', key: 'm001', at, newKey: 'm003', title: '建成平台' }]).measures;
    expect(split.slice(0, 2).map((one) => one.deadline?.raw ?? null)).toEqual(['6月底前', null]);
  });

  it('before the plan’s own date is refused on the card too, and an empty field there decides nothing', () => {
    const asked = draft({ deadline: deadline('6月底前', '2023-03-31', '早于成文日期') });
    const [shown] = asked.measures as [DraftMeasure];
    const reads = (name: string) => ({ name, known: true });
    const save = (due: string, one = shown) =>
      measureFields(one, card(asked, { due }), reads, { day: '2023-05-11', words: '成文日期 2023-05-11' });
    expect(() => save('2023-03-31')).toThrow('早于计划的成文日期 2023-05-11');
    expect(save('')).not.toHaveProperty('withoutDue');
    expect(save('2023-06-30')).toMatchObject({ due: '2023-06-30', withoutDue: false });
    expect(save('2023-03-31', { ...shown, due: '2023-03-31' })).toMatchObject({ due: '2023-03-31' });
  });
});

const fieldsOf = (fields: object) =>
  Object.entries(fields).map(([field, value]) => ({ key: 'm001', field, value: value as unknown }));

describe('a measure that is left without the day of its text', () => {
  const TEXT = '6月底前完成清单，新建驿站5个。';
  const span: [number, number] = [TEXT.indexOf('5个'), TEXT.indexOf('5个') + 2];
  const five = { metric: '新建驿站', op: '=', value: 5, unit: '个', raw: '5个', by: '2023-06-30', span } as const;
  const target = { ...five, span, targetKind: 'annual', hard: true } as const;

  it('takes it from the figure that stands behind the work done by then', () => {
    const left = targetsLeft(TEXT, { deadline: { ...JUNE, span: [0, 4] }, targets: [target] });
    expect(left).toMatchObject([{ metric: '新建驿站', by: null }]);
  });

  it('leaves it to the figure that it is printed for, and to one of another day', () => {
    const own = '6月底前新建驿站5个。';
    const its = { ...target, span: [8, 10] as [number, number] };
    expect(targetsLeft(own, { deadline: { ...JUNE, span: [0, 4] }, targets: [its] })).toEqual([its]);
    const other = { ...target, by: '2023-12-31' };
    expect(targetsLeft(TEXT, { deadline: { ...JUNE, span: [0, 4] }, targets: [other] })).toEqual([other]);
  });

  it('leaves it to all figures where it is printed for one of them', () => {
    const text = '12月底前培训2万人次，其中女性8000人次，新建驿站5个。';
    const at = (raw: string): [number, number] => [text.indexOf(raw), text.indexOf(raw) + raw.length];
    const by = '2023-12-31';
    const targets = ['2万人次', '8000人次', '5个'].map((raw) => ({ ...target, by, raw, span: at(raw) }));
    expect(targetsLeft(text, { deadline: { ...JUNE, day: by, span: [0, 5] }, targets })).toEqual(targets);
  });

  it('does so as well where nobody is there to be asked about a day in doubt', () => {
    const asked = { ...draft({ deadline: { ...JUNE, span: [0, 4], doubt: '请核对' }, targets: [target] }), text: TEXT };
    expect(doubtedDaysLeft(asked)).toMatchObject([
      { key: 'm001', field: 'withoutDue', value: true },
      { key: 'm001', field: 'targets', value: [{ by: null }] },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { decisionsBrought } from './decisions-brought.js';
import { broughtByCard, broughtTold } from './decisions-brought.presenter.js';
import { FROM_ORIGINAL } from './corrections-held.service.js';
import { applyChanges, type DraftChange } from './draft-changes.js';
import type { Correction } from './draft-history.js';
import { openQuestions, toDraft, type DraftMeasure, type DraftReading } from './draft.js';
import { headMoved } from './year-changed.js';

const CLAUSES = {
  training: '开展技能培训。6月底前摸清底数，培训8000人次。（市人力资源和社会保障局、市教育局负责）',
  wages: '治理拖欠工资。工程项目推行实名考勤。（市住房和城乡建设局牵头，市审计局配合）',
  housing: '改善居住条件。筹集宿舍300套。（市房产局牵头，市财政局配合）',
};

/** A city's plan with these clauses, numbered through. */
function draftOf(clauses: string[], title = '2026年太原市农民工工作要点'): DraftReading {
  const body = clauses.map((words, at) => `${at + 1}.${words}`).join('\n\n');
  return toDraft(readPlan(`${title}\n\n一、重点任务\n\n${body}\n`, loadUnitRegistry()));
}

const set = (key: string | null, field: string, value: unknown): DraftChange => ({ key, field, value });

const corrected = (position: number, changes: DraftChange[]): Correction => ({
  ...{ position, actor: 'u1', actorName: '经办甲', recordedAt: Date.UTC(2026, 2, 2, 1), changes },
  ...{ what: null, undoes: null },
});

/** The office decided on a plan; its amended text comes in with what of that is brought over. */
function broughtTo(now: DraftReading, old: DraftReading, changes: DraftChange[], isKnown = true) {
  const decided = { imported: old, current: applyChanges(old, changes) };
  const brought = decisionsBrought({ ...decided, corrections: isKnown ? [corrected(1, changes)] : null }, now);
  return { brought, draft: applyChanges(now, brought) };
}

const [training, wages, housing] = [CLAUSES.training, CLAUSES.wages, CLAUSES.housing];
const measure = (draft: DraftReading, title: string): DraftMeasure =>
  draft.measures.find((one) => one.title === title)!;

/** Its first unit made the lead, on a ground. */
function leadChosen({ key, ...one }: DraftMeasure): DraftChange[] {
  const [lead] = one.responsible;
  const { mode, responsible, supporting } = one;
  const leadGround = { kind: 'meeting', words: '3月2日办公会' };
  return [
    set(key, 'division', { mode, responsible, supporting, lead, leadBasis: 'chosen', leadGround }),
    set(key, 'consolidator', 'lead'),
    set(key, 'accepted', true),
  ];
}

describe('what the office decided on a plan, when its amended text comes in', () => {
  const old = draftOf([training, wages, housing]);

  it('answers the same words under whatever number: lead, day, figures, what was looked at; with who and when', () => {
    const [first] = old.measures as [DraftMeasure];
    const targets = first.targets.map((one) => ({ ...one, metric: '培训返乡人员', op: '>=', by: '2026-11-30' }));
    const day = { due: '2026-07-15', track: 'deliverable', withoutDue: false };
    const own = [
      ...leadChosen(first),
      ...Object.entries(day).map(([field, value]) => set('m001', field, value)),
      set('m001', 'targets', targets),
    ];
    const now = draftOf([housing.replace('300', '400'), training]);
    const { brought, draft } = broughtTo(now, old, own);
    expect(measure(draft, '开展技能培训')).toMatchObject({
      ...{ ...day, no: '1.2', leadBasis: 'chosen', lead: { name: '市人力资源和社会保障局' }, accepted: true },
      targets: [{ metric: '培训返乡人员', op: '>=', value: 8000, by: '2026-11-30' }],
    });
    const { lead, targets: there } = measure(draft, '开展技能培训');
    expect([lead!.span!, there[0]!.span!].map((span) => now.text.slice(...span))).toEqual([
      '市人力资源和社会保障局',
      '8000人次',
    ]);
    expect(measure(draft, '改善居住条件')).toEqual(now.measures[0]);
    const correction = { ...corrected(2, brought), what: FROM_ORIGINAL };
    const sheet = { corrections: [correction] };
    expect([...broughtByCard(sheet)]).toEqual([
      [
        'm002',
        '照原方案的决定：分工、汇总、完成时限、任务类型、指标、核对（经办甲，3月2日 09:00）。要改的，改后保存即可',
      ],
    ]);
    expect(broughtTold(sheet)).toContain('已照原方案的决定处理（1 条举措）');
    const since = { corrections: [correction, corrected(3, [set('m002', 'due', '2026-08-31')])] };
    expect([...broughtByCard(since).values()]).toEqual([expect.not.stringContaining('完成时限')]);
  });

  it('has the text as the office wrote it, and asks no more about a day that went with its words', () => {
    const text = '培训8000人次。';
    const own = [set('m001', 'text', text), set('m001', 'deadline', null), set('m001', 'accepted', true)];
    const { draft } = broughtTo(draftOf([training]), old, own);
    expect(draft.measures[0]).toMatchObject({ text, deadline: null, accepted: true });
    expect(openQuestions(draft).filter(({ key }) => key === 'm001')).toEqual([]);
  });

  it('says nothing of words that are others now, of a clause printed twice, or of one that was cut', () => {
    const own = leadChosen(old.measures[0]!);
    const other = draftOf([training.replace('8000', '9000')]);
    expect(broughtTo(other, old, own).brought).toEqual([]);
    const share = '改善居住条件。按每人1.5倍标准配备床位。（市房产局牵头，市财政局配合）';
    const [before, now] = [draftOf([share]), draftOf([share.replace('1.5', '15')])];
    expect(broughtTo(now, before, [set('m001', 'accepted', true)]).brought).toEqual([]);
    expect(broughtTo(draftOf([training, training]), old, own).brought).toEqual([]);
    const at = old.measures[0]!.text.indexOf('培训');
    const split: DraftChange = { op: 'split', key: 'm001', at, newKey: 'm009', title: '培训' };
    for (const isKnown of [true, false]) {
      expect(broughtTo(draftOf([training]), old, [split, ...own], isKnown).brought).toEqual([]);
    }
  });

  it('leaves a question open that the original did not ask', () => {
    const own = [set('m002', 'accepted', true)];
    const now = draftOf([wages]);
    expect(broughtTo(now, old, own).brought).toEqual([expect.objectContaining({ key: 'm001', field: 'accepted' })]);
    const doubts = [{ code: 'unit_out_of_use', reason: '“市审计局”已经撤并' }];
    const asked = { ...now, measures: now.measures.map((one) => ({ ...one, doubts, doubtful: true })) };
    expect(broughtTo(asked, old, own).brought).toEqual([]);
    const before = { ...old, measures: old.measures.map((one) => ({ ...one, doubts, doubtful: true })) };
    expect(broughtTo(asked, before, own).brought).toHaveLength(1);
  });

  it('gives a unit the name that the office gave it, unless its printed name is read otherwise by now', () => {
    const named = (draft: DraftReading, name: string) => {
      const [one] = draft.measures.filter(({ title }) => title === '改善居住条件') as [DraftMeasure];
      const again = one.responsible.map((unit) => ({ ...unit, name }));
      const { mode, supporting, leadBasis } = one;
      return { mode, responsible: again, supporting, lead: again[0]!, leadBasis, leadGround: null };
    };
    const own = [set('m003', 'division', named(old, '市住房和城乡建设局'))];
    const now = draftOf([housing]);
    const leadOf = (draft: DraftReading) => measure(draft, '改善居住条件').lead?.name;
    expect(leadOf(broughtTo(now, old, own).draft)).toBe('市住房和城乡建设局');
    const learned = applyChanges(now, [set('m001', 'division', named(now, '市住房保障中心'))]);
    expect(leadOf(broughtTo(learned, old, own).draft)).toBe('市住房保障中心');
  });

  it('takes a repeat out again, while the text still says it twice', () => {
    const doubts = [{ code: 'repeats_clause', reason: '与第1.1条“开展技能培训”重复' }];
    const asked = (draft: DraftReading): DraftReading => ({
      ...draft,
      measures: draft.measures.map((one) => (one.title === '改善居住条件' ? { ...one, doubts, doubtful: true } : one)),
    });
    const own: DraftChange[] = [{ op: 'remove', key: 'm003', reason: '重复' }];
    const now = draftOf([training, housing]);
    expect(broughtTo(asked(now), asked(old), own).brought).toEqual([{ op: 'remove', key: 'm002', reason: '重复' }]);
    expect(broughtTo(now, asked(old), own).brought).toEqual([]);
  });

  it('gives a text without a year the year of the original, and the days that follow', () => {
    const TITLE = '太原市农民工工作安排';
    const [bare, now] = [draftOf([training, wages], TITLE), draftOf([wages, training], TITLE)];
    const head = [{ key: null, field: 'year', value: 2026 }];
    const dated = [...head, ...headMoved(bare, head).changes];
    const own = [...dated, set('m001', 'withoutDue', true)];
    const { draft } = broughtTo(now, bare, own);
    expect(draft.year).toBe(2026);
    expect(measure(draft, '开展技能培训')).toMatchObject({
      withoutDue: true,
      targets: [{ by: '2026-06-30' }],
    });
    expect(openQuestions(draft).map(({ title }) => title)).not.toContain('年度');
  });
});

import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { Refusal } from '../shared/errors.js';
import {
  originalOf,
  refuseKnown,
  refuseWithoutOriginal,
  twinDoubt,
  type Arrival,
  type KnownPlan,
} from './known-plans.js';
import { importFault } from './plan.presenter.js';

const HERE: KnownPlan = {
  ...{ id: 'p1', title: '农民工工作行动计划', docNumber: '并人社函〔2023〕1号', state: 'issued' },
  ...{ sourceSha: 'a'.repeat(64), sourceName: '计划.docx', issuedOn: '2023-05-11', region: '太原市' },
};
const SAME_BYTES = { sha256: HERE.sourceSha, asRevision: false };
const OTHER_TEXT = { sha256: 'b'.repeat(64), asRevision: false };

function refusal(known: KnownPlan[], arrival: Arrival, draft = smallDraft()): Refusal | null {
  try {
    refuseKnown(known, draft, arrival);
    return null;
  } catch (error) {
    return error as Refusal;
  }
}

describe('a document that is here already', () => {
  it('is refused when it is the very same file, also as a revised text', () => {
    for (const asRevision of [false, true])
      expect(refusal([HERE], { ...SAME_BYTES, asRevision })).toMatchObject({
        code: 'plan_exists',
        detail: { facts: { plan: 'p1' } },
      });
  });

  it('is told apart by what became of it: a draft may be dropped, an issued plan goes on', () => {
    expect(refusal([HERE], SAME_BYTES)?.detail.cure).toMatch(/已经印发，请打开已有的计划.*导入改好的文件/);
    expect(refusal([HERE], SAME_BYTES)?.detail.cure).not.toContain('弃用');
    expect(refusal([{ ...HERE, state: 'draft' }], SAME_BYTES)?.detail.cure).toContain('先弃用原草稿');
  });

  it('with other words under an issued number may come in as a revised text, and says so', () => {
    const refused = refusal([HERE], OTHER_TEXT)!;
    expect(refused.detail.facts).toEqual({ plan: 'p1', revision: true });
    expect(refused.message).toContain(`《${HERE.title}》（${HERE.docNumber}）`);
    expect(importFault(refused, null)).not.toMatch(/。（/);
    expect(`${refused.message}${refused.detail.cure}`).toMatch(/已经印发.*作为修订文本导入/);
    expect(refusal([HERE], { ...OTHER_TEXT, asRevision: true })).toBeNull();
  });

  it('waits for the draft under the same number, revised text or not', () => {
    for (const state of ['draft', 'confirmed']) {
      const draft = { ...HERE, id: 'p2', state };
      const refused = refusal([HERE, draft], { ...OTHER_TEXT, asRevision: true });
      expect(refused?.detail).toMatchObject({ facts: { plan: 'p2' }, cure: expect.stringContaining('先弃用原草稿') });
    }
  });

  it('is let in under another number or title, without a number, and when the plan here is gone', () => {
    expect(refusal([HERE], OTHER_TEXT, { ...smallDraft(), docNumber: '并人社函〔2023〕2号' })).toBeNull();
    expect(refusal([HERE], OTHER_TEXT, { ...smallDraft(), docNumber: null })).toBeNull();
    for (const state of ['discarded', 'withdrawn']) expect(refusal([{ ...HERE, state }], SAME_BYTES)).toBeNull();
  });
});

describe('a text that comes in as a revised one', () => {
  const other = { ...smallDraft(), title: '春节慰问方案', docNumber: null };

  it('revises the issued plan of its number, else the one whose title it has or adjusts', () => {
    const renamed = { ...smallDraft(), title: '农民工工作安排' };
    expect(originalOf([HERE], renamed)?.id).toBe('p1');
    const own = { ...smallDraft(), docNumber: null, region: HERE.region, title: `关于调整《${HERE.title}》的通知` };
    expect(originalOf([HERE], own)?.id).toBe('p1');
    expect(originalOf([{ ...HERE, state: 'draft' }], renamed)).toBeNull();
  });

  it('is refused where no plan here is like it, with what to do, unless a person has chosen the original', () => {
    const attempt = (chosen?: string) => () => refuseWithoutOriginal([HERE], other, chosen);
    expect(attempt()).toThrow('没有找到《春节慰问方案》要修订的计划');
    expect(attempt('p2')).toThrow(expect.objectContaining({ code: 'revises_nothing' }));
    expect(attempt('p1')).not.toThrow();
  });
});

describe('a document that looks like one that is here, in another file or encoding', () => {
  const pasted = { ...smallDraft(), docNumber: null };

  it('comes in, and the page asks whether the two are one', () => {
    expect(twinDoubt([HERE], pasted)).toMatchObject({
      code: 'plan_twin',
      reason: expect.stringMatching(/^已有同题的计划：《农民工工作行动计划》（并人社函〔2023〕1号），请核对/),
    });
    expect(twinDoubt([HERE], { ...pasted, title: '农民工 工作行动计划', issuedOn: null })).not.toBeNull();
    const spaced = { ...smallDraft(), title: '“农民工”工作行动计划' };
    expect(twinDoubt([HERE], spaced)?.reason).toContain('已有同题同文号的计划');
  });

  it('is not asked about where number, day or title say that it is another one, or the plan here is gone', () => {
    expect(twinDoubt([HERE], { ...pasted, docNumber: '并人社函〔2023〕2号' })).toBeNull();
    expect(twinDoubt([HERE], { ...pasted, issuedOn: '2024-05-11' })).toBeNull();
    expect(twinDoubt([HERE], { ...pasted, title: '根治欠薪行动计划' })).toBeNull();
    expect(twinDoubt([{ ...HERE, state: 'discarded' }], pasted)).toBeNull();
  });
});

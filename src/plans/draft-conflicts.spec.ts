import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { Refusal } from '../shared/errors.js';
import { applyChanges, measureOf, type DraftChange } from './draft-changes.js';
import { reconcile, refuseChanged, type Standing } from './draft-conflicts.js';
import { inWords } from './draft-history.js';

/** The draft after a colleague's changes, on a page that was opened before them. */
function after(...changes: DraftChange[]): Standing {
  const base = smallDraft();
  const colleague = { position: 7, actor: 'u2', actorName: '同事', recordedAt: 0, what: null, undoes: null };
  return { base, now: applyChanges(base, changes), later: changes.length > 0 ? [{ ...colleague, changes }] : [] };
}

const asShown = { title: '开展技能培训', track: 'standing', due: null };
const renamed: DraftChange = { key: 'm001', field: 'title', value: '同事的名称' };

describe('two people at one draft', () => {
  it('records only what the form changed against its page', () => {
    expect(reconcile(after(), 'm001', asShown)).toEqual([]);
    const due = { key: 'm001', field: 'due', value: '2023-12-01' };
    expect(reconcile(after(), 'm001', { ...asShown, due: '2023-12-01' })).toEqual([due]);
  });

  it('leaves a colleague’s field alone when the form did not touch it', () => {
    const changes = reconcile(after(renamed), 'm001', { ...asShown, track: 'deliverable' });
    expect(changes).toEqual([{ key: 'm001', field: 'track', value: 'deliverable' }]);
  });

  it('has nothing to settle when both wrote the same', () => {
    expect(reconcile(after(renamed), 'm001', { ...asShown, title: '同事的名称' })).toEqual([]);
  });

  it('names field, person and words where both changed the same field', () => {
    expect(() => reconcile(after(renamed), 'm001', { ...asShown, title: '我的名称' })).toThrow(
      new Refusal(
        'conflict',
        '您打开页面之后，名称已由同事（1月1日 08:00）改为“同事的名称”，已经保存。您填写的内容还没有保存，仍保留在下面。',
      ),
    );
  });

  it('says so where it was the same person, in another window', () => {
    const twice = { ...after(renamed), me: 'u2' };
    expect(() => reconcile(twice, 'm001', { ...asShown, title: '我的名称' })).toThrow(
      '名称已由您本人在另一个窗口（1月1日 08:00）改为“同事的名称”，已经保存',
    );
    expect(() => refuseChanged(twice, ['m001'])).toThrow('您本人在另一个窗口（1月1日 08:00）更正了');
  });

  it('holds back an act on a whole measure only when that measure was changed', () => {
    expect(() => refuseChanged(after(renamed), ['m001'])).toThrow('同事（1月1日 08:00）更正了“1.1 同事的名称”');
    expect(() => refuseChanged(after(renamed), ['m002'])).not.toThrow();
  });

  it('tells a measure that is gone by its number and title, one that never was by its number', () => {
    const removed: DraftChange = { op: 'remove', key: 'm001', reason: '' };
    const history = { imported: after().base, corrections: after(removed).later };
    const place = (key: string) => {
      try {
        return inWords(history, () => measureOf(after(removed).now, key)).no;
      } catch (error) {
        return (error as Refusal).detail.place;
      }
    };
    expect(place('m001')).toBe('读出的第 1 条 “1.1 开展技能培训”');
    expect(place('m009')).toBe('读出的第 9 条');
    expect(place('m002')).toBe('1.2');
  });

  it('says so when the measure is no longer there', () => {
    const removed: DraftChange = { op: 'remove', key: 'm001', reason: '' };
    expect(() => reconcile(after(removed), 'm001', { ...asShown, title: '我的名称' })).toThrow('已不在草稿中');
  });
});

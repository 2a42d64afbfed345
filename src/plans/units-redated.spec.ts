import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { applyChanges, type DraftChange } from './draft-changes.js';
import { openQuestions, toDraft, type DraftReading } from './draft.js';
import { nearAsked } from './units-asked.js';
import { doubtedNames, nameUnit } from './units-learned.js';
import { headMoved } from './year-changed.js';

const registry = loadUnitRegistry();
const NOTE = '（市安监局牵头，市文化局、市财政局配合）';
const read = (title: string): DraftReading =>
  toDraft(readPlan([title, '', '一、保障权益', `（一）安全生产。开展宣传20场。${NOTE}`].join('\n'), registry));

/** The draft after its day was entered, and what the page tells of it. */
function dated(draft: DraftReading, value: string | null) {
  const head: DraftChange[] = [{ key: null, field: 'issuedOn', value }];
  const moved = headMoved(draft, head);
  const after = applyChanges(draft, [...head, ...moved.changes]);
  return { after, words: moved.words(after) };
}
const gone = (draft: DraftReading) =>
  draft.measures.flatMap(({ doubts }) =>
    doubts.filter(({ code }) => code === 'unit_out_of_use').map(({ reason }) => /“([^”]+)”/.exec(reason)?.[1]),
  );
const NO_YEAR = '太原市农民工工作要点';

describe('units that are gone, when a plan’s day is entered or changed', () => {
  it('are asked about by the new day, and the page says which', () => {
    const draft = read(NO_YEAR);
    expect(gone(draft)).toEqual([]);
    const { after, words } = dated(draft, '2024-03-20');
    expect(gone(after)).toEqual(['市安监局', '市文化局']);
    expect(after.measures[0]).toMatchObject({ doubtful: true });
    expect(words).toContain('市安监局、市文化局');
    const reasons = openQuestions(after).flatMap((question) => question.reasons);
    expect(reasons.join()).toContain('成文时已经更名或撤并');
  });

  it('are one question each, also where the name resembles a registered one', () => {
    const known = {
      registered: ['市应急管理局', '市安全生产监督管理局（煤矿）', '市文化和旅游局'],
      usual: [],
      registry: loadUnitRegistry(),
    };
    for (const title of [NO_YEAR, '太原市2024年农民工工作要点']) {
      const { after } = dated(nearAsked(read(title), known), '2024-03-20');
      expect(after.measures[0]!.doubts.map(({ code }) => code)).toEqual(['unit_out_of_use', 'unit_out_of_use']);
      expect(doubtedNames(after).map(({ surface, code }) => `${surface} ${code}`)).toEqual([
        '市安监局 unit_out_of_use',
        '市文化局 unit_out_of_use',
      ]);
    }
  });

  it('are asked about again in a measure that was accepted', () => {
    const draft = read(NO_YEAR);
    const accepted = applyChanges(draft, [{ key: draft.measures[0]!.key, field: 'accepted', value: true }]);
    expect(dated(accepted, '2024-03-20').after.measures[0]).toMatchObject({ accepted: false });
  });

  it('are asked about no more where they were in use on the new day', () => {
    const draft = read('太原市2024年农民工工作要点');
    expect(gone(draft)).toEqual(['市安监局', '市文化局']);
    const { after } = dated(draft, '2016-03-20');
    expect(gone(after)).toEqual([]);
    expect(after.measures[0]).toMatchObject({ doubtful: false });
  });

  it('are left as a person has decided', () => {
    const draft = nameUnit(read('太原市2024年农民工工作要点'), { surface: '市安监局', name: '市应急管理局' });
    const kept = nameUnit(draft, { surface: '市文化局', name: '市文化局' });
    expect(gone(dated(kept, '2024-05-20').after)).toEqual([]);
    expect(dated(kept, '2024-05-20').words).not.toContain('更名');
  });
});

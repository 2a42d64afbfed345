import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { openQuestions, toDraft, type DraftReading } from './draft.js';
import { applyChanges } from './draft-changes.js';
import { changeLines } from './draft-change-lines.js';
import { planDoubts } from './confirm-doubts.presenter.js';
import { proposals, proposalsUnattended } from './draft-proposals.js';
import { openSourceNotes, sourceNoteSeen, sourceNotesLeft } from './draft-source-notes.js';

const TEXT = `2027年太原市农民工工作要点

（一）开展技能培训。（市人社局牵头，市教育局配合）
`;
const PICTURE = { code: 'source_note', reason: '第 2 页没有文字（可能是图片），未读入' };
const SHEET = { code: 'source_note', reason: '工作表“备查”已隐藏，未读入' };

function read(): DraftReading {
  const reading = readPlan(TEXT, loadUnitRegistry());
  return toDraft({ ...reading, doubts: [PICTURE, SHEET, ...reading.doubts] });
}
const asked = (draft: DraftReading) => openQuestions(draft).find(({ key }) => key === 'source-notes')?.reasons ?? [];

describe('a part of the document that was not read', () => {
  it('is the first question of the plan, in its own words, and no doubt beside', () => {
    const draft = read();
    expect(openQuestions(draft)[0]).toMatchObject({ key: 'source-notes', reasons: [PICTURE.reason, SHEET.reason] });
    const beside = planDoubts({ draft, imported: draft });
    expect([PICTURE, SHEET].filter(({ reason }) => beside.includes(reason))).toEqual([]);
  });

  it('is a question until a person says that it is seen to, one by one or all at once', () => {
    const draft = read();
    const change = sourceNoteSeen(draft, openSourceNotes(draft)[0]!.id);
    const seen = applyChanges(draft, [change]);
    expect(asked(seen)).toEqual([SHEET.reason]);
    expect(changeLines({ ...change, before: null })).toEqual([
      { what: '核对未读入内容', before: null, after: PICTURE.reason },
    ]);
    expect(() => sourceNoteSeen(seen, 'n001')).toThrow('已经核对过了');
    expect(asked(applyChanges(draft, [sourceNoteSeen(draft, 'all')]))).toEqual([]);
  });

  it('is left to a person by 全部采用建议, and to nobody where nobody can be asked', () => {
    const draft = read();
    expect(asked(applyChanges(draft, proposals(draft)))).toHaveLength(2);
    expect(asked(applyChanges(draft, proposalsUnattended(draft)))).toEqual([]);
    expect(sourceNotesLeft(toDraft(readPlan(TEXT, loadUnitRegistry())))).toEqual([]);
  });
});

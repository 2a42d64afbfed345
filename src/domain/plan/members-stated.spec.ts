import { describe, expect, it } from '@jest/globals';
import type { Span } from './reading.js';
import { statedMembers } from './members-stated.js';

const members = (text: string, ...notes: string[]) =>
  statedMembers({
    text,
    measures: notes.map((note) => ({ noteSpan: [text.indexOf(note), text.indexOf(note) + note.length] as Span })),
  })?.join(' ') ?? null;

describe('the members that a plan states', () => {
  it.each([
    ['三、组织领导\n市农民工工作领导小组成员单位：市人社局、市教育局、团市委。', '市人社局 市教育局 团市委'],
    ['（一）领导小组成员单位包括市人社局、市教育局、市妇联。', '市人社局 市教育局 市妇联'],
    ['成员单位名单：\n市人社局、市教育局\n市财政局、市总工会\n二、重点任务', '市人社局 市教育局 市财政局 市总工会'],
    ['建立联席会议制度。联席会议由市人社局、市教育局和市总工会等3个部门组成。', '市人社局 市教育局 市总工会'],
    ['工作专班由市人社局、市住建局组成，办公室设在市人社局。', '市人社局 市住建局'],
  ])('%s', (text, list) => {
    expect(members(text)).toBe(list);
  });

  it('are none where members are only addressed, a note names a measure’s units, or the lists differ', () => {
    expect(members('各成员单位：\n现将工作要点印发给你们，请认真落实。')).toBeNull();
    expect(members('各成员单位要各司其职，市人社局、市教育局加强督促。')).toBeNull();
    const note = '组长单位：市财政局；成员单位：市公安局、市司法局';
    expect(members(`开展专项检查。\n成员单位：市公安局、市司法局`, '成员单位：市公安局、市司法局')).toBeNull();
    expect(members(`开展专项检查。（${note}）`, note)).toBeNull();
    expect(members('领导小组成员单位：市人社局、市教育局。\n专班成员单位：市公安局、市司法局。')).toBeNull();
  });
});

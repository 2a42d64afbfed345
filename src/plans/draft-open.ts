import { Refusal } from '../shared/errors.js';
import { proposals } from './draft-proposals.js';
import { repeatsOf } from './draft-repeats.js';
import type { IsDoubtful } from './units-doubtful.js';
import { openQuestions, type DraftReading } from './draft.js';

/**
 * Refuses a draft with open questions: what is open, and by what it is settled; the proposals are named only where there
 * are some, since there is no button for them else. Refusal: questions_open.
 */
export function refuseOpenQuestions(draft: DraftReading, isDoubtful?: IsDoubtful): void {
  const open = openQuestions(draft);
  if (open.length === 0) return;
  const names = open.slice(0, 3).map(({ no, title }) => `${no} ${title}`.trim());
  const offered = [
    proposals(draft, isDoubtful).length > 0 && '，或使用“全部采用建议”',
    repeatsOf(draft).length > 0 && '，重复的可按该条下面的“移出（重复）”',
  ].filter(Boolean);
  const bulk = offered.length > 0 ? offered.join('') : '，这几条没有建议可采用，须由您定';
  throw new Refusal('questions_open', `还有 ${open.length} 条待核对，不能确认。`, {
    place: names.join('、') + (open.length > 3 ? ' 等' : ''),
    cure: `请逐条处理标有疑问的内容${bulk}。`,
    facts: { open: open.length },
  });
}

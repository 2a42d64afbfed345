import { unreadParts } from '../domain/plan/source-notes.js';
import { Refusal } from '../shared/errors.js';
import type { FieldChange } from './draft-changes.js';
import type { DraftReading } from './draft.js';

/** A remark on what of the document was not read, of which a person has said that it is seen to. */
export interface SourceNoteChoice {
  id: string;
  /** The remark, for the record. */
  words: string;
}

/** Such a remark with its id: n001, n002, … */
export interface SourceNote {
  id: string;
  reason: string;
}

type Draft = Pick<DraftReading, 'doubts' | 'sourceNotes'>;

/** Those that were not yet seen to, in the order of the document. */
export function openSourceNotes(draft: Draft): SourceNote[] {
  const seen = new Set((draft.sourceNotes ?? []).map(({ id }) => id));
  return unreadParts(draft)
    .map((reason, at) => ({ id: `n${String(at + 1).padStart(3, '0')}`, reason }))
    .filter(({ id }) => !seen.has(id));
}

/** The questions about them, as the page for checking lists them. */
export function sourceNoteQuestions(draft: Draft): { key: string; no: string; title: string; reasons: string[] }[] {
  const reasons = openSourceNotes(draft).map(({ reason }) => reason);
  return reasons.length > 0 ? [{ key: 'source-notes', no: '', title: '文件中没有读入的内容', reasons }] : [];
}

/** What the page shows of them. */
export function sourceNotesView(draft: Draft, perForm: object): object {
  return { sourceNotes: openSourceNotes(draft).map((note) => ({ ...note, ...perForm })) };
}

/** The change by which one is seen to, `all` for every one. Refusal: unknown_note. */
export function sourceNoteSeen(draft: Draft, id: string): FieldChange {
  const notes = openSourceNotes(draft).filter((one) => id === 'all' || one.id === id);
  if (notes.length > 0) return seeing(draft, notes);
  throw new Refusal('unknown_note', '这一处已经核对过了。', { place: '文件中没有读入的内容', cure: '请刷新页面。' });
}

/** All of them seen to, where nobody is there to be asked; none for none open. */
export function sourceNotesLeft(draft: Draft): FieldChange[] {
  const open = openSourceNotes(draft);
  return open.length > 0 ? [seeing(draft, open)] : [];
}

function seeing(draft: Draft, notes: SourceNote[]): FieldChange {
  const seen = notes.map(({ id, reason }) => ({ id, words: reason }));
  return { key: null, field: 'sourceNotes', value: [...(draft.sourceNotes ?? []), ...seen] };
}

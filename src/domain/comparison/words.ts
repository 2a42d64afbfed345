import { commonPlaces } from './common-places.js';

/** A stretch of text that stayed, went or came. */
export interface WordChange {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** Above this many differing words the changed stretch is shown as a whole: nobody reads a finer mosaic. */
const MOST = 600;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What changed from one text to the other, word by word; the kept and added stretches make the new text. */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  for (const [left, right] of commonPlaces(old, now, MOST)) {
    changes.push(...replaced(old.slice(i, left), now.slice(j, right)), { kind: 'kept', text: now[right]! });
    [i, j] = [left + 1, right + 1];
  }
  return joined([...changes, ...replaced(old.slice(i), now.slice(j))]);
}

const SHOWN = 24;

/** “月”改为“周”，共 2 处: the first change that is more than marks, and how many there are; empty where there is none. */
export function firstChange(changes: readonly WordChange[]): string {
  const told = changes.map(({ kind, text }) => ({ kind, words: text.replace(EDGES, '') }));
  const places = told.filter(({ kind, words }, at) => {
    const before = told[at - 1];
    return kind !== 'kept' && words !== '' && !(before && before.kind !== 'kept' && before.words !== '');
  });
  const [first] = places;
  if (!first) return '';
  const next = told[told.indexOf(first) + 1];
  const words = placeWords(first, next && next.kind !== 'kept' ? next.words : '');
  return places.length > 1 ? `${words}，共 ${places.length} 处` : words;
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

function placeWords({ kind, words }: { kind: WordChange['kind']; words: string }, next: string): string {
  if (next) return `“${short(words)}”改为“${short(next)}”`;
  return `${kind === 'added' ? '增加' : '删去'}“${short(words)}”`;
}

const short = (words: string): string => (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);

/** A text in its words and marks, in order. */
export function wordsIn(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function replaced(old: string[], now: string[]): WordChange[] {
  const removed: WordChange[] = old.length > 0 ? [{ kind: 'removed', text: old.join('') }] : [];
  const added: WordChange[] = now.length > 0 ? [{ kind: 'added', text: now.join('') }] : [];
  return [...removed, ...added];
}

function joined(changes: WordChange[]): WordChange[] {
  const whole: WordChange[] = [];
  for (const change of changes) {
    const last = whole.at(-1);
    if (last?.kind === change.kind) last.text += change.text;
    else whole.push({ ...change });
  }
  return whole;
}

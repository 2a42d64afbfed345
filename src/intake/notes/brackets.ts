import { MAX_NOTE } from './sentences.js';

const CLOSING: Record<string, string> = { '（': '）', '【': '】', '[': ']', '〔': '〕', '{': '}' };

/** The bracket that closes the one at `open`; a lost one closes at the paragraph's end. */
export function closing(text: string, open: number): number {
  const from = text[open] ?? '（';
  const to = CLOSING[from] ?? '）';
  let depth = 0;
  const limit = Math.min(text.length, open + MAX_NOTE);
  for (let index = open; index < limit; index++) {
    const character = text[index];
    if (character === from) depth += 1;
    else if (character === to && --depth === 0) return index;
  }
  return text.length;
}

const VERBS = /负责|牵头|配合|参与|参加|协助|落实|实施/g;
const MOST = 4;

/** Where a bracket that nobody closed may end: behind a verb that no stop follows, at the first full stop. */
export function lostEnds(text: string, open: number): number[] {
  const stop = text.indexOf('。', open);
  const inner = text.slice(open + 1, stop < 0 ? text.length : stop).slice(0, MAX_NOTE);
  const verbs = [...inner.matchAll(VERBS)].map(({ 0: verb, index }) => index + verb.length);
  const ends = verbs.filter((end) => end < inner.length && !/[、，；：:）\s]/.test(inner[end] ?? ''));
  return [...ends.slice(0, MOST), inner.length].map((end) => open + 1 + end);
}

const SENTENCE_END = /(?<=负责|牵头|配合|参与|参加|协助|落实|实施|完成|[局委办厅部会])）/g;

/** “市财政局、市教育局负责）”: the bracket that closes a note nobody opened is its full stop. */
export function plainEnds(text: string): string {
  if (!text.includes('）')) return text;
  return text.replace(SENTENCE_END, (bracket, index: number) => (isOpen(text, index) ? bracket : '。'));
}

/** Whether a bracket is open at `index`, none farther back than a note is long. */
function isOpen(text: string, index: number): boolean {
  let depth = 0;
  for (let at = index - 1; at >= Math.max(0, index - MAX_NOTE); at--) {
    if (text[at] === '）') depth += 1;
    else if (text[at] === '（' && --depth < 0) return true;
  }
  return false;
}

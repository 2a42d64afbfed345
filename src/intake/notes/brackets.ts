import { matchesOf } from '../../domain/text/signs.js';
import { MAX_NOTE } from './sentences.js';

const CLOSING: Record<string, string> = { '（': '）', '【': '】', '[': ']', '〔': '〕', '{': '}', '〈': '〉' };

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
  const rest = text.slice(open + 1, open + MAX_NOTE);
  const stop = rest.indexOf('。');
  const inner = stop < 0 ? rest : rest.slice(0, stop);
  const verbs = matchesOf(inner, VERBS).map(({ 0: verb, index }) => index + verb.length);
  const ends = verbs.filter((end) => end < inner.length && !/[、，；：:）\s]/.test(inner[end] ?? ''));
  return [...ends.slice(0, MOST), inner.length].map((end) => open + 1 + end);
}

const NOTE_END = /(?:负责|牵头|配合|参与|参加|协助|落实|实施|完成|[局委办厅部会])$/;
const LONGEST_END = 2;

/** Whether a bracket closes that none has opened. */
function closesAlone(text: string): boolean {
  let open = text.indexOf('（');
  for (let close = text.indexOf('）'); close >= 0; close = text.indexOf('）', close + 1)) {
    if (open < 0 || open > close) return true;
    open = text.indexOf('（', open + 1);
  }
  return false;
}

/** “市财政局、市教育局负责）”: the bracket that closes a note nobody opened is its full stop. */
export function plainEnds(text: string): string {
  if (!closesAlone(text)) return text;
  let depth = 0;
  return text.replace(/[（）]/g, (bracket, at: number) => {
    depth = bracket === '（' ? depth + 1 : depth - 1;
    if (depth >= 0) return bracket;
    depth = 0;
    return NOTE_END.test(text.slice(Math.max(0, at - LONGEST_END), at)) ? '。' : bracket;
  });
}

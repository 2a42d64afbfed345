import type { UnitContext } from '../../domain/units/resolve.js';
import { isBareNote, isBracketNote, readWords, type NoteWords } from './note.js';
import { LABELS } from './labels.js';

/** A note found in a paragraph: [start, end) with its brackets, and its words inside them. */
export interface FoundNote {
  start: number;
  end: number;
  /** Offset in the paragraph where the note's own words begin. */
  inner: number;
  text: string;
  words: NoteWords;
}

const CLOSING: Record<string, string> = { '（': '）', '【': '】', '[': ']', '〔': '〕', '{': '}' };
const OPENING = /[（【[〔{]/g;
const KEY = /负责|牵头|配合|参与|参加|协助|落实|实施|分工|会同|单位|部门|责任|指导|承办|协同/;
const UNIT_LIST = /(局|委|办|厅|部|会|院|队|行|中心|办公室|公司|政府|妇联|残联|等)(?=[、，；。]|$)/;
const HINT = /负责|牵头|会同|配合|参与|单位|部门|责任|落实|[局委办厅部会院队][、，）】〕\]]/;
const LABEL = new RegExp(LABELS, 'g');
const SENTENCE = /[^。；！？]+[。；！？]?/g;
const VERB_END = /(负责(?:落实|实施|组织实施)?|配合|参与|参加|协助|牵头|落实|实施)[。；]?$/;
const MAX_NOTE = 900;

/** Finds the responsibility notes of one paragraph, in order: brackets first, then labels and whole sentences. */
export function findNotes(text: string, context: UnitContext): FoundNote[] {
  if (!HINT.test(text)) return [];
  const found = bracketNotes(text, context);
  const bare = gaps(text, found).flatMap(([start, end]) => bareNotes(text, start, end, context));
  return bare.length === 0 ? found : [...found, ...bare].sort((a, b) => a.start - b.start);
}

function bracketNotes(text: string, context: UnitContext): FoundNote[] {
  const found: FoundNote[] = [];
  OPENING.lastIndex = 0;
  for (let open = OPENING.exec(text); open; open = OPENING.exec(text)) {
    const end = closing(text, open.index);
    const inner = text.slice(open.index + 1, end);
    if (inner.length > MAX_NOTE || !(KEY.test(inner) || UNIT_LIST.test(inner))) {
      continue;
    }
    const words = readWords(inner, context);
    if (!isBracketNote(words)) continue;
    const after = Math.min(end + 1, text.length);
    const pair = completed(text, found.at(-1), open.index, end, context);
    if (pair) found[found.length - 1] = pair;
    else found.push({ start: open.index, end: after, inner: open.index + 1, text: inner, words });
    OPENING.lastIndex = after;
  }
  return found;
}

/** “（牵头单位：X）（配合单位：Y）”: the second bracket completes the first. */
function completed(text: string, before: FoundNote | undefined, open: number, end: number, context: UnitContext) {
  if (!before || before.end !== open || !/^[配协参其][一-龥]{1,6}[:：]/.test(text.slice(open + 1, open + 9)))
    return null;
  const inner = text.slice(before.inner, end);
  return { ...before, end: Math.min(end + 1, text.length), text: inner, words: readWords(inner, context) };
}

/** The bracket that closes the one at `open`; a lost one closes at the paragraph's end. */
function closing(text: string, open: number): number {
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

/** The stretches of a paragraph outside the notes already found. */
function gaps(text: string, found: readonly FoundNote[]): [number, number][] {
  const stretches: [number, number][] = [];
  let start = 0;
  for (const note of found) {
    if (note.start > start) stretches.push([start, note.start]);
    start = note.end;
  }
  if (start < text.length) stretches.push([start, text.length]);
  return stretches;
}

function bareNotes(text: string, start: number, end: number, context: UnitContext): FoundNote[] {
  const stretch = text.slice(start, end);
  LABEL.lastIndex = 0;
  const label = LABEL.exec(stretch);
  if (label) return labelled(text, start, start + label.index, end, context);
  return sentences(text, start, end, context);
}

function labelled(text: string, start: number, from: number, end: number, context: UnitContext): FoundNote[] {
  const stop = text.indexOf('。', from);
  const to = stop >= 0 && stop < end ? stop + 1 : end;
  const note = tryBare(text, from, to, context);
  const before = from > start ? sentences(text, start, from, context) : [];
  const after = to < end ? bareNotes(text, to, end, context) : [];
  return [...before, ...(note ? [note] : []), ...after];
}

function sentences(text: string, start: number, end: number, context: UnitContext): FoundNote[] {
  const found: FoundNote[] = [];
  const stretch = text.slice(start, end);
  if (!VERB_END.test(stretch) && !/(负责|配合|参与|落实|牵头)[。；]/.test(stretch)) return found;
  for (const match of stretch.matchAll(SENTENCE)) {
    if (!VERB_END.test(match[0]) || match[0].length > MAX_NOTE) continue;
    const from = start + match.index;
    const end = from + match[0].length;
    const note = tryBare(text, from, end, context) ?? runOn(text, from, end, context);
    if (note) found.push(note);
  }
  return found;
}

const TEAM = /会同|牵头|分别负责|分工负责/;
const UNIT_START = /(?:市|省|县|区|自治区|国家|中国)(?=[一-龥]{2,12}?(?:局|委|办|厅|部|会|队))/g;
const REACH = 360;

/** The full stop before the note was lost: “……服务工作市卫生计生委会同市民政局等单位负责”. */
function runOn(text: string, start: number, end: number, context: UnitContext): FoundNote | null {
  const from = Math.max(start, end - REACH);
  const stretch = text.slice(from, end);
  if (!TEAM.test(stretch)) return null;
  for (const match of stretch.matchAll(UNIT_START)) {
    if (match.index === 0 || /[，、由各以]/.test(stretch[match.index - 1] ?? '')) continue;
    const note = tryBare(text, from + match.index, end, context);
    if (note && note.words.units.length > 1) return note;
  }
  return null;
}

function tryBare(text: string, start: number, end: number, context: UnitContext): FoundNote | null {
  if (end - start > MAX_NOTE) return null;
  const inner = text.slice(start, end);
  const words = readWords(inner.replace(/[。；]$/, ''), context);
  return isBareNote(words) ? { start, end, inner: start, text: inner, words } : null;
}

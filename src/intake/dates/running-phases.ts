import type { PhaseReading } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { sourceSpan } from '../measures/read-measure.js';
import type { Clause } from '../outline/outline.js';
import { dayRange } from './phrases.js';

const RANGE = String.raw`(?:20\d\d年)?\d{1,2}[\d年月日上中下旬初底末—–~～至到.-]*(?:之?前)?`;
/** 动员部署：3月15日至4月10日; 总结阶段（12月）：梳理经验. */
const NAMED = new RegExp(`^(?<name>[一-龥]{2,12})[：:（](?<printed>${RANGE})）?(?=[：:，]|$)`);
/** 4—11月为组织实施阶段; 3月，动员部署. */
const DATED = new RegExp(`^(?<printed>${RANGE})(?:[为是：:，])(?<name>[一-龥]{2,10}?(?:阶段)?)(?=[：:，]|$)`);
const SENTENCES = /[^；。\n]+/g;
/** One alone may be a sentence about something else. */
const LEAST = 2;

/** The phases that a part headed as the timetable prints one behind the other in running words; none where it prints no two. */
export function runningPhases(
  { first, last, textStart }: Clause,
  paragraphs: readonly Paragraph[],
  year: number | null,
  isStage: (name: string) => boolean,
): PhaseReading[] {
  const found: PhaseReading[] = [];
  for (let index = first; index < last; index++) {
    const paragraph = paragraphs[index];
    const from = index === first ? textStart : 0;
    for (const { 0: words, index: at } of paragraph?.text.slice(from).matchAll(SENTENCES) ?? []) {
      const head = NAMED.exec(words) ?? DATED.exec(words);
      const { name = '', printed = '' } = head?.groups ?? {};
      const range = head && isStage(name) ? dayRange(printed, year) : null;
      const before = found.at(-1);
      const rest = words.slice(head?.[0].length ?? 0).replace(/^[：:，]/, '');
      if (range) {
        const span = sourceSpan(paragraph, from + at, from + at + words.length);
        found.push({ name, start: range.start, end: range.end, printed, text: rest, span });
      } else if (before) before.text += `${before.text && '。'}${words}`;
    }
  }
  return found.length < LEAST ? [] : found;
}

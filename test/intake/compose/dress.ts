import fc from 'fast-check';
import type { Labelled, NoteWords } from './notes.js';

/** How a note stands in its paragraph: behind the task's words, or on a line of its own. */
export interface Dressed {
  printed: string;
  /** Whether another task may follow in the same paragraph. */
  closed: boolean;
}

const BRACKETS: [string, string][] = [
  ['（', '）'],
  ['（', '）'],
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
  ['[', ']'],
  ['〔', '〕'],
];

const bracketed = (words: string): fc.Arbitrary<Dressed> =>
  fc
    .tuple(fc.constantFrom(...BRACKETS), fc.constantFrom('', '', '。'), fc.constantFrom('', '', '\n'))
    .map(([[open, close], stop, line]) => ({ printed: `${line}${open}${words}${close}${stop}`, closed: line === '' }));

const bare = (words: string): fc.Arbitrary<Dressed> =>
  fc.constantFrom('', '\n').map((line) => ({ printed: `${line}${words}。`, closed: false }));

const plain = ({ parts }: Labelled): string[] => parts.map(([label, names]) => `${label}：${names}`);

/** 牵头单位：甲 on one line, 配合单位：乙 on the next. */
const onLines = (words: Labelled): Dressed => ({ printed: `\n${plain(words).join('\n')}`, closed: false });

/** 【牵头单位】甲【配合单位】乙. */
const inLabels = ({ parts }: Labelled): Dressed => ({
  printed: `\n${parts.map(([label, names]) => `【${label}】${names}`).join('')}`,
  closed: false,
});

/** （牵头单位：甲）（配合单位：乙）. */
const inPairs = (words: Labelled): Dressed => ({ printed: `（${plain(words).join('）（')}）`, closed: true });

/** A note in any dress that its words can wear. */
export function dressed({ words, said }: NoteWords): fc.Arbitrary<Dressed> {
  const whole = typeof words === 'string' ? words : plain(words).join(words.between);
  if (said.mode === 'all') return bracketed(whole);
  const inBrackets = { weight: 6, arbitrary: bracketed(whole) };
  const own = { weight: 2, arbitrary: bare(whole) };
  if (typeof words === 'string') return fc.oneof(inBrackets, own);
  const apart = fc.constantFrom(onLines(words), inPairs(words), inLabels(words));
  return fc.oneof(inBrackets, own, { weight: 3, arbitrary: apart });
}

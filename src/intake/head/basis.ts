import type { Paragraph } from '../lines/paragraph.js';
import { documentNumbers } from './document-number.js';

/** Behind the name of a document that the new one takes the place of: 《…》（并政办发〔2021〕3号）同时废止, 自…起废止. */
const REPEALED = /废止|停止执行|不再执行|失效/;
const SENTENCES = /[^。；！？\n]+/g;

/**
 * Numbers of the superior documents that notice and introduction cite, in order, each once; what a sentence repeals is no
 * basis.
 */
export function basisOf(introduction: readonly Paragraph[], own: string | null): string[] {
  const cited = introduction.flatMap(({ text }) => citedIn(text));
  return [...new Set(cited)].filter((number) => number !== own);
}

function citedIn(text: string): string[] {
  if (!text.includes('号')) return [];
  const words = REPEALED.test(text) ? text.replace(SENTENCES, withoutRepealed) : text;
  return documentNumbers(words).map(({ number }) => number);
}

/** Of a sentence that repeals something what stands before 原 or the sentence's last clause: 根据…制定本方案，原《…》同时废止. */
function withoutRepealed(sentence: string): string {
  const at = sentence.search(REPEALED);
  if (at < 0) return sentence;
  const clause = /[，,](?=(?:同时)?[，,]?(?:原|《|此前|以往|现行))/g;
  const opens = [...sentence.slice(0, at).matchAll(clause)].at(-1)?.index ?? 0;
  return sentence.slice(0, opens);
}

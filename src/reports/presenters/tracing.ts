import { parseFigure } from '../../domain/figures/parse.js';
import { Refusal } from '../../shared/errors.js';
import type { Inline, Paragraph } from '../views.js';
import type { Citable, SourceBook } from './sources.js';

/** Numbers as running text writes them, with the unit of measure that follows. */
const NUMBER =
  /(?<![\d.〔第])\d+(?:[,，]\d{3})*(?:\.\d+)?\s?(?:万亿|亿|万)?\s?(?:套（间）|人次|场次|家次|户次|件次|百分点|个百分点|平方米|公里|[人名位户家件场个次元项期套间处所份起班对条辆趟支批宗所座台吨%％])?/gu;

/** Dates, document numbers and ordinals are no figures. */
const NO_FIGURE_AFTER = /^\s?(?:[年月日时分号届]|世纪|小时|[-—－/]\d)/u;

/** What was aimed at is the plan's own number: 完成目标（1.2万人次）的105%, （目标不低于95%，已达到）. */
const TARGET = /目标(?:（[^（）]*(?:（[^（）]*）[^（）]*)*）|[^，。；）]*)/gu;

/** A number found in a text. */
export interface NumberToken {
  start: number;
  end: number;
  text: string;
  /** Equal for 1.26万人次 and 12600人次. */
  key: string;
}

/** The numbers of a text that state a quantity, in order. */
export function numbersIn(text: string): NumberToken[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    if (NO_FIGURE_AFTER.test(text.slice(end))) return [];
    const key = keyOf(match[0]);
    return key === null ? [] : [{ start, end, text: match[0], key }];
  });
}

/** Value and unit of a printed figure, null when it is none. */
export function keyOf(printed: string): string | null {
  try {
    const { value, unit } = parseFigure(printed);
    return `${value}|${unit ?? ''}`;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** A number that a text may cite, with where it comes from; null source: the office's own count. */
export interface Candidate {
  key: string;
  citable: Citable | null;
}

export interface Traced {
  paragraph: Paragraph;
  /** Numbers without a known source, as printed. */
  untraced: string[];
}

/**
 * Finds the numbers of a text among the candidates and gives each its source. Equal numbers of several sources are taken
 * in the candidates' order, each once, so that a text put together from the units' texts leads back to each unit.
 */
export function trace(text: string, candidates: Candidate[], book: SourceBook): Traced {
  const left = [...candidates];
  const targets = [...text.matchAll(TARGET)].map((match) => [match.index, match.index + match[0].length] as const);
  const isTarget = (at: number): boolean => targets.some(([start, end]) => at >= start && at < end);
  const paragraph: Inline[] = [];
  const untraced: string[] = [];
  let at = 0;
  for (const token of numbersIn(text)) {
    if (isTarget(token.start)) continue;
    const candidate = take(left, candidates, token.key);
    if (!candidate) untraced.push(token.text);
    if (!candidate?.citable) continue;
    if (token.start > at) paragraph.push(text.slice(at, token.start));
    paragraph.push({ ...book.place(candidate.citable), text: token.text });
    at = token.end;
  }
  if (at < text.length) paragraph.push(text.slice(at));
  return { paragraph, untraced };
}

function take(left: Candidate[], all: Candidate[], key: string): Candidate | undefined {
  const index = left.findIndex((candidate) => candidate.key === key);
  if (index < 0) return all.find((candidate) => candidate.key === key);
  return left.splice(index, 1)[0];
}

import type { Doubt } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';

/** 会议指出, 本报讯, 负责同志参加会议: how a meeting is told of. */
const TOLD =
  /本报讯|会议(?:指出|强调|要求|听取|认为|议定|决定)|(?:召开|举行)[^。]{0,24}(?:会|会议|座谈)|负责(?:同志|人)[^。，]{0,6}(?:参加|出席|列席)|纪要如下/g;
/** A plan may cite one such word. */
const LEAST = 2;

/**
 * The doubt that a document is the report or the minutes of a meeting and no plan: it has no plan's title, and its words
 * tell of a meeting more than once. None for any other.
 */
export function reportOfMeeting(title: string | null, paragraphs: readonly Paragraph[]): Doubt[] {
  if (title !== null) return [];
  const told = new Set(paragraphs.flatMap(({ text }) => [...text.matchAll(TOLD)].map(([words]) => words)));
  if (told.size < LEAST) return [];
  const [first = ''] = told;
  const reason = `没有方案标题，正文写的是会议的情况（如“${first}”），像是会议报道或纪要，不是方案本身，请确认选对了文件；确要按它分办的，请填写标题和发文机关`;
  return [{ code: 'meeting_report', reason }];
}

import { windowOf, windowsIn } from '../../domain/calendar/windows.js';

const EVERY = /(?:每年|每逢|历年|年年|[去上]年)[^，。；、]{0,4}$/;
/** 至2025年春节前: the end of a stretch. */
const STRETCH = /(?:[-—–~～－至到]|自|从)(?:20\d\d年|[次翌明来]年)?$/;
const REACH = 12;

/**
 * 国庆节前, “五一”前, 正月十五前: the last day before a feast by which something is done, in doubt since it is counted from the
 * calendar. `isDone` says of what follows it in its clause whether that is so.
 */
export function feastDeadlines(
  text: string,
  year: number | null,
  issuedOn: string | null,
  isDone: (index: number) => boolean,
) {
  if (year === null || !text.includes('前') || !BEFORE_FEAST.test(text)) return [];
  return windowsIn(text).flatMap(({ raw, index }) => {
    const before = text.slice(Math.max(0, index - REACH), index);
    if (EVERY.test(before) || STRETCH.test(before) || !isDone(index + raw.length)) return [];
    const { start, end, note } = windowOf(raw, { year, issuedOn });
    if (start !== null || end === null) return [];
    const doubt = `正文印有“${raw.replace(/[“”]/g, '')}”，${note}，推算到${end}，请核对是否为本条的完成时限`;
    return [{ day: end, raw, index, doubt }];
  });
}

/** What may stand before 前 where a feast does, told behind it; looked for first, for speed. */
const BEFORE_FEAST = /前(?<=[旦节夕会运季学假考阳秋午明庆宵工日一二三四五六七八九十][”》]?(?:之|以|假期)?前)(?!后)/;

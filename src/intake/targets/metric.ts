const LEADING =
  /^(?:——|全年|每年|力争|确保|努力|争取|实现|完成|组织完成|达到|同时|其中|并|年内|全市|全省|全县|全区|到?20\d{2}年底?前?)+/;
const TRAILING = /(?:达到?|不低于|不少于|至少|超过|不超过|控制在|保持在|稳定在|突破|约|近|为|在|达|实现)+$/;
const WITHIN = /^.*\d[^（]*（(?:其中|含|包括)?/;
const NAMES_ITSELF = /(?:率|比例|面积|收入|产值|总量|数量|人数)$/;
const STOP = /[，。；：\n]/;

/** What a figure measures: the words of its clause without the figure; the words behind it when nothing stands before. */
export function metricOf(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < 48 && !STOP.test(text[from - 1] ?? '')) from -= 1;
  const before = text
    .slice(from, start)
    .replace(WITHIN, '')
    .replace(/^.*\d[^、]*、/, '')
    .replace(LEADING, '')
    .replace(TRAILING, '')
    .replace(/^、/, '');
  let to = end;
  while (to < text.length && to - end < 24 && !/[，。；：、\n]/.test(text[to] ?? '')) to += 1;
  const after = text.slice(end, to).replace(/^的/, '');
  return before.length >= 4 || NAMES_ITSELF.test(before) ? before : before + after;
}

import { matchesOf } from '../../domain/text/signs.js';

/** A line that can be nothing but a page's number: 第1页, 第1页共8页, 1/8页, —1—. None is looked for in the first line. */
const PAGE = /\n(?:第\d{1,4}页(?:[，/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}页|[—–·-]{1,3}\d{1,4}[—–·-]{1,3})(?=\n|$)/g;
/** The name of a site, of who publishes, or of a paper; what says something of the work has a stop, units or a day. */
const NAME =
  /^[^。；，、：|]{3,58}(?:网站?|平台|发布|公报|文件|方案|意见|要点|计划|通知|措施|办法|规划|清单|分工|纲要)$/;
const LONGEST = 60;

/**
 * Where the lines begin that a web page or a converter repeats at the page numbers: a name that stands word for word right
 * before, or right behind, two numbers or more. The line that opens the text is no page's and stays.
 */
export function runningHeads(text: string): ReadonlySet<number> {
  const found = new Map<string, number[]>();
  const keep = (side: string, from: number, to: number): void => {
    if (from <= 0 || to <= from || to - from > LONGEST) return;
    const line = text.slice(from, to);
    if (NAME.test(line)) found.set(side + line, [...(found.get(side + line) ?? []), from]);
  };
  for (const { 0: number, index } of matchesOf(text, PAGE)) {
    const end = index + number.length;
    keep('before', text.lastIndexOf('\n', index - 1) + 1, index);
    keep('behind', end + 1, text.indexOf('\n', end + 1));
  }
  return new Set([...found.values()].filter((starts) => starts.length > 1).flat());
}

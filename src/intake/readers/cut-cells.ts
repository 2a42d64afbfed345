import { dividesNames } from './unit-cells.js';

/**
 * Two printed lines of one cell put together: `cut` where the border goes through a word, a list or a day, `frayed`
 * where the first ends with no unit's name that can be told, `maybe` where a figure stands at the border.
 */
export interface Joined {
  text: string;
  joint: 'cut' | 'frayed' | 'maybe' | 'whole' | 'none';
}

const MARK =
  /^\s*(?:\d{1,3}\s*(?:[.．](?!\d)|[、)）])|[（(]\s*[一二三四五六七八九十\d]{1,4}\s*[）)]|[一二三四五六七八九十]{1,4}、|[①-⑳])/;
const GOES_ON = /[、，,（(“《和与及的对为在将把以向从或至]$|[^\d.]\d{1,2}$/;
const CARRIES_ON = /^(?:[、，,。；;：:）)”》%％]|[的和与及或](?![谐平解睦])|等(?!级|候|待|额|同))/;
const FIGURE_END = /[^\d.]\d{1,3}$/;
const FIGURE = /^\d{1,6}(?:\.\d+)?[个座家项人户场名亩万处所条台套件起公亿元吨米％%]/;
/** What a task opens with. */
const VERB =
  /^(?:推进|推动|加强|开展|建立|建设|建成|完善|落实|实施|组织|优化|强化|新建|新增|改造|提升|提高|加快|做好|制定|健全|压缩|培育|打造|支持|举办|深化|严格|规范|加大|治理|整治|设立|创建|引进|完成|抓好|配齐|扩大|全面|积极|大力|持续|进一步|深入)/;
const PAIRS = ['（）', '“”', '《》'];

/** Whether words of a task begin with an outline mark of their own. */
export const ownMark = (words: string): boolean => MARK.test(words);

/** Whether words may open a task, by their first word. */
export const opensTask = (words: string): boolean => VERB.test(words);

/** Two lines of a cell of words. */
export function joinedWords(before: string, after: string): Joined {
  const cut = GOES_ON.test(before) || CARRIES_ON.test(after) || PAIRS.some((pair) => isOpen(before, pair));
  const figure = FIGURE_END.test(before) || FIGURE.test(after);
  return { text: before + after, joint: before === '' ? 'none' : cut ? 'cut' : figure ? 'maybe' : 'whole' };
}

const isOpen = (text: string, [open, close]: string): boolean => text.split(open).length > text.split(close).length;

/** A stop at the border, or a level alone before it. */
const LIST_CUT = /[、，,；;（(]\n|\n[、，,；;）)]|(?:^|[、，,；;\n])[省市县区州]\n/;

/** Two lines of a cell of units: names, or parts of one. */
export function joinedUnits(before: string, after: string): Joined {
  if (before === '') return { text: after, joint: 'none' };
  const apart = dividesNames(before, after);
  return {
    text: before + (apart ? '\n' : '') + after,
    joint: apart ? 'whole' : LIST_CUT.test(`${before}\n${after}`) ? 'cut' : 'frayed',
  };
}

/** Ends and beginnings of lines between which a day goes on. */
const ONE_DAY: [RegExp, RegExp][] = [
  [/[\d至到—~～、，每－-]$/, /^/],
  [/20\d\d年$/, /^\d{1,2}月|^(?:第?[一二三四]季度|[上下]半年)/],
  [/月$/, /^\d{1,2}日/],
  [/^/, /^(?:[月日号底末旬至到—~～、，－-]|年(?![底内末初中终])|前(?!期)|内|坚持|推进|完成|期间|节)/],
];

/** Two lines of a cell of days. */
export function joinedDue(before: string, after: string): Joined {
  if (before === '') return { text: after, joint: 'none' };
  const cut = ONE_DAY.some(([end, start]) => end.test(before) && start.test(after));
  return { text: before + (cut ? '' : '\n') + after, joint: cut ? 'cut' : 'whole' };
}

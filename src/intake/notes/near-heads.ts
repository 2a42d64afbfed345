import type { Paragraph } from '../lines/paragraph.js';

/** The head of a column of units; behind a label's colon, or in a sentence, it is none. */
const ROLE =
  /(?:牵头|责任|主办|负责|承办)(?:(?:责任|配合)?(?:单位|部门)|主体|[处科股]室|机构)(?![:：、，。；和及与要应的])/;
/** The head of a column of words, right before or behind it: “责任主体主要任务”, “重点任务 工作内容 牵头 配合单位”. */
const WORK = '(?:任务|措施|举措|内容|项目|事项|问题|指标|要点|名称|工作)';
const BEFORE = new RegExp(`[一-龥]{0,4}${WORK}[一-龥|（）/]{0,16}$`);
const BEHIND = new RegExp(`^[一-龥|（）/]{0,8}?${WORK}`);
const BESIDE = 24;
const GOES_ON =
  /^[一-龥|（）/]{0,24}?(?:时限|时间|进度|领导|责任人|目标值|备注|序号|单位|部门|科室)|^[|\d]?$|^[|]?1[.、]?[一-龥]/;
const BODIES = /[省市县区州盟旗镇][一-龥]{2,12}?(?:局|委|办|厅)/g;
const UNITS = 3;
const REACH = 400;
const LINES = 40;

/** Where words like a table's head stand in a paragraph, with units behind them that no row has; -1 for none. */
export function nearHead(paragraphs: readonly Paragraph[], index: number): number {
  const text = paragraphs[index]?.text ?? '';
  const role = ROLE.exec(text.length > REACH ? text.slice(0, REACH) : text);
  if (!role) return -1;
  const start = Math.max(0, role.index - BESIDE);
  const end = role.index + role[0].length;
  const before = BEFORE.exec(text.slice(start, role.index));
  if (!before && !BEHIND.test(text.slice(end, end + BESIDE))) return -1;
  if (!GOES_ON.test(text.slice(end, end + 2 * BESIDE)) || paragraphs[index + 1]?.row) return -1;
  const lines = paragraphs.slice(index + 1, index + LINES).map((next) => next.text);
  const units = `${text.slice(end)}\n${lines.join('\n')}`.match(BODIES)?.length ?? 0;
  return units >= UNITS ? start + (before?.index ?? role.index - start) : -1;
}

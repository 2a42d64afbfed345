import type { UnitChange } from './draft-changes.js';
import type { DraftMeasure } from './draft.js';
import { asksTarget } from './figures-asked.js';

/** What a saved card still asks, with the cure; `open` are the measure's questions that are still open. */
export function stillAsked({ accepted, doubts }: DraftMeasure, open: readonly string[]): string {
  if (accepted) return open.length > 0 ? `这一条还没有核对完：${open.join('；')}。` : '';
  const units = doubts.every(asksTarget) ? '' : '单位的疑问另行核对，请在“单位核对”中定。';
  const figures =
    '其中有数字没有读懂，请在“内容、指标、拆分、合并、移出”中补录指标，或在疑问后勾选“不设指标”，再保存。';
  return units + (doubts.some(asksTarget) ? figures : '');
}

/** What saving the card taught about doubted names, which nobody may find out only later; '' for nothing. */
export function taughtWords(taught: readonly UnitChange[]): string {
  if (taught.length === 0) return '';
  const said = taught.map(({ surface, name }) => `“${surface}”读作${name}`);
  return `您在卡上改的单位名称已经定下并记入单位名录：${said.join('、')}；不对的，请在“更正记录”中撤销，再在“单位核对”中定。`;
}

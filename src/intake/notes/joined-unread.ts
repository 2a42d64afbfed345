import type { Doubt } from '../../domain/plan/reading.js';

const UNIT =
  '(?:共青团|团)?[省市州县区旗](?!场)[一-龥]{0,14}?(?:局|委|办|厅|总工会|妇联|残联|工商联|法院|检察院|支队|中心)';
const UNITS = `${UNIT}(?:(?:、|和|及)${UNIT})*`;
/** “会同市公安局、市城管局开展整治”: with whom the text says that the work is done. */
const JOINED =
  /会同((?:[省市州县区旗](?!场)[一-龥]{1,14}?(?:局|委|办|厅|总工会|法院|检察院|支队|中心)(?:、|和|及)?)+)(?:等(?:部门|单位)?)?(?=共同|联合|开展|组织|推进|实施|做好|制定|研究|落实|抓好|对|，|。)/g;
/** “……，市民政局、团市委要积极参与”: who the text says is to help. */
const HELPING = new RegExp(
  `[，；。](${UNITS})(?:等(?:有关|相关)?(?:部门|单位)?)?((?:要|应当?|须|需|将)?(?:积极|密切|主动|共同|全力|大力|做好)*(?:配合|协助|协同|参与|参加))`,
  'g',
);
/** “配合市人社局开展培训”: whom the unit of the clause only helps, by the clause's first words. */
const HELPED = new RegExp(
  `^(?:积极|密切|主动|全力)*(?:配合|协助|协同)(${UNITS})(?=做好|开展|组织|推进|实施|落实|抓好|完成|对|，|。)`,
);
const DIVIDERS = /[、和及](?=(?:共青团|团)?[省市州县区旗])/;

/**
 * Asks about the units of which a measure's text says that they take part in the work and which its note does not name: with
 * whom it is done (会同), who helps, and whom the clause's own unit only helps.
 */
export function joinedUnread(text: string, note: string): Doubt[] {
  return [...joined(text, note), ...helping(text, note), ...helped(text, note)];
}

function joined(text: string, note: string): Doubt[] {
  if (!text.includes('会同')) return [];
  const named = [...text.matchAll(JOINED)].flatMap(([, units = '']) => units.split(DIVIDERS));
  const missing = unnamed(named, note);
  return missing.length > 0 ? [supportAsked(`会同${missing.join('、')}`, missing.length)] : [];
}

function helping(text: string, note: string): Doubt[] {
  if (!HELP_WORDS.test(text)) return [];
  return [...text.matchAll(HELPING)].flatMap(([, units = '', verb = '']) => {
    const missing = unnamed(units.split(DIVIDERS), note);
    return missing.length > 0 ? [supportAsked(missing.join('、') + verb, missing.length)] : [];
  });
}

const HELP_WORDS = /配合|协[助同]|参[与加]/;

function helped(text: string, note: string): Doubt[] {
  const [, units = ''] = HELPED.exec(text) ?? [];
  const missing = units === '' ? [] : unnamed(units.split(DIVIDERS), note);
  if (missing.length === 0) return [];
  const reason = `正文写的是“配合${missing.join('、')}”，责任分工里没有${those(missing.length)}，请核对由谁牵头：现读为责任单位的可能只是配合单位`;
  return [{ code: 'helped_unread', reason, field: 'lead' }];
}

const unnamed = (units: readonly string[], note: string): string[] =>
  units.filter((unit) => !note.includes(unit) && (unit.startsWith('团') || !note.includes(unit.slice(1))));

const those = (count: number): string => (count > 1 ? '这些单位' : '这个单位');

const supportAsked = (words: string, count: number): Doubt => ({
  code: 'joined_unread',
  reason: `正文写有“${words}”，责任分工里没有${those(count)}，没有列入，请核对是否应列为配合单位`,
  field: 'responsible',
});

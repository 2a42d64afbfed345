import type { Doubt } from '../../domain/plan/reading.js';

/** “会同市公安局、市城管局开展整治”: with whom the text says that the work is done. */
const JOINED =
  /会同((?:[省市州县区旗](?!场)[一-龥]{1,14}?(?:局|委|办|厅|总工会|法院|检察院|支队|中心)(?:、|和|及)?)+)(?:等(?:部门|单位)?)?(?=共同|联合|开展|组织|推进|实施|做好|制定|研究|落实|抓好|对|，|。)/g;
const DIVIDERS = /[、和及](?=[省市州县区旗])/;

/** Asks about the units that a measure's text says the work is done with (会同) and its note does not name. */
export function joinedUnread(text: string, note: string): Doubt[] {
  if (!text.includes('会同')) return [];
  const named = [...text.matchAll(JOINED)].flatMap(([, units = '']) => units.split(DIVIDERS));
  const missing = named.filter((unit) => !note.includes(unit) && !note.includes(unit.slice(1)));
  if (missing.length === 0) return [];
  const reason = `正文写有“会同${missing.join('、')}”，责任分工里没有${missing.length > 1 ? '这些单位' : '这个单位'}，没有列入，请核对是否应列为配合单位`;
  return [{ code: 'joined_unread', reason, field: 'responsible' }];
}

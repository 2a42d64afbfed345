import { groundWords, type LeadGround } from './duties.js';
import type { LeadBasis, OpenGroup } from './reading.js';

/** What is known of a measure's lead. */
export interface LeadFacts {
  leadBasis: LeadBasis | null;
  leadGround: LeadGround | null;
  /** The responsibility note as printed; '' where the document has none. */
  note: string;
  /** No other unit is named, neither as responsible nor as supporting. */
  isAlone: boolean;
  /** Units that the note does not name, each with its part. */
  groups: readonly OpenGroup[];
}

/** Said of a lead that the note itself names as one. */
export const PRINTED = '文件印明';

/** Words that say which person leads, not which unit. */
export const PERSONS_LEADING =
  /(?:牵头|主要责任|第一责任)(?:负责)?(?:领导|责任人|负责人|同志|人)|(?:[省市县区州]长|书记|主任|主席|领导|同志)[一-龥×]{0,4}牵头/g;
const LEADS = /牵头|会同|主办|主责|主要责任|第一责任|总责|抓总|为主|统筹/;
/** A note of which every word for a part is one for helping: “配合单位：市总工会”, “市总工会、市妇联配合”. */
const ONLY_HELPS =
  /^[（(〔]?\s*(?:(?:配合|协助|协办|协同|协作|参与|参加|支持)(?:单位|部门)?\s*[：:][^：:，,；;。]+|[^：:，,；;。]+(?:配合|协助|协同|协作|参与|参加))[。；;]?[）)〕]?[。；;]?$/;
const ANSWERS = /负责|责任|牵头|主办|落实|承担|实施/;
/** “由甲局负责，乙局落实”: one unit is named as the one that answers. */
const BY_ONE = /由[^，,；;。：:、]{2,24}负责/;
const HELPS = /配合|协助|协办|协同|协作|参与|参加|支持/;

/**
 * Where a measure's lead comes from, in words; '' without a lead. “文件印明” is said only where the note itself has a word
 * for leading: the one unit named (“责任单位：甲局”) leads by being the only one, one beside supporters by contrast
 * (conventions.md section 2).
 */
export function leadBasisWords({ leadBasis, leadGround, note, isAlone, groups }: LeadFacts): string {
  if (leadBasis === null) return '';
  if (leadBasis !== 'chosen' && onlyHelps(note)) return '文件只印了配合，没有写由谁负责，以我办核定为准';
  if (leadBasis === 'first_listed' && isLeadPrinted(note)) return '尚未定由谁牵头';
  if (leadBasis === 'first_listed') return '文件没有写由谁牵头，未指定牵头';
  if (leadBasis === 'chosen') return `我办指定${leadGround ? `，依据${groundWords(leadGround)}` : ''}`;
  if (note.trim() === '') return '我办补录，原文没有责任说明';
  if (isLeadPrinted(note)) return PRINTED;
  if (!isAlone && BY_ONE.test(note)) return '文件写明由其负责，按牵头认定';
  if (isAlone) return aloneWords(groups.filter(({ role }) => role === 'responsible'));
  if (HELPS.test(note)) return '文件没有写“牵头”，另列有配合单位，按责任单位牵头认定';
  return '责任说明没有写“牵头”，按文件的排序说明或我办核对认定';
}

/** The one unit named may answer beside units that are not: 市人社局、各县（市、区）. */
function aloneWords(beside: readonly OpenGroup[]): string {
  if (beside.length === 0) return '文件没有写“牵头”，只点名这一家责任单位，按唯一责任单位认定';
  const others = beside.map(({ surface }) => `“${surface}”`).join('');
  return `文件没有写“牵头”，点名的只有这一家，其余是${others}，按点名的这一家牵头认定`;
}

const isLeadPrinted = (note: string): boolean => LEADS.test(note.replace(PERSONS_LEADING, ''));

/** Whether a note names units only as helpers. */
export const onlyHelps = (note: string): boolean => ONLY_HELPS.test(note.trim()) && !ANSWERS.test(note);

import { isReportDuty } from '../dates/reporting.js';

/** Whom a sentence addresses that is said to all: 各县（市、区）, 各有关部门. */
const ALL =
  '(?:(?:请|全[省市县区州])?(?:各级?|有关|相关|其他)[一-龥、（）]{1,24}?(?=要|应|须|必须|需|务必|请|认真|切实|高度|按照|根据|结合|对照|加强|严格|狠?抓)|请)';
const NAMED_ALONE =
  '(?:各级?|有关|相关)(?:(?![要应须将由])[一-龥、（）]){0,24}?(?:[县区市州镇乡地）]|单位|部门|政府|街道|企业)';
const MUST = '(?:要|应当?|必须|须|务必|请)?(?:进一步|切实|认真|严格|全面|充分|共同)*';
const URGED = [
  '(?:高度|足够)?重视(?:此项工作|这项工作|农民工工作)?',
  '提高(?:政治站位|思想认识|认识)',
  '(?:狠?抓|抓紧|抓实|抓细|组织)(?:好|紧)?(?:组织|贯彻|工作|任务|各项|各项工作|各项任务|政策)*(?:落实|实施)(?:工作)?',
  '(?:组织|贯彻|遵照)*(?:落实|执行|实施)(?:到位|本方案|本通知|好)?',
  '(?:加强|强化)(?:组织)?(?:领导|协调|配合|协作|沟通|责任落实|统筹)(?:配合|协调|协作)?',
  '(?:压实|落实|明确|靠实)(?:工作)?责任',
  '(?:密切|协同|通力|积极)(?:配合|协作)',
  '各司其职|各负其责|形成(?:工作)?合力|落到实处|取得实效|精心组织|周密部署',
  '确保(?:各项|工作|任务|目标|政策|措施|举措)+(?:落到实处|落实到位|落地见效|取得实效|完成|落实)',
].join('|');
const MANNER =
  '(?:结合|按照|根据|对照)(?:本地区?|本部门|本单位|各自|工作|本方案|本通知|上述|职责|职能)?(?:的)?(?:实际|分工|职责分工|要求|任务)';
const CLAUSE = new RegExp(`^(?:${ALL})?(?:${MUST}(?:${URGED})|${MUST}${MANNER})$|^${NAMED_ALONE}$`);
const FORMULA =
  /^(?:特此通知|(?:本|此)(?:方案|通知|意见|计划|要点|办法)自[^，]*(?:施行|执行|实施)|执行(?:过程)?中[^。]*(?:问题|情况)[^。]*(?:报告|反馈))/;
const TO_ALL = new RegExp(`^${ALL}|总结|(?:工作|进展|落实|完成|实施|推进)情况`);

/**
 * Whether words behind a measure's note go on with its matter. An exhortation to everybody (各地要高度重视，抓好落实), a
 * report that all are to send, a closing formula do not: they are said of the plan.
 */
export const goesOn = (words: string): boolean =>
  words.split(/[。；！]/).some((sentence) => sentence !== '' && !isSaidToAll(sentence));

const isSaidToAll = (sentence: string): boolean =>
  FORMULA.test(sentence) ||
  sentence.split('，').every((clause) => CLAUSE.test(clause)) ||
  (TO_ALL.test(sentence) && isReportDuty(sentence));

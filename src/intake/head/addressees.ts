import type { Paragraph } from '../lines/paragraph.js';

const SALUTATION =
  /^(?:各|市|省|县|区|州|有关|相关|国务院|[一-龥]{2,9}[省市县区州])(?:[^。；]|；(?=[各省市县区])){3,400}[:：]$/;
const NOT = /联系人|附件|如下|通知|方案|要求|措施/;

/** Index of the 主送 line among the paragraphs before the body, -1 without one. */
export function salutationAt(paragraphs: readonly Pick<Paragraph, 'text'>[], limit: number): number {
  return paragraphs.findIndex(
    ({ text }, index) => index < limit && ((SALUTATION.test(text) && !NOT.test(text)) || /成员单位[:：]$/.test(text)),
  );
}

/** The addressees as printed, one by one; brackets and the places before a list stay with their name. */
export function addresseesOf(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  const line = text.replace(/[:：]$/, '');
  for (let index = 0; index <= line.length; index++) {
    const character = line[index];
    if (character === '（') depth += 1;
    else if (character === '）') depth -= 1;
    const separator = character === undefined || (/[、，；]/.test(character) && depth <= 0);
    if (!separator) continue;
    if (character === '、' && sharesEnd(line.slice(start, index), line.slice(index + 1))) continue;
    if (index > start) names.push(...withCorps(line.slice(start, index)));
    start = index + 1;
  }
  return names;
}

/** …人民政府和新疆生产建设兵团 are two; 直辖市和新疆生产建设兵团人力资源社会保障厅 is the end of one list. */
const CORPS = /^(.*(?:政府|厅|局|委|）))[和及](新疆生产建设兵团)$/;
const withCorps = (name: string): string[] => CORPS.exec(name)?.slice(1) ?? [name];

const LEVEL =
  '(?:省|自治区|直辖市|计划单列市|设区市|地级市|县级市|扩权强县市|(?:省)?直管[市县]|自治县|自治旗|市|县|特区|区|自治州|州|盟|旗|乡镇|乡|镇|街道)';
const BODY = '(?:部|委|办|厅|局)';
const OF_PLACES = '(?:（[^）]*）)?';
/** The bodies of a place itself: 省政府各部门, 市直单位, 县委. */
const OWN = '(?:直(?!管)|级|属|委|驻|(?:人民)?政府(?:各|直属|有关|办))';
/** 各省 before 自治区、直辖市人民政府, 省政府各委 before 办、厅、局: the list has one end, or is of one word each. */
const LISTS = [
  { before: new RegExp(`各${LEVEL}${OF_PLACES}(?:、${LEVEL}${OF_PLACES})*$`), next: new RegExp(`^${LEVEL}(?!${OWN})`) },
  { before: new RegExp(`各${BODY}(?:、${BODY})*$`), next: new RegExp(`^${BODY}(?=[、，；（]|$)`) },
  { before: /(?:委|政府)$/, next: /^(?:人民政府|政府|办事处|管委会)(?=[、，；]|$)/ },
];

const sharesEnd = (before: string, next: string): boolean =>
  LISTS.some((list) => list.before.test(before) && list.next.test(next));

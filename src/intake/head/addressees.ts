import type { Paragraph } from '../lines/paragraph.js';

const SALUTATION = /^(?:各|市|省|县|区|州|有关|相关|国务院|[一-龥]{2,9}[省市县区州])[^。；]{3,400}[:：]$/;
const NOT = /联系人|附件|如下|通知|方案|要求|措施/;

/** Index of the 主送 line among the paragraphs before the body, -1 without one. */
export function salutationAt(paragraphs: readonly Paragraph[], limit: number): number {
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
    const separator = character === undefined || ((character === '、' || character === '，') && depth <= 0);
    if (!separator) continue;
    if (character === '、' && sharesEnd(line.slice(start, index), line.slice(index + 1))) continue;
    if (index > start) names.push(line.slice(start, index));
    start = index + 1;
  }
  return names;
}

const LEVEL = '(?:省|自治区|直辖市|计划单列市|设区市|地级市|县级市|市|县|特区|区|自治州|州|盟|旗)';
const BODY = '(?:部|委|办|厅|局)';
/** 各省 before 自治区、直辖市人民政府, 省政府各委 before 办、厅、局: the list has one end, or is of one word each. */
const LISTS = [LEVEL, BODY].map((word) => ({
  before: new RegExp(`各${word}(?:、${word})*$`),
  next: new RegExp(`^${word}(?=[、，（]|$|人民政府|政府|管委会|党委|党工委)`),
}));

const sharesEnd = (before: string, next: string): boolean =>
  LISTS.some((list) => list.before.test(before) && list.next.test(next));

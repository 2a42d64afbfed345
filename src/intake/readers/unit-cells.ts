/** Last characters of office names: tells a line break between two names from one inside a name. */
const OFFICE_END =
  /(局|委|办|厅|部|会|院|中心|政府|公司|集团|企业|队|行|社|处|科|室|馆|所|站|台|校|团|联|科协|署|县|区|市|镇|乡|街道|等|单位|部门|[）)])$/;
/** Ends of lines that look like the end of a name and are not: 社会, 城乡, or 市 alone. */
const NO_END = /(?:社会|城乡|(?:^|[、，,；;\n])[省市县区州])$/;
/** Beginnings of lines that carry a name on. */
const CARRIES_ON =
  /^(人民政府|政府|办公室|办(?=[、，]|$)|委?员会|保障局|(监督)?管理局|部门|单位|[一-龥]{2,4}分局|[、，,；;）)])/;
/** Ends and beginnings of lines between which a name goes on. */
const ONE_NAME: [RegExp, RegExp][] = [
  [/(?:社|常委)$/, /^会/],
  [/(?:^|[、，,；;\n])[省市县区州]科$/, /^[技协]/],
  [/(?:行|办|部|社科)$/, /^(?:政执法|政审批|公室|门|[联院])(?=局|[、，,；;（(]|$)/],
  [/公安局$/, /^(?:交警|交通管理|治安|刑侦|经侦)[一-龥]{0,3}(?:[支大总]队|局)/],
  [/各[县市区乡镇]{1,2}$/, /^(?:[县市区乡镇]{1,2}|镇?街道?)(?=[、，（]|人民|政府|办事处|$)/],
  [
    /(?:^|[、，,；;\n])[省市县区州]委$/,
    /^(?:组织部|宣传部|统战部|政法委|编办|网信办|社会工作部|社工部|农办|党校|老干部局)/,
  ],
  [/总局$/, /^[一-龥]{2,6}(?:税务局|调查队|海关)/],
  [/(?:人行|银行)$/, /^[一-龥]{2,6}[分支]行/],
];
/** A name with its level, or a group, and another: 市总, 市妇联. */
const LEVELLED = /(?:^|[、，,；;\n])(?:[省市县区州]|各)[一-龥]{1,12}$/;
const OPENS_LEVELLED =
  /^(?:[省市县区州](?![场级域])|各)[一-龥]{0,12}(?:局|委|办|厅|部|会|院|中心|政府|公司|联|科协)(?=$|[、，,；;（(])/;
const ROLE_BRACKET = /[（(](?:牵头|主办|负责|配合|协办|协助|参与|参加)(?:单位|部门)?[）)]/g;
const ROLE_WORDS = /[：:]|牵头|配合|会同|负责|参与|协助/;

/**
 * The units of one cell, joined by 、 as in running text.
 * Cells separate names by 、 or , or ； or a line break or spaces; a break inside a long name is closed again.
 */
export function joinUnits(cell: string): string {
  const words = wholeGroups(cell)
    .split(/[\n\s]+/)
    .map((word) => word.trim())
    .filter(Boolean);
  return words
    .reduce((text, word) => (text === '' ? word : text + (dividesNames(text, word) ? '、' : '') + word), '')
    .replace(/[，,；;、/]+/g, '、')
    .replace(/^、|[、。]+$/g, '');
}

const INSIDE_GROUP =
  /(?<=[县市区州盟旗乡镇村])\s+(?=[（(](?:[县市区州盟旗乡镇村居]|街道|社区|特区|管委会|[、，/])+[）)])/g;

/** “各县” and on the next line of the cell “（市、区）”: one group. */
export const wholeGroups = (cell: string): string => cell.replace(INSIDE_GROUP, '');

/**
 * True when the cell says itself who leads and who supports, so that its column head is not needed; 市教育局（牵头） in
 * brackets behind its units leaves them a list under their head.
 */
export function saysRoles(cell: string): boolean {
  return ROLE_WORDS.test(cell.replace(ROLE_BRACKET, ''));
}

/** A cell under a head such as 牵头单位及责任人: only the names of offices are kept. */
export function officesOnly(cell: string): string {
  return cell
    .split(/[\s、，,；;/]+/)
    .filter((word) => OFFICE_END.test(word))
    .join('、');
}

/** Whether words end as the name of an office does. */
export const endsLikeOffice = (words: string): boolean => OFFICE_END.test(words);

/** Unions of unit lists, in order of first mention. */
export function uniteUnits(lists: string[]): string {
  return [...new Set(lists.flatMap((list) => list.split('、')).filter(Boolean))].join('、');
}

/** “市人社局牵头，各县（市、区）政府落实”: a cell that says who does what. */
const ROLE_END = /(?:负责|牵头|配合|落实|参与|参加|协助|实施)$/;

/** Whether a name ends where a line of the cell does, and another begins on the next line. */
export function dividesNames(before: string, after: string): boolean {
  if (CARRIES_ON.test(after) || ONE_NAME.some(([end, start]) => end.test(before) && start.test(after))) return false;
  return endsName(before) || ROLE_END.test(before) || (LEVELLED.test(before) && OPENS_LEVELLED.test(after));
}

function endsName(text: string): boolean {
  return OFFICE_END.test(text) && !NO_END.test(text) && !/[，,；;、/]$/.test(text);
}

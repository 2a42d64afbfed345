import { FIRST_TERM } from './report-terms.js';

/** Who reports (各县（市、区）, 市人社局、市财政局) and to whom, in the words of one clause. */

const RECIPIENT_WORDS =
  '(?:国务院(?=备案|审定|批准|[，。；]|$)|领导小组(?=(?:专题|书面)?(?:上报|报送|反馈|报告|汇报|提交|呈报|送交|[，。；]|$))|(?:[省市县区州旗]委、)?(?:省|市|县（市、区）|县|区|州|镇|乡|自治区|国家|我|国务院|人力|人社|住房|本级|上一?级|领导小组|联席(?=会议?办|办)|专班(?=办))[一-龥（）]{0,24}?(?:办公室|办公厅|督查[室办]|农民工办|委员会|委会|人社厅|人社局|社会保障厅|社会保障局|领导小组|(?<=上一?级)(?:工会|部门|单位)|政府|专班|总工会|妇联|残联|厅|局|委|办|部|(?<=人社|住房)部)(?!办公[室厅]|农民工办|督查[室办]|办(?!理)))';
export const RECIPIENT = `(${RECIPIENT_WORDS})`;
const ALSO_TO = new RegExp(`^(?:（[^）]*）)?([、和及]${RECIPIENT_WORDS})`);

/** The recipient with those listed behind it: 市政府办公室、市发展改革委. */
export function allRecipients(first: string, rest: string): string {
  const next = ALSO_TO.exec(rest);
  return next?.[1] ? allRecipients(first + next[1], rest.slice(next[0].length)) : first;
}

const MARK =
  /^(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]\s*|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,3}条\s*)?(?:[一-龥]{1,4}[:：])?(?:并?[请由])?/;
/** Where the words about who reports end: 各县（市、区）要明确专人, 各部门于12月5日前. */
const DUTY = /\d|报送|上报|填报|[提上送]交|[要须将于]|应(?!急)|每(?=个?[月季年周半旬日天工])/;
const BODY =
  '(?:部门|单位|局|厅|委|督查室|办(?!公[室厅]|事处)|政府(?!督查室|办公室|各|有关|直属|所属)|街道(?!）|办事处)|工会(?!会|员)|妇联|学校|地区?(?![一-龥]{0,3}局)|）(?:人民政府|政府|[一-龥]{2,10}?(?:部门|办公室|办|局))?|领导小组(?!办)|办公室|办事处|管委会)';
const ONE = new RegExp(
  `^(?:[一-龥]{0,4}(?:成员|牵头|责任)单位|(?:有关|相关)(?:部门|单位)|(?:各|市|省|县|区|团|领导小组)[一-龥（）、]{0,40}?${BODY}|各(?:设区市|盟市|旗县|市州|县市区|市县区|县区|区县|市县|乡镇|镇乡|镇街|[省市县区州盟旗乡镇])(?=[、和]|请?$))`,
);

/** The units that a clause begins with, as printed; null where it begins with none. */
export function reporterOf(clause: string): string | null {
  const opening = clause
    .replace(MARK, '')
    .replace(FIRST_TERM, '')
    .replace(/^(?:（[^（）]*）)?由?/, '');
  const duty = opening.search(DUTY);
  const words = duty < 0 ? opening : opening.slice(0, duty);
  const first = ONE.exec(words)?.[0];
  if (!first) return null;
  let end = first.length;
  for (let next = behind(words, end); next > 0; next = behind(words, end)) end += next;
  return words.slice(0, end);
}

/** Length of the next unit of the list with its mark, 0 without one. */
function behind(words: string, end: number): number {
  const one = /[、和]/.test(words[end] ?? '') ? ONE.exec(words.slice(end + 1))?.[0] : undefined;
  return one ? one.length + 1 : 0;
}

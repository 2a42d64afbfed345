import { isLasting, LASTING } from '../../domain/plan/lasting.js';
import { holds, matchesOf, sign } from '../../domain/text/signs.js';

/** How a note's words say when, without a day of one year: in a rhythm, counted from an event, in a season, at call. */
export type TermKind = 'recurrent' | 'window';

const UNIT_OF_TIME = '(?:学年|学期|年度?|半年|季度?|月度?|旬|周|日|天)';
/** 一季度一次, 每月调度一次, 按季度推进, 全年不少于2次, 次月5日前. */
const RHYTHM = [
  `每个?${UNIT_OF_TIME}[^，、；。]{0,14}`,
  `[一半两][一-龥]{0,1}${UNIT_OF_TIME}[一两二三四五\\d](?:次|调度|通报|研判|会商|评估|督查|督导|检查|排查|更新|总结|报告?|小结)`,
  `[一两二三四五\\d]+次/?(?:每)?${UNIT_OF_TIME}`,
  `(?:按|逐|分)${UNIT_OF_TIME}(?:度)?(?:推进|实施|开展|调度|通报|报送|上报|完成|落实|进行)*`,
  `(?:全年|年内|每[年季月周][度]?|每个?季度|每半年)?(?:至少|不少于|不低于)(?:[一-龥]{2,4})?[一两二三四五六\\d]+(?:次|场|期|批|轮|个)(?:以上)?`,
  `(?:次|翌|下)(?:一?个?)(?:季度?|月)(?:\\d{1,2}[日号]|[上中下]旬|底|末|初)?(?:之?前|以前|内)?`,
];
const FEAST_END = '(?:之?前|以前|前夕|前后|期间|后)?';
/** 收到后15日内, 两节前, 秋季开学前, 高温季节, “三夏”“三秋”, 汛前. */
const SEASON = [
  `[^，。；\\d]{0,14}?(?:后|之日起|起|的)?(?:\\d{1,3}|[一两二三五七十]{1,2})(?:个(?:工作日|月|季度|小时)|工作日|[日天周年]|小时)(?:之?内|以内)`,
  `当(?:[日天周月季]|年度)(?:内|完成|办结)?`,
  `(?:元旦|春节|[“”两双节、和])*(?:两节|双节|节假日|重[大要](?:节日|活动|会议|节假日|时间节点|时段|节点)|法定节假日|敏感时期|特护期|用工(?:高峰|旺季)|(?:返乡|返岗|返程|外出)(?:高峰)?)${FEAST_END}`,
  `(?:\\d{4}年)?(?:新?[春夏秋冬]?季?)?(?:新?学[期年])?开学(?:季|初)?${FEAST_END}`,
  `(?:[上下每本新]|春季|秋季)?(?:个)?学[期年](?:末|初|中|结束)?${FEAST_END}`,
  `(?:入|越|冬|春|夏|秋|今|\\d{4}年)*[冬春夏秋汛](?:季|天|令)?(?:至次年[春夏]季?|至\\d{4}年[春夏秋冬]季?)?${FEAST_END}`,
  `主?汛期?${FEAST_END}`,
  `春运(?:前夕?|后|结束[前后])`,
  `(?:(?:春节|节)?(?:假期)?后)?(?:复工|开工)(?:复产|复工)?${FEAST_END}`,
  `(?:高温|低温|雨雪|极端|恶劣)(?:酷暑|冰冻|严寒)?(?:天气|季节|时段|期)?${FEAST_END}`,
  `(?:“?三[夏秋]”?[、和及]?)+(?:大忙)?(?:期间|时节|季节)?`,
  `(?:农忙|农闲|春耕|秋收|麦收|备耕|春播|秋播|汛期|旱季|雨季|暑期|伏天)(?:备耕|生产)?(?:时节|季节)?${FEAST_END}`,
];
/** 随时, 限期整改, 视情开展, 按上级部署完成. */
const AT_CALL = [
  '(?:随时|适时|及时|视情(?!况而定)况?|立即|马上|尽快|尽早|即时|同步|限期|限时|立行立改|即知即改|即行即改|根据(?:需要|情况|工作|上级|实际)|按(?:上级|国家|省|市|县|区|规定|要求|时序|序时|进度|计划|时间|照)|依(?:规定|计划))[一-龥]{0,16}',
  '分(?:批次?|步|阶段|期|年度|类|年)(?:有序)?(?:推进|实施|完成|开展|落实|整改)?',
];
const RECURRENT = new RegExp(`^(?:${RHYTHM.join('|')})$`);
const WINDOW = new RegExp(
  `^(?:${[...SEASON, ...AT_CALL, LASTING].join('|')})(?:完成|开展|启动|办结|到位|实施|推进|组织实施)?$`,
);
/** No such word without one of these: looked for first, for speed. */
const HINT_SIGNS = '年月季周旬日天节冬春夏秋汛温耕收忙闲旱雨伏时立尽限视即敏峰次场期批轮学工常续';
const HINT = new RegExp(`[${HINT_SIGNS}]|根据|^[按依分]|同步`);
export const TERM_SIGNS = sign(`${HINT_SIGNS}据按依分步`);
const HINT_ANYWHERE = new RegExp(HINT.source.replace('^', ''));
const LONGEST = 28;

/** Whether a text may hold such a stretch; most notes do not. */
export const mayHoldTerm = (text: string): boolean => holds(text, TERM_SIGNS) && HINT_ANYWHERE.test(text);

/** Why a window of a note has no days. */
export const openNote = (words: string): string => (isLasting(words) ? '持续开展，没有完成日期' : '起止以原文为准');

/** What sort of term a whole stretch of a note is; null where it is none of these (or work that goes on, or a day). */
export function termKind(words: string): TermKind | null {
  if (words.length > LONGEST || !HINT.test(words)) return null;
  if (RECURRENT.test(words)) return 'recurrent';
  return WINDOW.test(words) ? 'window' : null;
}

const STOP = '(?=$|[，。；）\\n])';
/** Behind the first character of what stands behind 时限：; patterns that begin with their own first character are found faster. */
const OF_TERM = '(?<=(?:时限|时间|期限)[:：].)';
/** 长期坚持, 常态化开展, 期限：长期; 持续推进 only where nothing follows that is pushed on: 持续推进改革 is a way to write. */
const LASTING_IN_TEXT = new RegExp(
  `长期坚持(?!的)|常(?<!非.)态化(?:、?(?:长效化|制度化|规范化))*地?(?:坚持|推进|开展|实施|运行)(?!的)` +
    `|(?:长期|持续|常年)(?:推进|开展|实施)${STOP}|贯穿全年${STOP}|(?:长${OF_TERM}期|持${OF_TERM}续|常${OF_TERM}(?:年|态化?))${STOP}`,
  'g',
);
export const LASTING_SIGNS = sign('长常持贯');

/** Where a text says that its work goes on without an end, in order. */
export const lastingIn = (text: string): { raw: string; index: number }[] =>
  holds(text, LASTING_SIGNS)
    ? matchesOf(text, LASTING_IN_TEXT)
        .map(({ 0: raw, index }) => ({ raw, index }))
        .filter((one) => !isPast(text, one))
    : [];

/** 改变常态化推进不力的状况, 去年以来长期坚持: told of how it went. */
const OVERCOME = /(?:改变|扭转|纠正|克服|解决|破解)[^，。；\n]{0,10}$/;
const DONE_SO_FAR = /(?:去年|此前|过去|以往|近年来?|多年来?|已经?|一直)[^。；，\n]{0,6}$/;
const IN_VAIN = /^[^，。；\n]{0,6}(?:不力|不足|不够|不到位|不实|不深|不畅|乏力|缺位)/;
const BEFORE_REACH = 16;

function isPast(text: string, { raw, index }: { raw: string; index: number }): boolean {
  const before = text.slice(Math.max(0, index - BEFORE_REACH), index);
  return OVERCOME.test(before) || DONE_SO_FAR.test(before) || IN_VAIN.test(text.slice(index + raw.length));
}

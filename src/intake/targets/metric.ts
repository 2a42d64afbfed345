import { withoutListMark } from '../../domain/plan/list-mark.js';
import { isSign, openingOf, sign } from '../../domain/text/signs.js';
import { withoutBase } from './changes.js';
import { NAME } from './sieves.js';

/** A printed day or term at either end of a name: 到2025年底前, 6月底前, 年内, 上半年, “十四五”期间. */
const PART = String.raw`(?:\d{1,2}[日号]|[上中]?[上中下]旬|底|末(?!端)|初(?![中级次步始创]))?(?:之?前|以前|内)?`;
/** 春节前后, 汛期前: seasons that have no day. */
const SEASON =
  '(?:元旦|春节|“?[两双]节”?|“?五一”?|国庆|中秋|端午|[寒暑]假|寒暑假|暑期|汛期|春运|开学|[春秋]季(?:新?学期)?(?:开学)?)';
const DATE = [
  String.raw`[今去]年以来`,
  String.raw`(?:20\d{2}年度?|[今本当全每]年度?内?|(?<!未)[明来]年|第[一二三四五]年|[首次]年(?=\d|[培新完建改发达实]))(?:上半年|\d{1,2}月份?)?${PART}`,
  String.raw`20\d{2}([./-])\d{1,2}(?:\1\d{1,2})?日?(?:底|末)?(?:之?前|以前)?(?=[一-龥])`,
  String.raw`(?:[上下]半年|[第前]?[一二三四1-4]季度|\d{1,2}月份?)${PART}`,
  String.raw`\d{1,2}月份?(?:\d{1,2}[日号]|底|末)?(?:之?前)?[、和及与](?=\d)`,
  '年[底末内](?:之?前|以前)?',
  '“?十[三四五]五”?(?:期间|时期|末)',
  '(?:高温|低温|雨雪|冬春|[春夏秋冬]季?|农[闲忙])+(?:季节|时节|天气)(?:期间)?',
  `${SEASON}(?:[、和及]?${SEASON})*(?:前后|期间|之?前|来临前|(?=开展|举办|组织|集中))`,
  String.raw`\d{1,2}月?[-—~至到]\d{1,2}月(?:份|底)?`,
  String.raw`(?:未来|今后)?[\d一二两三四五]年内`,
].join('|');
/** How many years a figure is for: 2025—2027年, 2025年起, 连续三年每年, 三年共. */
const YEARS = [
  String.raw`20\d{2}年?(?:[-—–~～－]+|至|到)20\d{2}年`,
  String.raw`20\d{2}年?[底末度]?[、和及与](?=20\d{2}(?:年|[两三四]年))`,
  String.raw`20\d{2}(?=[两三四]年)`,
  String.raw`[自从]?20\d{2}年(?:\d{1,2}月)?起`,
  String.raw`分[二两三四五2-5]年(?![级度制])`,
  String.raw`连续[\d二两三四五]年(?=每|年均|共|累计|合计)`,
  String.raw`[\d二两三四五]年(?:内|间)?(?=共|累计|合计|总共)`,
  String.raw`共(?<=[两三四五]年共)(?![有同享建治])(?=[一-龥]{4})`,
  String.raw`(?:用|利用|通过)(?:[二两三四2-4][-—~至到])?[\d一二两三四五]年(?:左右)?的?(?:之?内|以内|时间)`,
  String.raw`(?:未来|今后)[\d一二两三四五]年(?:左右)?的?(?:时间|之内)?`,
  String.raw`[\d一二两三四五]年(?:左右)?的?(?:之内|以内|时间)`,
  String.raw`各(?<=20\d{2}年.)(?=建|新|改|培|打造|创|举|开|认|引|增)`,
  '(?<=季度|半年|月[底末]?)[、和与及](?=[全上下]|[第前]?[一二三四1-4]季度|[1-9]\\d?月)(?=[^，]{0,6}?[季年月])',
].join('|');
const LEADING = NAME.of(
  new RegExp(
    `^(?:——|${YEARS}|[到至在于](?=\\d|[今本]年)|截至|${DATE}|的?基础上|力争|务必|必须|确保|努力|争取|均(?:须|应|要)|实现|完成(?!率)|组织完成|达到|同时|其中|并|约(?=占)|同比|环比|[比较](?:上年|去年|20\\d{2}年[底末]?)(?:同期)?(?:水平)?|[将把使](?=[一-龥]{4})|在?全[市省县区]范围内|全[市省县区](?![场域直]))+`,
  ),
);
/** 各区（市、县）, 每个县: who has the figure. */
export const EACH_PLACE =
  '[各每]个?(?:区县|县区|[市区县旗镇]|乡镇?|街道|镇街|社区|村)(?:（[^）]{1,8}）|[、和]?[市区县](?!级)){0,2}';
/** 在6个城区各建成1个: whom the figure is for, and that each of them has it. */
export const EACH = String.raw`(?:\d+|[两三四五六七八九十]+)(?:个|家|所)?[一-龥]{1,8}?各(?=(?:自|至少|新)?(?:建|设|创|打造|培|配|开|举|组|完|办|选|派|成立|认定|新增|改))`;
const FOR_EACH = new RegExp(`^.*?${EACH}`);
const EACH_BEHIND = /^([一-龥]{1,8}?)各(?:自|至少)?[一-龥]+\d.*$/;
const TRAILING = NAME.of(
  new RegExp(
    `(?:(?:提高|提升|增加|增长|扩大|上升|上调|上浮|下降|降低|下调|下浮|压缩|压减|缩短|缩小|减少|控制|稳定|保持)[到至为](?:每[人户名](?:每?[年月天])?)?|[增升降减扩][至到]|[升降]为|调整[到至为]|(?<![平户人年月日])均(?:须|应|要|需)?|(?:都|须|应|要)(?=达到|完成|实现)|达到(?:每[人户](?:每?[年月天])?|每[百千万]人口?|[年月]?人均)|保持|[比较](?:20\\d{2}年[底末]?|上年|去年)(?:同期)?|逐步|稳步|[≥≤≧≦><＞＜]|达到?|不?得?低于|不?得?少于|至少|不?得?超过|不?得?突破|迈[上入]|[跨登站跃]上|跨[越过]|不?得?高于|控制在|保持在|稳定在|(?<!赶|不)超(?=$)|不超(?=$)|(?<=[值模入])过(?=$)|最高(?:可|可达)?|约|近|(?<!行)为|在|实[现行]|各自?(?=$|约)|力争|确保|(?:分别)?[于到至](?:${DATE})|(?:${DATE})完成|${DATE})+$`,
  ),
);
/** Words that only say that something is begun; left out where the rest names the matter. */
const BEGUN = NAME.of(
  /^(?:大力|积极|深入|持续|广泛|扎实|继续)*(?:组织开展|组织实施|集中开展|开展|启动)(?=[一-龥“]{4})/,
);
/** Verbs, totals and qualities that name nothing by themselves: 累计建成, 新建, 建成达标. */
const BARE_WORDS =
  '累计|共计?|合计|总共|总数|新增|增加|新建成(?!人)|新建|改扩建|改建|扩建|改造|提升|建成|投用|投入使用|建设|建立|达标|培育|打造|创建|认定|评选|命名|办理|办结|处理|完成|组织|开展|举办|发放|带动|帮助|服务(?!中心|站|点|窗口|平台|网|圈|品牌|大厅|基地|机构)|惠及|覆盖|最终|再|(?<=^|至少|最少)[建办设]$';
const BARE = new RegExp(`^(?:${BARE_WORDS})*`);
const BARE_ALONE = NAME.of(new RegExp(`^(?:${BARE_WORDS})+$`));
const WITHIN = /^.*\d[^（]*（(?:其中|含|包括)?(?![^（]*）)/;
const LISTED = /^.*\d(?:[^、]*、|[^，]*[和与及]$)/;
/** 公园八座、停车场: what stands before in the list, counted in words. */
const LISTED_IN_WORDS = /^.*[一二两三四五六七八九十][处座所家栋幢个场期]、/;
const NAMES_ITSELF = NAME.of(/(?:率|比例|面积|收入|产值|总量|数量|人数)$/);
/** 每个乡镇至少设立: who has it and the verb; what is counted stands behind the figure. */
const EACH_HAS = NAME.of(
  /^[每各].{1,10}?(?:至少|最少)?(?:建成|建设|建立|新建|设立|设置|打造|培育|创建|举办|开展|组织|参加|配备|认定|完成|推荐|提供|走访|有|落实|安排|(?<=至少|最少)[建设办])$/,
);
/** 每个县至少建成, 每县至少建, 至少推荐: the sign of the figure tells it. */
const AT_LEAST = NAME.of(/(?:至少|最少)(?![一二两三四五六七八九十])(?=[一-龥]{2}|[建设办]$)/);
/** 重点引进, 选拔: who or what stands behind the figure. */
const VERBS = NAME.of(/^(?:重点|计划|引进|选拔|评选|资助|扶持|支持|培养|组织|发动|选派|聘请|遴选|推荐|[、和与及])+$/);
/** 于收到线索后, 自受理之日起: what a term is counted from. */
export const AFTER_EVENT = /^(?:[于在自从])?[一-龥]{2,14}(?:之日起|之后|以后|后|日起)的?$/;
const EVENT_ENDS = NAME.of(/[后起的]$/);
const TERM = /[\d一二两三四五六七八九十百](?:个?工作日|日|天|个?小时|周|个?星期)/;
const TERM_UNIT = /^(?:个?工作日|日|天|个?小时|周|个?星期)$/;

export const isTermUnit = (unit: string | null): boolean => unit !== null && TERM_UNIT.test(unit);

/** 西山、五里等乡镇12块运动场: where, and not what. */
const PLACES_ALONE = NAME.of(/等(?:地|[县市区旗乡镇村]+|街道|社区)$/);

/** 建零工驿站至少建: the verb said again before the figure. */
const SAID_TWICE = /(([建办设开])[成立设展]?[一-龥]{2,16})(?:至少|最少|不少于)\2[成立设展]?$/;

const STOPS = sign('，。；：\n');
const LIST_STOPS = sign('，。；：、\n');
const ENOUGH = 4;

/**
 * What a figure measures: the words of its clause without the figure, its date and the verb of beginning; the words
 * behind it when nothing stands before. Names nothing (see namesNothing) where the clause does not say it.
 */
export function metricOf(text: string, start: number, end: number): string {
  const clause = text.slice(openingOf(text, start, STOPS, 48), start);
  const isFrom = EVENT_ENDS.test(clause) && AFTER_EVENT.test(clause) && TERM.test(text.slice(start, end));
  const before = isFrom ? '' : matterOf(clause.includes('少') ? clause.replace(SAID_TWICE, '$1') : clause);
  const isNamed =
    NAMES_ITSELF.test(before) ||
    (before.length >= ENOUGH &&
      !namesNothing(before) &&
      !EACH_HAS.test(before) &&
      !VERBS.test(before) &&
      !PLACES_ALONE.test(before));
  return AT_LEAST.without(isNamed ? before : before + behind(text, end));
}

function behind(text: string, end: number): string {
  let [to, open] = [end, 0];
  while (to < text.length && to - end < 24 && (open > 0 ? text[to] !== '\n' : !isSign(text, to, LIST_STOPS))) {
    if (text[to] === '（') open += 1;
    if (text[to] === '）' && --open < 0) break;
    to += 1;
  }
  return text
    .slice(end, to)
    .replace(/^的|^大关|(?:[和与及]|(?<=圈))(?=\d).*$/g, '')
    .replace(EACH_BEHIND, '$1');
}

/** 压缩企业开办时间至: the change stands around the name. */
const AROUND = NAME.of(/^(?:压缩|缩短|压减|缩减)([一-龥“”]{2,})[至到为]$/);

/** The matter that some words name: without dates, adverbs and verbs of beginning around it. */
export function matterOf(words: string): string {
  const led = LEADING.without(withoutBase(withoutListMark(words)));
  const own = /\d/.test(led) ? ownWords(led) : led.includes('、') ? led.replace(LISTED_IN_WORDS, '') : led;
  const matter = LIST_OPENS.without(BRACKET_OPENS.without(TRAILING.without(own)));
  return BEGUN.without(AROUND.exec(matter)?.[1] ?? matter);
}
const LIST_OPENS = NAME.of(/^、|^分别$/);
const BRACKET_OPENS = NAME.of(/（$/);

/** The words behind another figure, of which the matter is a part, or for each of whom it is. */
const ownWords = (led: string): string =>
  LEADING.without(TRAILING.without(led).replace(FOR_EACH, '').replace(WITHIN, '').replace(LISTED, ''));

/** 较上年多增, 下降: nobody says what. */
const CHANGE_ALONE = NAME.of(/^(?:年均)?(?:多增|增长|上升|下降|减少|降低|提高|提升)$/);

/** True where a name holds no thing counted: '', 新建, 累计建成. */
export const namesNothing = (metric: string): boolean =>
  metric === '' ||
  metric === '年均' ||
  CHANGE_ALONE.test(metric) ||
  NUMBER_OR_LEVEL.test(metric) ||
  BARE_ALONE.test(metric);

/** 其中市级1个、县级7个: of the thing before. */
const LEVELS = String.raw`(?:国家|省|市|县|区|乡镇?|镇|村|街道|社区)级|[省市县区州]本级|${EACH_PLACE}`;
const LEVEL = new RegExp(`^(?:${LEVELS})$`);
const RHYTHM_ALONE = /^每(?:个)?(?:季度?|月|周|半年|年|旬|学期|期|届|轮|批|班)$/;
/** 每月不少于4场: the name says how often and not of what. */
export const isRhythm = (metric: string): boolean => RHYTHM_ALONE.test(metric);
const NUMBER_OR_LEVEL = NAME.of(new RegExp(`^\\d+[.、]$|^各自?新?建?$|${RHYTHM_ALONE.source}|${LEVEL.source}`));
const OF_LEVEL = new RegExp(`^(?:${LEVELS})(?:以上)?`);
export const SUMMED = /^(?:累计|共计?|合计|总共)/;

/** 净增3000人，总数突破12万人: the total is of the thing that grew. */
const TOTAL = /^(?:总数|总量|总人数|总规模|总额)$/;
const GROWN = /(?:净增|新增|增加)$/;
/** 每季度不少于2场、全年10场: the rhythm is that of the first figure alone. */
const RHYTHM = /每(?:个)?(?:季度?|月|周|半年)$/;

/** 年均新增技能人才2万人，2027年达到50万人: the whole is of the thing itself. */
const GROWS_YEARLY = /^(?:年均|每年)(?:新增|净增)(?=.)/;

/** 新建、改扩建学校: the verbs of several figures. */
const VERBS_LISTED = /^(?:(?:新建|改扩建|改建|扩建|续建|迁建|改造|提升)[、和及与])+/;

/** The name with its own bare verbs before the thing that another name counts: 累计建成 of 新建劳务品牌 is 累计建成劳务品牌. */
export function carriedName(metric: string, other: string): string {
  if (metric === '') return other.replace(RHYTHM, '').replace(GROWS_YEARLY, '');
  if (metric === '年均') return metric + other.replace(SUMMED, '');
  const thing = other.replace(VERBS_LISTED, '').replace(BARE, '').replace(RHYTHM, '');
  if (LEVEL.test(metric)) return metric + thing.replace(OF_LEVEL, '');
  if (SUMMED.test(metric)) return metric.replace(/达标$/, '') + thing.replace(GROWN, '');
  if (!TOTAL.test(metric)) return metric.replace(/达标$/, '') + thing;
  const total = thing.replace(GROWN, '').replace(/^新(?:开通|签订|发展|吸纳)/, '');
  return /[数量额]$/.test(total) ? total : total + metric;
}

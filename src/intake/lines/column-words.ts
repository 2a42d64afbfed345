import { MEASURE_WORD } from '../targets/measure-words.js';

/** A column of a task table, by its head. */
export interface Column {
  kind: 'number' | 'words' | 'units' | 'date' | 'leader' | 'other';
  label: string;
  /** Persons stand beside its units. */
  persons?: boolean;
  /** What its figures count: 目标值（万元）. */
  measure?: string;
}

const BODY = '(?:单位|部门|主体|处室|科室|股室|机构)';
/** Places that have a part: 责任乡镇, 实施县区. */
const PLACES =
  '(?:乡镇|乡镇街道|乡镇（街道）|镇街|镇办|乡办|街道|站所|所站|站办所|办所|村|村居|村社区|社区|县区|县市区|市县区|区县|市州|旗县)';
const PART =
  '(?:牵头|责任|主责|主办|负责|承办|配合|协办|协助|协作|参与|参加|协同|落实|实施|支持|评分|考核|考评|监督|督查|督办|审核|验收)';
const UNITS = new RegExp(
  `^(?:主要|其他|其它|相关|有关|共同|直接|市级|县级|区级|总)?${PART}{1,3}(?:${BODY}(?:[和及与/]${PART}{0,2}${BODY})?|${PLACES})$`,
);
const WATCHING = /评分|考核|考评|监督|督查|督办|审核|验收/;
const DATE =
  /^(?:完成|办结|工作|推进|整改|落实|计划|目标|责任|办理|实施|建设)?(?:时限|期限|时间|进度|节点|时序|序时)(?:要求|安排|节点|进度|期限|清单)?$/;
const LEADER =
  /^(?:[省市县区]|[省市县区]级|[省市县区](?:委|政府))?(?:牵头|责任|分管|主管|包抓|包保|联系|挂钩|督办|主要)*(?:负责)?[省市县区]?(?:领导|责任人|负责人|负责同志|联系人|联络员)$|^(?:填[表报写]|审核|经办|承办|制表|复核|录入|报送|办理)人$/;
const OTHER =
  /^(?:备注|说明|联系电话|电话|(?:填[表报]|报送|制表|上报)(?:日期|时间|单位|部门)|(?:启动|开始|起始|开工)(?:时间|日期|时限)|(?:目标|任务|指标|项目)?(?:类型|类别|性质)|[^。；，]{0,10}(?:情况|进展)|是否[一-龥]{1,6}|数量|数额|金额|总?投资(?:额|规模)?|资金来源|建设(?:地点|性质|规模)|[^。；，]{0,8}所在地)$/;
const WORDS =
  /^(?!工作$)(?:[一-龥、]{0,8}(?:任务|工作|事项|内容|措施|举措|要求|项目|目标|名称|分类|要点|指标|标准|领域|实事|成果|分工|分解|细化|清单|分析|问题|做法|思路|目标值|指标值|任务数|目标数|任务量|计划数)(?:及规模)?){1,2}$/;
const NUMBER = /^(?:序号|编号|项次|序)$/;
/** One of them, or none: most words head no column, and are asked only this. */
const ANY = new RegExp([NUMBER, UNITS, DATE, LEADER, OTHER, WORDS].map(({ source }) => source).join('|'));
const LONGEST = 16;

/** “责任单位（列第一位的为牵头单位）”: a rule for the whole column. */
const RULE = /（[^（）]*(?:第一|首位|最前|逗号前)[^（）]*）/;

/** 牵头单位及责任人: persons beside the units. */
const WITH_PERSONS = /(?<=单位|部门)[和及与、/](?:责任人|负责人|联系人)$/;

/** 目标值（万元）, 年度任务数（个）: the measure word of all figures of a column of goals. */
const MEASURED = new RegExp(
  `(?:目标|指标|目标值|指标值|任务[数量]|目标数|计划数)（(?:单位：)?([百千万亿]?(?:${MEASURE_WORD})|[万亿])）$`,
);

/** What a column of a task table holds, by its head's words; null for words that head no column. */
export function columnOf(words: string): Column | null {
  const printed = words.includes('（') ? words.replace(/（[^（）]*）/g, '') : words;
  const label = printed.endsWith('人') ? printed.replace(WITH_PERSONS, '') : printed;
  if (label.length > LONGEST || !ANY.test(label)) return null;
  if (NUMBER.test(label)) return { kind: 'number', label };
  if (UNITS.test(label) || label === '责任清单')
    return { kind: 'units', label: label + (RULE.exec(words)?.[0] ?? ''), ...(label !== printed && { persons: true }) };
  if (DATE.test(label)) return { kind: 'date', label };
  if (LEADER.test(label)) return { kind: 'leader', label };
  if (OTHER.test(label)) return { kind: 'other', label };
  if (!WORDS.test(label)) return null;
  const measure = MEASURED.exec(words)?.[1];
  return { kind: 'words', label, ...(measure !== undefined && { measure }) };
}

const JOINED = new RegExp(`${BODY}[和及与/]`);
const ROOM = /[处科股]室$/;
const PLACE = new RegExp(`${PLACES}$`);

/**
 * What a note calls a column of units: 责任主体与协同单位 names two parts at once and gives its units the first, 责任乡镇 are
 * 责任单位.
 */
export function roleLabel(label: string): string {
  if (label === '责任清单' || (JOINED.test(label) && !WATCHING.test(label))) return '责任单位';
  return label.replace(PLACE, '单位');
}

const HELPING = /配合|协办|协助|协作|参与|参加|协同|支持/;

/**
 * Columns of units by what they do: those that only watch or give marks do no work, nor do rooms of the office beside a
 * column of units that do it; beside 配合单位 alone the rooms do.
 */
export function workColumns(labels: readonly string[]): { labels: string[]; watched: string[]; offices: boolean } {
  const offices = labels.every((label) => ROOM.test(label));
  const done = labels.some((label) => !ROOM.test(label) && !WATCHING.test(label) && !HELPING.test(label));
  const watches = (label: string): boolean => WATCHING.test(label) || (done && ROOM.test(label));
  return { labels: labels.filter((label) => !watches(label)), watched: labels.filter(watches), offices };
}

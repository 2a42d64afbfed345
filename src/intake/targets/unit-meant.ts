/** What leads from the thing counted to its figure: 达到, 稳定在, 不少于, 增加到. */
const LEADS =
  /(?:[达完]到?|完成|突破|超过?|[约近]|[为到至]|不[少低]于|不得?[少低]于|至少|力争|[稳定保持控制]{2,4}在|(?:增加|增长|提高|提升|扩大)(?:到|至)?|新增|净增|共|累计)+$/;
const MONEY =
  '额度|金额|[总余]?额|标的|[存贷]款|资金|基金|补贴|补助|奖[金补]|投[资入]|税[收费]?|收入|支出|产值|营收|利润|增加值|生产总值|GDP|债券?|外资|融资|授信|保费|保证金|预算|工资|欠薪|成本';
const PEOPLE =
  '人口|人数|劳动力|农民工|务工人员|毕业生|人员|参[保训]|就业|落户|返乡|培训|转移|输出|职工|学员|学生|居民|群众|游客|志愿者|会员';
const MONEY_END = new RegExp(`(?:${MONEY})$`);
const PEOPLE_END = new RegExp(`(?:${PEOPLE})$`);
const MONEY_BEHIND = new RegExp(`^的?(?:[一-龥]{0,2})(?:${MONEY})`);
const PEOPLE_BEHIND =
  /^(?:农民工?|劳动者|(?:农村|脱贫|富余)?劳动力|(?:农村|贫困|脱贫|城镇|常住|(?:农业)?转移)人口|职工|群众|学生|居民|毕业生|就业|失业)/;
const MONEY_ANYWHERE = /额度|金额|标的|贷款|资金|补贴|奖金|投资/;

/**
 * What a figure of 万 or 亿 without a measure word counts: yuan where money is named at it (税收10亿, 20亿债券), people where
 * people are (参保15万); null where neither tells, which a person is asked about.
 */
export function unitMeant(scale: string | undefined, clause: string, rest: string): string | null {
  if (!scale) return null;
  if (scale === '个亿') return '元';
  const thing = clause.replace(LEADS, '');
  if (MONEY_END.test(thing)) return '元';
  if (PEOPLE_END.test(thing) || PEOPLE_BEHIND.test(rest)) return '人';
  return MONEY_BEHIND.test(rest) || MONEY_ANYWHERE.test(clause) ? '元' : null;
}

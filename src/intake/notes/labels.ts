/** What a label puts its names into; an onlooker (监督, 督查, 验收) takes no part in the task. */
export type LabelRole = 'lead' | 'support' | 'own' | 'guide' | 'onlooker' | 'person' | 'deadline';

const NOUN =
  '(?:单位|部门|机构|地区|区县|属地|科室|处室|股室|科（室）|主体|领导|单位和部门|部门和单位|部门（单位）|单位（部门）|部门及单位|乡镇|镇街|街镇|镇乡|乡（镇）|街道)';
const WORK =
  '(?:牵头|主抓|领衔|领办|归口|责任|主责|主办|主管|主要|配合|协同|协办|协助|协作|参与|参加|支持|承办|落实|实施|执行|完成|承担|组织|指导|督导|督办|监督|督查|验收|考核|考评|评分|审核|负责|联系|咨询|解读|受理|起草|公开|分管|包抓|包联|包案|包保)';

/** 领导小组成员单位：……: who belongs to a body, no part in a task. */
const TEAM = '(?:小组|联席会议|指挥部|专班|协调机制|委员会)';
const MEMBERS_LIST = new RegExp(`^[^，。；：]{0,24}${TEAM}成员单位[:：]`);

/** Whether a paragraph is a list of who belongs to a body. */
export const isMembersList = (text: string): boolean => MEMBERS_LIST.test(text);

/** 责任单位太原职业技术学院: a name right behind the label. */
const NAMED =
  '(?:(?![要应须将把为是及的和在对由、，；])[一-龥]){2,14}(?:局|学院|大学|学校|公司|集团|银行|政府|镇|乡|街道|管委会)(?:[、，；。]|$)';

/** Pattern of a label with its colon, to be built into the tokeniser. */
export const LABELS = [
  `(?:项目|工作|具体|直接|主要|第一|牵头|配合|分管)?(?:责任|负责|联系|联络|经办)(?:人|员|领导|电话)[:：]`,
  `(?:第[一二三四]|主要|其他|其它|整改|总|共同|相关|有关|市级|省级|县级)?(?:${WORK}){1,3}${NOUN}(?:及分工|[及和与、]责任人)?(?:（[^（）]{0,30}）)?(?:为|是|有)? *[:：]`,
  `(?<=^|[。；，）])(?:牵头|责任|配合|主办|协办|协助|承办|牵头责任|协同|参与)(?:单位|部门)(?=[省市县区各]|人社|教育|公安|民政|财政|农业|${NAMED})`,
  `(?<=[局委办厅部会院府])(?:责任|配合|协办|协同|参与)(?:单位|部门)(?=[省市县区各])`,
  `(?<=^|[。；])(?:责任|牵头|主办|配合)(?:主体|单位|部门)。(?=[一-龥（）、]{2,80}(?<=[局委办厅部会院队所站心府])(?:[。；]|$))`,
  `(?:牵头|责任|主责|配合|主办|主管|协办|协同|参与|承办|实施)(?:责任)?(?:单位|部门|主体)(?:为|是)(?=[省市县区州各国])`,
  `由?(?:以下|下列)(?:单位|部门)(?:负责|牵头|配合|协助|协同|参与)[:：]`,
  `属地(?:责任|管理|政府)?[:：]`,
  `(?:牵头|主责|责任|配合|协办|主办|负责|参与|协助|协同|承办|指导)(?:人|领导|同志|分工)?[:：]`,
  `(?:领导|分管|包保|包抓|挂帅)责任[:：]`,
  `(?:包联|包抓|分管|联系|责任|牵头|督办|挂钩|挂点)?[省市县区州](?:级|委|政府)?领导[:：]`,
  `(?:(?:责任|部门|(?<![一-龥]))分工|责任(?:科室|落实))(?:为|是|如下)?[:：]`,
  `(?:副?组长|成员(?<!${TEAM}成员))单位[:：]`,
  `(?:联系|咨询|服务|监督|举报|投诉)?(?:电话|手机|邮箱|传真|热线)[:：]`,
  `(?:完成|办理|办结|整改|落实|推进|实施|工作)?(?:时限|时间|期限|进度)(?:要求|安排|节点|计划)?[:：]`,
].join('|');

/** 联动单位：, 涉及部门：: a label inside a note that no table has; what it says of its units is asked about. */
export const STRANGE_LABEL = `(?<=^|[；。，、\\s）]|[局委办厅部会院])(?:(?![局委办厅部会院各直]|${WORK}(?:责任)?${NOUN})[一-龥]){2,4}?(?:单位|部门|主体)[:：]`;

/** Reads the role out of a label: 责任单位 is lead or co by what stands beside it, so it is 'own' here. */
export function labelRole(label: string): LabelRole {
  if (/时限|时间|期限|进度/.test(label)) return 'deadline';
  if (/领导|(?<!(?:及|和|与|、)责任)(?:[人员]|电话|手机|邮箱|传真|热线)[:：]|同志|分管|包[保抓]|挂帅/.test(label))
    return 'person';
  if (/配合|协同|协办|协助|协作|参与|参加|支持|其他|其它|相关|有关|涉及|联动|支撑/.test(label)) return 'support';
  if (/^(?:副组长|成员)/.test(label)) return 'support';
  if (/牵头(?:督导|指导|督办)/.test(label)) return 'guide';
  if (/牵头|主抓|领衔|领办|归口|主责|主办|主要|第一|组长/.test(label)) return 'lead';
  if (/^(?:监督|督查|验收|考核|考评|评分|审核|咨询|解读|受理|起草|公开|联系(?:单位|部门))/.test(label))
    return 'onlooker';
  if (/指导|督导|督办/.test(label)) return 'guide';
  return 'own';
}

/** “【责任单位】甲局”, “[完成时限]全年”: a label in brackets of its own, with a colon behind them or without. */
const BRACKETED =
  /[【[〔]((?:[一-龥]{2,6}(?:单位|部门|主体|领导)|(?:责任|负责|分管|联系)人|(?:完成|办结|整改)?(?:时限|时间|期限))[】\]〕][:：]?)/g;

/** “责任单位；甲局”, “责任单位——甲局”, “责任单位/甲局”: another sign in the colon's place. */
const OTHER_SIGN =
  /(?<=(?:^|[（。；，：])(?:共同)?(?:牵头|责任|主办|配合|协办|参与)(?:责任)?(?:单位|部门))(?:；|—{1,2}|-{1,2}|\/|，(?=[省市县区州][一-龥]{1,12}[局委办厅部院会]))(?=[省市县区州各国自]|[一-龥]{2,16}(?:局|[委办厅院]|公司|中心|政府)[、，；。）])/g;
const OTHER_SIGN_HINT = /(?:单位|部门)[；，—/-]/;

/** Prints bracketed labels, and those with another sign, with a colon; only the label's own characters change places. */
export function plainLabels(printed: string): string {
  const text = OTHER_SIGN_HINT.test(printed)
    ? printed.replace(OTHER_SIGN, (sign) => '：'.padEnd(sign.length))
    : printed;
  if (!/[】\]〕]/.test(text)) return text;
  return text.replace(BRACKETED, (printed, words: string) => {
    const label = words.replace(/[】\]〕][:：]?$/, '：');
    return label + ' '.repeat(printed.length - label.length);
  });
}

import { Led } from '../../domain/text/opening.js';
import { isSign, matchesOf, sign, spells } from '../../domain/text/signs.js';
import { groupOf } from './open-groups.js';
import { LABELS, labelRole, STRANGE_LABEL, type LabelRole } from './labels.js';
import { maskNames } from './whole-names.js';

/** A word of a responsibility note. Offsets are within the note. */
export type Token =
  | { kind: 'label'; role: LabelRole; start: number; end: number; strange: string | null }
  | { kind: 'verb'; verb: VerbRole; start: number; end: number; text: string }
  | { kind: 'apart'; start: number; end: number }
  | { kind: 'stop'; mark: string; start: number; end: number }
  | { kind: 'etc'; start: number; end: number; text: string }
  | { kind: 'group'; start: number; end: number; text: string }
  | { kind: 'name'; start: number; end: number; text: string; starred?: boolean };

/** lead 牵头 · with 会同 · support 配合 · guide 指导 · own 负责 · carry out 落实. */
export type VerbRole = 'lead' | 'with' | 'support' | 'guide' | 'own' | 'carry_out';

const DUTIES =
  '(?:各?按照?|根据|依照?|依据|结合|对照)(?:照)?(?:各自|自身|部门|本部门|本单位|单位|各部门)?(?:的)?(?:工作|岗位|法定|[“"][^”"]{1,8}[”"])?(?:职责|职能|分工|任务|权限)' +
  '(?:任务|权限|范围|要求|和|、)*(?:职责|分工|任务)*';
/** 做好相关工作 says no more than 负责. */
const WORK_DONE = '(?:相关|有关|各项)*工作';
/** “乙局按职责做好”: said to its end. */
const TO_END = '(?=$|[，；。])';
/** 做好对接, 做好衔接工作: who only sees to it that the others' work fits in. */
const LINKED = '(?:对接|衔接)(?:相关|有关)?(?:工作)?(?=$|[，；。])';
/** 在各自职责范围内: as far as each one's duty goes. */
const WITHIN = '在(?:各自|自身|本部门|本单位)?的?(?:工作|业务)?(?:职责|职能|权限|业务)(?:权限)?(?:范围)?[内里]';
/** “乙局按职责分工”, and no verb behind it. */
const BY_DUTY = `${DUTIES}(?=$|[。；])`;
/** 按险种分工, 按行业领域分工负责: by what the work is shared. */
const SHARED_BY = '按(?<=[局委办厅部院会行司社府团联队位门]按)照?[^由局委办厅部会、，；。职各]{2,8}?(?=分工|分别)';
/** “……；所需经费由市财政局列支” */
const FUNDED = '(?:所需|相关|工作|活动)*(?:经费|资金|费用)由(?=[省市县区州盟旗])';
const ADVERBS = `(?!${BY_DUTY})${DUTIES}|${WITHIN}|${SHARED_BY}|${FUNDED}|按照?[“"][^”"]{2,24}[”"]的?(?:原则|要求)?|分工|分(?:项|头|级|片|行业|领域)|依法|依职责|各自|共同|联合(?=负责|牵头|实施|推进|落实)|具体|继续(?!教育)|统筹(?!(?:协调|推进|负责)?[，；]|办|局|发展)|密切|积极|主动|[抓做]好(?!${WORK_DONE}|${TO_END}|${LINKED})|切实|认真`;
const AFTER_OWN =
  '(?:负责|落实|实施|组织|推进|推动|抓总|协调|统筹|承担|办理|完成|制定|开展|到位|具体|抓好|提出(?:落实)?意见)*';

/** 分管负责同志 is a person, no duty. */
const IN_CHARGE = '负责(?!同志|人(?:$|[牵，、；]))';
const BE = '(?:作为|为|是)';
const POST = '(?:单位|部门|主体)';
/** 市总工会助力, 市财政局保障: said of the unit right before, and nothing behind it; 社会保障, 行政审批 are names. */
const BY_UNIT = '(?<=[局委办厅部院会行司社府团联队]|职责|职能|分工|给予|予以)';
const HELPED = `${BY_UNIT}(?:助力|保障|支撑|护航|(?:审批)?把关|列支|出资|统筹安排|(?:保障|安排|落实|承担|解决)(?:所需)?(?:经费|资金|费用))(?=$|[，；。])`;
/** 某公司提供技术支持, 市财政局给予资金保障: what is given to those who do it, said of the unit right before. */
const GIVEN =
  '(?<=[局委办厅部院会行司社府团联队校站所]|中心|集团)(?:提供|给予|予以)[^，；。、]{1,8}?(?:支持|支撑|保障|协助|帮助)(?=$|[，；。])';
/** 市总工会组织, 市民政局兜底保障, 县交通局包干: said of the units right before, and nothing behind it. */
const DONE_BY =
  '(?:组织|举办|承接|(?:兜底|托底)(?:保障)?|包干|包保|包联|包抓|共建|共管|联办)(?=$|[，；。])(?<=(?:[局委办厅部院会行司社府团联队]|共同|联合|具体|统一|分别)(?:组织|举办|承接|(?:兜底|托底)(?:保障)?|包干|包保|包联|包抓|共建|共管|联办))';
/** 经费由县财政局承担: who pays helps those who do it. */
const PAID_BY =
  '(?:承担|负责|解决|安排)(?<=(?:经费|资金|费用)由[省市县区州盟旗][^，；。]{2,12}(?:承担|负责|解决|安排))(?=$|[，；。])';
const SUPPORT =
  '(?:给予|予以|全力)?(?:协同配合|配合支持|支持配合|参与配合|配合参与|协助配合|配合|参与|参加|协助|支持(?!中心|平台)|协同(?!办(?:公室)?(?:$|[、，；）]|负责|牵头|会同|配合))|协作(?!中心|办|处)|(?<!政)协办|(?<=[局厅部府])会办(?=$|[，；。])|参办|(?<=[局委办厅部院会])协[抓管](?=$|[，；。]))' +
  `|${GIVEN}|(?:给予|予以)?${HELPED}|${PAID_BY}|[抓做]好${LINKED}`;

/** “市财政局加强指导”, “市科协加大支持”: how it is done, said behind another unit's part. */
const STRONGLY =
  '(?:加强|加大|强化)(?=督促|指导|督导|监督|支持|配合|协作|协同)(?<=(?:负责|牵头|落实|实施|配合)[，；][^，；。]{2,60}(?:加强|加大|强化))';

/** 各产业链牵头责任单位 is a group's name. */
const LEADERS_OF_GROUP = '牵头(?:责任|负责)?(?:单位|部门)(?<=(?:各|(?<=^|[，、；。：])行业)[^，、；。为是作由]{0,20})';

/** “市住建局：农房改善”: the colon says who does which part; before a second unit it is a slip of the pen. */
const PART_OF =
  '(?<=[局委办厅院府]|公司|中心)[:：](?=[一-龥])(?![省市县区州][一-龥]{1,10}[局委办厅部院会室](?:$|[、，；。）]))';

const VERBS: [VerbRole, string][] = [
  [
    'lead',
    `(?!${LEADERS_OF_GROUP})(?:${BE}?(?:总|共同|联合|负责|双)?(?:牵头|主办|主责|牵办|领办|主抓|领衔|牵总)(?:抓总)?(?:会同(?=负责))?${AFTER_OWN}(?:责任)?${POST}?|负总责|总负责|抓总|为主(?=$|[，；。]|负责)|(?<=[局委办厅部院会])主管(?=[，；])|统筹(?:协调|推进|负责)?(?=[，；]))(?:会同)?`,
  ],
  [
    'with',
    '(?:会同|会商(?!会)|商(?=[省市县区国教公财])|(?<=[局委办厅部，；])(?<![安食药减防管村居]委)会(?=[省市县区州][^、，；]{2,12}[局委办厅部]|有关|相关|各)|(?<=[处科室])会(?=[一-龥]{1,8}[处科办室](?:$|[、，；])))',
  ],
  [
    'support',
    `(?:${BE}(?:协同|配合|协助|参与|协办|参加|支持)(?:责任)?${POST}|(?:${SUPPORT})(?:做好|实施|落实|负责|推进|推动|办理|抓好|抓|完成|开展|工作)*(?:${WORK_DONE})?)`,
  ],
  [
    'guide',
    '(?:负责)?(?:业务|全程|跟踪)?(?:(?<=[局委办厅部院会室踪程责好])(?:督办|督查|监督检查)(?:工作)?(?=$|[，；。])|监督指导|指导(?!中心|站|处|委员会|办公室|科|小组)|督促指导|督促|督导(?!室|组|办|局|科|委|评估)|监督(?!管理|局|所|处|科|检验|检查|委|执法|总队))(?:落实|实施|推进|督促|服务|支持|做好|开展|协调)*(?:工作(?=$|[，；。]))?',
  ],
  [
    'own',
    `(?:(?:主要|组织)?${IN_CHARGE}${AFTER_OWN}|${BE}责任${POST}|各负其责|各司其职|齐抓共管|履行(?:相应|相关|有关|各自|自身|法定|工作)*职责|${BY_DUTY}|(?<=[局委办厅部院会体])抓(?=$|[，；。])|(?<=[局委办厅部院会行司社府团联队站])联动(?=$|[，；。])|[抓做]好(?:${WORK_DONE}|${TO_END})|${DONE_BY}|${PART_OF})`,
  ],
  [
    'carry_out',
    `(?<!持续)(?:结合实际|抓好|抓(?=落实)|推动|推进|协调|贯彻|组织|予以)*(?:落实(?:(?:属地|主体|监管|管理|领导|行业|工作)+责任|(?!办))|组织实施|实施|(?:联合|共同)?开展(?=$|[，；。）])|执行(?!局)|(?:研究)?提出(?:落实|实施|具体|工作)?(?:意见|方案|办法|措施|建议)|承办|承担|办理|推进(?!办|中心|组|局)|推动|(?<!精)细化|制定|编制(?!办|委)|出台|研究(?!室|院|所|中心))${AFTER_OWN}`,
  ],
];

/** 等市人民政府, 等3个州（市）政府: the level that the places before share. */
const ETC_PLACES =
  '(?:相关|有关)?(?:\\d{1,2}|[两二三四五六七八九十]{1,3})?个?(?:地级|设区)?(?:自治州|[地市州县区盟旗]|（[地市州县区盟旗、]+）|师市|[、/](?=(?:[地市州县区盟旗]|师市)(?:[（、/人政]|$)))+(?:(?:人民)?政府)?';

const ETC_TAIL =
  '(?:(?:负有|承担|具有|履行)[^、，；。（）]{2,16}(?:职责|职能|责任|任务)的(?:有关|相关)?(?:部门|单位)|' +
  '[^、，；。（）]{0,10}(?:试点|示范|重点|创建)(?:地区|[县市区乡镇村]|园区|企业|街道)|' +
  '[^、，；。（）]{0,20}(?:领导小组|联席会议|专班|指挥部|委员会|[安食药减防]委会)(?:各|有关)*成员单位|' +
  '(?:(?!部门|单位|负责|牵头|配合|按|分工|为|由|和|与|及|等)[一-龥]){1,6}(?:企业|主管部门|机关|用人单位|媒体)|(?:用人单位|(?:新闻)?媒体|社会力量)|' +
  '(?:各|有关|相关)?行业(?!主管)[一-龥]{1,4}(?:部门|单位)|' +
  '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})?个?(?:国务院|(?:自治区|[省市县区州盟旗镇])(?:直属?|级)?)?(?:各|相关|有关|沿线|成员|职能|涉农|责任|主管|行业|业务|监管|行政执法|执法|审批|监督|经济|承办|经办|服务|骨干|重点|龙头)*(?:部门|单位|机构|部委|方面|(?:人民|群众)?团体|群团(?:组织)?|社会组织|金融机构|行业协会|站所|街道办事处|街道|镇街|街镇|乡镇|镇|乡|园区|运营商|企业|公司|高校|院校|学校|医院)?(?:（(?:单位|部门)）)?(?:(?:和|、|及|与)?(?:相关|有关)?(?:部门|单位))?)';

/** A mark begins with no character that a word begins with, so it may be looked for first. */
const STOP =
  "([、，,；;。.|/→]|(?<=[局委办厅部会联院])(?:[+·•>丶﹑~’‘'`]|…{1,2}|[-—]{1,2})(?=[省市县区州国各])|[①-⑳]|(?<![\\d年月])\\d{1,2}[.．、](?=[一-龥]))";
const splitting = (labels: string): Led =>
  new Led(
    new RegExp(
      [
        STOP,
        `(${labels})`,
        `(分别|(?<![责能工])各自(?=负责)|${ADVERBS}|${STRONGLY})`,
        ...VERBS.map(([, pattern]) => `(${pattern})`),
        `(等(?:${ETC_PLACES}|${ETC_TAIL}))(?=\\s*(?:$|[、，；。])|[、，；。,;）\\]】]|和|与|及|以及|按|分别|分工|共同|各|负责|牵头|会同|配合|参与|参加|协助|协同|协办|协作|主办|具体|根据|结合|在(?:各自|职责|自身)|履行|落实|依|指导|支持|组织|为|研究|推进|推动|协调|统筹|办理|承办|做好|抓好|联合|密切|认真|实施|执行|提出|${LABELS})`,
      ].join('|'),
    ),
  );
/** A character that stands in no text: a note without the words that every label holds is cut without looking for any. */
const NOTHING = '\uffff';
const LABEL_HINT = /[:：]|单位|部门|主体/;
const LABEL_END = /(?:单位|部门|主体)[:：]/g;
const STRANGE = new RegExp(STRANGE_LABEL, 'y');
const STRANGE_GROUPS = 1;
const WITH_LABELS = splitting(LABELS);
const WITHOUT_LABELS = splitting(NOTHING);
/** Where the parts of the pattern stand among its groups: stop, label, apart, the verbs, etc. */
const STOP_GROUP = 1;
const LABEL_GROUP = 2;
const VERB_GROUP = 4;
const ETC_GROUP = VERB_GROUP + VERBS.length;

const UNIT_END = '局委办厅部院会队行社署司处心所站府团校司关室组体台企学';
/** 市规划和自然资源局和平分局: a place whose name begins with the word. */
const AND_OF_PLACES = '(?:平|顺|田|龙|政|静|硕|县|林格尔)[县区市]?分[局行院]';
const AND = new RegExp(
  `(?<=[${UNIT_END}）区市县州盟旗*＊★☆▲△※●◆])(?:以及|和(?!${AND_OF_PLACES})|与|及|并)(?=[一-龥])` +
    '|(?<=工商联|残联|妇联|文联|侨联|社联|团中央)(?:以及|和|与|及)(?=[一-龥]{2})(?!其|所属|下属)|(?<=部门|单位|企业|机构|园区|高校)(?:以及|和|与|及)(?=各|[省市县区州]|中央|驻|国家|组组)',
  'g',
);
const AND_SIGNS = sign('和与及并');
/** 市人社局市财政局, 人社局财政局: the separator was lost. */
const STARTS =
  '农牧|农林|林业|林草|粮食|城管|气象|供销|招商|扶贫|退役|机关事务|政务|行政审批|大数据|金融|国资|房管|规划|国土|环保|安监|质监|工商|经信|文体|广电|体育|旅游|公路|法院|检察|工会|科协|团委|' +
  '人社|人力资源|财政|教育|教体|公安(?!县)|民政|司法|住建|住房|交通|农业|水利|水务|商务|文旅|文广|文化|卫健|卫生|应急|审计|市场监|统计|医保|税务|发改|发展改革|工信|科技|自然资源|生态|信访|乡村振兴|残联|妇联|总工会|团[省市县区]委|各[县市区乡镇旗州盟]';
/** Short names that end a note without one of the usual endings. */
const WHOLE = '法院|检察院|工会|总工会|科协|团委|残联|妇联|信访办';
const MISSING = new RegExp(
  '(?<=[局厅委办]|委员会|办公室|人民政府|妇联|残联|工会|科协)(?<!^[省市县区州盟旗]委)(?=[省市县区州][^局委]{2,12}(?:局|厅|委|办|部|会|处|中心))' +
    `|(?<=[局厅委办])(?<!公安[局厅](?=交通|交管|交警|公安交))(?<!^(?:中共)?(?:[省市县区州盟旗]|自治区党|党)委)(?=(?:${STARTS})[^局厅]{0,14}(?:局|厅|委|办|会|联|镇|区|县|政府)|(?:${WHOLE})$)` +
    // 公安局市中级人民法院, 住建局县城投公司, 大数据局省直各部门; 市南分局 and 市政中心 are one name.
    '|(?<=[局厅委办])(?=[省市县区州](?![政容场域级南北中]|[直属])[一-龥]{2,10}(?:院|中心|公司|集团|队|社|站|馆)$|市中级人民法院$|[省市县区州][直属级](?:各|有关|相关)?(?:部门|单位)$)' +
    '|(?<=支行|分行)(?=[一-龥]{2,4}(?:银保监|监管)分局$)' +
    // 区住建局滨河高新区管委会: a zone's committee begins with the zone.
    '|(?<=[局厅])(?=[一-龥]{2,6}(?:(?:高新|经开|开发|示范|度假|综保|新|园)区)管(?:委会|理委员会)$)' +
    '|(?<=[局厅委办部院会])(?=各[县市区旗州盟乡镇街道）（、]{1,8}(?:人民政府|政府|管委会|办事处)$)' +
    '|(?<=[一-龥]{2}股)(?=(?![份权东票])[一-龥]{2,8}(?:[股馆站队所]|中心)$)',
);

/** What the first of two such names ends with; the second is no shorter. */
const ENDS_BEFORE = sign('局厅委办会室府联协行部院股');
const LEAST_NAME = 2;

/** 相关单位：, 涉及部门： behind those who do it. */
const SUPPORTING = /^(?:相关|有关|涉及)/;

/** Cuts a note into its words; names are what is left between labels, verbs and separators. */
export function tokenise(note: string): Token[] {
  const masked = maskNames(note);
  return masked === note ? cut(note) : cut(masked).map((token) => unmasked(token, note));
}

function unmasked(token: Token, note: string): Token {
  if (token.kind !== 'name') return token;
  const text = note.slice(token.start, token.end);
  return groupOf(text) ? { kind: 'group', start: token.start, end: token.end, text } : { ...token, text };
}

function cut(note: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const hasLabels = LABEL_HINT.test(note);
  const split = hasLabels ? WITH_LABELS : WITHOUT_LABELS;
  const strange = hasLabels ? strangeLabels(note) : [];
  const nested = note.includes('（') || note.includes('〔');
  let from = 0;
  for (let match = nextWord(note, from, split, strange); match; match = nextWord(note, from, split, strange)) {
    from = match.index + match[0].length;
    if (nested && bracketed(note, match.index)) continue;
    pushNames(tokens, note, position, match.index);
    const token = tokenOf(match);
    if (token) tokens.push(token);
    position = from;
  }
  pushNames(tokens, note, position, note.length);
  return tokens;
}

/** The first word from an offset on; where a usual and a strange label begin together, it is the usual one. */
function nextWord(note: string, from: number, split: Led, strange: readonly RegExpExecArray[]): RegExpExecArray | null {
  const word = split.next(note, from);
  const label = strange.find(({ index }) => index >= from);
  if (!label) return word;
  const isFirst = !word || label.index < word.index || (label.index === word.index && !word[LABEL_GROUP]);
  return isFirst ? label : word;
}

/** The labels that no table has: two to four characters before the word that such a label ends with. */
function strangeLabels(note: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const { index } of matchesOf(note, LABEL_END))
    for (let at = Math.max(0, index - 4); at <= index - 2; at++) {
      STRANGE.lastIndex = at;
      const label = STRANGE.exec(note);
      if (label && label.index > (found.at(-1)?.index ?? -1)) found.push(label);
    }
  return found;
}

/** Inside the inner brackets of 县（市、区） nothing is cut. */
function bracketed(note: string, position: number): boolean {
  return within(note, position, '（', '）') || within(note, position, '〔', '〕');
}

function within(note: string, position: number, from: string, to: string): boolean {
  const open = note.lastIndexOf(from, position - 1);
  return open >= 0 && open < position && note.indexOf(to, open) >= position;
}

function tokenOf(match: RegExpExecArray): Token | null {
  const start = match.index;
  const end = start + match[0].length;
  const text = match[0];
  if (match[STOP_GROUP]) return { kind: 'stop', mark: text, start, end };
  const strange = match.length === STRANGE_GROUPS;
  if (match[LABEL_GROUP] || strange)
    return {
      kind: 'label',
      role: labelRole(text),
      start,
      end,
      strange: strange && !SUPPORTING.test(text) ? text : null,
    };
  if (match[ETC_GROUP]) return { kind: 'etc', start, end, text };
  const verb = VERBS.find((_, index) => match[VERB_GROUP + index]);
  if (verb) return { kind: 'verb', verb: verb[0], start, end, text };
  const apart = text === '分别' || text === '分头' || (text === '各自' && match.input.startsWith('负责', end));
  return apart ? { kind: 'apart', start, end } : null;
}

function pushNames(tokens: Token[], note: string, start: number, end: number): void {
  if (start === end) return;
  let position = start;
  const text = note.slice(start, end);
  if (!spells(text, AND_SIGNS)) {
    pushName(tokens, note, start, end);
    return;
  }
  AND.lastIndex = 0;
  for (let match = AND.exec(text); match; match = AND.exec(text)) {
    if (bracketed(note, start + match.index)) continue;
    pushName(tokens, note, position, start + match.index);
    tokens.push({
      kind: 'stop',
      mark: match[0],
      start: start + match.index,
      end: start + match.index + match[0].length,
    });
    position = start + match.index + match[0].length;
  }
  pushName(tokens, note, position, end);
}

/** 各区人民政府（含……，下同）: whatever its bracket adds, no one unit. */
const ALL_OF = /^各(?:省|市|县|区|州|盟|旗|乡|镇|街|地|有关|相关|部门|单位|级)[^（]{0,16}（/;

const BLANKS = ' \t\n\u3000';
/** Signs before or behind a name that are no part of it. */
const STARS = /[*＊★☆▲△※●◆]/;
const OPENS_WITH = sign(`${BLANKS}“”"：:由请）—*＊★☆▲△※●◆◎○■□◇-`);
const ENDS_WITH = sign(`${BLANKS}“”"：:（>〉》—*＊★☆▲△※●◆◎○■□◇`);
const ALSO = sign('以');
/** 等部门和工会: nobody's name begins right behind 等部门. */
const AND_BEHIND_ETC = /^(?:以及|和|与|及|并)(?=[一-龥]{2})/;
const LED_BY_AND = /^(?:以及|和|与|及|并)(?=各|沿|[省市县区]|相关|有关|其他|国家|中国)/;

function pushName(tokens: Token[], note: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSign(note, start, OPENS_WITH)) start += 1;
  while (end > start && isSign(note, end - 1, ENDS_WITH)) end -= 1;
  const starred = (start > from || end < to) && STARS.test(note.slice(from, start) + note.slice(end, to));
  const goesOn = tokens.at(-1)?.kind === 'etc' && tokens.at(-1)?.end === from ? AND_BEHIND_ETC : LED_BY_AND;
  if (isSign(note, start, AND_SIGNS | ALSO)) start += goesOn.exec(note.slice(start, end))?.[0].length ?? 0;
  if (start >= end) return;
  const text = note.slice(start, end);
  const lost = spells(text.slice(0, -LEAST_NAME), ENDS_BEFORE) ? MISSING.exec(text) : null;
  if (lost && (!groupOf(text) || /^[^各]+[局厅]$/.test(text.slice(0, lost.index)))) {
    pushName(tokens, note, start, start + lost.index);
    pushName(tokens, note, start + lost.index, end);
    return;
  }
  if (groupOf(text) || ALL_OF.test(text)) tokens.push({ kind: 'group', start, end, text });
  else tokens.push({ kind: 'name', start, end, text, starred });
}

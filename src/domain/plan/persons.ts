/** What stands for each character of a person's name. */
export const HIDDEN = '×';

const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳祝纪尚毕耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮柯岳宁卜付肖闫邸';
const COMPOUND = '欧阳|司马|上官|诸葛|皇甫|尉迟|司徒';
const HAN = '[一-龥]';
/** What a person bound to a post is said to do: 牵头抓总, 亲自调度. */
const ACTS =
  '牵头|负责|分管|主管|同志|亲自|统筹|抓总|调度|主抓|主持|挂帅|总牵头|总负责|担任|任[总组副第]|为(?:副?组长|第一|总)|带队|带领|召集|包[联保抓]|联系|督办|督导|具体|全面|协助|定期|每[周月季年]|直接|一线';
/** Ends of offices, posts and units: what ends so is no name. */
const NO_NAME_END = '省市县区州盟旗镇乡村街局委办厅部院校处科股站所队室组会府党常副长任记席员导务管位门构司团企业';
/** The pattern of a person's name: a surname and one or two characters. */
export const PERSON_NAME = `(?:(?:${COMPOUND})${HAN}{1,2}|[${SURNAMES}][\\s\\u3000]{0,2}(?:${HAN}[·]?)?(?![${NO_NAME_END}])${HAN})`;
const TITLE =
  '(?:(?:常务)?副?(?:[省市县区州盟旗镇乡]长|主任|书记|局长|厅长|部长|主席|秘书长|专员|院长|校长|站长|所长|处长|科长|股长|队长|行长|经理|董事长|检察长|组长|会长|政委|巡视员|调研员)|常委|委员|同志|先生|女士)';
const LABEL =
  '(?:[省市县区州镇乡]?(?:级|委|政府)?)(?:牵头|责任|分管|主管|协管|包抓|包保|包联|联系|联络|挂钩|挂点|督办|督导|主要|直接|具体|第一|协助|配合|带队|负责|项目|工作)*(?:领导|责任人|负责人|负责同志|联系人|联络员|牵头人|经办人|承办人)(?:（[^（）]{0,12}）)?[:：]';
const NEXT_LABEL =
  '(?:牵头|责任|配合|协同|主办|协办|承办|落实|完成|联系|工作)(?:责任)?(?:单位|部门|科室|领导|时限|时间|人|电话)';
const SIGNS = '、，,；;。.．：:（）()〔〕\\[\\]【】“”|\\d\\n\\t';
/** The words behind such a label, up to the next one or the end of its part. */
const AFTER_LABEL = new RegExp(`(${LABEL})([^；;。|\\n\\t]*?)(?=${NEXT_LABEL}|[；;。|\\n\\t]|$)`, 'g');
const LISTED = new RegExp(
  `(?<=^|[${SIGNS}\\s\\u3000]|${TITLE}|和|及|由)${PERSON_NAME}(?=$|[${SIGNS}\\s\\u3000]|${TITLE}|和|及|牵头|负责|分管|等)`,
  'g',
);
/** What stands alone behind such a label and is neither post nor unit is a name, whatever it begins with. */
const ALONE = new RegExp(
  `(?<=^|[${SIGNS}\\s\\u3000])(?![待另暂各全相有分主本同班无已见专电手联])${HAN}{1,2}?(?![${NO_NAME_END}])${HAN}(?=$|[${SIGNS}])`,
  'g',
);
/** A name can only begin here: asked first, for speed. */
const BEGINS = `(?=[${SURNAMES}欧司上诸皇尉])`;
const FREE = `^|[${SIGNS}\\s\\u3000]|[由请和及与]`;
/** 副县长某某牵头; 由某某副县长亲自调度; 某某同志. */
const BEHIND_TITLE = new RegExp(`${BEGINS}(?<=${TITLE}|领导)${PERSON_NAME}(?=$|[${SIGNS}]|${ACTS})`, 'g');
const BEFORE_TITLE = new RegExp(
  `${BEGINS}(?<=${FREE})${PERSON_NAME}(?=(?:常务)?副?${TITLE}(?:$|[${SIGNS}]|[和及与等在要]|${ACTS}))`,
  'g',
);
const BEFORE_COMRADE = new RegExp(`${BEGINS}(?<=${FREE}|${TITLE}|领导)${PERSON_NAME}(?=同志|先生|女士)`, 'g');
/** 由张明牵头: a bare name behind 由. */
const BY_NAME = new RegExp(
  `${BEGINS}(?<=由)${PERSON_NAME}(?=(?:具体|全面|直接|共同|总)?(?:牵头|负责|分管|主管|主抓|抓总|挂帅|带队|包抓|包联|督办|统筹))`,
  'g',
);
/** 李市长, 王副县长: a surname alone before a post; 任组长 and 向市长负责 hold none. */
const SURNAME_ONLY = new RegExp(
  `(?<=^|[${SIGNS}\\s\\u3000]|[由请及与])(?![任向于]|常委)(?:${COMPOUND}|[${SURNAMES}])(?=(?:常务)?副?${TITLE}(?:$|[${SIGNS}]|[和及与等在要]|${ACTS}|配合|参加|参与|协调|组织))`,
  'g',
);
const BOUND = [BEHIND_TITLE, BEFORE_TITLE, BEFORE_COMRADE, SURNAME_ONLY];
/** Words of two or three characters that begin like a name. */
const WORDS =
  /^(?:常务|武警|石化|文广|金控|安保|安全|安监|高新|高校|高级|金融|万人|文化|文旅|水利|农业|任务|任组|成员|江苏|全体|包抓|包联|包保|包村|龙头|马上|方案|方面|左右|向上|于每|石油|关于|许可|应当|温馨|温暖|高度|高效|高位|高质|安排|安大|白山|施行|万柏林|金秋|任期|任职|全权|常态|金额|施工|管理|管委|路线|田间|游客|毕业|易地|文明|程序|时间|纪检|纪委|武装|章程|白名单|尚未|符合|季度|田地|林业|林草|牛羊|夏季|秋季|苗木|梅雨|童工|严格|段落|何时|余额|莫名|辛苦|甘肃|宁夏|贺兰|顾问|武汉|石家庄|金华|温州|台州|常州|齐全|申请|申报|申领)/;

const WHOLE_NAME = new RegExp(`^${PERSON_NAME}$`);

/** Whether a word by itself may be a person's name and is none of the words that begin like one. */
export const isPersonName = (word: string): boolean => WHOLE_NAME.test(word) && !WORDS.test(word);

/**
 * The text with persons' names hidden, character for character, so that places in it stay: names behind 责任领导, 责任人 and
 * the like, names bound to a post (副县长某某牵头, 某某副市长亲自调度; 李市长), bare names behind 由 … 牵头, and `known` names found elsewhere in the same
 * document. Posts and units stay. A plan's readers need no person: duties belong to units (threats.md, personal data).
 */
export function withoutPersons(text: string, known: readonly string[] = []): string {
  return replaced(text, known, (name) => name.replace(/[一-龥]/g, HIDDEN));
}

/** The persons' names that a text prints in such places, each once, without the blanks inside them. */
export function personsIn(text: string): string[] {
  const names = new Set<string>();
  replaced(text, [], (name) => {
    if (!name.includes(HIDDEN) && name.length > 1) names.add(name.replace(/[\s\u3000]/g, ''));
    return name.replace(/[一-龥]/g, HIDDEN);
  });
  return [...names];
}

/** No name is found without one of these: looked for first, for speed. */
const LABELLED = /[导人志员](?:（[^（）]{0,12}）)?[:：]/;
const POSTED = new RegExp(`${TITLE}|领导`);

type Hiding = (name: string) => string;

function replaced(text: string, known: readonly string[], hide: Hiding): string {
  const spread = known.length > 0 ? text.replace(anyOf(known), hide) : text;
  const isName: Hiding = (name) => (WORDS.test(name) ? name : hide(name));
  const labelled = LABELLED.test(spread)
    ? spread.replace(
        AFTER_LABEL,
        (_, label: string, words: string) => label + words.replace(LISTED, isName).replace(ALONE, isName),
      )
    : spread;
  const named = labelled.includes('由') ? labelled.replace(BY_NAME, isName) : labelled;
  return POSTED.test(named) ? BOUND.reduce((words, pattern) => words.replace(pattern, isName), named) : named;
}

/** Names of two characters are words elsewhere: they are known only where they stand by themselves or by a post. */
function anyOf(names: readonly string[]): RegExp {
  const long = names.filter((name) => name.length > 2).map(spaced);
  const short = names.filter((name) => name.length === 2).map(spaced);
  const alone = `(?<=${FREE}|${TITLE})(?:${short.join('|')})(?=$|[${SIGNS}\\s\\u3000]|[和及与等]|${TITLE}|${ACTS})`;
  return new RegExp([...long, ...(short.length > 0 ? [alone] : [])].join('|') || '(?!)', 'g');
}

/** A name may be broken by blanks or by the end of a line. */
const spaced = (name: string): string => [...name].join('[\\s\\u3000]{0,2}');

const OPENING = '(?<=^|会同|[、，；。:：（）\\s和与及由*＊★☆▲△※●◆])';
const CLOSING = '(?=$|[、，；。（）\\s和与及按负牵配会参协等分具共落为推])';
/** Words that say what somebody does, and stand in the names of teams as well: 省推进…领导小组. */
const WEAK =
  '推进|推动|促进|落实|实施|执行|承办|承担|办理|细化|制定|编制|出台|研究|组织|协调|统筹|依法|联合|共同|支持|参与|协同|协作|指导|监督|督导|开展|全面|积极|主动|切实|认真|抓好|做好|贯彻|具体';
const STRONG = '牵头|负责|配合|会同|参加|协助|督促|按|等|各';
/** A word of a team's name: no verb of a duty, and no unit whose verb follows. */
const WORD = `(?:(?!${STRONG}|[局委办厅部府位门会院队联社行司](?:${WEAK}))[^、，；。:：（）\\s*＊★☆▲△※●◆])`;
const TEAM = '(?:领导小组|协调小组|工作小组|推进小组|工作组|专班|联席会议|指挥部|委员会)';
const AUTHORITY = '(?:自治区|[省市县区州盟旗])?(?:党?委|政府)?';

/** Names in which neither a verb nor a separator cuts. */
const NAMES = [
  `${OPENING}${AUTHORITY}${WORD}{0,20}?(?:${WEAK})${WORD}{0,30}${TEAM}(?:办公室|办(?![理事]))?(?:各?成员单位)?${CLOSING}`,
  `${OPENING}${AUTHORITY}${WORD}{1,20}(?<=[会委组部班室办])各成员单位${CLOSING}`,
];

const OWNER = '(?:中央|自治区|[中部省市县])';
const PLACE = '(?:[省市州盟县区旗]|乡镇|街道|[（）])';
/** Groups whose words are listed: 中央、自治区驻市各单位, 各级教育、财政部门, 市、县两级税务部门, 各市、县党委、政府. */
const GROUPS = [
  `${OPENING}${OWNER}(?:(?:、|和|及)${OWNER})+(?:直属?|属)?(?:驻[一-龥]{1,3}?)?(?<=[直属驻]\\S{0,3})(?:各|有关|相关)*(?:部门|单位|企业|机构)${CLOSING}`,
  `${OPENING}各级(?!党委|人民|政府)[^局委办厅部府、，；和]{2,8}(?:(?:、|和|及)[^局委办厅部府、，；]{2,8}?)+部门${CLOSING}`,
  `${OPENING}[省市州盟县](?:、|和)?${PLACE}{1,8}[两三四]级[^局委办厅部府、，；和]{2,8}(?:(?:、|和|及)[^局委办厅部府、，；]{2,8}?)+部门${CLOSING}`,
  `${OPENING}[省市州盟县](?:、|和)${PLACE}{1,8}[两三四]级[^局委办厅、，；]{0,10}?(?:部门|单位|政府)?${CLOSING}`,
  `${OPENING}(?:自治区|[省市州县区])?(?:直属?|级)?(?:各|有关|相关)+[委办厅局](?:、[委办厅局]){1,3}${CLOSING}`,
  `${OPENING}各?${PLACE}{1,8}(?:、${PLACE}{1,8})*(?:党委|党工委)(?:、|和|及)(?:人民)?政府${CLOSING}`,
];

const WHOLE = new RegExp(NAMES.join('|'), 'g');
const GROUP = new RegExp(GROUPS.join('|'), 'g');
/** Looked for first, for speed. */
const HINT = /小组|工作组|专班|联席会议|指挥部|委员会/;
const VERB = new RegExp(WEAK);
const GROUP_HINT = /[直属驻]|各级|[两三四]级|[委办厅]、[办厅局]|党(?:工)?委[、和及](?:人民)?政府/;
/** Stands for the characters of a whole name: it ends units and begins no verb. */
const MASK = '组';

/** The note with the names in which nothing is to be cut made plain; offsets hold. */
export function maskNames(note: string): string {
  const teams = (HINT.test(note) && VERB.test(note)) || note.includes('各成员单位');
  const masked = teams ? note.replace(WHOLE, plain) : note;
  return GROUP_HINT.test(note) ? masked.replace(GROUP, plain) : masked;
}

const plain = (name: string): string => MASK.repeat(name.length);

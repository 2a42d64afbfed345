const OPENING = '(?<=^|会同|[、，；。:：（）\\s和与及由*＊★☆▲△※●◆])';
const CLOSING = '(?=$|[、，；。）\\s和与及按负牵配会参协等分具共落为推])';
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

const WHOLE = new RegExp(NAMES.join('|'), 'g');
/** Looked for first, for speed. */
const HINT = /小组|工作组|专班|联席会议|指挥部|委员会/;
const VERB = new RegExp(WEAK);
/** Stands for the characters of a whole name: it ends units and begins no verb. */
const MASK = '组';

/** The note with the names in which nothing is to be cut made plain; offsets hold. */
export function maskNames(note: string): string {
  const worth = (HINT.test(note) && VERB.test(note)) || note.includes('各成员单位');
  return worth ? note.replace(WHOLE, (name) => MASK.repeat(name.length)) : note;
}

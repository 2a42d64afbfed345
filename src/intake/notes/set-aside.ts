/** Looked for first, for speed. */
const HINT = /原|不含|不包括|不包含|除/;
const LABEL = '(?:牵头|责任|主办|负责|承办)(?:单位|部门)';
const UNTIL = '[^，；。（）]{2,40}';
/** How words end that name units or places. */
const NAMED = `${UNTIL}(?<=[局委办厅部会院府镇乡县区市旗站所队校社村]|街道|中心|公司|单位|部门)`;

/** “原由甲局负责，现由乙局负责”: who did it before, up to those who do it now. */
const FORMER = `(?:由原|原(?:先|来|本)?(?:由|${LABEL}(?:为|是|[:：])?))${UNTIL}[，；](?:现(?:在|已)?改?由?|改由|调整为|变更为)`;
/** “……，不含甲局”, “……，甲局除外”, “除甲局外，……”. */
const EXCEPTED = [
  `(?<=^|[，；])(?:但|其中)?(?:不含|不包括|不包含)${NAMED}(?=$|[，；。])`,
  `(?<=^|[，；])${NAMED}除外(?=$|[，；。])`,
  `(?<=^|[，；])除${NAMED}(?:以|之)?外[，、]?`,
  `(?<=等(?:有关|相关)?(?:部门|单位)?)（(?:不含|不包括|不包含)${UNTIL}）`,
];
const FORMER_WORDS = new RegExp(FORMER, 'g');
const EXCEPTED_WORDS = new RegExp(EXCEPTED.join('|'), 'g');

/** Words of a note that name units without a part in the task. */
export interface SetAside {
  /** The note with a stop in the place of every character of theirs: offsets hold. */
  words: string;
  /** Who did it before, as printed. */
  former: string[];
  /** Who is excepted, as printed. */
  excepted: string[];
}

/** Sets aside those who did the work before and those whom the note excepts. Pure. */
export function setAside(note: string): SetAside {
  const found: SetAside = { words: note, former: [], excepted: [] };
  if (!HINT.test(note)) return found;
  found.words = note
    .replace(FORMER_WORDS, (words) => put(words, found.former))
    .replace(EXCEPTED_WORDS, (words) => put(words, found.excepted));
  return found;
}

function put(words: string, into: string[]): string {
  into.push(words.replace(/^[（，；]|[）、，；]$/g, ''));
  return '、'.repeat(words.length);
}

import { to } from 'opencc-js/preset/t2cn';

/** What one UTF-16 code unit becomes; 0 means that it is dropped, NEWLINE and GAP are kept apart by the normaliser. */
export type CharacterTable = Uint16Array;

const PUNCTUATION: Record<string, string> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '∶': '：',
  '︰': '：',
  '﹐': '，',
  '﹕': '：',
  '﹔': '；',
  '﹙': '（',
  '﹚': '）',
  '｡': '。',
  '､': '、',
  '・': '·',
  '•': '·',
  '●': '·',
  '‧': '·',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '～': '~',
  '–': '—',
  '―': '—',
  '─': '—',
  '━': '—',
  '－': '-',
  '﹣': '-',
  '−': '-',
  '％': '%',
  '﹪': '%',
  '﹝': '〔',
  '﹞': '〕',
  '〖': '【',
  '〗': '】',
  '＂': '"',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
};

const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f]/;

/** Circled and bracketed numbers keep their own form: they mark levels of the outline. */
const KEEP = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793…‥]/;

function folded(character: string): string {
  if (KEEP.test(character)) return character;
  const compatible = character.normalize('NFKC');
  return compatible.length === 1 ? (PUNCTUATION[compatible] ?? compatible) : character;
}

const CODES = 0x1_0000;
const PAGE = 0x100;

/** Pages of the code without anything to fold are not looked at character by character: every reading process does this. */
function baseTable(): CharacterTable {
  const table = new Uint16Array(CODES);
  for (let code = 0; code < CODES; code++) table[code] = code;
  for (let from = 0; from < CODES; from += PAGE) {
    const page = String.fromCharCode(...table.subarray(from, from + PAGE));
    if (!isSurrogate(from) && (page.normalize('NFKC') !== page || INVISIBLE.test(page))) foldPage(table, from);
  }
  for (const [character, printed] of Object.entries(PUNCTUATION)) {
    table[character.charCodeAt(0)] = printed.charCodeAt(0);
  }
  return table;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

function foldPage(table: CharacterTable, from: number): void {
  for (let code = from; code < from + PAGE; code++) {
    const character = String.fromCharCode(code);
    table[code] = INVISIBLE.test(character) ? 0 : folded(character).charCodeAt(0);
  }
}

function traditionalPairs(): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const group of to['cn'] ?? []) {
    for (const dictionary of group) if (typeof dictionary === 'string') addSingles(dictionary, pairs);
  }
  for (let at = 0; at < VARIANTS.length; at += 2) pairs.set(VARIANTS.charCodeAt(at), VARIANTS.charCodeAt(at + 1));
  return pairs;
}

/** Printed forms of traditional characters that the table lacks, each before its simplified one. */
const VARIANTS =
  '衞卫戸户靑青敍叙囘回尙尚倂并汚污躰体粧妆疎疏畧略畱留寜宁寕宁鄕乡緖绪槪概淸清歴历効效勅敕厰厂堦阶塲场塩盐寳宝尅克嶋岛' +
  '彊强徃往愼慎揷插撡操擧举暎映栢柏楳梅橆无欵款氷冰涖莅湼涅炤照犂犁砲炮硏研碁棋秊年稉粳窓窗竝并緜绵縂总緫总繖伞罸罚' +
  '羗羌耡锄聨联聮联荘庄蘓苏覩睹諠喧讐仇賛赞贑赣蹔暂輭软迺乃遯遁邨村郞郎隣邻鈆铅鏁锁鐡铁鑛矿隄堤隖坞霛灵頋顾飜翻餧喂駞驼' +
  '騐验鵞鹅鶏鸡鹻碱鼇鳌麤粗龝秋龢和';

function addSingles(dictionary: string, pairs: Map<number, number>): void {
  for (const entry of dictionary.split('|')) {
    if (entry.length === 3 && entry[1] === ' ') pairs.set(entry.charCodeAt(0), entry.charCodeAt(2));
  }
}

/** Width, compatibility forms and punctuation only; for texts in simplified characters. */
export const SIMPLIFIED_TABLE: CharacterTable = baseTable();

const PAIRS = traditionalPairs();

/** The same, with traditional characters turned into simplified ones (single characters of the OpenCC table). */
export const TRADITIONAL_TABLE: CharacterTable = SIMPLIFIED_TABLE.map((code) => PAIRS.get(code) ?? code);

/** 0 for what is no Chinese character, 1 for one that both tables leave alike, 2 for one that they tell apart. */
const WRITTEN = Uint8Array.from(SIMPLIFIED_TABLE, (simplified, code) =>
  code < 0x3400 || code > 0x9fff ? 0 : TRADITIONAL_TABLE[code] === simplified ? 1 : 2,
);

const SAMPLE = 20_000;
const TRADITIONAL_SHARE = 0.04;

/**
 * Whether a text is written in traditional characters: a simplified text holds next to none of them, and its rare ones
 * (乾县) must stay as they are.
 */
export function isTraditional(text: string): boolean {
  let [alike, apart] = [0, 0];
  const step = Math.max(1, Math.floor(text.length / SAMPLE));
  for (let index = 0; index < text.length; index += step) {
    const written = WRITTEN[text.charCodeAt(index)]!;
    alike += written & 1;
    apart += written >> 1;
  }
  return apart > (alike + apart) * TRADITIONAL_SHARE;
}

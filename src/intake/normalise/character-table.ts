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
  const printed = PUNCTUATION[character];
  if (printed !== undefined) return printed;
  if (KEEP.test(character) || INVISIBLE.test(character)) return character;
  const compatible = character.normalize('NFKC');
  return compatible.length === 1 ? (PUNCTUATION[compatible] ?? compatible) : character;
}

function baseTable(): CharacterTable {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) {
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    table[code] = surrogate ? code : folded(String.fromCharCode(code)).charCodeAt(0);
    if (!surrogate && INVISIBLE.test(String.fromCharCode(code))) table[code] = 0;
  }
  return table;
}

function traditionalPairs(): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const group of to['cn'] ?? []) {
    for (const dictionary of group) if (typeof dictionary === 'string') addSingles(dictionary, pairs);
  }
  return pairs;
}

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

const SAMPLE = 20_000;
const TRADITIONAL_SHARE = 0.04;

/**
 * Whether a text is written in traditional characters: a simplified text holds next to none of them, and its rare ones
 * (乾县) must stay as they are.
 */
export function isTraditional(text: string): boolean {
  let han = 0;
  let hits = 0;
  const step = Math.max(1, Math.floor(text.length / SAMPLE));
  for (let index = 0; index < text.length; index += step) {
    const code = text.charCodeAt(index);
    if (code < 0x3400 || code > 0x9fff) continue;
    han += 1;
    if (TRADITIONAL_TABLE[code] !== SIMPLIFIED_TABLE[code]) hits += 1;
  }
  return han > 0 && hits / han > TRADITIONAL_SHARE;
}

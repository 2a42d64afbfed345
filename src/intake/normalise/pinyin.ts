/**
 * Pinyin in brackets that copying from a law database leaves after characters: 發(fā)展, 會(huì ), 大(da)(da), and
 * with a line's end inside: 鄉(xi āng). A group
 * counts when it carries a tone mark, or when the document is full of such groups and this one is a bare syllable.
 */
const LETTERS = 'a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ';
const WORD = `(?:[${LETTERS}][ \\n]?){1,7}\\)`;
/** The character before it is told behind the bracket, for which a text is soon looked through. */
const GROUP = new RegExp(`\\((?<=[\\u3400-\\u9fff]\\s?\\n?\\()${WORD}(?:\\(${WORD})*`, 'g');
const TONE = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/;
const SYLLABLE = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouvü]{1,3}(n|ng|r)?$/;
const UNITS = new Set(['m', 'km', 'g', 'kg', 'app', 'ppp', 'pc']);
const MANY = 8;

/** Where such groups begin (source offsets) and where the text goes on behind them. */
export function strayPinyin(source: string): ReadonlyMap<number, number> {
  const skip = new Map<number, number>();
  if (!source.includes('(')) return skip;
  const groups = [...source.matchAll(GROUP)];
  if (!groups.some(([group]) => TONE.test(group)) && groups.length < MANY) return skip;
  for (const { 0: group, index } of groups) if (isPinyin(group)) skip.set(index, index + group.length);
  return skip;
}

function isPinyin(group: string): boolean {
  const syllable = group.slice(1, group.indexOf(')')).replace(/\s/g, '');
  return TONE.test(syllable) || (!UNITS.has(syllable) && SYLLABLE.test(syllable));
}

/**
 * Pinyin in brackets that copying from a law database leaves after characters: 發(fā)展, 會(huì). A group counts when it
 * carries a tone mark, or when the document has such groups and this one is a bare syllable.
 */
const GROUP = /([\u3400-\u9fff])\(([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,7})\)/g;
const TONE = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/;
const SYLLABLE = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouvü]{1,3}(n|ng|r)?$/;
const UNITS = new Set(['m', 'km', 'g', 'kg', 'app', 'ppp', 'pc']);

/** Where such groups begin (the bracket's source offset) and where the text goes on. */
export function strayPinyin(source: string): ReadonlyMap<number, number> {
  const skip = new Map<number, number>();
  if (!source.includes('(')) return skip;
  const groups = [...source.matchAll(GROUP)];
  if (!groups.some((group) => TONE.test(group[2] ?? ''))) return skip;
  for (const group of groups) {
    const syllable = group[2] ?? '';
    if (!isSyllable(syllable)) continue;
    skip.set(group.index + 1, group.index + group[0].length);
  }
  return skip;
}

function isSyllable(syllable: string): boolean {
  return TONE.test(syllable) || (!UNITS.has(syllable) && SYLLABLE.test(syllable));
}

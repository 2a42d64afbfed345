/** CJK radicals that fonts of office programs hand out in place of the characters; NFKC leaves these alone. */
const RADICALS =
  '⺁厂⺄乙⺇几⺈刀⺋卩⺌小⺍小⺎兀⺏尢⺒巳⺓幺⺗心⺘手⺙攵⺛旡⺜日⺝月⺟母⺠民⺡水⺢水⺣火⺤爪⺥爪⺧牛⺨犬⺩王⺪疋⺫目⺬示⺭礻⺮竹⺰纟⺱罒⺲罒⺳网⺴罒⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟饣⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟';
const SINGLE = new Map<string, string>();
for (let i = 0; i + 1 < RADICALS.length; i += 2) SINGLE.set(RADICALS[i], RADICALS[i + 1]);

/** Replaces radicals (⼯, ⻓) by the characters they look like (工, 长), and drops characters without meaning. */
export function plainGlyphs(text: string): string {
  return text
    .replace(/[\u2e80-\u2eff]/g, (char) => SINGLE.get(char) ?? char)
    .replace(/[\u2f00-\u2fdf]/g, (char) => char.normalize('NFKC'))
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ue000-\uf8ff\ufeff\u200b-\u200f]/g, '');
}

/** Share of characters without meaning: a text layer of glyph numbers instead of words. */
export function unreadableShare(text: string): number {
  const all = text.replace(/\s/g, '');
  const bad = all.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return all === '' ? 0 : bad / all.length;
}

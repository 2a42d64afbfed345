/** What a bracket at the end of a line holds. */
const CLOSING = /（([^（）]{3,80})）[。；]?$/gm;
const DUTY = /(?:负责|牵头|配合|协助|参与|参加|落实|实施|承担|[主承协]办|会同办理)$/;
/** Level words that begin other words: 省道, 市场主体, 县城. */
const LEVELLED =
  /^(?:自治区|省(?![道内外级际])|市(?!场(?!监)|民(?![政族宗])|区(?!划)|政(?=[道管设工])|[内外域级价面])|县(?!城(?![管建投市乡])|[道内外域级])|区(?![域间内外级位])|[州盟旗](?![内外]))[一-龥]{2}/;
/** （市人社局印发）, （见《……》） tell of a paper. */
const OF_PAPER = /印发|发布|公布|下发|转发|[《〔]/;

/**
 * What a bracket at the end of a clause holds where it names somebody, read or not: it ends in a verb of duty
 * (市公安交通居负责) or begins as units of a place do (市公安交通居); null for none.
 */
export function namedInBracket(words: string): string | null {
  if (!words.includes('）')) return null;
  const inner = [...words.matchAll(CLOSING)].map(([, one = '']) => one);
  return inner.find((one) => (DUTY.test(one) || LEVELLED.test(one)) && !OF_PAPER.test(one)) ?? null;
}

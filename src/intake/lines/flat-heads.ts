const KIND = '(?:方案|意见|要点|计划|措施|办法|规划|细则|分工|分解|清单)';
const DAY = '20\\d{2}年\\d{1,2}月\\d{1,2}日';
/** What the first part of a plan, or of a stretch of one, begins with. */
const MARK = '(?:[一二三四五六七八九]、|（(?:[一二三四五六七八九十]{1,3}|\\d{1,2})）|\\d{1,2}(?:[．、]|[.](?!\\d)))';
const NUMBER = '[一-龥]{1,8}〔20\\d{2}〕\\d{1,4}号';

/** What a head without any line breaks or blanks is made of, each from the start of what is left. */
const PIECES = [
  `[一-龥]{4,60}文件(?=${NUMBER})`,
  `${NUMBER}(?=[一-龥])`,
  `[^。：；]{0,50}关于[^。：；]{4,110}?的(?:通知|函)(?=${NUMBER}|${MARK}|各|有关)`,
  `[^。：；，]{2,60}?关于[^。：；]{4,90}?(?:意见|方案|决定)(?=${NUMBER}|各[^。；]{4,160}：)`,
  `(?:现|为|根据|经|请)[^]{8,400}?。(?=[一-龥]{4,60}${DAY})`,
  `[一-龥]{4,60}(?=${DAY}(?:（此件[^）]{2,12}）)?(?:[一-龥《\\d]|$))`,
  `${DAY}(?:（此件[^）]{2,12}）)?(?=[一-龥《\\d])`,
  `[^。：；，]{4,60}?${KIND}(?:（[^（）]{1,20}）)?(?=为[^。]{8}|根据|按照|现就|20\\d{2}年是|各[^。；]{4,160}：|${MARK}|[一-龥]{4,40}${DAY})`,
  `(?!各|有关)(?=[一-龥]{0,24}20\\d{2}年)[^。：；，]{4,60}?${KIND}(?:（[^（）]{1,20}）)?(?=近年来|今年|深入|全面贯彻|认真|切实|坚持|围绕)`,
].map((pattern) => new RegExp(`^(?:${pattern})`));
const SEEN = 700;

/**
 * How long the first piece of a head is that lost its line breaks and blanks altogether: a notice's title, its number,
 * its sentences, its signature with the day, the plan's own title. 0 where none of them begins the text.
 */
export function flatPiece(text: string): number {
  const seen = text.slice(0, SEEN);
  for (const piece of PIECES) {
    const found = piece.exec(seen);
    if (found) return found[0].length;
  }
  return 0;
}

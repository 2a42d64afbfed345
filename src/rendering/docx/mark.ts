import { PORTRAIT, textWidth } from './page.js';

/** Widest and smallest size of the 发文机关标志 in points; 7.2.4 leaves it to the office: striking, not over-large. */
const LARGEST = 36;
const SMALLEST = 22;
/** Narrowest letters in percent: red heads of long names are set condensed. */
const NARROWEST = 66;

/** Width of text in characters: a Chinese one counts 1, a letter or digit half. */
export function textCharacters(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 1 : 0.5), 0);
}

/**
 * Run properties that make the mark fill one line: as large as possible, first condensed, then made smaller.
 * @param width of the line in twips
 */
export function markLook(name: string, width = textWidth(PORTRAIT)): string {
  const room = width / 20 / Math.max(1, textCharacters(name.trim()));
  const size = Math.max(SMALLEST, Math.min(LARGEST, Math.floor(room / (NARROWEST / 100))));
  const scale = Math.max(50, Math.min(100, Math.floor((room / size) * 100)));
  return `<w:spacing w:val="0"/><w:w w:val="${scale}"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
}

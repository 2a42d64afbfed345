import { XML_HEAD } from '../xml.js';
import type { CellStyle } from './sheet.js';

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Face and size in points of each look; the head of a 台账 is 黑体, its entries 宋体. */
const FONTS = [
  ['宋体', 11],
  ['方正小标宋简体', 20],
  ['黑体', 11],
  ['宋体', 10],
] as const;

interface Look {
  font: number;
  /** Thin grid around the cell. */
  framed: boolean;
  horizontal: 'left' | 'center' | 'right';
  vertical: 'center' | 'top';
}

/** The order is the order of the records in the file. */
const LOOKS: Record<CellStyle, Look> = {
  text: { font: 0, framed: true, horizontal: 'left', vertical: 'center' },
  title: { font: 1, framed: false, horizontal: 'center', vertical: 'center' },
  meta: { font: 0, framed: false, horizontal: 'left', vertical: 'center' },
  head: { font: 2, framed: true, horizontal: 'center', vertical: 'center' },
  centre: { font: 0, framed: true, horizontal: 'center', vertical: 'center' },
  number: { font: 0, framed: true, horizontal: 'right', vertical: 'center' },
  note: { font: 3, framed: false, horizontal: 'left', vertical: 'top' },
};

const ORDER = Object.keys(LOOKS) as CellStyle[];

/** Record number of a look; each has a twin for text that a spreadsheet could take for a formula. */
export const STYLE_INDEX = Object.fromEntries(ORDER.map((name, index) => [name, 1 + 2 * index])) as Record<
  CellStyle,
  number
>;

const font = ([name, size]: readonly [string, number]): string =>
  `<font><sz val="${size}"/><color rgb="FF000000"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;

const SIDES = ['left', 'right', 'top', 'bottom'];
const FRAME = SIDES.map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`).join('');

function record(look: Look, quoted: boolean): string {
  const quote = quoted ? ' quotePrefix="1"' : '';
  return (
    `<xf numFmtId="${look.horizontal === 'right' ? 0 : 49}" fontId="${look.font}" fillId="0" ` +
    `borderId="${look.framed ? 1 : 0}" xfId="0"${quote} applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">` +
    `<alignment horizontal="${look.horizontal}" vertical="${look.vertical}" wrapText="1"/></xf>`
  );
}

/** xl/styles.xml. Text cells carry the number format 文本 (@), so that retyping keeps them text. */
export function stylesXml(): string {
  const records = ORDER.flatMap((name) => [record(LOOKS[name], false), record(LOOKS[name], true)]);
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  return (
    `${XML_HEAD}<styleSheet xmlns="${SPREADSHEET}"><fonts count="${FONTS.length}">${FONTS.map(font).join('')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${FRAME}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${records.length + 1}">${plain}${records.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

import { type Grid, GridBuilder } from './grid.js';
import { limits } from './limits.js';
import { tooLarge } from './refusals.js';
import { printDay, printsDay } from './xlsx-dates.js';
import { childOf, childrenOf, descendants, isOn, textOf, type XmlNode } from './xml.js';

/** What a sheet's cells refer to. */
export interface Workbook {
  strings: string[];
  /** Number format of each cell style: id, and code where it is not built in. */
  formats: { id: number; code: string | undefined }[];
  is1904: boolean;
  /** Whether the font of each cell style strikes out. */
  struck: boolean[];
  /** Numbers of the strings of which a part is struck out. */
  struckStrings: ReadonlySet<number>;
}

interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * Reads one worksheet into a grid: values as printed, merged cells spread out, empty rows at the end left off. Words struck
 * out are left out.
 */
export function readSheet(root: XmlNode, book: Workbook): Grid {
  const cells = readCells(root, book);
  if (cells.size === 0) return [];
  const places = [...cells.keys()].map(parseReference);
  const bottom = Math.max(...bounds(places, (place) => place.top));
  const right = Math.max(...bounds(places, (place) => place.left));
  const builder = new GridBuilder();
  for (const merge of readMerges(root, bottom, right)) {
    const text = cells.get(`${columnName(merge.left)}${merge.top + 1}`) ?? '';
    builder.put(merge.top, merge.left, text, merge.bottom - merge.top + 1, merge.right - merge.left + 1);
  }
  for (const [reference, text] of cells) {
    const { top, left } = parseReference(reference);
    builder.put(top, left, text);
  }
  return builder.build();
}

/** Largest value in steps: spreading hundreds of thousands of arguments would overflow the stack. */
function bounds(places: Range[], of: (place: Range) => number): number[] {
  return [places.reduce((largest, place) => Math.max(largest, of(place)), 0)];
}

function readCells(root: XmlNode, book: Workbook): Map<string, string> {
  const cells = new Map<string, string>();
  const rows = childrenOf(childOf(childOf(root, 'worksheet'), 'sheetData'), 'row');
  rows.forEach((row, index) => {
    const number = Number(row.attributes.r ?? index + 1);
    childrenOf(row, 'c').forEach((cell, column) => {
      const text = cellText(cell, book);
      if (text.trim() !== '') cells.set(cell.attributes.r ?? `${columnName(column)}${number}`, text);
    });
  });
  return cells;
}

function cellText(cell: XmlNode, book: Workbook): string {
  if (book.struck[Number(cell.attributes.s ?? 0)]) return '';
  const inline = childOf(cell, 'is');
  if (inline) return richText(inline);
  const value = childOf(cell, 'v');
  const text = value ? textOf(value) : '';
  if (cell.attributes.t === 's') return book.strings[Number(text)] ?? '';
  if (text === '' || cell.attributes.t === 'str') return text;
  if (cell.attributes.t === 'b') return text === '1' ? '是' : '否';
  if (cell.attributes.t === 'e') return '';
  return printNumber(Number(text), text, book.formats[Number(cell.attributes.s ?? 0)], book);
}

function printNumber(
  value: number,
  text: string,
  format: Workbook['formats'][number] | undefined,
  book: Workbook,
): string {
  if (!Number.isFinite(value)) return text;
  if (format && value > 0 && printsDay(format.id, format.code)) return printDay(value, format.code, book.is1904);
  if (format?.id === 9 || format?.id === 10 || /%/.test(format?.code ?? '')) return `${round(value * 100)}%`;
  return String(round(value));
}

/** A run, or a font, that strikes its words out. */
export const isStruck = (node: XmlNode): boolean => isOn(childOf(node, 'rPr') ?? node, 'strike');

/** Whether a sheet has cells of which anything is struck out. */
export function showsStruck(root: XmlNode, book: Workbook): boolean {
  const cells = [...descendants(root, 'c')].filter((cell) => cell.children.length > 0);
  return cells.some((cell) => {
    const shared = cell.attributes.t === 's' && book.struckStrings.has(Number(textOf(cell)));
    return (
      shared ||
      book.struck[Number(cell.attributes.s ?? 0)] ||
      [...descendants(cell, 'rPr')].some((rPr) => isOn(rPr, 'strike'))
    );
  });
}

/** Numbers of the rows that are hidden and hold words. */
export function hiddenRows(root: XmlNode): number[] {
  return childrenOf(childOf(childOf(root, 'worksheet'), 'sheetData'), 'row').flatMap((row, index) =>
    ['1', 'true'].includes(row.attributes.hidden ?? '') && childrenOf(row, 'c').some((cell) => cell.children.length > 0)
      ? [Number(row.attributes.r ?? index + 1)]
      : [],
  );
}

/** Text of a string item: its runs, without phonetic readings and what is struck out. */
export function richText(item: XmlNode): string {
  return item.children
    .filter((child): child is XmlNode => typeof child !== 'string' && child.name !== 'rPh' && !isStruck(child))
    .flatMap((child) => (child.name === 't' ? [child] : [...descendants(child, 't')]))
    .map(textOf)
    .join('')
    .replace(/_x000[dD]_/g, '')
    .replace(/\r\n?/g, '\n');
}

/** Merged ranges, cut to the part of the sheet that holds text. */
function readMerges(root: XmlNode, bottom: number, right: number): Range[] {
  const merges = childrenOf(childOf(childOf(root, 'worksheet'), 'mergeCells'), 'mergeCell');
  return merges.map((merge) => {
    const [from, to] = (merge.attributes.ref ?? 'A1').split(':').map(parseReference);
    return { ...from, bottom: Math.min((to ?? from).top, bottom), right: Math.min((to ?? from).left, right) };
  });
}

function parseReference(reference: string): Range {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) throw new RangeError(`no cell reference: ${reference}`);
  const left = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const top = Number(match[2]) - 1;
  if (top > limits.gridCells || top < 0) throw tooLarge('表格行数太多');
  return { top, left, bottom: top, right: left };
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
function round(value: number): number {
  return Number(value.toPrecision(12));
}

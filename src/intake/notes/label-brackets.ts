import type { UnitContext } from '../../domain/units/resolve.js';
import type { FoundNote } from './find-notes.js';
import { isBareNote } from './note.js';
import { readWords } from './words.js';

const LABEL_BEFORE = /(?:^|[。；，）])((?:牵头|责任|主办|配合|协办|参与)(?:责任)?(?:单位|部门))$/;
const LABEL_BRACKETS = /(?:(?:牵头|责任|主办|配合|协办|参与)(?:责任)?(?:单位|部门)（[^（）]{2,200}）[，、；]?)+/y;

/** “牵头单位（甲局），配合单位（乙局、丙局）”: each label has its names in brackets; one note, read as if colons stood there. */
export function labelBrackets(text: string, open: number, context: UnitContext): FoundNote | null {
  const label = LABEL_BEFORE.exec(text.slice(Math.max(0, open - 12), open))?.[1];
  LABEL_BRACKETS.lastIndex = open - (label?.length ?? 0);
  const printed = label === undefined ? undefined : LABEL_BRACKETS.exec(text)?.[0].replace(/[，、；]$/, '');
  if (label === undefined || printed === undefined) return null;
  const start = open - label.length;
  const words = readWords(printed.replaceAll('（', '：').replaceAll(/）./g, '；；').replace(/）$/, '；'), context);
  return isBareNote(words) ? { start, end: start + printed.length, inner: start, text: printed, words } : null;
}

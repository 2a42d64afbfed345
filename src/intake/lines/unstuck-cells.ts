import type { UnitRegistry } from '../../domain/units/registry.js';
import { kindOf } from './flattened-cells.js';
import type { FlatHead } from './flattened-heads.js';
import { isFigure, rowNumber, type KindCell } from './flattened-rows.js';

/** “……财政局2”, “……财政局二、”: a number behind what is none. */
const STUCK = /^(.*[^\d一二三四五六七八九十])(\d{1,3}|[一二三四五六七八九十]{1,3}、)$/;
const ENDS_NAME = /[局委办厅部处科会院所站府队镇乡街道室行司社联团心等）]/;

/**
 * With its line breaks a table lost the border between the last cell of a row and the first of the next: “12月底2”,
 * “县人社局、各乡镇开展排查”. The number is cut off where it is the one that follows; words, in a table without
 * numbers, behind the longest list of units or day that the cell begins with, and those are not sure.
 */
export function unstuckCells(cells: readonly KindCell[], head: FlatHead, registry: UnitRegistry): KindCell[] {
  if (!head.inside) return [...cells];
  const kind = (cell: KindCell): KindCell['kind'] => kindOf(cell, head, registry);
  if (head.columns.some((column) => column.kind === 'number')) return withoutNumbers(cells, kind);
  const lineOf = (cell: KindCell): boolean => cell.line === head.last;
  return cells.flatMap((cell) => (cell.kind === 'words' && lineOf(cell) ? withoutWords(cell, kind) : [cell]));
}

function withoutNumbers(cells: readonly KindCell[], kind: (cell: KindCell) => KindCell['kind']): KindCell[] {
  const first = cells.find((cell) => cell.kind === 'number');
  let expected = first ? rowNumber(first) : 1;
  return cells.flatMap((cell, index): KindCell[] => {
    if (cell.kind === 'number' && rowNumber(cell) === expected && !isFigure(cells[index + 1])) expected += 1;
    const [, text, number] = STUCK.exec(cell.text) ?? [];
    if (!text || !number || rowNumber({ ...cell, text: number }) !== expected) return [cell];
    const [before, behind] = cutAt(cell, text.length);
    if (kind(before) === 'words' && !/。$/.test(before.text)) return [cell];
    expected += 1;
    return [
      { ...before, kind: kind(before) },
      { ...behind, kind: 'number' },
    ];
  });
}

function withoutWords(cell: KindCell, kind: (cell: KindCell) => KindCell['kind']): KindCell[] {
  for (let length = Math.min(LONGEST, cell.text.length - SHORTEST); length >= SHORTEST; length--) {
    if (!ENDS_NAME.test(cell.text[length - 1] ?? '') || /[、，（）]/.test(cell.text[length] ?? '')) continue;
    const [before, behind] = cutAt(cell, length);
    if (kind(before) === 'units') return [{ ...before, kind: 'units', torn: true }, behind];
  }
  return [cell];
}

const LONGEST = 80;
const SHORTEST = 3;

function cutAt(cell: KindCell, length: number): [before: KindCell, behind: KindCell] {
  const middle = cell.start + length;
  return [
    { ...cell, end: middle, text: cell.text.slice(0, length) },
    { ...cell, start: middle, text: cell.text.slice(length) },
  ];
}

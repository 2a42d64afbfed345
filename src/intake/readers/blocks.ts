import type { TableRow } from './extracted.js';
import { type Grid, gridLines } from './grid.js';
import { SeenRows } from './repeated-rows.js';
import { taskTableLines } from './task-table.js';

/** A paragraph (which may hold line breaks) or a table. */
export type Block = string | Grid;

/** Blocks as text lines, task tables turned into clauses the reading understands. */
export function renderBlocks(blocks: Block[]): { text: string; notes: string[]; rows: TableRow[] } {
  const lines: string[] = [];
  const notes: string[] = [];
  const rows: TableRow[] = [];
  const seen = new SeenRows();
  for (const block of blocks) {
    if (typeof block === 'string') {
      lines.push(block);
      continue;
    }
    const table = taskTableLines(block, seen);
    lines.push(...(table?.lines ?? gridLines(block)));
    notes.push(...(table?.notes ?? []));
    rows.push(...(table?.rows ?? []));
  }
  return { text: tidyLines(lines), notes, rows };
}

/** Trims every line's end and keeps at most one empty line in a row. */
export function tidyLines(lines: string[]): string {
  return lines
    .join('\n')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0\u3000]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Grid, GridBuilder } from './grid.js';

/** Reads an HTML table into a grid, rowspan and colspan spread out. */
export function readHtmlTable(table: Tree.Element, textOfCell: (cell: Tree.Element) => string): Grid {
  const builder = new GridBuilder();
  const rows = rowsOf(table);
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row.childNodes) {
      if (!('tagName' in cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      column = builder.nextFree(index, column);
      const width = span(cell, 'colspan');
      builder.put(index, column, textOfCell(cell), Math.min(span(cell, 'rowspan'), rows.length - index), width);
      column += width;
    }
  });
  return builder.build();
}

function rowsOf(node: Tree.Element): Tree.Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    if (child.tagName === 'tr') return [child];
    return ['tbody', 'thead', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function span(cell: Tree.Element, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= 1000 ? value : 1;
}

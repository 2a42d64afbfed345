import { type Grid, GridBuilder } from './grid.js';
import { childOf, childValue, type XmlNode } from './xml.js';

/** Reads w:tbl into a grid: gridSpan and vMerge spread out, deleted rows left out. */
export function readDocxTable(table: XmlNode, textOfCell: (cell: XmlNode) => string): Grid {
  const builder = new GridBuilder();
  rowsOf(table).forEach((row, index) => {
    let column = skipped(row);
    for (const cell of cellsOf(row)) {
      const properties = childOf(cell, 'tcPr');
      const span = clamp(Number(childValue(properties, 'gridSpan') ?? 1));
      placeCell(builder, index, column, span, cell, textOfCell);
      column += span;
    }
  });
  return builder.build();
}

function placeCell(
  builder: GridBuilder,
  row: number,
  column: number,
  span: number,
  cell: XmlNode,
  textOfCell: (cell: XmlNode) => string,
): void {
  const merge = childOf(childOf(cell, 'tcPr'), 'vMerge');
  const above = merge && merge.attributes.val !== 'restart' ? builder.at(row - 1, column) : undefined;
  if (!above) return builder.put(row, column, textOfCell(cell), 1, span);
  for (let place = column; place < column + span; place++) builder.extend(above, row, place);
}

function rowsOf(table: XmlNode): XmlNode[] {
  return inside(table, 'tr').filter((row) => !childOf(childOf(row, 'trPr'), 'del'));
}

function cellsOf(row: XmlNode): XmlNode[] {
  return inside(row, 'tc');
}

/** Children with a name, looking through content controls and markup around them. */
function inside(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'smartTag'].includes(child.name) ? inside(child, name) : [];
  });
}

function skipped(row: XmlNode): number {
  return clamp(Number(childValue(childOf(row, 'trPr'), 'gridBefore') ?? 0), 0);
}

function clamp(value: number, least = 1): number {
  return Number.isInteger(value) && value >= least && value < 200 ? value : least;
}

import { type Sprm, SPRM } from './doc-sprms.js';
import { type Grid, GridBuilder } from './grid.js';

/** One table row as met in the text: its cells' texts and the row's properties. */
export interface DocRow {
  cells: string[];
  sprms: Sprm[];
}

interface RowShape {
  /** Cell borders in twips, one more than cells. */
  edges: number[];
  /** Cells that continue the one above. */
  continued: Set<number>;
}

const TC = 20;
/** Borders closer than this are one (Word rounds them apart by some twips). */
const NEAR = 60;

/** Rows of one table as a grid: columns by the borders' positions, cells merged downwards spread out. */
export function docGrid(rows: DocRow[]): Grid {
  const shapes = rows.map((row) => readShape(row));
  const edges = unite(shapes.flatMap((shape) => shape.edges));
  const builder = new GridBuilder();
  rows.forEach((row, index) => {
    row.cells.forEach((text, cell) => {
      const from = nearest(edges, shapes[index].edges[cell] ?? cell);
      const to = Math.max(from + 1, nearest(edges, shapes[index].edges[cell + 1] ?? cell + 1));
      const above = shapes[index].continued.has(cell) ? builder.at(index - 1, from) : undefined;
      if (above) for (let place = from; place < to; place++) builder.extend(above, index, place);
      else builder.put(index, from, text, 1, to - from);
    });
  });
  return builder.build();
}

function readShape(row: DocRow): RowShape {
  const shape: RowShape = {
    edges: row.cells.map((_, i) => i * 1000).concat(row.cells.length * 1000),
    continued: new Set(),
  };
  for (const { code, operand } of row.sprms) {
    if (code === SPRM.defineTable) readDefinition(operand, row.cells.length, shape);
    if (code === SPRM.verticalMerge && operand.length >= 2 && operand[1] === 1) shape.continued.add(operand[0]);
  }
  return shape;
}

/** sprmTDefTable: number of cells, borders, then one descriptor per cell ([MS-DOC] 2.9.318). */
function readDefinition(operand: Buffer, cells: number, shape: RowShape): void {
  const count = operand[0];
  const descriptors = 1 + 2 * (count + 1);
  if (count !== cells || descriptors > operand.length) return;
  shape.edges = Array.from({ length: count + 1 }, (_, i) => operand.readInt16LE(1 + 2 * i));
  for (let cell = 0; cell < count && descriptors + TC * cell + 2 <= operand.length; cell++) {
    const flags = operand.readUInt16LE(descriptors + TC * cell);
    if (flags & 0x20 && !(flags & 0x40)) shape.continued.add(cell);
  }
}

function unite(edges: number[]): number[] {
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.filter((edge, index) => index === 0 || edge - sorted[index - 1] > NEAR);
}

function nearest(edges: number[], edge: number): number {
  const after = edges.findIndex((candidate) => candidate > edge + NEAR);
  return Math.max(0, (after < 0 ? edges.length : after) - 1);
}

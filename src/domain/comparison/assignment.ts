/** A row and a column that belong together. */
export type Match = [row: number, column: number];

/** What pairing a row with a column is worth; only values above zero are ever taken. */
export type Worth = (row: number, column: number) => number;

/**
 * The one-to-one pairing of rows and columns with the greatest worth in all. Rows and columns that have nothing to do
 * with each other are solved apart, so that long plans stay quick.
 */
export function bestMatches(rows: number, columns: number, worth: Worth): Match[] {
  return clusters(rows, columns, worth)
    .flatMap((cluster) => solve(cluster, worth))
    .sort((a, b) => a[0] - b[0]);
}

interface Cluster {
  rows: number[];
  columns: number[];
}

function clusters(rows: number, columns: number, worth: Worth): Cluster[] {
  const parent = Array.from({ length: rows + columns }, (_, at) => at);
  const root = (at: number): number => {
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (worth(row, column) > 0) parent[root(row)] = root(rows + column);
  const found = new Map<number, Cluster>();
  for (let at = 0; at < rows + columns; at++) {
    const cluster = found.get(root(at)) ?? { rows: [], columns: [] };
    if (at < rows) cluster.rows.push(at);
    else cluster.columns.push(at - rows);
    found.set(root(at), cluster);
  }
  return [...found.values()].filter((cluster) => cluster.rows.length > 0 && cluster.columns.length > 0);
}

function solve(cluster: Cluster, worth: Worth): Match[] {
  if (cluster.rows.length > cluster.columns.length) {
    const turned = solve({ rows: cluster.columns, columns: cluster.rows }, (column, row) => worth(row, column));
    return turned.map(([column, row]) => [row, column]);
  }
  const cost = (row: number, column: number): number =>
    -Math.max(0, worth(cluster.rows[row]!, cluster.columns[column]!));
  return hungarian(cluster.rows.length, cluster.columns.length, cost)
    .map(([row, column]): Match => [cluster.rows[row]!, cluster.columns[column]!])
    .filter(([row, column]) => worth(row, column) > 0);
}

/** Least cost for assigning every row to a column of its own (Kuhn and Munkres, by shortest augmenting paths). */
function hungarian(rows: number, columns: number, cost: Worth): Match[] {
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) augment(row, { rowPrice, columnPrice, rowOf, columns, cost });
  const matches: Match[] = [];
  for (let column = 1; column <= columns; column++)
    if (rowOf[column]! > 0) matches.push([rowOf[column]! - 1, column - 1]);
  return matches;
}

interface Prices {
  rowPrice: Float64Array;
  columnPrice: Float64Array;
  /** Row that holds a column; 0 for none. Rows and columns count from 1, column 0 is where a search starts. */
  rowOf: Int32Array;
  columns: number;
  cost: Worth;
}

function augment(row: number, prices: Prices): void {
  const { rowOf, columns } = prices;
  const slack = new Float64Array(columns + 1).fill(Infinity);
  const before = new Int32Array(columns + 1);
  const seen = new Uint8Array(columns + 1);
  rowOf[0] = row;
  let column = 0;
  do {
    seen[column] = 1;
    column = nearest(column, prices, slack, before, seen);
  } while (rowOf[column] !== 0);
  for (; column !== 0; column = before[column]!) rowOf[column] = rowOf[before[column]!]!;
}

/** Goes on from a column to the unseen one that is cheapest to reach, and keeps the prices right. */
function nearest(from: number, prices: Prices, slack: Float64Array, before: Int32Array, seen: Uint8Array): number {
  const { rowPrice, columnPrice, rowOf, columns, cost } = prices;
  const row = rowOf[from]!;
  let next = 0;
  let delta = Infinity;
  for (let column = 1; column <= columns; column++) {
    if (seen[column]) continue;
    const reduced = cost(row - 1, column - 1) - rowPrice[row]! - columnPrice[column]!;
    if (reduced < slack[column]!) [slack[column], before[column]] = [reduced, from];
    if (slack[column]! < delta) [delta, next] = [slack[column]!, column];
  }
  for (let column = 0; column <= columns; column++) {
    if (!seen[column]) slack[column]! -= delta;
    else {
      rowPrice[rowOf[column]!]! += delta;
      columnPrice[column]! -= delta;
    }
  }
  return next;
}

/** A plane transformation as PDF writes it: [a, b, c, d, e, f] takes (x, y) to (ax + cy + e, bx + dy + f). */
export type Matrix = ArrayLike<number>;

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** `b` first, then `a`; what is no transformation changes nothing. */
export function times(a: Matrix, b: Matrix): Matrix {
  if (b.length !== 6) return a;
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

/** Where a transformation puts a point. */
export function place(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

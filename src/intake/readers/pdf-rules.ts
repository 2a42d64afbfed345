import { limits } from './limits.js';
import { type Drawing, numbers } from './pdf-drawing.js';
import { type Matrix, place, times } from './pdf-matrix.js';

/** A straight horizontal or vertical rule in page coordinates; y grows downwards, start before end. */
export interface Rule {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

const SHORTEST = 3;
const STRAIGHT = 1;
/** Numbers that follow each drawing step: move, line, curve, quadratic curve, close. */
const STEP_SIZES = [2, 2, 6, 4, 0];

/** The rules a page draws, from strokes and thin filled boxes alike; clipping paths are no drawing. */
export function pageRules(drawing: Drawing, page: Matrix): Rule[] {
  const { codes } = drawing;
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix = page;
  drawing.fnArray.forEach((code, index) => {
    const args = drawing.argsArray[index];
    if (code === codes.save || code === codes.paintFormXObjectBegin) saved.push(matrix);
    if (code === codes.restore || code === codes.paintFormXObjectEnd) matrix = saved.pop() ?? page;
    if ((code === codes.transform || code === codes.paintFormXObjectBegin) && Array.isArray(args)) {
      matrix = times(matrix, numbers(code === codes.paintFormXObjectBegin ? args[0] : args));
    }
    if (
      code === codes.constructPath &&
      Array.isArray(args) &&
      args[0] !== codes.endPath &&
      rules.length <= limits.pdfRules
    ) {
      rules.push(...pathRules(path(args[1]), matrix));
    }
  });
  return rules;
}

function pathRules(steps: ArrayLike<number>, matrix: Matrix): Rule[] {
  const rules: Rule[] = [];
  let [start, last]: [number, number][] = [
    [0, 0],
    [0, 0],
  ];
  for (let at = 0; at < steps.length;) {
    const step = steps[at];
    const size = STEP_SIZES[step] ?? 0;
    const point: [number, number] = size === 0 ? start : [steps[at + size - 1], steps[at + size]];
    if (step === 0) start = point;
    else if (step === 1 || step === 4) rules.push(...straight(place(matrix, ...last), place(matrix, ...point)));
    last = point;
    at += 1 + size;
  }
  return rules;
}

function straight([ax, ay]: [number, number], [bx, by]: [number, number]): Rule[] {
  const [width, height] = [Math.abs(ax - bx), Math.abs(ay - by)];
  const isRule = Math.min(width, height) <= STRAIGHT && Math.max(width, height) >= SHORTEST;
  return isRule ? [{ x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) }] : [];
}

/** The steps of a path; pdf.js wraps them in a list of one typed array. */
function path(value: unknown): ArrayLike<number> {
  return numbers(Array.isArray(value) && typeof value[0] !== 'number' ? value[0] : value);
}

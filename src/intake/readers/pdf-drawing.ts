/** The drawing steps that tell where words and rules stand, by their names in pdf.js. */
export const STEPS = [
  ...(['save', 'restore', 'transform', 'paintFormXObjectBegin', 'paintFormXObjectEnd', 'beginGroup'] as const),
  ...(['constructPath', 'beginText', 'setFont', 'setGState', 'setTextMatrix', 'moveText'] as const),
  ...(['setLeadingMoveText', 'nextLine', 'setLeading', 'setCharSpacing', 'setWordSpacing', 'setHScale'] as const),
  ...(['setTextRise', 'showText', 'beginMarkedContent', 'beginMarkedContentProps', 'endMarkedContent'] as const),
] as const;

/** What a page draws, as pdf.js lists it, and the numbers it gives the steps (and the path that only clips). */
export interface Drawing {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
  codes: Record<(typeof STEPS)[number] | 'endPath', number>;
}

/** Numbers out of a step, whether listed or in a typed array. */
export function numbers(value: unknown): ArrayLike<number> {
  if (isTyped(value)) return value;
  return Array.isArray(value) ? value.map(Number) : [];
}

const isTyped = (value: unknown): value is ArrayLike<number> => ArrayBuffer.isView(value) && 'length' in value;

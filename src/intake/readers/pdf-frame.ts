import type { PdfLine } from './pdf-lines.js';

/** The frame of the body text: edges, size of type and distance of lines, in points. */
export interface Frame {
  left: number;
  right: number;
  size: number;
  pitch: number;
}

/** Share of the lines that an edge must have to be the left edge: signatures and centred lines have fewer. */
const EDGE_SHARE = 0.04;

/** Finds the frame of a document from its lines. `pageWidth` bounds the right edge where all lines are short. */
export function frameOf(lines: PdfLine[], pageWidth: number): Frame {
  const single = lines.filter((line) => line.beside === 1 && !line.grid);
  const body = single.length > 0 ? single : lines.filter((line) => !line.grid);
  const size = common(body.map((line) => ({ value: line.size, weight: line.text.length })));
  const ofSize = body.filter((line) => Math.abs(line.size - size) < 1);
  const left = leftEdge(ofSize, size);
  const pitches = ofSize.slice(1).map((line, i) => ({ value: line.y - ofSize[i].y, weight: 1 }));
  return {
    size,
    left,
    right: Math.max(nearlyLargest(ofSize.map((line) => line.x1)), pageWidth - left - 2.5 * size),
    pitch: common(pitches.filter(({ value }) => value > 0)) || 1.8 * size,
  };
}

function leftEdge(lines: PdfLine[], size: number): number {
  const enough = Math.max(2, lines.length * EDGE_SHARE);
  const starts = lines.map((line) => line.x0).sort((a, b) => a - b);
  const edge = starts.find((start, i) => {
    const last = i + enough - 1;
    return starts[Math.min(Math.ceil(last), starts.length - 1)] - start < size / 2;
  });
  return edge ?? starts[0] ?? 0;
}

/** The right edge: marks hung into the margin would give too large a maximum. */
function nearlyLargest(values: number[]): number {
  return [...values].sort((a, b) => b - a)[Math.floor(values.length * 0.05)] ?? 0;
}

/** The heaviest value, values within one point taken together. */
function common(values: { value: number; weight: number }[]): number {
  const groups = new Map<number, { value: number; weight: number }>();
  for (const { value, weight } of values) {
    const group = groups.get(Math.round(value)) ?? { value, weight: 0 };
    groups.set(Math.round(value), { value: group.value, weight: group.weight + weight });
  }
  return [...groups.values()].reduce((best, next) => (next.weight > best.weight ? next : best), { value: 0, weight: 0 })
    .value;
}

import type { PdfLine } from './pdf-lines.js';

/** The frame of the body text, found from its most common lines. */
interface Frame {
  left: number;
  right: number;
  size: number;
  pitch: number;
}

const RED_HEAD = /^文\s*件$/;

/** Joins lines that a page's width has cut, also across pages; keeps paragraphs, headings and columns apart. */
export function paragraphs(lines: PdfLine[]): string[] {
  const ordered = redHeadLast(lines);
  const frame = frameOf(ordered);
  const result: string[] = [];
  ordered.forEach((line, index) => {
    const above = ordered[index - 1];
    if (above && continues(above, line, frame)) result[result.length - 1] += join(result[result.length - 1], line.text);
    else result.push(line.text);
  });
  return result;
}

/** A joint red head prints its names in a column and 文件 beside the middle one: read the names first. */
function redHeadLast(lines: PdfLine[]): PdfLine[] {
  const at = lines.findIndex((line) => line.page === 1 && RED_HEAD.test(line.text));
  if (at < 0) return lines;
  const { size } = lines[at];
  let end = at + 1;
  while (
    end < lines.length &&
    lines[end].page === 1 &&
    Math.abs(lines[end].size - size) < 0.35 * size &&
    lines[end].x0 < lines[at].x0
  ) {
    end++;
  }
  return [...lines.slice(0, at), ...lines.slice(at + 1, end), lines[at], ...lines.slice(end)];
}

function frameOf(lines: PdfLine[]): Frame {
  const single = lines.filter((line) => line.beside === 1);
  const body = single.length > 0 ? single : lines;
  const size = common(
    body.map((line) => line.size),
    (line) => line,
    1,
  );
  const ofSize = body.filter((line) => Math.abs(line.size - size) < 1);
  const pitches = ofSize.slice(1).map((line, i) => line.y - ofSize[i].y);
  return {
    size,
    left: common(
      ofSize.map((line) => line.x0),
      (x) => x,
      size / 2,
    ),
    right: Math.max(0, ...ofSize.map((line) => line.x1)),
    pitch: common(
      pitches.filter((pitch) => pitch > 0),
      (pitch) => pitch,
      1,
    ),
  };
}

/** The most frequent value, values within one step taken together. */
function common(values: number[], of: (value: number) => number, step: number): number {
  const groups = new Map<number, number[]>();
  for (const value of values) {
    const key = Math.round(of(value) / step);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  const largest = [...groups.values()].sort((a, b) => b.length - a.length)[0];
  return largest ? largest[0] : 0;
}

function continues(above: PdfLine, line: PdfLine, frame: Frame): boolean {
  if (above.beside > 1 || line.beside > 1) return false;
  if (isTitlePart(above, line, frame)) return true;
  if (Math.abs(above.size - line.size) > 0.08 * line.size) return false;
  const nextPage = line.page === above.page + 1;
  const close = nextPage || (line.y > above.y && line.y - above.y < 1.5 * frame.pitch);
  const full = above.x1 > frame.right - 2.2 * frame.size;
  const flush = Math.abs(line.x0 - frame.left) < 0.8 * frame.size;
  return close && full && flush && above.x0 < frame.left + 4.5 * frame.size;
}

/** Titles are broken at word sense, centred, in larger type: 关于… and …的通知 belong together. */
function isTitlePart(above: PdfLine, line: PdfLine, frame: Frame): boolean {
  const large = above.size > 1.15 * frame.size && Math.abs(above.size - line.size) < 0.05 * above.size;
  const open =
    /关于/.test(above.text) || (above.text.match(/《/g)?.length ?? 0) > (above.text.match(/》/g)?.length ?? 0);
  const ended = /(通知|方案|要点|计划|意见|措施|办法|分工|函|报告)$/.test(above.text) && !/《[^》]*$/.test(above.text);
  return large && open && !ended && line.page === above.page && line.y - above.y < 2.2 * above.size;
}

function join(above: string, below: string): string {
  return /[\x21-\x7e]$/.test(above) && /^[A-Za-z]/.test(below) && /[A-Za-z,.;]$/.test(above) ? ` ${below}` : below;
}

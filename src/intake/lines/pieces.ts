import { cut, type Paragraph } from './paragraph.js';

/** A stretch of a printed paragraph, with other words in its place where it only points at them (同上). */
export interface Stretch {
  paragraph: Paragraph;
  start: number;
  end: number;
  as?: string;
}

/** A stretch of a printed paragraph, or words put in between. */
export type Piece = string | Stretch;

/** A paragraph out of pieces; words put in point at the source of what follows them. */
export function compose(pieces: readonly Piece[]): Paragraph {
  const parts = pieces.map((piece, index) =>
    typeof piece !== 'string' ? printed(piece) : piece === '.' && isFigure(pieces[index + 1]) ? '、' : piece,
  );
  const text = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  const at = new Int32Array(text.length + 1);
  let offset = text.length;
  let source = 0;
  for (const part of [...parts].reverse()) {
    if (typeof part === 'string') {
      offset -= part.length;
      at.fill(source, offset, offset + part.length);
      continue;
    }
    offset -= part.text.length;
    at.set(part.at.subarray(0, part.text.length), offset);
    source = part.at[0] ?? source;
  }
  const ends = parts
    .filter((part) => typeof part !== 'string')
    .map(({ at: own, text: words }) => own[words.length] ?? 0);
  at[text.length] = ends.at(-1) ?? 0;
  return { text, at: settled(at), gap: new Uint8Array(text.length), boldEnd: null };
}

/** “2” and “90%左右的行政村”: a dot between them would make one figure of the row's number and its first. */
const isFigure = (next: Piece | undefined): boolean =>
  next !== undefined &&
  /^\d/.test(typeof next === 'string' ? next : (next.as ?? next.paragraph.text.slice(next.start)));

/** Words behind the last piece point at its end. */
function settled(at: Int32Array): Int32Array {
  for (let index = 1; index < at.length; index++) if ((at[index] ?? 0) === 0) at[index] = at[index - 1] ?? 0;
  return at;
}

function printed({ paragraph, start, end, as }: Stretch): Paragraph {
  const part = cut(paragraph, start, end);
  if (as === undefined) return part;
  const at = new Int32Array(as.length + 1).fill(part.at[0] ?? 0);
  at[as.length] = part.at[part.text.length] ?? 0;
  return { ...part, text: as, at, gap: new Uint8Array(as.length) };
}

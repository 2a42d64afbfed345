import { cut, type Paragraph } from './paragraph.js';

/** A stretch of a printed paragraph, or words put in between. */
export type Piece = string | { paragraph: Paragraph; start: number; end: number };

/** A paragraph out of pieces; words put in point at the source of what follows them. */
export function compose(pieces: readonly Piece[]): Paragraph {
  const parts = pieces.map((piece) =>
    typeof piece === 'string' ? piece : cut(piece.paragraph, piece.start, piece.end),
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

/** Words behind the last piece point at its end. */
function settled(at: Int32Array): Int32Array {
  for (let index = 1; index < at.length; index++) if ((at[index] ?? 0) === 0) at[index] = at[index - 1] ?? 0;
  return at;
}

/** A list of drawing steps on its way from pdf.js' parsing half to its asking half. */
interface DrawingChunk {
  fnArray: number[];
  argsArray: unknown[];
  length: number;
}

type Listener = (event: { data: unknown }) => void;

/**
 * Joins the two halves of pdf.js inside one process, in place of its own joint, which copies every message in full. Of
 * what a page draws only the steps named in `kept` go over: the words of each, with a record for every glyph, would cost
 * more than the parsing. Drawing and words go over as they are, since the parsing half makes new ones; all else is
 * copied as pdf.js does.
 */
export class PdfPort {
  private readonly listeners = new Set<Listener>();
  private readonly turn = Promise.resolve();

  constructor(private readonly kept: ReadonlySet<number>) {}

  /** Hands a message to every listener, in the next turn. */
  postMessage(message: object, transfer?: ArrayBuffer[]): void {
    const data = this.passed(message, transfer);
    void this.turn.then(() => this.listeners.forEach((listener) => listener({ data })));
  }

  addEventListener(_name: string, listener: Listener, options?: { signal?: AbortSignal } | null): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  terminate(): void {
    this.listeners.clear();
  }

  private passed(message: object, transfer?: ArrayBuffer[]): object {
    const chunk = 'chunk' in message ? message.chunk : null;
    if (isDrawing(chunk)) return { ...message, chunk: this.reduced(chunk) };
    if (isWords(chunk)) return { ...message, chunk: { ...chunk } };
    return structuredClone(message, transfer ? { transfer } : undefined);
  }

  private reduced(chunk: DrawingChunk): DrawingChunk {
    const steps = chunk.fnArray.flatMap((step, at) => (at < chunk.length && this.kept.has(step) ? [at] : []));
    const fnArray = steps.map((at) => chunk.fnArray[at]);
    return { ...chunk, fnArray, argsArray: steps.map((at) => chunk.argsArray[at]), length: steps.length };
  }
}

const isDrawing = (chunk: unknown): chunk is DrawingChunk =>
  typeof chunk === 'object' && chunk !== null && 'fnArray' in chunk;

const isWords = (chunk: unknown): chunk is object => typeof chunk === 'object' && chunk !== null && 'items' in chunk;

import { limits } from './limits.js';

/** A list of drawing steps on its way from pdf.js' parsing half to its asking half. */
interface DrawingChunk {
  fnArray: number[];
  argsArray: unknown[];
  length: number;
  lastChunk: boolean;
}

interface ParserOptions {
  ignoreErrors: boolean;
  maxImageSize: number;
}

type Listener = (event: { data: unknown }) => void;

/**
 * Joins the two halves of pdf.js inside one process, in place of its own joint, which copies every message in full. Of
 * what a page draws only the steps named in `kept` go over, and no more of them than a page of text has. Drawing and words go over as they are, since the parsing half makes new ones; all else is
 * copied as pdf.js does.
 */
export class PdfPort {
  /** How often, on this page, something was left out: by the parsing half because it is broken, or here for its length. */
  private faults = 0;
  /** Steps of this page's drawing handed over so far. */
  private steps = 0;
  private hasEnded = false;
  private picturesSeen = 0;
  private readonly listeners = new Set<Listener>();
  private readonly turn = Promise.resolve();

  constructor(private readonly kept: ReadonlySet<number>) {}

  /** Begins with the drawing of another page. */
  beginPage(): void {
    this.faults = this.steps = this.picturesSeen = 0;
    this.hasEnded = false;
  }

  /** Whether the page's drawing came over whole. */
  get isWhole(): boolean {
    return this.hasEnded && this.faults === 0;
  }

  /** How many pictures this page draws; none of them is handed over. */
  get pictures(): number {
    return this.picturesSeen;
  }

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
    const copy = structuredClone(message, transfer ? { transfer } : undefined);
    if ('data' in copy && asksForDocument(copy.data)) this.watch(copy.data.evaluatorOptions);
    return copy;
  }

  /**
   * The parsing half tells nobody what it leaves out, but looks each time whether it may; also, first at the size and
   * then at the permission, for each picture, which is no fault.
   */
  private watch(options: ParserOptions): void {
    const { maxImageSize } = options;
    let atPicture = false;
    const sizeAsked = (): number => {
      this.picturesSeen++;
      atPicture = true;
      return maxImageSize;
    };
    Object.defineProperty(options, 'maxImageSize', { enumerable: true, get: sizeAsked });
    const get = (): boolean => {
      this.faults += atPicture ? 0 : 1;
      atPicture = false;
      return true;
    };
    Object.defineProperty(options, 'ignoreErrors', { enumerable: true, get });
  }

  private reduced(chunk: DrawingChunk): DrawingChunk {
    const [fnArray, argsArray]: [number[], unknown[]] = [[], []];
    for (let at = 0; at < chunk.length; at++) {
      if (!this.kept.has(chunk.fnArray[at]) || !this.isRoom(fnArray.length)) continue;
      fnArray.push(chunk.fnArray[at]);
      argsArray.push(chunk.argsArray[at]);
    }
    this.steps += fnArray.length;
    this.hasEnded = chunk.lastChunk;
    return { ...chunk, fnArray, argsArray, length: fnArray.length };
  }

  /** Whether a page's drawing may hand over one more step; to end it early is a fault. */
  private isRoom(more: number): boolean {
    const isRoom = this.steps + more < limits.pdfSteps;
    this.faults += isRoom ? 0 : 1;
    return isRoom;
  }
}

const isDrawing = (chunk: unknown): chunk is DrawingChunk =>
  typeof chunk === 'object' && chunk !== null && 'fnArray' in chunk;

const asksForDocument = (data: unknown): data is { evaluatorOptions: ParserOptions } =>
  typeof data === 'object' && data !== null && 'evaluatorOptions' in data;

const isWords = (chunk: unknown): chunk is object => typeof chunk === 'object' && chunk !== null && 'items' in chunk;

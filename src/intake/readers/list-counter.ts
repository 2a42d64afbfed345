import { formatCounter } from './numerals.js';

/** One level of a multilevel list, as Word stores it. */
export interface ListLevel {
  start: number;
  format: string;
  /** Label with %1…%9 for the counters. */
  label: string;
  /** What stands between label and text. */
  suffix: 'tab' | 'space' | 'nothing';
  /** 0-based level whose step restarts this one; null: any higher level; -1: never. */
  restartAfter: number | null;
  /** All counters as plain digits (法定格式). */
  legal: boolean;
}

export const LEVELS = 9;
/** Bullets from symbol fonts, which are letters or private characters without their font. */
const BULLET = /[\ue000-\uf8ff\x21-\x7e\u00a0-\u00ff]/g;

/** Counts the paragraphs of one list and prints their labels. */
export class ListCounter {
  private readonly counters: (number | null)[] = new Array<number | null>(LEVELS).fill(null);

  constructor(private readonly levels: (ListLevel | undefined)[]) {}

  /** Sets a level so that its next paragraph gets `start`. */
  restart(level: number, start: number): void {
    this.counters[level] = start - 1;
  }

  /** Steps a level on and returns the label to print before the paragraph's text. */
  next(level: number, levels: (ListLevel | undefined)[] = this.levels): string {
    const own = levels[level];
    if (!own) return '';
    this.counters[level] = (this.counters[level] ?? own.start - 1) + 1;
    for (let deeper = level + 1; deeper < LEVELS; deeper++) {
      const after = levels[deeper]?.restartAfter ?? null;
      if (after === null || (after >= 0 && level <= after)) this.counters[deeper] = null;
    }
    return this.print(own, levels);
  }

  private print(own: ListLevel, levels: (ListLevel | undefined)[]): string {
    const label = own.label.replace(/%([1-9])/g, (_, digit: string) => this.counter(Number(digit) - 1, own, levels));
    const visible = label.replace(own.format === 'bullet' ? BULLET : /[\ue000-\uf8ff]/g, '');
    return visible === '' ? '' : visible + gap(visible, own.suffix);
  }

  private counter(level: number, own: ListLevel, levels: (ListLevel | undefined)[]): string {
    const value = this.counters[level] ?? (this.counters[level] = levels[level]?.start ?? 1);
    return formatCounter(value, own.legal ? 'decimal' : (levels[level]?.format ?? 'decimal'));
  }
}

/** After 、 and brackets the text follows at once; after "1." or "第一条" a space keeps figures apart. */
function gap(label: string, suffix: ListLevel['suffix']): string {
  return suffix === 'nothing' || /[、）)：:\s]$/.test(label) ? '' : ' ';
}

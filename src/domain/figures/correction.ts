/** A correction of a submitted figure: nothing is overwritten, the chain of corrections is the history. */
export interface Correction {
  /** Id of the submitted figure: one submission holds several. */
  submission: string;
  old: string | null;
  new: string | null;
  reason: string;
  by: string;
  agreedBy: string;
  /** Instant of the record, UTC ms. */
  recordedAt: number;
}

/** The value in force at an instant: the original with all corrections recorded by then. */
export function valueAt(original: string | null, corrections: Correction[], instant = Infinity): string | null {
  const due = inOrder(corrections).filter((correction) => correction.recordedAt <= instant);
  return due.at(-1)?.new ?? (due.length ? null : original);
}

/** Corrections whose old value is not what was in force before them: the chain is broken there. */
export function brokenLinks(original: string | null, corrections: Correction[]): Correction[] {
  let value = original;
  return inOrder(corrections).filter((correction) => {
    const broken = correction.old !== value;
    value = correction.new;
    return broken;
  });
}

/** A figure as quoted in an accepted or issued paper. */
export interface QuotedFigure {
  submission: string;
  value: string | null;
  /** Where it is quoted: the paper's title. */
  paper: string;
}

/** 引用数已更正: papers stay as issued; figures that were corrected since are listed with old and new value. */
export function correctedQuotes(
  quotes: QuotedFigure[],
  corrections: Correction[],
): (QuotedFigure & { now: string | null; reason: string })[] {
  return quotes.flatMap((quote) => {
    const own = inOrder(corrections.filter((correction) => correction.submission === quote.submission));
    const last = own.at(-1);
    return last && last.new !== quote.value ? [{ ...quote, now: last.new, reason: last.reason }] : [];
  });
}

function inOrder(corrections: Correction[]): Correction[] {
  return [...corrections].sort((a, b) => a.recordedAt - b.recordedAt);
}

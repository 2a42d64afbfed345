import type { Doubt } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { sourceSpan } from '../measures/read-measure.js';
import { printedDays } from './phrases.js';

/** Only such figures can be days that no calendar has, told behind them: looked for first, for speed. */
const LIKELY = /日(?<=(?:29|[3-9]\d|(?<!\d)00?)日)|月(?<=(?:(?<!\d)00?|1[3-9]|[2-9]\d)月)/;
const AROUND = 10;
const ENDS = /[。；（）\n].*$/s;

/**
 * Doubts about printed days that no calendar has (2月30日), wherever they stand: reports, phases, measures. Without a
 * doubt they would be left out unseen.
 */
export function impossibleDays(paragraphs: readonly Paragraph[], year: number | null): Doubt[] {
  const likely = paragraphs.filter(({ text }) => LIKELY.test(text));
  return likely.flatMap((paragraph) =>
    printedDays(paragraph.text, year)
      .filter(({ impossible }) => impossible)
      .map(({ raw, index }) => {
        const near = paragraph.text.slice(index, index + raw.length + AROUND).replace(ENDS, '');
        return {
          code: 'day_impossible',
          reason: `原文“${near}”里的日期日历上没有，没有按它安排任何时限：请核对原文，需要的在有关条目、报送要求或阶段中填写`,
          span: sourceSpan(paragraph, index, index + raw.length),
        };
      }),
  );
}

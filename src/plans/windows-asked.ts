import { conditionLine } from '../domain/plan/condition-words.js';
import { NEXT_YEAR } from '../domain/calendar/windows.js';
import type { ConditionReading } from '../domain/plan/reading.js';

type Timed = { conditions: readonly Pick<ConditionReading, 'raw' | 'start' | 'end' | 'note'>[]; accepted: boolean };

/** The windows of a measure that were over when the plan was issued and are taken in the next year. */
const ofNextYear = ({ conditions }: Timed) => conditions.filter(({ note }) => note?.endsWith(NEXT_YEAR));

/** Whether a window was put into the next year and nobody has looked at it: which year is meant only a person can say. */
export const isWindowAsked = (measure: Timed): boolean => !measure.accepted && ofNextYear(measure).length > 0;

/** What is asked about such windows. */
export const windowQuestions = (measure: Timed): string[] => (isWindowAsked(measure) ? windowDoubts(measure) : []);

/** The same, whether or not somebody has answered. */
export const windowDoubts = (measure: Timed): string[] =>
  ofNextYear(measure).map(
    (one) =>
      `“${one.raw}”本年的在成文时已过，暂按下一年推算：${conditionLine(one)}。不是的，请在“内容、指标、拆分、合并、移出”的“其他要求”中改日期或删去日期`,
  );

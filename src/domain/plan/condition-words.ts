import { NEXT_YEAR } from '../calendar/windows.js';
import type { ConditionReading } from './reading.js';

type Condition = Pick<ConditionReading, 'raw' | 'start' | 'end'>;

/** A condition on one line as a person may change it: 春节前后（2024-01-26 至 2024-02-25）, 国庆节前（至 2024-09-30）. */
export function conditionLine({ raw, start, end }: Condition): string {
  if (!end) return raw;
  return `${raw}（${start ? `${start} ` : ''}至 ${end}）`;
}

/** The same with how the days were found, or why there are none: 汛期（起止各地不一，以当地公布的为准）. */
export function conditionWords({ note, ...condition }: Condition & Pick<ConditionReading, 'note'>): string {
  const line = conditionLine(condition);
  if (!note) return line;
  return condition.end ? line.replace(/）$/, `，${note}）`) : `${line}（${note}）`;
}

/** A list of conditions as pages print it. */
export const conditionsWords = (conditions: readonly ConditionReading[]): string =>
  conditions.map(conditionWords).join('；');

/** Whether a condition names a time for the work: a season, a rhythm. 每年 alone says of no time in the year. */
export const isTime = ({ kind, raw }: Pick<ConditionReading, 'kind' | 'raw'>): boolean =>
  kind === 'window' || (kind === 'recurrent' && raw !== '每年');

/** The seasons and rhythms among them, each once, with days where they are known, for lists of tasks. */
export const windowsWords = (conditions: readonly ConditionReading[]): string =>
  [...new Set(conditions.filter(isTime).map(windowLine))].join('；');

/** A window that was put into the next year says so wherever it stands as 完成时限. */
function windowLine({ note, ...condition }: ConditionReading): string {
  const line = conditionLine(condition);
  return note?.endsWith(NEXT_YEAR) ? line.replace(/）$/, '，按下一年推算）') : line;
}

const WITH_DAYS = /^(.+?)（(\d{4}-\d{2}-\d{2})? ?至 ?(\d{4}-\d{2}-\d{2})）$/;

/** A line as a person left it: its words and the days in its brackets; null days where it has none. */
export function conditionTyped(line: string): { raw: string; start: string | null; end: string | null } {
  const [, raw = line, start = null, end = null] = WITH_DAYS.exec(line) ?? [];
  return { raw, start, end };
}

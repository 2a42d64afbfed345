import type { DeadlineReading } from '../plan/reading.js';
import { dayToward, type YearShift } from './years.js';

/** What a clause says of the day by which it is to be done. */
export interface DueSaid {
  due: string | null;
  /** As the text has it, proposed until a person has decided. */
  deadline?: DeadlineReading | null;
  /** A person has said that it is none. */
  withoutDue?: boolean;
}

export interface DuePair {
  /** As printed. */
  theirs: string | null;
  ours: string | null;
  /** Theirs as it is laid beside ours, where the plans are of different years. */
  laid: string | null;
  same: boolean;
  /** One of them is only proposed, and doubted. */
  doubtful: boolean;
}

/**
 * The days of two clauses beside each other. A day in the text of which nobody has decided counts as printed, so that a
 * draft is not told to have none; it is the same as a day that the other clause has, decided or in its text.
 */
export function duePair(theirs: DueSaid, ours: DueSaid, years: YearShift | null): DuePair {
  const days = { theirs: dayOf(theirs), ours: dayOf(ours) };
  const laid = dayToward(years, days.theirs, days.ours);
  const same = laid === days.ours || agreeInText(theirs, ours, years);
  return { ...days, laid, same, doubtful: isDoubted(theirs) || isDoubted(ours) };
}

const isOpen = ({ due, deadline, withoutDue }: DueSaid): boolean => due === null && !withoutDue && Boolean(deadline);

/** The day of a clause: as decided, else as its text proposes it. */
export const dayOf = (said: DueSaid): string | null => (isOpen(said) ? said.deadline!.day : said.due);

const isDoubted = (said: DueSaid): boolean => isOpen(said) && said.deadline!.doubt !== null;

/** One is undecided, and both texts have the same day. */
function agreeInText(theirs: DueSaid, ours: DueSaid, years: YearShift | null): boolean {
  if ((!isOpen(theirs) && !isOpen(ours)) || !theirs.deadline || !ours.deadline) return false;
  return dayToward(years, theirs.deadline.day, ours.deadline.day) === ours.deadline.day;
}

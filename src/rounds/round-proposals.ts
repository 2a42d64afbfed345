import { yearOf } from '../domain/calendar/day.js';
import { whereKnown, type WorkingCalendar } from '../domain/calendar/working-days.js';
import type { ReportingDuty } from '../domain/plan/reading.js';
import { proposeInternalDay } from '../domain/progress/receipt.js';
import { rhythmRounds, type Rhythm } from '../domain/progress/rhythm.js';
import { YEAR_END, type RoundKind } from './packet.types.js';
import { endsYear, goesUp, upwardDay } from './upward.js';

/** A round that the office may open with one click. */
export interface RoundProposal {
  kind: RoundKind;
  title: string;
  asOf: string;
  due: string;
  basis: string;
  units: 'all' | 'units' | 'counties';
  /** Where it comes from: the plan's printed duty or the office's rhythm. */
  source: 'printed' | 'rhythm';
  /** Where this office owes its own report by then: an earlier day that leaves time to put it together. */
  earlier: string | null;
}

export interface ProposalGround {
  year: number;
  /** The day of 启用: nothing is asked for the time before. */
  enabledOn: string;
  reporting: ReportingDuty[];
  rhythm: Rhythm;
  calendar: WorkingCalendar;
  /** Rounds there are, cancelled ones left out. */
  existing: { kind: string; asOf: string; due: string }[];
}

type DatedDuty = ReportingDuty & { due: string };
type Fresh = Omit<RoundProposal, 'earlier'>;

/**
 * Rounds still to be opened in one year, by due day: the plan's printed duties towards this office, and the office's
 * rhythm (default quarterly, the last working day). One year-end round asks everybody: a printed day comes before the
 * rhythm's. What exists already is left out. Refusal: calendar_year_missing.
 */
export function proposeRounds(ground: ProposalGround): RoundProposal[] {
  const printed = printedRounds(ground);
  const hasYearEnd = printed.some((one) => one.kind === YEAR_END);
  const rhythm = rhythmProposals(ground).filter((one) => one.kind !== YEAR_END || !hasYearEnd);
  const fresh = [...rhythm, ...printed].filter((one) => !ground.existing.some((round) => isSame(round, one)));
  return fresh.map((one) => withEarlier(one, ground)).sort((a, b) => a.due.localeCompare(b.due));
}

function withEarlier(one: Fresh, { reporting, calendar }: ProposalGround): RoundProposal {
  const upper = upwardDay(reporting, one);
  return { ...one, earlier: upper ? earlierDay(upper, one.due, calendar) : null };
}

function rhythmProposals({ year, enabledOn, rhythm, calendar }: ProposalGround): Fresh[] {
  const start = yearOf(enabledOn) === year ? enabledOn : `${year}-01-01`;
  const rounds = rhythmRounds({ start, end: `${year}-12-31` }, calendar, rhythm);
  return rounds.map((round) => ({ ...round, basis: '本办定期调度', units: 'all', source: 'rhythm' }));
}

/** Duties towards this office; what the office itself owes upwards is a report, not a round. */
function printedRounds({ year, reporting }: ProposalGround): Fresh[] {
  const dated = reporting.filter((duty): duty is DatedDuty => duty.due?.startsWith(String(year)) ?? false);
  const rounds = dated.filter((duty) => !goesUp(duty)).map(printedRound);
  return rounds.filter((one, at) => rounds.findIndex((other) => isSame(other, one)) === at);
}

function printedRound({ due, from }: DatedDuty): Fresh {
  const year = yearOf(due);
  const yearEnd = endsYear(due);
  const counties = /县|区|各市/.test(from);
  return {
    ...{ kind: yearEnd ? YEAR_END : '专项', due, asOf: yearEnd ? `${year}-12-31` : due },
    ...{ title: yearEnd ? `${year}年年终报送` : `${year}年按计划报送（${due}前）`, basis: '计划中的报送要求' },
    ...{ units: !yearEnd && counties ? 'counties' : 'all', source: 'printed' },
  };
}

/** Ten working days before this office's own day; none where the calendar does not know the year. */
const earlierDay = (upper: string, due: string, calendar: WorkingCalendar): string | null =>
  whereKnown(() => proposeInternalDay(upper, due, calendar));

function isSame(round: ProposalGround['existing'][0], proposal: Fresh): boolean {
  if (round.kind !== proposal.kind) return false;
  const sameYear = yearOf(round.asOf) === yearOf(proposal.asOf);
  return proposal.kind === YEAR_END ? sameYear : round.asOf === proposal.asOf || round.due === proposal.due;
}

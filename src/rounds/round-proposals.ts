import { yearOf } from '../domain/calendar/day.js';
import type { WorkingCalendar } from '../domain/calendar/working-days.js';
import type { ReportingDuty } from '../domain/plan/reading.js';
import { proposeInternalDay } from '../domain/progress/receipt.js';
import { rhythmRounds, type Rhythm } from '../domain/progress/rhythm.js';
import { Refusal } from '../shared/errors.js';
import { YEAR_END, type RoundKind } from './packet.types.js';

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
  /** Where this office owes its own report on the same day: an earlier day that leaves time to put it together. */
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
  return fresh.sort((a, b) => a.due.localeCompare(b.due));
}

function rhythmProposals({ year, enabledOn, rhythm, calendar }: ProposalGround): RoundProposal[] {
  const start = yearOf(enabledOn) === year ? enabledOn : `${year}-01-01`;
  const rounds = rhythmRounds({ start, end: `${year}-12-31` }, calendar, rhythm);
  return rounds.map((round) => ({ ...round, basis: '本办定期调度', units: 'all', earlier: null, source: 'rhythm' }));
}

/** Duties towards this office; what the office itself owes upwards is a report, not a round. */
function printedRounds({ year, reporting, calendar }: ProposalGround): RoundProposal[] {
  const dated = reporting.filter((duty): duty is DatedDuty => duty.due?.startsWith(String(year)) ?? false);
  const upward = dated.filter(goesUp);
  const rounds = dated.filter((duty) => !goesUp(duty)).map((duty) => printedRound(duty, upward, calendar));
  return rounds.filter((one, at) => rounds.findIndex((other) => isSame(other, one)) === at);
}

function goesUp(duty: ReportingDuty): boolean {
  return /省|国务院|人力资源社会保障部/.test(duty.to) && !/省/.test(duty.from);
}

function printedRound(duty: DatedDuty, upward: DatedDuty[], calendar: WorkingCalendar): RoundProposal {
  const year = yearOf(duty.due);
  const endsYear = duty.due >= `${year}-11-01`;
  const counties = /县|区|各市/.test(duty.from);
  const upper = upward.find((one) => one.due === duty.due);
  return {
    ...{ kind: endsYear ? YEAR_END : '专项', due: duty.due, asOf: endsYear ? `${year}-12-31` : duty.due },
    ...{ title: endsYear ? `${year}年年终报送` : `${year}年按计划报送（${duty.due}前）`, basis: '计划中的报送要求' },
    ...{ units: !endsYear && counties ? 'counties' : 'all', source: 'printed' },
    earlier: upper ? earlierDay(duty.due, calendar) : null,
  };
}

/** Ten working days before; none where the calendar does not know the year. */
function earlierDay(due: string, calendar: WorkingCalendar): string | null {
  try {
    return proposeInternalDay(due, due, calendar);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'calendar_year_missing') return null;
    throw error;
  }
}

function isSame(round: ProposalGround['existing'][0], proposal: RoundProposal): boolean {
  if (round.kind !== proposal.kind) return false;
  const sameYear = yearOf(round.asOf) === yearOf(proposal.asOf);
  return proposal.kind === YEAR_END ? sameYear : round.asOf === proposal.asOf || round.due === proposal.due;
}

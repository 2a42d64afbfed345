import { yearOf } from '../domain/calendar/day.js';
import { whereKnown, type WorkingCalendar } from '../domain/calendar/working-days.js';
import type { ReportingDuty } from '../domain/plan/reading.js';
import { proposeInternalDay } from '../domain/progress/receipt.js';
import { periodOf, type PeriodKind } from '../domain/calendar/period.js';
import { printedRounds } from '../domain/progress/printed-rhythm.js';
import { rhythmRounds, type Rhythm } from '../domain/progress/rhythm.js';
import { YEAR_END, type RoundKind } from './packet.types.js';
import type { UnitScope } from './round-units.js';
import { endsYear, goesUp, upwardDay } from './upward.js';

/** A round that the office may open with one click. */
export interface RoundProposal {
  kind: RoundKind;
  title: string;
  asOf: string;
  due: string;
  basis: string;
  units: UnitScope;
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

const PERIODS: Partial<Record<RoundKind, PeriodKind>> = { 月: 'month', 季: 'quarter', 半年: 'halfYear', 年终: 'year' };

type DatedDuty = ReportingDuty & { due: string };
type Fresh = Omit<RoundProposal, 'earlier'>;

/**
 * Rounds still to be opened in one year, by due day: the plan's printed duties towards this office, and the office's
 * rhythm (default quarterly, the last working day), for which a rhythm that the plan prints (每季度末月25日前) stands in. One
 * year-end round asks everybody: a printed day comes before the rhythm's, and where it is in the next year the round printed for
 * the year's last quarter stays beside it. What exists already is left out. Refusal: calendar_year_missing.
 */
export function proposeRounds(ground: ProposalGround): RoundProposal[] {
  const printed = datedRounds(ground);
  const hasYearEnd = printed.some((one) => one.kind === YEAR_END);
  const isYearApart = printed.some(({ kind, due }) => kind === YEAR_END && yearOf(due) > ground.year);
  const regular = printedRhythm(ground, !isYearApart);
  const rhythm = (regular.length > 0 ? regular : rhythmProposals(ground)).filter(
    (one) => one.kind !== YEAR_END || !hasYearEnd,
  );
  const fresh = [...rhythm, ...printed].filter((one) => !ground.existing.some((round) => isSame(round, one)));
  return fresh.map((one) => withEarlier(one, ground)).sort((a, b) => a.due.localeCompare(b.due));
}

function withEarlier(one: Fresh, { reporting, calendar }: ProposalGround): RoundProposal {
  const upper = upwardDay(reporting, one);
  return { ...one, earlier: upper ? earlierDay(upper, one.due, calendar) : null };
}

function rhythmProposals(ground: ProposalGround): Fresh[] {
  const rounds = rhythmRounds(rangeOf(ground), ground.calendar, ground.rhythm);
  return rounds.map((round) => ({ ...round, basis: '本办定期调度', units: 'all', source: 'rhythm' }));
}

/** The rounds of the duties that come round on a printed day, each once; the last of the year is the year's where it `endsYear`. */
function printedRhythm(ground: ProposalGround, endsYear: boolean): Fresh[] {
  const duties = ground.reporting.filter((duty) => !goesUp(duty));
  const rounds = duties.flatMap(({ every = '', from }) =>
    printedRounds(every, rangeOf(ground), ground.calendar, endsYear).map((round): Fresh => {
      const basis = `计划中的报送要求（${every}）`;
      return { ...round, basis, units: round.kind === YEAR_END ? 'all' : unitsAsked(from), source: 'printed' };
    }),
  );
  return eachOnce(rounds);
}

/** The part of the year from the day of 启用 on. */
function rangeOf({ year, enabledOn }: ProposalGround): { start: string; end: string } {
  return { start: yearOf(enabledOn) === year ? enabledOn : `${year}-01-01`, end: `${year}-12-31` };
}

/** Duties towards this office; what the office itself owes upwards is a report, not a round. */
function datedRounds({ year, enabledOn, reporting }: ProposalGround): Fresh[] {
  const dated = reporting.filter((duty): duty is DatedDuty => isDated(duty) && yearAsked(duty, enabledOn) === year);
  return eachOnce(dated.filter((duty) => !goesUp(duty)).map((duty) => printedRound(duty, year)));
}

const isDated = (duty: ReportingDuty): duty is DatedDuty => Boolean(duty.due);

/** The year that a report is of: a summary due in the first two months of the year after 启用 is of the year before (次年1月10日前报送总结). */
function yearAsked({ due, what }: DatedDuty, enabledOn: string): number {
  const year = yearOf(due);
  const isSummary = due < `${year}-03-01` && /总结|年终/.test(what) && yearOf(enabledOn) < year;
  return isSummary ? year - 1 : year;
}

/** Each round once: one that several duties ask for asks everybody, where they do not ask the same. */
const eachOnce = (rounds: Fresh[]): Fresh[] =>
  rounds
    .filter((one, at) => rounds.findIndex((other) => isSame(other, one)) === at)
    .map((one) =>
      rounds.every((other) => !isSame(other, one) || other.units === one.units) ? one : { ...one, units: 'all' },
    );

function printedRound({ due, from }: DatedDuty, year: number): Fresh {
  const yearEnd = endsYear(due) || yearOf(due) > year;
  return {
    ...{ kind: yearEnd ? YEAR_END : '专项', due, asOf: yearEnd ? `${year}-12-31` : due },
    ...{ title: yearEnd ? `${year}年年终报送` : `${year}年按计划报送（${due}前）`, basis: '计划中的报送要求' },
    ...{ units: yearEnd ? 'all' : unitsAsked(from), source: 'printed' },
  };
}

/** 各县（市、区） or 各牵头单位 alone, or all units. */
function unitsAsked(from: string): Fresh['units'] {
  if (LEADS_ALONE.test(from)) return 'leads';
  return /县|区|各市/.test(from) && !/各(?:成员|责任|牵头|有关|相关)?(?:单位|部门)|[市县区]直/.test(from)
    ? 'counties'
    : 'all';
}
const LEADS_ALONE = /^各?(?:[一-龥]{0,4}(?:任务|项目|措施|工作))?牵头(?:责任)?(?:单位|部门)$/;

/** Ten working days before this office's own day; none where the calendar does not know the year. */
const earlierDay = (upper: string, due: string, calendar: WorkingCalendar): string | null =>
  whereKnown(() => proposeInternalDay(upper, due, calendar));

function isSame(round: ProposalGround['existing'][0], proposal: Fresh): boolean {
  if (round.kind !== proposal.kind) return false;
  const period = PERIODS[proposal.kind];
  if (period) return periodOf(round.asOf, period).start === periodOf(proposal.asOf, period).start;
  return round.asOf === proposal.asOf || round.due === proposal.due;
}

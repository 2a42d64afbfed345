import type { Duty } from '../domain/plan/duties.js';

export type Role = Duty['role'];

/** A duty that somebody has now. */
export interface RunningDuty {
  /** The assignment's id. */
  id: string;
  unitId: string;
  role: Role;
}

export interface DutyMoves {
  start: Duty[];
  remove: RunningDuty[];
  /** One unit left and one came in the same part: the duty goes over. */
  transfer: { from: RunningDuty; to: Duty }[];
  changeRole: { running: RunningDuty; role: Role }[];
  stay: RunningDuty[];
}

/**
 * What has to happen so that the running duties become the wanted ones. Only what the text changed moves: a unit that the
 * office had added or taken off by hand, and that the old text did not have or still has, stays as the office left it.
 * `elsewhere`: units that go on with, or come from, what was split off or joined; nothing is handed over from or to them.
 */
export function dutyMoves(
  running: RunningDuty[],
  before: Duty[],
  wanted: Duty[],
  elsewhere: ReadonlySet<string> = new Set(),
): DutyMoves {
  const has = (duties: { unitId: string }[], unitId: string) => duties.some((one) => one.unitId === unitId);
  const joined = wanted.filter((duty) => !has(before, duty.unitId) && !has(running, duty.unitId));
  const left = running.filter((duty) => has(before, duty.unitId) && !has(wanted, duty.unitId));
  const changeRole = running.flatMap((duty) => {
    const to = wanted.find((one) => one.unitId === duty.unitId);
    const from = before.find((one) => one.unitId === duty.unitId);
    return to && from && to.role !== from.role && to.role !== duty.role ? [{ running: duty, role: to.role }] : [];
  });
  const transfer = (['responsible', 'supporting'] as const)
    .flatMap((role) => handovers(left, joined, role))
    .filter(({ from, to }) => !elsewhere.has(from.unitId) && !elsewhere.has(to.unitId));
  return {
    start: joined.filter((duty) => !transfer.some(({ to }) => to === duty)),
    remove: left.filter((duty) => !transfer.some(({ from }) => from === duty)),
    ...{ transfer, changeRole },
    stay: running.filter((duty) => !left.includes(duty)),
  };
}

/** The same without handing over: who goes ends the duty, who comes begins one. */
export function apart({ start, remove, transfer, ...others }: DutyMoves): DutyMoves {
  return {
    ...others,
    start: [...start, ...transfer.map(({ to }) => to)],
    remove: [...remove, ...transfer.map(({ from }) => from)],
    transfer: [],
  };
}

function handovers(left: RunningDuty[], joined: Duty[], role: Role): DutyMoves['transfer'] {
  const [from, ...moreLeft] = left.filter((duty) => duty.role === role);
  const [to, ...moreJoined] = joined.filter((duty) => duty.role === role);
  return from && to && moreLeft.length + moreJoined.length === 0 ? [{ from, to }] : [];
}

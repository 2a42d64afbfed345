import type { InstancePicture, Picture } from './picture.js';
import { isWait, type Act, type Scenario, type Wait } from './scenario.js';

/** One step of the walk: what was there, what was done, what is there now. */
export interface Step {
  scenario: Scenario;
  before: Picture;
  act: Act | Wait;
  after: Picture;
}

export interface Fault {
  code: string;
  message: string;
}

type Rule = (step: Step) => Fault[];

/** All that must hold of instances that belong together; the first fault of a step, null where there is none. */
export function faultOf(step: Step): Fault | null {
  for (const rule of RULES) {
    const [fault] = rule(step);
    if (fault) return fault;
  }
  return null;
}

const hasEnded = ({ state }: InstancePicture): boolean => /^(closed|withdrawn|merged)/.test(state);
const onDuty = ({ state }: InstancePicture): boolean => state.startsWith('duty');
const of = (picture: Picture, machine: string) => picture.instances.filter((one) => one.machine === machine);
const partsOf = (picture: Picture, measure: InstancePicture) =>
  of(picture, 'assignment').filter((part) => part.context.measureId === measure.id);
const nameIn = ({ scenario }: Step, id: string): string => scenario.names[id] ?? id;

/** 销号、撤销、并入 leave no unit behind. */
const unitLeft: Rule = (step) =>
  of(step.after, 'measure')
    .filter(hasEnded)
    .flatMap((measure) => partsOf(step.after, measure).filter(onDuty))
    .map(({ id }) => ({ code: 'unit_left', message: `任务已经结束，${nameIn(step, id)}却没有结束。` }));

/** A reopened measure takes up every unit that its closing had let go. */
const unitLost: Rule = (step) =>
  of(step.before, 'measure')
    .filter((measure) => measure.state.startsWith('closed'))
    .filter(({ id }) => of(step.after, 'measure').some((now) => now.id === id && !hasEnded(now)))
    .flatMap((measure) => partsOf(step.before, measure).filter(({ state }) => state === 'closed'))
    .filter(({ id }) => !of(step.after, 'assignment').some((now) => now.id === id && onDuty(now)))
    .map(({ id }) => ({ code: 'unit_lost', message: `任务重新打开，${nameIn(step, id)}却没有恢复。` }));

/** What is over waits for no day. */
const deadlineLeft: Rule = (step) =>
  step.after.instances
    .filter(isOver)
    .filter(({ id }) => step.after.pending.some((one) => one.startsWith(`${id} `)))
    .map(({ id }) => ({ code: 'deadline_left', message: `${nameIn(step, id)}已经结束，期限却没有撤销。` }));

function isOver(one: InstancePicture): boolean {
  if (one.machine === 'measure') return hasEnded(one);
  return /^(closed|removed|transferred|cancelled|exempt)$/.test(one.state);
}

const STILL_OPEN: Readonly<Record<string, (one: InstancePicture) => boolean>> = {
  measure: (one) => !hasEnded(one),
  assignment: onDuty,
  cycle: ({ state }) => !/^(closed|cancelled)$/.test(state),
  round: ({ state }) => state === 'open',
  packet: ({ state }) => isOwed(state),
};

const isOwed = (state: string): boolean => /^(awaited|drafted|approved|incomplete)$/.test(state);

/** A withdrawn plan leaves nothing that somebody would still work on. */
const planLeft: Rule = (step) => {
  if (!of(step.after, 'plan').some(({ state }) => state === 'withdrawn')) return [];
  return step.after.instances
    .filter((one) => STILL_OPEN[one.machine]?.(one))
    .map(({ id }) => ({ code: 'unit_left', message: `计划已经撤回，${nameIn(step, id)}却没有结束。` }));
};

/** Only by these is a report replaced or taken back, and by the unit's own act or the office's for it. */
const REPLACES = new Set(['submit', 'record', 'reportNil', 'withdraw', 'unexempt', 'consolidate']);

/** 退回、请补充 and everything else leaves what was handed in as it was. */
const reportLost: Rule = (step) => {
  const { before, act, after } = step;
  if (!isWait(act) && REPLACES.has(act.type)) return [];
  const held = handedIn(after);
  return [...handedIn(before)]
    .filter(([id, contents]) => contents !== NOTHING && held.get(id) !== contents)
    .map(([id]) => ({ code: 'report_lost', message: `办理之后，${nameIn(step, id)}已报的内容不见了。` }));
};

const NOTHING = '[null,null]';

function handedIn({ measures, assignments, packets }: Picture): Map<string, string> {
  return new Map([
    ...measures.map((one) => [one.id, JSON.stringify([one.summary, null])] as const),
    ...assignments.map((one) => [one.id, JSON.stringify([one.lastText, one.progress])] as const),
    ...packets.map((one) => [one.id, JSON.stringify([one.summary, one.lines])] as const),
  ]);
}

/** Who owes something by a day that is still to come is waited for on that day: the old one, or the new one given. */
const deadlineLost: Rule = (step) =>
  step.after.instances
    .filter((one) => (one.machine === 'packet' && isOwed(one.state)) || (one.machine === 'assignment' && onDuty(one)))
    .filter(({ context }) => typeof context.fires === 'string' && context.fires > step.after.day && !context.duePassed)
    .filter(({ id }) => !step.after.pending.includes(`${id} due`))
    .map(({ id }) => ({ code: 'deadline_lost', message: `${nameIn(step, id)}还没有报，期限却丢失了。` }));

/** 请补充 with a day of its own: that day is waited for. */
const supplementLost: Rule = (step) => {
  const { act, after } = step;
  if (isWait(act) || act.type !== 'askMore' || !act.payload?.fires) return [];
  if (after.pending.includes(`${act.instance} supplement`)) return [];
  return [{ code: 'deadline_lost', message: `${nameIn(step, act.instance)}应补充的期限没有设定。` }];
};

/** A part is due by its measure's day, a report by its round's; a later day is only ever a granted one, shown beside the first. */
const afterSuperior: Rule = (step) => {
  const { measures, assignments, packets, instances } = step.after;
  const excused = new Set(instances.filter(isOver).map(({ id }) => id));
  const parts = assignments.map((part) => {
    const upper = measures.find(({ id }) => id === part.measureId)?.due ?? null;
    return { id: part.id, day: part.due, upper, first: part.firstDue };
  });
  const reports = packets.map(({ id, due, roundDue }) => {
    const first = instances.find((one) => one.id === id)?.context.firstDue;
    return { id, day: due, upper: roundDue, first: typeof first === 'string' ? first : null };
  });
  return [...parts, ...reports]
    .filter((one) => !excused.has(one.id) && isUnmarkedLater(one))
    .map(({ id, day, upper }) => ({
      code: 'day_after_superior',
      message: `${nameIn(step, id)}的期限 ${day} 晚于上一级的 ${upper}，又没有标明原定日期。`,
    }));
};

interface LevelDay {
  id: string;
  day: string | null;
  upper: string | null;
  first: string | null;
}

function isUnmarkedLater({ day, upper, first }: LevelDay): boolean {
  return day !== null && upper !== null && day > upper && (first === null || first === day);
}

const RULES: readonly Rule[] = [
  ...[unitLeft, unitLost, planLeft, deadlineLeft],
  ...[reportLost, deadlineLost, supplementLost, afterSuperior],
];

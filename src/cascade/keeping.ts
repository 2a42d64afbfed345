import { dutiesOf, leadOf } from '../domain/plan/duties.js';
import type { Command } from '../engine/types.js';
import type { Measure } from '../measures/measures.entities.js';
import { dueIn, dutyStart } from '../measures/register.js';
import type { DraftMeasure } from './access.js';
import { runningOf, type AmendmentGround } from './amendment.ground.js';
import { apart, dutyMoves, type DutyMoves, type RunningDuty } from './duties.js';

/** What keeps a running measure in step with its new text. */
interface Change {
  sentences: string[];
  commands: Command[];
}

/**
 * Duties, lead, kind of work and due day of a running measure as the new text wants them; nothing else moves. `isApart`:
 * no unit hands its duty over to another.
 */
export function keepCommands(
  ground: AmendmentGround,
  measure: Measure,
  old: DraftMeasure,
  now: DraftMeasure,
  isApart = false,
): Change {
  const found = movesOf(ground, measure, old, now);
  const moves = isApart ? apart(found) : found;
  const changes = [
    duties(ground, measure, now, moves),
    lead(ground, measure, old, now),
    track(ground, measure, old, now),
    due(ground, old, now, moves.stay),
  ];
  return {
    sentences: changes.flatMap((change) => change.sentences),
    commands: changes.flatMap((change) => change.commands),
  };
}

/** Whether a unit that goes would hand its duty over to the one that comes, so that a person may choose. */
export function handsOver(ground: AmendmentGround, oldKey: string, newKey: string): boolean {
  const measure = runningOf(ground.measures.get(oldKey));
  const old = ground.old.draft.measures.find(({ key }) => key === oldKey);
  const now = ground.now.draft.measures.find(({ key }) => key === newKey);
  return Boolean(measure && old && now && movesOf(ground, measure, old, now).transfer.length > 0);
}

function movesOf(ground: AmendmentGround, measure: Measure, old: DraftMeasure, now: DraftMeasure): DutyMoves {
  const running = (ground.assignments.get(measure.id) ?? []).map(runningDuty);
  const [before, wanted] = [dutiesOf(old, ground.units), dutiesOf(now, ground.units)];
  return dutyMoves(running, before, wanted, elsewhere(ground, old, now));
}

/** Units of the clauses that the new text split off from this one or joined to it. */
function elsewhere(ground: AmendmentGround, old: DraftMeasure, now: DraftMeasure): Set<string> {
  const parts = [...ground.kindred].flatMap(([row, { key }]) => {
    const [left, right] = row.split('|');
    if (right) return key === old.key ? ground.now.draft.measures.filter((one) => one.key === right) : [];
    return key === now.key ? ground.old.draft.measures.filter((one) => one.key === left) : [];
  });
  return new Set(parts.flatMap((part) => dutiesOf(part, ground.units).map(({ unitId }) => unitId)));
}

function runningDuty({ id, unitId, role }: { id: string; unitId: string; role: string }): RunningDuty {
  return { id, unitId, role: role === 'responsible' ? 'responsible' : 'supporting' };
}

const ROLES = { responsible: '责任单位', supporting: '配合单位' };
const NOTHING: Change = { sentences: [], commands: [] };

function duties(ground: AmendmentGround, measure: Measure, now: DraftMeasure, moves: DutyMoves): Change {
  const { unitName, reason } = ground;
  const send = (instance: string, type: string, payload: object): Command => {
    return { kind: 'send', instance, type, payload: { ...payload, reason } };
  };
  const position = (ground.assignments.get(measure.id) ?? []).length + 1;
  const joining = [...moves.start, ...moves.transfer.map(({ to }) => to)];
  return {
    sentences: [
      ...moves.start.map((duty) => `新增${ROLES[duty.role]}：${unitName(duty.unitId)}`),
      ...moves.remove.map((duty) => `不再承担：${unitName(duty.unitId)}`),
      ...moves.transfer.map(({ from, to }) => `由${unitName(from.unitId)}转给${unitName(to.unitId)}`),
      ...moves.changeRole.map(({ running, role }) => `${unitName(running.unitId)}改为${ROLES[role]}`),
    ],
    commands: [
      ...moves.remove.map((duty) => send(duty.id, 'remove', {})),
      ...moves.transfer.map(({ from, to }) => send(from.id, 'transfer', { toUnit: to.unitId })),
      ...moves.changeRole.map(({ running, role }) => send(running.id, 'changeRole', { role })),
      ...joining.map((duty, at) => dutyStart(ground.year, measure.id, now, duty, position + at)),
    ],
  };
}

function lead(ground: AmendmentGround, measure: Measure, old: DraftMeasure, now: DraftMeasure): Change {
  const unitOf = (name: string | null) => name && ground.units.idOf(name);
  const [before, leadUnit] = [unitOf(leadOf(old)), unitOf(leadOf(now))];
  if (before === leadUnit) return NOTHING;
  const consolidator = leadUnit ? now.consolidator : 'office';
  const payload = { consolidator, leadUnit, reason: ground.reason };
  const sentence = leadUnit ? `牵头单位改为${ground.unitName(leadUnit)}` : '不再设牵头单位，由我办汇总';
  return {
    sentences: [sentence],
    commands: [{ kind: 'send', instance: measure.id, type: 'setConsolidator', payload }],
  };
}

const TRACKS = { deliverable: '办结型', standing: '常态型' };

/** Once the evaluation has begun the kind of work is settled. */
function track({ reason }: AmendmentGround, measure: Measure, old: DraftMeasure, now: DraftMeasure): Change {
  if (old.track === now.track || measure.track === now.track || measure.state.startsWith('evaluation')) return NOTHING;
  const payload = { track: now.track, reason };
  const command: Command = { kind: 'send', instance: measure.id, type: 'changeTrack', payload };
  return { sentences: [`改为${TRACKS[now.track]}任务`], commands: [command] };
}

function due(ground: AmendmentGround, old: DraftMeasure, now: DraftMeasure, stay: RunningDuty[]): Change {
  const { cycle, reason } = ground;
  const { enabledOn, yearFrom } = ground.old.plan;
  const from = cycle.year === yearFrom && enabledOn !== null ? enabledOn : undefined;
  const [before, { due: on, fires, duePresumed }] = [dueIn(cycle.year, old, from), dueIn(cycle.year, now, from)];
  if (before.due === on && before.duePresumed === duePresumed) return NOTHING;
  const payload = { on, fires, reason };
  const commands = stay.map((duty): Command => ({ kind: 'send', instance: duty.id, type: 'setDue', payload }));
  return { sentences: [`完成时限改为 ${on}${duePresumed ? '（推定为年底）' : ''}`], commands };
}

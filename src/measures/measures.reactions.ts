import { reactionTo } from '../engine/feature.js';
import type { Command, Recorded } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';

interface Row {
  id: string;
}

interface Duty extends Row {
  unitId: string;
}

const send =
  (type: string, payload: Record<string, unknown> = {}) =>
  (row: Row): Command => {
    return { kind: 'send', instance: row.id, type, payload, asSystem: true };
  };

/** A cycle's stage carries its measures along; disputes, suspensions and closed measures stay as they are. */
export const followCycle = reactionTo(['cycle'], async (event, read) => {
  if (event.state === event.stateBefore) return [];
  if (event.state === 'implementation')
    return (await inState(read, event, 'mobilisation')).map(send('beginImplementation'));
  if (event.state !== 'evaluation') return [];
  const waiting = [...(await inState(read, event, 'mobilisation')), ...(await inState(read, event, 'implementation'))];
  return waiting.map(send('beginEvaluation'));
});

/** A measure that closes or is withdrawn leaves no assignment behind; a reopened one takes them up again. */
export const followMeasure = reactionTo(['measure'], (event, read) => {
  const { instance, state, stateBefore } = event;
  if (state === stateBefore) return [];
  if (state.startsWith('closed')) return toEach(assignments(read, instance, 'duty'), send('close'));
  if (state.startsWith('withdrawn'))
    return toEach(assignments(read, instance, 'duty'), send('remove', withdrawal(event)));
  if (state.startsWith('merged')) return leaveMerged(read, event);
  if (!stateBefore?.startsWith('closed')) return [];
  return toEach(assignments(read, instance, 'closed'), send('reopen', { fires: null }));
});

function withdrawal({ payload: { reason } }: Recorded): { reason: string } {
  return { reason: typeof reason === 'string' && reason !== '' ? `任务已撤销：${reason}` : '任务已撤销' };
}

/** Each unit is told into which measure its own went, and whether it goes on there. */
async function leaveMerged(read: Reader, event: Recorded): Promise<Command[]> {
  const { into, intoName } = event.payload as { into: string; intoName?: string };
  const [was, is] = [await calledMeasure(read, event.instance), intoName ?? (await calledMeasure(read, into))];
  const there = new Set((await assignments(read, into, 'duty')).map(({ unitId }) => unitId));
  return (await assignments(read, event.instance, 'duty')).map((row) => {
    const isThere = there.has(row.unitId);
    const then = isThere ? '本单位在并入后的任务中继续承担' : '并入后的任务没有分给本单位';
    const reason = `原“${was}”已并入“${is}”，${then}`;
    return send('remove', { reason, ...(isThere ? { goesOnIn: into } : {}) })(row);
  });
}

async function calledMeasure(read: Reader, id: string): Promise<string> {
  const row = await read.get<{ no: string; title: string }>('SELECT no, title FROM measure WHERE id = ?', [id]);
  return row ? `${row.no} ${row.title}`.trim() : '其他任务';
}

async function toEach(rows: Promise<Row[]>, command: (row: Row) => Command): Promise<Command[]> {
  return (await rows).map(command);
}

/** Of a plan's instances, those that a withdrawal still has to end; a round cancels its packets itself. */
const OPEN_UNDER_PLAN = `SELECT id, machine FROM instance WHERE scope = ? AND (
    (machine = 'measure' AND state NOT IN ('withdrawn', 'merged') AND state NOT LIKE 'closed%')
    OR (machine = 'cycle' AND state NOT IN ('closed', 'cancelled'))
    OR (machine = 'round' AND state = 'open')
    OR (machine = 'packet' AND state IN ('awaited', 'drafted', 'approved', 'incomplete')
        AND id IN (SELECT k.id FROM packet k JOIN round r ON r.id = k.round_id WHERE r.plan_id = ? AND r.state = 'closed'))
    OR (machine = 'supervision' AND state NOT IN ('accepted', 'lifted', 'cancelled'))
  ) ORDER BY id`;

/**
 * A withdrawn plan withdraws its measures and cancels its years, its open rounds, what is still owed to closed ones, and
 * its supervisions; a supervision whose reply was accepted is left for the office to lift.
 */
export const followPlan = reactionTo(['plan'], async (event, read) => {
  if (event.type !== 'withdraw') return [];
  const rows = await read.all<Row & { machine: string }>(OPEN_UNDER_PLAN, [event.instance, event.instance]);
  const reason = { reason: String(event.payload.reason ?? '计划已撤回') };
  return rows.map((row) => send(row.machine === 'measure' ? 'withdraw' : 'cancel', reason)(row));
});

const AT_WORK: Readonly<Record<string, RegExp>> = {
  measure: /^(mobilisation|implementation|evaluation)/,
  round: /^open/,
  packet: /^(awaited|drafted|approved|incomplete)/,
};

/**
 * Nothing of a withdrawn plan is taken up again: not a closed measure, not a closed round, not a report. The refusal undoes
 * the whole command. Refusal: plan_withdrawn.
 */
export const refuseUnderWithdrawn = reactionTo(Object.keys(AT_WORK), (event, read) => {
  const { machine, scope, type, stateBefore, state } = event;
  const atWork = AT_WORK[machine];
  if (type === 'start' || !atWork?.test(state) || atWork.test(stateBefore ?? '')) return [];
  return refuseWithdrawn(read, scope);
});

async function refuseWithdrawn(read: Reader, scope: string): Promise<Command[]> {
  const plan = await read.get<{ state: string }>('SELECT state FROM plan WHERE id = ?', [scope]);
  if (plan?.state !== 'withdrawn') return [];
  throw new Refusal('plan_withdrawn', '计划已经撤回，其中的事项不再重新办理。', {
    place: '计划',
    cure: '原来的记录都保留着，可以查阅；确需办理的，请随新的计划分办。',
  });
}

function inState(read: Reader, { scope, instance }: Recorded, stage: string): Promise<Row[]> {
  const sql = 'SELECT id FROM measure WHERE plan_id = ? AND cycle_id = ? AND state LIKE ? ORDER BY position';
  return read.all<Row>(sql, [scope, instance, `${stage}%`]);
}

function assignments(read: Reader, measureId: string, state: 'duty' | 'closed'): Promise<Duty[]> {
  return read.all<Duty>('SELECT id, unit_id FROM assignment WHERE measure_id = ? AND state LIKE ? ORDER BY id', [
    measureId,
    `${state}%`,
  ]);
}

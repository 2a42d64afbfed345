import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registrations } from '../../src/core/core.module.js';
import { stateAsOf } from '../../src/engine/as-of.js';
import { Engine } from '../../src/engine/engine.js';
import { tryMoves } from '../../src/engine/migrating.js';
import type { MigrateCommand } from '../../src/engine/types.js';
import { verifyLog } from '../../src/engine/verify.js';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { ADMIN, COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { measureV2, withSecondMeasure } from '../support/measure-v2.js';
import { COLLEAGUE, CYCLE, issueSmallPlan, liaison } from '../support/small-plan.js';

const TRAINING = `${CYCLE}:m001`;
const SCHOOLING = `${CYCLE}:m002`;

describe('a measure that moves to a new version of its workflow', () => {
  let ground: TestGround;
  let engine: Engine;
  beforeAll(async () => {
    ground = await openGround();
    engine = new Engine(ground.database, ground.clock, registrations, { definitions: withSecondMeasure });
    await issueSmallPlan(ground);
    await ground.engine.send(SCHOOLING, 'beginImplementation', {}, { actor: COORDINATOR });
    await ground.engine.send(SCHOOLING, 'raiseDispute', { text: '与财政局有分歧' }, { actor: COORDINATOR });
  });
  afterAll(() => ground.close());

  const move = (instance: string, actor = ADMIN, key?: string) =>
    engine.execute({ actor, key }, [{ kind: 'migrate', instance, to: 'measure@2' } satisfies MigrateCommand]);
  const row = async (id: string) =>
    (await ground.database.reader.get<{ definition: string; state: string; snapshot: string; revision: number }>(
      'SELECT definition, state, snapshot, revision FROM instance WHERE id = ?',
      [id],
    ))!;
  const verify = async () => {
    const scratch = await Database.open({ file: ':memory:', entities, migrations });
    const { projections } = registrations;
    const verdict = await verifyLog(ground.database.reader, scratch, projections, undefined, withSecondMeasure);
    await scratch.close();
    return verdict.faults;
  };

  it('is tried dry first: what moves, into which state; nothing is written', async () => {
    const before = await row(TRAINING);
    const found = await tryMoves(ground.database.reader, withSecondMeasure, 'measure@1', 'measure@2');
    expect(found.map(({ instance, newState, refusal }) => [instance, newState, refusal?.code])).toEqual([
      [TRAINING, '动员部署', undefined],
      [SCHOOLING, expect.stringContaining('职责争议'), undefined],
    ]);
    expect(await row(TRAINING)).toEqual(before);
  });

  it('is the administrator’s to move, nobody else’s', async () => {
    await expect(move(TRAINING, COORDINATOR)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(move(TRAINING, liaison('hr'))).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('stands where the new version says, by one recorded event, and takes what it knows along', async () => {
    await move(TRAINING);
    await move(SCHOOLING);
    expect(await row(TRAINING)).toMatchObject({ definition: 'measure@2', state: 'preparation' });
    const schooling = await row(SCHOOLING);
    expect(schooling.state.split('+').sort()).toEqual([
      'implementation.audit.none',
      'implementation.dispute.disputed',
      'implementation.suspension.running',
      'implementation.track.standing.working',
    ]);
    expect((JSON.parse(schooling.snapshot) as { context: object }).context).toMatchObject({ audited: false });
    const event = await ground.database.reader.get<{ type: string; body: string }>(
      'SELECT type, body FROM event WHERE instance_id = ? ORDER BY seq DESC LIMIT 1',
      [TRAINING],
    );
    expect(JSON.parse(event!.body)).toMatchObject({
      ...{ type: 'migrated', definition: 'measure@2', actor: ADMIN.user, relation: 'admin' },
      payload: { from: 'measure@1', to: 'measure@2', states: { mobilisation: 'preparation' } },
    });
  });

  it('is offered what the new version offers from then on, and can do it', async () => {
    expect((await engine.offers(SCHOOLING, COORDINATOR)).events).toContain('askAudit');
    await engine.send(SCHOOLING, 'askAudit', {}, { actor: COORDINATOR });
    expect((await row(SCHOOLING)).state).toContain('implementation.audit.asked');
    await engine.send(TRAINING, 'beginImplementation', {}, { actor: COORDINATOR });
    expect((await row(TRAINING)).state).toContain('implementation.audit.none');
  });

  it('is proven from its log like any other, before and after the move', async () => {
    expect(await verify()).toEqual([]);
    const past = await stateAsOf(ground.database.reader, { instant: ground.clock.now() }, withSecondMeasure);
    expect(past.get(TRAINING)?.definition).toBe('measure@2');
    await ground.database.write((tx) => tx.update('instance', { definition: 'measure@1' }, { id: TRAINING }));
    expect((await verify()).map(({ code }) => code)).toEqual(['state_differs']);
    await ground.database.write((tx) => tx.update('instance', { definition: 'measure@2' }, { id: TRAINING }));
  });

  it('is named as of another program’s log by a program that does not know the new version', async () => {
    const { faults } = await ground.verify();
    expect([...new Set(faults.map(({ code }) => code))]).toContain('definition_unknown');
  });

  it('is not moved twice, and a click repeated moves it once', async () => {
    await expect(move(TRAINING)).rejects.toMatchObject({ code: 'already_there' });
    const { revision } = await row(TRAINING);
    expect((await row(TRAINING)).revision).toBe(revision);
  });
});

describe('a closed measure that moves', () => {
  it('stays closed since the day it was closed, and its units’ work is not taken up again', async () => {
    const ground = await openGround();
    const { engine, database, clock } = ground;
    await issueSmallPlan(ground);
    const send = (type: string, payload = {}, actor = COORDINATOR) => engine.send(SCHOOLING, type, payload, { actor });
    await send('beginEvaluation');
    await send('consolidate', { text: '已全部落实' });
    await send('closeAchieved', { opinion: '同意' }, COLLEAGUE);
    const sheet = () => database.reader.all('SELECT state, closed_on FROM measure WHERE id = ?', [SCHOOLING]);
    const duties = () => database.reader.all('SELECT id, state FROM assignment ORDER BY id');
    const before = { sheet: await sheet(), duties: await duties() };
    expect(before.sheet).toEqual([{ state: 'closed.achieved', closedOn: '2023-05-11' }]);
    clock.set(clock.now() + 30 * 86_400_000);
    const later = new Engine(database, clock, registrations, { definitions: withSecondMeasure });
    await later.execute({ actor: ADMIN }, [{ kind: 'migrate', instance: SCHOOLING, to: 'measure@2' }]);
    expect({ sheet: await sheet(), duties: await duties() }).toEqual(before);
    await ground.close();
  });
});

describe('a measure that cannot move', () => {
  let ground: TestGround;
  beforeAll(async () => {
    ground = await openGround();
    await issueSmallPlan(ground);
    await ground.engine.send(TRAINING, 'beginEvaluation', {}, { actor: COORDINATOR });
    await ground.engine.send(SCHOOLING, 'withdraw', { reason: '撤销' }, { actor: COORDINATOR });
  });
  afterAll(() => ground.close());

  it('stands in a state that the new version has removed, or is over: told by name, nothing is written', async () => {
    const found = await tryMoves(ground.database.reader, withSecondMeasure, 'measure@1', 'measure@2');
    expect(found.map(({ newState, refusal }) => [newState, refusal?.code])).toEqual([
      [null, 'state_removed'],
      [null, 'already_done'],
    ]);
    expect(found[0]!.refusal!.message).toContain('没有“');
    const engine = new Engine(ground.database, ground.clock, registrations, { definitions: withSecondMeasure });
    const count = () => ground.database.reader.get('SELECT count(*) AS n FROM event');
    const before = await count();
    const move = engine.execute({ actor: ADMIN }, [{ kind: 'migrate', instance: TRAINING, to: 'measure@2' }]);
    await expect(move).rejects.toMatchObject({ code: 'state_removed' });
    expect(await count()).toEqual(before);
  });

  it('has a running deadline that nobody answers in the new version', async () => {
    await ground.engine.send(TRAINING, 'backToImplementation', {}, { actor: COORDINATOR });
    const deadline = { instanceId: TRAINING, scope: '', name: 'inspection', onDay: '2023-12-01', status: 'pending' };
    await ground.database.write((tx) => tx.insert('deadline', deadline));
    const [found] = await tryMoves(ground.database.reader, withSecondMeasure, 'measure@1', 'measure@2');
    expect(found).toMatchObject({ deadlines: ['inspection 2023-12-01'], refusal: { code: 'deadline_unanswered' } });
  });

  it('belongs to a version of which the new one says nothing, or to another workflow', async () => {
    const read = ground.database.reader;
    const reasons = async (from: string, to: string) =>
      (await tryMoves(read, withSecondMeasure, from, to)).map(({ refusal }) => refusal?.code);
    expect(new Set(await reasons('assignment@1', 'measure@2'))).toEqual(new Set(['not_a_version']));
    expect(await reasons('measure@1', 'measure@1')).toContain('already_there');
    await expect(reasons('measure@1', 'measure@9')).rejects.toMatchObject({ code: 'definition_unknown' });
    expect(measureV2.upgrades).not.toHaveProperty('measure@0');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { ApiModule } from '../../src/api/api.module.js';
import { ANSWERS } from '../../src/api/answers.schema.js';
import { ROUTES, type ApiRoute } from '../../src/api/routes.js';
import type { Schema } from '../../src/api/schema.js';
import { Program, type Refused } from '../api/program.js';
import { misfits } from '../api/schema-check.js';
import { handedOver } from '../cli/handed-over.js';
import { SAMPLE_TEXT } from '../formats/sample-plan.js';
import { type RunningServer, startServer } from '../support/server.js';

interface Offered {
  id: string;
  state: string;
  revision: number;
  events: string[];
}
interface Duty extends Offered {
  unit: { id: string; name: string };
  role: string;
  ackKind: string | null;
}
interface Sheet extends Offered {
  no: string;
  assignments: Duty[];
}
interface Packet extends Offered {
  rows: { assignment: string; text: string | null; status: string | null }[];
  figures: { indicator: string; name: string; printed: string | null; value: string | null }[];
  late: boolean;
}
interface Matrix extends Offered {
  lines: { packet: string; unit: string; isOwed: boolean }[];
  notReported: string;
}

/** The plan of the demonstration's own city, so that its units are known. */
const PLAN_FILE = { field: 'file', name: '方案.txt', text: SAMPLE_TEXT.replaceAll('云岭', '太原') };
const HR = '太原市人力资源和社会保障局';
const HOUSING = '太原市住房和城乡建设局';

let server: RunningServer;
let office: Program;
let hr: Program;
let housing: Program;
let plan: string;
let measures: Sheet[];

beforeAll(async () => {
  server = await startServer();
  office = await programFor('xietiao1');
  const imported = await office.sendFile<{ id: string }>('plans', PLAN_FILE, 'import-0001');
  plan = imported.body.id;
  const issued = await office.post(`plans/${plan}/issue`, { acceptProposals: true, moveClock: true });
  expect([imported.status, issued.status, issued.body]).toMatchObject([201, 200, { state: 'issued' }]);
  measures = (await office.get<{ measures: Sheet[] }>(`plans/${plan}/measures`)).body.measures;
  hr = await programFor('renshe');
  housing = await programFor('zhujian');
}, 120_000);
afterAll(() => server.discard());

async function programFor(account: string): Promise<Program> {
  const { stdout, stderr } = await handedOver(server.dataDir, 'user', 'token', account);
  expect([stderr.includes('没有'), stdout.trim()]).toEqual([false, expect.stringMatching(/^[\w-]{43}$/)]);
  return new Program(server.origin, stdout.trim());
}

/** A new liaison of a unit, with a program of theirs. */
async function programOfNewLiaison(account: string, unit: string): Promise<Program> {
  const { id } = unitOf(unit);
  const added = await handedOver(
    server.dataDir,
    'user',
    'add',
    account,
    '--name',
    '联络员',
    '--roles',
    'liaison',
    '--unit',
    id,
  );
  expect(added).toMatchObject({ code: 0, stdout: expect.stringMatching(new RegExp(`^${account}\t\\w{16}\n$`)) });
  return programFor(account);
}

function unitOf(name: string): { id: string; name: string } {
  const units = measures.flatMap((measure) => measure.assignments.map((duty) => duty.unit));
  const found = units.find((unit) => unit.name === name);
  if (!found) throw new Error(`${name} is not among ${units.map((unit) => unit.name).join('、')}`);
  return found;
}

const dutyOf = (measure: Sheet, unit: string): Duty => measure.assignments.find((duty) => duty.unit.name === unit)!;

async function openRound(due: string): Promise<Matrix> {
  const round = { kind: '专项', title: `${due} 专项调度`, asOf: due, due, parts: ['text', 'table'], scope: 'units' };
  const opened = await office.post<{ id: string }>(`plans/${plan}/rounds`, round);
  expect(opened.status).toBe(201);
  return (await office.get<Matrix>(`rounds/${opened.body.id}`)).body;
}

const packetOf = (matrix: Matrix, unit: string): string =>
  matrix.lines.find((line) => line.unit === unitOf(unit).id)!.packet;

async function eventsSoFar(): Promise<number> {
  const text = await (await fetch(`${server.origin}/metrics`)).text();
  return Number(/^qiantou_events (\d+)$/m.exec(text)?.[1]);
}

describe('the city’s data platform, with a coordinator’s token', () => {
  it('has brought a plan in and issued it: every unit has its tasks', async () => {
    const { body } = await office.get<Offered>(`plans/${plan}`);
    expect(body).toMatchObject({ state: 'issued', docNumber: '云农工办〔2024〕7号', today: '2024-03-08' });
    expect(measures).toHaveLength(3);
    expect(dutyOf(measures[0], HR)).toMatchObject({ role: 'responsible', ackKind: null });
  });

  it('sends the same file with the same key again and gets the same plan', async () => {
    const again = await office.sendFile<{ id: string }>('plans', PLAN_FILE, 'import-0001');
    expect([again.status, again.body.id]).toEqual([201, plan]);
    const without = await office.sendFile<Refused>('plans', PLAN_FILE);
    expect([without.status, without.body.code, without.body.detail.facts?.plan]).toEqual([409, 'plan_exists', plan]);
  });

  it('reads who has reported in a round, as the matrix on the page shows it', async () => {
    const matrix = await openRound('2024-03-20');
    expect(matrix.lines.every((line) => line.isOwed)).toBe(true);
    expect(matrix.notReported).toContain('市人社局');
    const list = await office.get<{ rounds: { id: string; total: number; reported: number }[] }>(`rounds?plan=${plan}`);
    expect(list.body.rounds).toContainEqual(expect.objectContaining({ id: matrix.id, reported: 0 }));
  });

  it('takes the ledger row by row', async () => {
    const { body } = await office.get<{ total: number; rows: { unit: { name: string }; light: string }[] }>(
      `ledger?plan=${plan}`,
    );
    expect(body.total).toBe(body.rows.length);
    expect(body.rows.map((row) => row.unit.name)).toContain(HOUSING);
  });
});

describe('a bureau’s own system, with its liaison’s token', () => {
  it('signs for a task', async () => {
    const duty = dutyOf(measures[0], HR);
    const done = await hr.post(`flow/${duty.id}/acknowledge`, { kind: 'signed' }, { 'idempotency-key': 'sign-0001' });
    expect(done).toMatchObject({ status: 200, body: { id: duty.id, revision: 2 } });
    const again = await hr.post(`flow/${duty.id}/acknowledge`, { kind: 'signed' }, { 'idempotency-key': 'sign-0001' });
    expect(again.body).toEqual(done.body);
    const after = (await hr.get<Sheet>(`measures/${measures[0].id}`)).body;
    expect(dutyOf(after, HR).ackKind).toBe('signed');
  });

  it('sends its packet, figures as it writes them', async () => {
    const id = packetOf(await openRound('2024-03-25'), HR);
    const packet = (await hr.get<Packet>(`packets/${id}`)).body;
    const people = packet.figures.find((figure) => figure.name.includes('运送返岗农民工'))!;
    const rows = [
      { assignment: packet.rows[0].assignment, text: '已开行返岗专车62趟。', status: '推进中', progress: 80 },
    ];
    const figures = [{ indicator: people.indicator, printed: '0.26万人次' }];
    const sent = await hr.post(`packets/${id}/submit`, { rows, figures }, { 'if-match': String(packet.revision) });
    expect(sent).toMatchObject({
      status: 200,
      body: { id, state: 'submitted', stateName: expect.stringContaining('报') },
    });
    const after = (await hr.get<Packet>(`packets/${id}`)).body;
    expect(after.figures.find((figure) => figure.indicator === people.indicator)).toMatchObject({ value: '2600' });
    expect(after.rows[0]).toMatchObject({ text: '已开行返岗专车62趟。', status: '推进中' });
  });

  it('is told field by field what is wrong, and nothing is kept', async () => {
    const id = packetOf(await openRound('2024-03-26'), HR);
    const before = await eventsSoFar();
    const bad = [
      { rows: [{ assignment: 'x', progress: 101 }] },
      { rows: [{ assignment: 'x', actor: 'somebody' }] },
      { rows: [{ text: '没有写明任务' }] },
      { figures: [{ indicator: 'no-such', printed: '1' }] },
      { unitId: unitOf(HOUSING).id },
      ...[{ rows: [null] }, { rows: [[]] }, { rows: 'x' }, { rows: null }, { figures: { a: 1 } }, { summary: 7 }, []],
    ];
    for (const body of bad) {
      const refused = await hr.post<Refused>(`packets/${id}/submit`, body);
      expect([refused.status, refused.body.code]).toEqual([400, 'invalid_input']);
      expect(refused.body.message).toMatch(/\p{Script=Han}/u);
    }
    expect(await eventsSoFar()).toBe(before);
  });

  it('does not write over what somebody else did meanwhile', async () => {
    const id = packetOf(await openRound('2024-03-27'), HR);
    const { revision } = (await hr.get<Packet>(`packets/${id}`)).body;
    await (await programFor('renshe-fz')).post(`packets/${id}/submit`, { summary: '分管负责人先报了。' });
    const stale = await hr.post<Refused>(`packets/${id}/submit`, { summary: '总结' }, { 'if-match': `"${revision}"` });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_revision']);
    expect(stale.body.message).toContain('分管负责人');
  });

  it('finds nothing of another bureau, and changes nothing of it', async () => {
    const [, , wages] = measures;
    const id = packetOf(await openRound('2024-03-28'), HOUSING);
    const before = await eventsSoFar();
    const seen = await Promise.all([hr.get(`measures/${wages.id}`), hr.get(`packets/${id}`)]);
    const sent = await hr.post(`packets/${id}/submit`, { summary: '冒名' });
    const acts = await hr.post<Refused>(`flow/${dutyOf(wages, HOUSING).id}/acknowledge`, { kind: 'signed' });
    expect([...seen, sent].map((reply) => reply.status)).toEqual([404, 404, 404]);
    expect([acts.status, acts.body.code]).toEqual([404, 'not_found']);
    const own = (await housing.get<{ measures: Sheet[] }>(`plans/${plan}/measures`)).body.measures;
    expect(own.map((measure) => measure.no)).toEqual([wages.no]);
    expect(await eventsSoFar()).toBe(before);
  });

  it('may not do what is the office’s: import, issue, open rounds', async () => {
    const tries = await Promise.all([
      hr.sendFile('plans', PLAN_FILE),
      hr.post(`plans/${plan}/issue`, {}),
      hr.post(`plans/${plan}/rounds`, { kind: '月', asOf: '2024-03-31', due: '2024-03-31', parts: ['text'] }),
    ]);
    expect(tries.map((reply) => reply.status)).toEqual([404, 404, 404]);
  });
});

describe('a program at the door', () => {
  it.each(['plans', 'ledger', 'rounds'])('reads nothing at %s without a token that we gave out', async (path) => {
    const { status, body, headers } = await new Program(server.origin, 'x'.repeat(43)).get<Refused>(path);
    expect([status, body.code, headers.get('www-authenticate')]).toEqual([
      401,
      'not_signed_in',
      expect.stringContaining('Bearer'),
    ]);
  });

  it('has no use of its token on pages for people', async () => {
    const { stdout } = await handedOver(server.dataDir, 'user', 'token', 'xietiao2');
    const headers = { authorization: `Bearer ${stdout.trim()}`, accept: 'text/html' };
    const page = await fetch(`${server.origin}/plans`, { headers, redirect: 'manual' });
    expect(page.headers.get('location')).toMatch(/^\/sign-in/);
  });

  it('is out at once when the account is switched off or the token taken back', async () => {
    const leaving = await programOfNewLiaison('likai', HR);
    expect((await leaving.get('plans')).status).toBe(200);
    await handedOver(server.dataDir, 'user', 'disable', 'likai', '--reason', '调离');
    expect((await leaving.get('plans')).status).toBe(401);
    await handedOver(server.dataDir, 'user', 'enable', 'likai');
    expect((await leaving.get('plans')).status).toBe(200);
    await handedOver(server.dataDir, 'user', 'revoke-token', 'likai');
    expect((await leaving.get('plans')).status).toBe(401);
  });

  it('cannot send events that need a page’s own checks, nor fields an event does not have', async () => {
    const { id } = await openRound('2024-03-29');
    const cancelled = await office.post<Refused>(`flow/${id}/cancel`, { reason: '试' });
    expect([cancelled.status, cancelled.body.code]).toEqual([422, 'not_for_programs']);
    const strange = await office.post<Refused>(`flow/${id}/__proto__`, {});
    expect([strange.status, strange.body.code]).toEqual([422, 'not_for_programs']);
    const duty = dutyOf(measures[1], HR);
    const extra = await hr.post<Refused>(`flow/${duty.id}/acknowledge`, { kind: 'signed', unit: 'u-1' });
    expect([extra.status, extra.body.detail.place]).toEqual([400, 'unit']);
    expect((await hr.post(`flow/${duty.id}/acknowledge`, { kind: 'signed' })).status).toBe(200);
  });
});

describe('the interface’s description', () => {
  interface Document {
    paths: Record<string, Record<string, { operationId: string; requestBody?: object }>>;
    components: { schemas: Record<string, Schema> };
  }
  let document: Document;
  beforeAll(async () => {
    document = (await (await fetch(`${server.origin}/api/v1/openapi.json`)).json()) as Document;
  });

  it('can be read without a sign-in and names every route of the table, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = Object.values<ApiRoute>(ROUTES).map(
      ({ method, path }) => `${method} /${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(described.sort()).toEqual(routes.sort());
  });

  it('has every name it points to', () => {
    const pointed = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(pointed.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('is true: every answer is as it says, field by field', async () => {
    const matrix = await openRound('2024-03-30');
    const asked: [string, string][] = [
      ['plans', 'Plans'],
      [`plans/${plan}`, 'PlanSheet'],
      [`plans/${plan}/measures`, 'Measures'],
      [`measures/${measures[0].id}`, 'MeasureSheet'],
      ['rounds', 'Rounds'],
      [`rounds/${matrix.id}`, 'Round'],
      [`packets/${packetOf(matrix, HR)}`, 'Packet'],
      ['ledger', 'Ledger'],
      ['openapi.json', 'Document'],
      ['plans/no-such', 'Error'],
    ];
    for (const [path, answer] of asked) {
      const { body } = await office.get<object>(path);
      expect([path, misfits(body, ANSWERS[answer], ANSWERS)]).toEqual([path, []]);
    }
  });

  it('is true of the routes too: each one described answers', async () => {
    for (const { method, path, open } of Object.values<ApiRoute>(ROUTES)) {
      const address = path.replace(/:\w+/g, 'nothing');
      const answer = await fetch(`${server.origin}/api/v1/${address}`, { method });
      expect([method, path, answer.status]).toEqual([method, path, open ? 200 : 401]);
    }
  });

  it('knows every handler that runs: none stands beside the table', () => {
    const controllers = Reflect.getMetadata('controllers', ApiModule) as (new () => object)[];
    const handlers = controllers.flatMap(({ prototype }) =>
      handlersOf(prototype).map((name) => Reflect.get(prototype, name) as object),
    );
    const running = handlers.map((one) => Reflect.getMetadata('path', one) as string | undefined).filter(Boolean);
    expect(running.sort()).toEqual(
      Object.values<ApiRoute>(ROUTES)
        .map(({ path }) => path)
        .sort(),
    );
  });
});

/** Names of a controller's handlers. */
function handlersOf(prototype: object): string[] {
  return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
}

describe('figures for those who watch the server', () => {
  it('are given on the machine itself, in Prometheus’ format', async () => {
    const answer = await fetch(`${server.origin}/metrics`);
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toContain('version=0.0.4');
    expect(text).toMatch(/^qiantou_requests_total\{route="api",method="POST",status="201"\} [1-9]\d*$/m);
    expect(text).toMatch(/^qiantou_rounds_open [1-9]\d*$/m);
    expect(text).toMatch(/^process_resident_memory_bytes [1-9]\d+$/m);
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.filter((line) => !/^\w+(\{(\w+="[^"]*",?)+\})? -?\d+(\.\d+)?(e-?\d+)?$/.test(line))).toEqual([]);
  });

  it('are not for those who come through a proxy, but for an administrator', async () => {
    const far = { 'x-forwarded-for': '10.1.2.3', accept: 'application/json' };
    expect((await fetch(`${server.origin}/metrics`, { headers: far })).status).toBe(404);
    const { stdout } = await handedOver(server.dataDir, 'user', 'token', 'guanli');
    const admin = { ...far, authorization: `Bearer ${stdout.trim()}` };
    expect((await fetch(`${server.origin}/metrics`, { headers: admin })).status).toBe(200);
  });
});

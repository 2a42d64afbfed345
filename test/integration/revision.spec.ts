import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program, type Refused, type Reply } from '../api/program.js';
import { handedOver } from '../cli/handed-over.js';
import { docxOf } from '../formats/build-docx.js';
import { SAMPLE_PLAN, SAMPLE_TEXT } from '../formats/sample-plan.js';
import { qiantou } from '../support/command.js';
import { type RunningServer, startServer } from '../support/server.js';

const TEXT = SAMPLE_TEXT.replaceAll('云岭', '太原');
const corrected = (trips: number) => TEXT.replace('不少于60趟', `不少于${trips}趟`);
const CUT_SHORT = Uint8Array.from(docxOf(SAMPLE_PLAN).subarray(0, 900));
const UUID = /^[0-9a-f-]{36}$/;

let server: RunningServer;
let office: Program;
let issued: string;
const desk = mkdtempSync(join(tmpdir(), 'qiantou-revision-'));

beforeAll(async () => {
  server = await startServer();
  const { stdout } = await handedOver(server.dataDir, 'user', 'token', 'xietiao1');
  office = new Program(server.origin, stdout.trim());
  issued = (await bring<{ id: string }>('方案.txt', TEXT)).body.id;
}, 120_000);
afterAll(async () => {
  await server.discard();
  rmSync(desk, { recursive: true, force: true });
});

/** A program brings a file in. */
function bring<T = Refused>(
  name: string,
  text: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
  key?: string,
): Promise<Reply<T>> {
  return office.sendFile<T>('plans', { field: 'file', name, text }, key, fields);
}

/** A file on the desk, imported by command line while the server runs. */
function typed(name: string, content: string | Uint8Array, ...more: string[]) {
  const file = join(desk, name);
  writeFileSync(file, content);
  return handedOver(server.dataDir, 'import', file, ...more);
}

const state = async (plan: string) => (await office.get<{ state: string }>(`plans/${plan}`)).body.state;
const count = async () => (await office.get<{ plans: unknown[] }>('plans')).body.plans.length;
const YES = { revision: 'yes' };

describe('a corrected text while the plan is still a draft', () => {
  it('is refused with or without “revision”: the draft is to be finished or dropped first', async () => {
    for (const fields of [{}, YES]) {
      const { status, body } = await bring('更正.txt', corrected(61), fields);
      expect([status, body.code]).toEqual([409, 'plan_exists']);
      expect(body.message).toMatch(/^“更正\.txt”：该计划已经导入过/);
      expect(body.detail).toMatchObject({ cure: expect.stringContaining('先弃用原草稿'), facts: { plan: issued } });
    }
    const { code, stderr } = await typed('更正.txt', corrected(61), '--revision');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/更正\.txt”：该计划已经导入过.*（代码 plan_exists）/)]);
  });
});

describe('a corrected text of an issued plan', () => {
  beforeAll(async () => {
    const answer = await office.post(`plans/${issued}/issue`, { acceptProposals: true, moveClock: true });
    expect(answer.status).toBe(200);
  });

  it('is refused to a program that does not say what it is, with the field that does', async () => {
    const before = await count();
    const { status, body } = await bring('更正.txt', corrected(62));
    expect([status, body.code]).toEqual([409, 'plan_exists']);
    expect(body.message).toMatch(/^“更正\.txt”：同一文号的计划已经印发/);
    expect(body.detail).toMatchObject({
      cure: '是更正或修订后的文字的，请加上 revision=yes 一栏再发送，核对后与原计划逐条对照并入。',
      facts: { plan: issued, revision: true, file: '更正.txt' },
    });
    expect(await count()).toBe(before);
  });

  it('comes in beside it as a revision, once per key; the issued plan stays as it is', async () => {
    const first = await bring<{ id: string }>('更正.txt', corrected(62), YES, 'revision-0001');
    expect(first).toMatchObject({ status: 201, body: { id: expect.stringMatching(UUID) } });
    expect(await bring('更正.txt', corrected(62), YES, 'revision-0001')).toMatchObject({ body: first.body });
    expect([await state(issued), await state(first.body.id)]).toEqual(['issued', 'draft']);
    const other = await bring('更正.txt', corrected(62), {}, 'revision-0001');
    expect([other.status, other.body.code]).toEqual([409, 'key_reused']);
    const second = await bring('再更正.txt', corrected(63), YES);
    expect([second.status, second.body.code]).toEqual([409, 'plan_exists']);
  });

  it('the very same file is no revision', async () => {
    const { status, body } = await bring('方案.txt', TEXT, YES);
    expect([status, body.code]).toEqual([409, 'plan_exists']);
  });

  it('a field that says neither yes nor nothing is refused in Chinese', async () => {
    const { status, body } = await bring('更正.txt', corrected(64), { revision: 'maybe' });
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect(body.message).toBe('revision 只能是 yes，或不带这一栏');
  });
});

describe('the same by command line', () => {
  const mine = (trips: number) => corrected(trips).replace('7号', '8号');

  it('a corrected text wants --revision, and says so in one line with the code', async () => {
    const first = (await typed('方案8.txt', mine(60))).stdout.trim();
    expect(first).toMatch(UUID);
    expect((await handedOver(server.dataDir, 'issue', first)).code).toBe(0);
    const refused = await typed('更正8.txt', mine(65));
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(
      /^“.*更正8\.txt”：同一文号的计划已经印发.*请加 --revision 再导入.*（代码 plan_exists）\n$/,
    );
    expect(await typed('更正8.txt', mine(65), '--revision')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^[0-9a-f-]{36}\n$/),
    });
    const again = await typed('更正8.txt', mine(65), '--revision');
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('（代码 plan_exists）')]);
  });

  it('a text nobody knows comes in as a plan of its own, though it is called a revision', async () => {
    const alone = await typed('新方案.txt', corrected(66).replace('7号', '9号'), '--revision');
    expect([alone.code, alone.stdout.trim()]).toEqual([0, expect.stringMatching(UUID)]);
  });
});

describe('a file that cannot be read', () => {
  it('is named to the program, with cure and code', async () => {
    const { status, body } = await bring('残缺.docx', CUT_SHORT);
    expect([status, body.code]).toEqual([422, 'file_broken']);
    expect(body.message).toMatch(/^“残缺\.docx”：.*已损坏或不完整/);
    expect(body.detail).toMatchObject({ cure: expect.stringMatching(/另存/), facts: { file: '残缺.docx' } });
  });

  it('is named on the command line, the cure said once', async () => {
    const imported = await typed('残缺.docx', CUT_SHORT);
    const parsed = await qiantou(['parse', join(desk, '残缺.docx'), '--json'], server.dataDir);
    for (const { code, stdout, stderr } of [imported, parsed]) {
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^“.*残缺\.docx”：.*已损坏或不完整.*（代码 file_broken）$/m);
      expect(stderr.split('另存').length).toBe(2);
    }
  }, 60_000);

  it('nor one without responsibility notes: the file, the place and the cure are told', async () => {
    const { code, stderr } = await typed('通知.txt', '会议通知\n明天上午九点开会，请准时到会。\n');
    expect(code).toBe(2);
    expect(stderr).toMatch(/通知\.txt”：文件中没有读到任何责任分工.*请确认选对了文件.*（代码 no_responsibility_note）/);
  });
});

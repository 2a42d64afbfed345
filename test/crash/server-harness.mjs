/**
 * Kills the real server again and again while programs and an office's page work through it over HTTP, and says what was
 * lost, done twice or left half done. Every request has a key; what was not answered is sent again with the same key.
 */
import BetterSqlite3 from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { planText } from '../../bench/support/plan-text.mjs';
import { draws } from './draws.mjs';
import { fileForm, Node } from './node.mjs';
import { OfficePage } from './office-page.mjs';

const DIST = resolve(process.env.QIANTOU_DIST ?? 'dist');
const POINTS = [
  'random',
  'before-commit',
  'random',
  'after-commit',
  'in-timer',
  'in-outbox',
  'in-upload',
  'after-upload',
];
const LIVES_PER_FOLDER = 25;
const REQUESTS_PER_LIFE = 40;
/** A life's work is done again until its server has died where it was to. */
const MOST_WORK = 20;
/** One work passes a commit many times, and each of the other points at least once. */
const COMMITS = ['before-commit', 'after-commit'];
const COORDINATOR = 'xietiao1';
const FIRST_DAY = Date.UTC(2023, 4, 1);
const dayOf = (n) => new Date(FIRST_DAY + n * 86_400_000).toISOString().slice(0, 10);

/** Kills a server `kills` times; `env` may name another database, `record(folder)` reads its log. */
export async function crashServer({ kills, seed, env = {}, recordOf = sqliteRecord, say = () => {} }) {
  const began = Date.now();
  const random = draws(seed);
  const first = preparedOffice(env);
  const total = { seed, kills: {}, acknowledged: 0, events: 0, uploads: 0, deadlinesFired: 0, faults: [] };
  for (let done = 0; done < kills;) {
    const story = new Story(random, first, env, recordOf);
    const lives = Math.min(LIVES_PER_FOLDER, kills - done);
    for (let life = 0; life < lives; life++) await story.live(POINTS[(done + life) % POINTS.length]);
    done += lives;
    add(total, story, await story.close());
    say(`${done} / ${kills}`);
  }
  rmSync(first.folder, { recursive: true, force: true });
  return { ...total, seconds: Math.round((Date.now() - began) / 1000) };
}

/** A data folder with an issued plan, from which every story starts. */
export function preparedOffice(env) {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-crash-'));
  const file = join(folder, 'plan.txt');
  writeFileSync(file, planText(12_000));
  const plan = cli(folder, env, 'import', file);
  cli(folder, env, 'issue', plan);
  return { folder, plan, token: cli(folder, env, 'user', 'token', COORDINATOR) };
}

function cli(folder, env, ...args) {
  const all = { ...process.env, ...env, DATA_DIR: folder };
  return String(
    execFileSync(process.execPath, [join(DIST, 'src/cli.js'), ...args], { env: all, stdio: 'pipe' }),
  ).trim();
}

/** One data folder through many lives of its server. */
export class Story {
  acknowledged = new Map();
  open = [];
  faults = [];
  kills = {};
  named = 0;
  day = 0;
  measures = [];

  constructor(random, { folder, plan, token }, env, recordOf) {
    this.folder = mkdtempSync(join(tmpdir(), 'qiantou-crash-'));
    cpSync(folder, this.folder, { recursive: true });
    this.env = { ...env, DATA_DIR: this.folder };
    Object.assign(this, { random, plan, token, record: recordOf(this.folder) });
  }

  async live(point) {
    const nth = COMMITS.includes(point) ? 1 + Math.floor(this.random() * 4) : 1;
    const node = await Node.start(this.env, point, nth);
    await this.prepare(node);
    await this.check();
    node.arm();
    if (point === 'random') node.killAfter(1 + Math.floor(this.random() * REQUESTS_PER_LIFE), this.random() * 20);
    await this.workUntil(() => node.gone, node, node);
    const died = node.gone ? point : 'after its work';
    await node.end('SIGKILL');
    this.kills[died] = (this.kills[died] ?? 0) + 1;
  }

  /** What is open is sent again to a server that is left in peace; then the record is proven, files included. */
  async close() {
    const node = await Node.start(this.env);
    await this.prepare(node);
    await this.sendAll(node, this.open.splice(0));
    await this.check();
    const left = this.open.length;
    await node.end('SIGTERM');
    const counts = /instances=\d+ events=(\d+) files=\d+ faults=(\d+)/.exec(this.verified());
    if (counts?.[2] !== '0') this.faults.push(`verify: ${counts?.[0] ?? 'no verdict'}`);
    const { fired, firedEvents } = await this.record.deadlines();
    if (fired !== firedEvents) this.faults.push(`${fired} deadlines, ${firedEvents} events`);
    rmSync(this.folder, { recursive: true, force: true });
    return { events: Number(counts?.[1]), fired, left };
  }

  verified() {
    try {
      return cli(this.folder, this.env, 'verify');
    } catch (error) {
      return String(error.stdout);
    }
  }

  /** The office's person signs in; before the first work all measures begin. */
  async prepare(node) {
    const passwords = readFileSync(join(this.folder, 'first-sign-in.txt'), 'utf8');
    const password = new RegExp(`^${COORDINATOR}\\t(.*)$`, 'm').exec(passwords)[1];
    this.page = await OfficePage.signIn(node, COORDINATOR, password);
    if (this.measures.length > 0) return;
    const { body } = await node.ask('GET', `/api/v1/plans/${this.plan}/measures`, { token: this.token });
    this.measures = JSON.parse(body).measures.map(({ id }) => ({ id, acts: 0, last: Promise.resolve() }));
    for (const { id } of this.measures) await this.send(node, flow(`begin-${id}`, id, 'beginImplementation', {}));
  }

  async workUntil(isOver, node, victim) {
    for (let more = MOST_WORK; more > 0 && !isOver(); more--) {
      await this.work(node);
      if (victim.silent) await victim.ended;
    }
  }

  async work(node) {
    const again = this.open.splice(0);
    await this.sendAll(node, [...again, ...this.repeated()]);
    const fresh = Array.from({ length: REQUESTS_PER_LIFE }, () => this.turn(node));
    await Promise.all([...fresh, this.upload(node), this.roundAndTime(node)]);
  }

  /** What is sent once more though it was answered: the last requests, and the last one of those that begin something. */
  repeated() {
    const sent = [...this.acknowledged.values()].map(({ command }) => command);
    const begun = ['upload', 'round'].flatMap((kind) => sent.filter((command) => command.kind === kind).slice(-1));
    return new Set([...sent.slice(-5), ...begun]);
  }

  /** Suspends or resumes a measure, after what was asked of it before was answered. */
  turn(node) {
    const measure = this.measures[Math.floor(this.random() * this.measures.length)];
    measure.last = measure.last.then(() => {
      if (this.open.some(({ instance }) => instance === measure.id)) return undefined;
      const name = this.name();
      const type = measure.acts++ % 2 === 0 ? 'suspend' : 'resume';
      return this.send(node, flow(name, measure.id, type, { reason: `等待上级文件，${name}` }));
    });
    return measure.last;
  }

  upload(node) {
    const name = this.name();
    const text = planText(2_000).replace('农民工工作要点》', `农民工工作要点（${name}）》`).replace('3号', `${name}号`);
    const bytes = Buffer.from(text.replace('2023年农民工工作要点', `2023年农民工工作要点（${name}）`));
    return this.send(node, { name, kind: 'upload', path: '/api/v1/plans', bytes });
  }

  /** A round that is due the next day, and the day after it: its deadlines fire while others work. */
  async roundAndTime(node) {
    const name = this.name();
    this.day += 2;
    const days = { asOf: dayOf(this.day), due: dayOf(this.day + 1) };
    const json = { kind: '专项', parts: ['text'], title: `专项调度 ${name}`, ...days };
    await this.send(node, { name, kind: 'round', path: `/api/v1/plans/${this.plan}/rounds`, json });
    await this.page.send(`/plans/${this.plan}`, `/plans/${this.plan}/clock`, { day: dayOf(this.day + 3) });
  }

  name = () => `n${++this.named}x${Math.floor(this.random() * 1e6)}`;

  async sendAll(node, commands) {
    await Promise.all(commands.map((command) => this.send(node, command)));
  }

  async send(node, command) {
    const { name, path, json, bytes } = command;
    const form = bytes && fileForm('file', `${name}.txt`, bytes);
    const answer = await node.ask('POST', path, { token: this.token, key: `crash-${name}`, json, form });
    if (answer === null || answer.status === 503) return void this.open.push(command);
    if (answer.status >= 300) return void this.faults.push(`${name} ${path} ${answer.status} ${answer.body}`);
    const first = this.acknowledged.get(name);
    if (first && first.answer !== answer.body) this.faults.push(`another answer to ${name}`);
    this.acknowledged.set(name, { command, answer: answer.body });
  }

  /** After a restart: what was acknowledged is recorded once, nothing is recorded twice, every file is whole. */
  async check() {
    const found = await this.record.names();
    for (const [name, { command }] of this.acknowledged)
      if (!found.has(name)) this.faults.push(`lost ${command.kind} ${name}`);
    for (const [name, n] of found) if (n !== 1) this.faults.push(`twice ${name}`);
    for (const sha256 of await this.record.files()) {
      const file = join(this.folder, 'files', sha256);
      if (!existsSync(file) || hashOf(file) !== sha256) this.faults.push(`file ${sha256}`);
    }
  }
}

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
const flow = (name, instance, type, json) => ({
  ...{ name, kind: type, instance, json, path: `/api/v1/flow/${encodeURIComponent(instance)}/${type}` },
});

/** The log as SQLite holds it: names of the requests in it, deadlines, and the files that it speaks of. */
function sqliteRecord(folder) {
  const read = (sql) => {
    const db = new BetterSqlite3(join(folder, 'qiantou.db'), { readonly: true });
    try {
      return db.prepare(sql).all();
    } finally {
      db.close();
    }
  };
  return recordFrom(async (sql) => read(sql));
}

/** What is asked of a log, by a function that answers SQL with rows. */
export function recordFrom(all) {
  const bodies = async (types) => {
    const rows = await all(`SELECT body FROM event WHERE type IN (${types.map((type) => `'${type}'`).join()})`);
    return rows.map(({ body }) => JSON.parse(body));
  };
  return {
    async names() {
      const found = new Map();
      for (const body of await bodies(['suspend', 'resume', 'beginImplementation', 'start'])) {
        const name = nameIn(body);
        if (name) found.set(name, (found.get(name) ?? 0) + 1);
      }
      return found;
    },
    async files() {
      const starts = await bodies(['start']);
      return starts.map(({ payload }) => payload.source?.sha256).filter(Boolean);
    },
    async deadlines() {
      const [fired] = await all(`SELECT count(*) AS n FROM deadline WHERE status = 'fired'`);
      const [events] = await all(`SELECT count(*) AS n FROM event WHERE type LIKE 'deadline.%'`);
      return { fired: Number(fired.n), firedEvents: Number(events.n) };
    },
  };
}

/** The request's name, in the reason, the round's title, the file's name, or the measure that begins. */
function nameIn({ type, instance, payload, relation }) {
  if (type === 'beginImplementation') return relation === 'system' ? null : `begin-${instance}`;
  const text =
    payload.reason ?? (instance.includes('round') || payload.kind === '专项' ? payload.title : payload.source?.name);
  return /n\d+x\d+/.exec(text ?? '')?.[0] ?? null;
}

export function add(total, story, { events, fired, left }) {
  for (const [point, n] of Object.entries(story.kills)) total.kills[point] = (total.kills[point] ?? 0) + n;
  const kinds = [...story.acknowledged.values()].map(({ command }) => command.kind);
  total.acknowledged += kinds.length;
  total.uploads += kinds.filter((kind) => kind === 'upload').length;
  total.events += events;
  total.deadlinesFired += fired;
  total.faults.push(...story.faults, ...(left ? [`${left} never answered`] : []));
}

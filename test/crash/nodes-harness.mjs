/**
 * Two nodes of the real server on one PostgreSQL: in every life one of them is killed at a named or random point, or
 * stopped for longer than any lease, or the database itself is struck down and started again, while programs and an
 * office's page work through whichever node answers. What a node left open is asked of the other at once, same key.
 */
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../support/postgres-server.mjs';
import { draws } from './draws.mjs';
import { Nodes } from './nodes.mjs';
import { add, preparedOffice, recordFrom, Story } from './server-harness.mjs';

/** Deaths of a node, in the order in which they come round. */
export const NODE_POINTS = [
  ...['random', 'before-commit', 'commit-sent', 'after-commit', 'random', 'in-timer', 'in-outbox', 'in-upload'],
  ...['after-upload', 'database'],
];
const LIVES_PER_DATABASE = 25;
/** Longer than an open transaction may rest (15 s): the others must not wait for it for ever. */
const ASLEEP_MS = 18_000;
const DATABASE_AWAY_MS = 1_500;
const PREPARED = 'prepared';
const HEALS_MS = 5_000;

/** `points`: which deaths, by turns; `nodes`: how many stand beside one another. */
export async function crashNodes({ kills, seed, nodes = 2, points = NODE_POINTS, say = () => {} }) {
  const began = Date.now();
  const random = draws(seed);
  const server = await startPostgres();
  const total = { seed, nodes, kills: {}, acknowledged: 0, events: 0, uploads: 0, deadlinesFired: 0, faults: [] };
  Object.assign(total, { moved: 0, refused: 0, slowestHealMs: 0 });
  try {
    await onServer(server, `CREATE DATABASE ${PREPARED}`);
    const first = preparedOffice({ DATABASE_URL: server.url(PREPARED) });
    for (let done = 0, count = 0; done < kills; count++) {
      const name = `story${count}`;
      await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${PREPARED}`);
      // A copied sequence is safe against a crash of the server only from the next checkpoint on.
      await onServer(server, 'CHECKPOINT');
      const story = new NodesStory(random, first, server, name, nodes);
      const lives = Math.min(LIVES_PER_DATABASE, kills - done);
      for (let life = 0; life < lives; life++) {
        await story.live(points[(done + life) % points.length]);
        say(`${done + life + 1} / ${kills}`);
      }
      done += lives;
      add(total, story, await story.close());
      addNodes(total, story.pool);
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    }
    rmSync(first.folder, { recursive: true, force: true });
  } finally {
    await server.discard();
  }
  return { ...total, seconds: Math.round((Date.now() - began) / 1000) };
}

class NodesStory extends Story {
  pool = new Nodes();

  constructor(random, first, server, name, count) {
    const url = server.url(name);
    super(random, first, { DATABASE_URL: url, LOG_LEVEL: 'error' }, () => postgresRecord(url));
    Object.assign(this, { server, count });
  }

  async live(point) {
    while (this.pool.living.length < this.count - 1) await this.pool.start(this.env);
    const named = !['random', 'asleep', 'database'].includes(point);
    const nth = point.endsWith('upload') ? 1 : 1 + Math.floor(this.random() * 4);
    const fresh = await this.pool.start(this.env, named ? point : 'none', nth);
    this.fresh = fresh;
    await this.prepare(this.pool);
    await this.check();
    fresh.arm();
    // Who has worked for long dies as often as who has just come.
    const victim = named || this.random() < 0.5 ? fresh : this.pool.living[0];
    let struck = false;
    const blow = named ? null : this.strike(point, victim).then(() => (struck = true));
    await this.workUntil(() => struck || victim.gone, this.pool, victim);
    await blow;
    const died = victim.gone || !named ? point : 'after its work';
    await this.pool.end(victim, 'SIGKILL');
    this.kills[died] = (this.kills[died] ?? 0) + 1;
  }

  /** One upload, one round and one step of time come with a life's work: the node that may die in them gets them. */
  upload() {
    return super.upload(this.fresh);
  }

  roundAndTime() {
    this.page.node = this.fresh;
    return super.roundAndTime(this.fresh);
  }

  async close() {
    for (const node of [...this.pool.living]) await this.pool.end(node, 'SIGTERM');
    const result = await super.close();
    const slow = this.pool.healed.filter((ms) => ms > HEALS_MS);
    this.faults.push(...this.pool.faults, ...slow.map((ms) => `healed after ${ms} ms`));
    return result;
  }

  async strike(point, victim) {
    await pause(50 + this.random() * 500);
    if (point === 'database') return this.databaseAway();
    if (point === 'random') return void victim.child.kill('SIGKILL');
    victim.child.kill('SIGSTOP');
    await pause(ASLEEP_MS);
    victim.child.kill('SIGCONT');
  }

  /** As by a power cut: sessions end at once, and the server recovers from its log. */
  async databaseAway() {
    await this.server.stop('SIGQUIT');
    await pause(this.random() * DATABASE_AWAY_MS);
    await this.server.start();
    this.pool.databaseIsBack();
  }
}

function addNodes(total, { moved, refused, healed }) {
  total.moved += moved;
  total.refused += refused;
  total.slowestHealMs = Math.max(total.slowestHealMs, ...healed);
}

/** The log as PostgreSQL holds it; asked again while the server is coming back. */
function postgresRecord(url) {
  return recordFrom(async (sql) => {
    const { rows } = await withSession(url, (session) => session.query(sql));
    return rows;
  });
}

async function onServer(server, sql) {
  await withSession(server.url('postgres'), (session) => session.query(sql));
}

async function withSession(url, work) {
  const session = new pg.Client({ connectionString: url });
  await session.connect();
  try {
    return await work(session);
  } finally {
    await session.end();
  }
}

/**
 * Kills the engine's process again and again under load and says what was lost, done twice or left half done. Every
 * command has a key; what was not answered before a kill is sent again with the same key after the restart.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draws } from './draws.mjs';
import { Office } from './office-process.mjs';

const POINTS = ['random', 'before-commit', 'random', 'after-commit', 'random', 'in-timer'];
const LIVES_PER_FOLDER = 20;
const UNITS = 8;
/** Duties that get a day in every life, so that deadlines are due whatever else is drawn. */
const DUE_EACH_LIFE = 3;
/** A life's work is done again until its process has died where it was to. */
const MOST_WORK = 20;

const dayOf = (n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10);

/** One database through `lives` processes, each of them killed; returns what was found. */
class Story {
  acknowledged = new Map();
  open = [];
  faults = [];
  kills = {};
  named = 0;
  day = 0;

  constructor(random, commandsPerLife) {
    this.random = random;
    this.commandsPerLife = commandsPerLife;
    this.folder = mkdtempSync(join(tmpdir(), 'qiantou-crash-'));
  }

  async live(point) {
    const office = await Office.open(this.folder, point, 1 + Math.floor(this.random() * 3));
    if (!office.gone) await this.check(office);
    if (point === 'random') office.killAfter(1 + Math.floor(this.random() * this.commandsPerLife), this.random() * 5);
    for (let more = MOST_WORK; more > 0 && !office.gone; more--) await this.work(office);
    const died = office.gone ? point : 'after its work';
    await office.kill();
    this.kills[died] = (this.kills[died] ?? 0) + 1;
  }

  /** The last life is not killed: what is open is sent again, then everything is proven from the log. */
  async close() {
    const office = await Office.open(this.folder, 'none', 1);
    await this.sendAll(office, this.open.splice(0));
    await this.fire(office);
    await this.check(office);
    const { answer: verdict } = await office.ask({ order: 'verify' });
    this.faults.push(...verdict.faults.map(({ code, place }) => `${code} ${place}`));
    const { answer: deadlines } = await office.ask({ order: 'deadlines' });
    if (deadlines.fired !== deadlines.events) this.faults.push(`deadlines ${JSON.stringify(deadlines)}`);
    office.child.stdin.end();
    await office.kill();
    rmSync(this.folder, { recursive: true, force: true });
    return { events: verdict.events, fired: deadlines.fired, open: this.open.length };
  }

  async work(office) {
    const again = this.open.splice(0);
    const repeated = [...this.acknowledged.values()].slice(-5).map(({ command }) => command);
    const half = this.newCommands();
    await this.sendAll(office, [...again, ...repeated, ...half]);
    await Promise.all([this.fire(office), this.sendAll(office, this.newCommands())]);
  }

  fire(office) {
    return office.ask({ order: 'fire', day: dayOf(++this.day) });
  }

  newCommands() {
    const first = this.named === 0 ? starts() : [];
    return [...first, ...Array.from({ length: this.commandsPerLife / 2 }, (_, n) => this.newCommand(n))];
  }

  newCommand(n) {
    const name = `${++this.named}-${Math.floor(this.random() * 1e6)}`;
    const at = Math.floor(this.random() * UNITS);
    const order = { order: 'send', key: `k-${name}` };
    if (n < DUE_EACH_LIFE) return { ...order, ...this.dueTomorrow(n) };
    if (this.random() < 0.3) return { ...order, ...this.dueTomorrow(at) };
    return { ...order, instance: `unit-${at}`, type: 'addAlias', payload: { alias: `别名${name}` } };
  }

  dueTomorrow(at) {
    const payload = { on: dayOf(this.day), fires: dayOf(this.day + 1) };
    return { instance: `duty-${at}`, type: 'setDue', payload, asSystem: true };
  }

  async sendAll(office, commands) {
    await Promise.all(commands.map((command) => this.send(office, command)));
  }

  async send(office, command) {
    const message = await office.ask(command);
    if (message === null) return void this.open.push(command);
    if (message.error) return void this.faults.push(`${command.key} ${message.error}`);
    const answer = JSON.stringify(message.answer);
    const first = this.acknowledged.get(command.key);
    if (first && first.answer !== answer) this.faults.push(`another answer to ${command.key}`);
    this.acknowledged.set(command.key, { command, answer });
  }

  /** After a restart: every acknowledged key is there once, and no key twice. */
  async check(office) {
    const message = await office.ask({ order: 'keys' });
    if (!message) return;
    const found = new Map(message.answer.map(({ key, n }) => [key, n]));
    for (const key of this.acknowledged.keys()) if (!found.has(key)) this.faults.push(`lost ${key}`);
    for (const [key, n] of found) if (n !== 1) this.faults.push(`twice ${key}`);
  }
}

function starts() {
  const duty = { planId: 'p', cycleId: 'c', measureId: 'm', role: 'responsible', isLead: true, followsLead: false };
  const rest = { position: 1, dutyFrom: '2023-01-01', due: null, duePresumed: true, fires: null };
  return Array.from({ length: UNITS }, (_, n) => n).flatMap((n) => [
    start('unit', `unit-${n}`, {
      name: `单位${n}`,
      fullName: `单位${n}`,
      shortName: `${n}`,
      place: '',
      level: 'city',
      kind: 'bureau',
    }),
    start('assignment', `duty-${n}`, { ...duty, unitId: `unit-${n}`, ...rest }),
  ]);
}

const start = (machine, id, input) => ({ order: 'start', key: `start-${id}`, machine, id, input });

/** Kills `kills` times; returns { kills, acknowledged, events, fired, faults, seconds }. */
export async function crash({ kills, seed, commandsPerLife = 40, say = () => {} }) {
  const began = Date.now();
  const random = draws(seed);
  const total = { seed, kills: {}, acknowledged: 0, events: 0, deadlinesFired: 0, faults: [] };
  for (let left = kills; left > 0;) {
    const story = new Story(random, commandsPerLife);
    const lives = Math.min(LIVES_PER_FOLDER, left);
    for (let life = 0; life < lives; life++) await story.live(POINTS[(kills - left + life) % POINTS.length]);
    left -= lives;
    add(total, story, await story.close());
    say(`${kills - left} / ${kills}`);
  }
  return { ...total, seconds: Math.round((Date.now() - began) / 1000) };
}

function add(total, story, { events, fired, open }) {
  for (const [point, n] of Object.entries(story.kills)) total.kills[point] = (total.kills[point] ?? 0) + n;
  total.acknowledged += story.acknowledged.size;
  total.events += events;
  total.deadlinesFired += fired;
  total.faults.push(...story.faults, ...(open ? [`${open} never answered`] : []));
}

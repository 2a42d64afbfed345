import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../../workflows/catalogue.js';
import type { Relation } from '../../workflows/relations.js';
import { canonical } from '../../src/engine/canonical.js';
import { explore, type Exploration, type Move } from '../../src/engine/check/explore.js';
import type { TriedEvent } from '../../src/engine/check/variants.js';
import { STAMP_FIELDS } from '../../src/engine/check/watch.js';
import { Definitions } from '../../src/engine/definitions.js';
import { Engine } from '../../src/engine/engine.js';
import { statePath } from '../../src/engine/step.js';
import { Replay, type Fault } from '../../src/engine/replay.js';
import type { Actor, Command, OnBehalf, Recorded, Registrations } from '../../src/engine/types.js';
import type { Reader } from '../../src/persistence/tx.js';
import { projectRoot } from '../../src/shared/paths.js';
import { openGround } from './ground.js';

/** One event of a recorded history, and what came of it when it was recorded. */
interface Line {
  position: number;
  instanceId: string;
  seq: number;
  scope: string;
  body: string;
  hash: string;
  state: string;
  /** SHA-256 over state, what is known and the effects, after the event. */
  after: string;
}

export const HISTORIES = join(projectRoot, 'test/histories');

const DAY = '2026-03-31';
const BEHALF: OnBehalf = { unit: 'unit-1', channel: '纸质', receivedOn: DAY };

/** Everybody stands to every matter as his role says: the history shows the machine, not the features around it. */
function bare(machine: string, record: (event: Recorded) => void): Registrations {
  return {
    projections: [{ name: 'history', tables: [], apply: (_tx, event) => Promise.resolve(record(event)) }],
    reactions: [],
    relations: { [machine]: (_read, _instance, actor) => Promise.resolve(actor.roles as Relation[]) },
    clockOffset: () => Promise.resolve(0),
  };
}

/** Runs every transition of a definition once through the real engine; the lines of its history. */
export async function recordHistory(definition: Definition): Promise<string[]> {
  const ground = await openGround(DAY);
  const afters = new Map<number, Pick<Line, 'state' | 'after'>>();
  const registrations = bare(definition.name, (event) => void afters.set(event.position, afterOf(event)));
  const definitions = new Definitions([definition]);
  const engine = new Engine(ground.database, ground.clock, registrations, { definitions });
  const stories = storiesOf(explore(definition));
  for (const [at, story] of stories.entries()) await tell(engine, definition, `${definition.name}-${at + 1}`, story);
  const rows = await ground.database.reader.all<Line>(
    'SELECT position, instance_id, seq, scope, body, hash FROM event ORDER BY position',
  );
  await ground.close();
  return rows.map((row) => canonical({ ...row, ...afters.get(row.position) }));
}

function afterOf({ state, context, effects }: Recorded): Pick<Line, 'state' | 'after'> {
  return { state, after: createHash('sha256').update(canonical({ state, context, effects })).digest('hex') };
}

interface Story {
  input: object;
  events: TriedEvent[];
}

/** Shortest stories that between them take every transition and every kind of event; longest first, none superfluous. */
function storiesOf(walk: Exploration): Story[] {
  const firsts = new Map<string, Move>();
  for (const move of walk.moves) {
    const key = keyOf(move);
    if (!firsts.has(key)) firsts.set(key, move);
  }
  const told = new Set<string>();
  const stories: Story[] = [];
  const byLength = [...firsts.values()].map((move) => ({ move, path: eventsTo(walk, move) }));
  for (const { move, path } of byLength.sort((a, b) => b.path.length - a.path.length)) {
    if (told.has(keyOf(move))) continue;
    stories.push({ input: inputOf(walk, move), events: path.map((one) => one.event) });
    for (const one of path) told.add(keyOf(one));
  }
  return stories;
}

/** Moves are alike when the same event leads out of the same states into the same ones, whatever goes on beside them. */
function keyOf({ from, event, to }: Move): string {
  const [before, after] = [from, to].map(({ snapshot }) => statePath(snapshot.value).split('+'));
  const left = before!.filter((path) => !after!.includes(path));
  const entered = after!.filter((path) => !before!.includes(path));
  return `${event.type} ${shortened(left)} ${shortened(entered)}`;
}

/** Several parts at once are told by the stage they belong to. */
function shortened(paths: string[]): string {
  return paths.length > 1 ? paths[0]!.split('.')[0]! : paths.join();
}

function eventsTo({ moves }: Exploration, last: Move): Move[] {
  const before: Move[] = [];
  for (let at = last.from; at.from; at = at.from) {
    const [from, event, to] = [at.from, at.event!, at];
    before.unshift(moves.find((one) => one.from === from && one.event === event) ?? { from, event, to, marked: false });
  }
  return [...before, last];
}

/** Which of the definition's example inputs the walk began with: the roots stand in their order. */
function inputOf({ definition, configurations }: Exploration, { from }: Move): object {
  let root = from;
  while (root.from) root = root.from;
  const roots = configurations.filter((one) => one.from === null);
  return definition.starts[roots.indexOf(root)] ?? definition.starts[0]!;
}

async function tell(engine: Engine, { name }: Definition, id: string, { input, events }: Story): Promise<void> {
  const office: Actor = { user: '甲', name: '甲', unit: 'office', roles: ['coordinator'] };
  await engine.start(name, id, '', { ...input }, { actor: office, at: DAY });
  for (const event of events) await engine.execute({ actor: actorOf(event), at: event.at }, [commandOf(id, event)]);
}

function actorOf({ by, relation }: TriedEvent): Actor {
  return { user: by.user, name: by.user, unit: by.unit, roles: [relation] };
}

function commandOf(instance: string, event: TriedEvent): Command {
  const fields = Object.entries(event).filter(([field]) => !STAMP_FIELDS.has(field));
  const onBehalf = event.onBehalf ? BEHALF : undefined;
  const asSystem = event.relation === 'system';
  return { kind: 'send', instance, type: event.type, payload: Object.fromEntries(fields), onBehalf, asSystem };
}

/** A recorded history, as it was committed. */
export function historyOf(id: string): Line[] {
  const text = readFileSync(join(HISTORIES, `${id}.jsonl`), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** What of a history no longer comes out as it was recorded. */
export async function replayHistory(
  lines: Line[],
  definitions?: Definitions,
): Promise<{ faults: Fault[]; odd: string[] }> {
  const read = {
    get: () => Promise.resolve(undefined),
    all: (_sql: string, [after]: number[] = []) => Promise.resolve(lines.filter(({ position }) => position > after!)),
  } as unknown as Reader;
  const odd: string[] = [];
  const recorded = new Map(lines.map((line) => [line.position, line]));
  const each = (event: Recorded): Promise<void> => {
    const { state, after } = afterOf(event);
    const then = recorded.get(event.position)!;
    if (then.state !== state || then.after !== after) odd.push(`${event.instance} ${event.seq} ${event.type}`);
    return Promise.resolve();
  };
  const { faults } = await new Replay(read, definitions).run(each);
  return { faults, odd };
}

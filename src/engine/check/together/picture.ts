import type { Reader } from '../../../persistence/tx.js';

export interface InstancePicture {
  id: string;
  machine: string;
  state: string;
  /** As the engine keeps it: state, what histories lead back to, context. */
  snapshot: string;
  context: Context;
}

type Context = Readonly<Record<string, unknown>>;

export interface MeasureRow {
  id: string;
  due: string | null;
  summary: string | null;
}

export interface AssignmentRow {
  id: string;
  measureId: string;
  due: string | null;
  firstDue: string | null;
  lastText: string | null;
  progress: number | null;
}

export interface PacketRow {
  id: string;
  roundId: string;
  due: string;
  roundDue: string;
  summary: string | null;
  /** The lines of the report that stands, each with its assignment. */
  lines: string | null;
}

/** All that the rules look at, after one step: the instances as the engine keeps them, and the features' tables. */
export interface Picture {
  day: string;
  instances: InstancePicture[];
  /** `instance name` of each deadline that is awaited. */
  pending: string[];
  measures: MeasureRow[];
  assignments: AssignmentRow[];
  packets: PacketRow[];
}

const ASSIGNMENTS = 'SELECT id, measure_id, due, first_due, last_text, progress FROM assignment ORDER BY id';
const PACKETS = `SELECT p.id, p.round_id, p.due, r.due AS round_due, p.summary,
    (SELECT GROUP_CONCAT(w.assignment_id || ' ' || w.text) FROM packet_row w WHERE w.packet_id = p.id) AS lines
  FROM packet p JOIN round r ON r.id = p.round_id ORDER BY p.id`;

/** The picture of everything in a small database. */
export async function takePicture(read: Reader, day: string): Promise<Picture> {
  const rows = await read.all<Omit<InstancePicture, 'context'>>(
    'SELECT id, machine, state, snapshot FROM instance ORDER BY id',
  );
  const pending = await read.all<{ instanceId: string; name: string }>(
    `SELECT instance_id, name FROM deadline WHERE status = 'pending' ORDER BY instance_id, name`,
  );
  return {
    day,
    instances: rows.map((row) => ({ ...row, context: contextOf(row.snapshot) })),
    pending: pending.map(({ instanceId, name }) => `${instanceId} ${name}`),
    measures: await read.all<MeasureRow>('SELECT id, due, summary FROM measure ORDER BY id'),
    assignments: await read.all<AssignmentRow>(ASSIGNMENTS),
    packets: await read.all<PacketRow>(PACKETS),
  };
}

function contextOf(snapshot: string): Context {
  return (JSON.parse(snapshot) as { context: Context }).context;
}

/** What tells two moments apart. */
export function keyOf({ instances, ...rest }: Picture): string {
  return JSON.stringify([instances.map(({ snapshot }) => snapshot), rest]);
}

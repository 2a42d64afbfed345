import { stampOf } from '../flow/flow.service.js';
import type { Reader } from '../persistence/tx.js';
import type { TimelineView } from '../web/index.js';
import type { Measure } from './measures.entities.js';

type Entry = TimelineView['entries'][number];

/** What an amendment of the plan says of one measure. */
interface Amended {
  measureId: string | null;
  act: string;
  before: { text: string } | null;
  after: { text: string } | null;
  sentence: string;
}

interface Row {
  recordedAt: number;
  amendedBy: string;
  note: string;
  documentNumber: string | null;
  measures: string;
}

/** Told of measures that an amendment touched; one that it left as it was has no line. */
const TOLD = new Set(['kept', 'restarted', 'withdrawn', 'merged', 'started', 'resumed']);

const AMENDMENTS = `SELECT e.recorded_at, a.amended_by, a.note, a.document_number, a.measures
  FROM plan_amendment a JOIN event e ON e.instance_id = a.plan_id AND e.seq = a.seq
  WHERE a.plan_id = ? AND a.act = 'merged'`;

/** Lines of a measure's record about amendments of its plan: by what paper, by whom, what changed of this measure. */
export async function amendmentEntries(read: Reader, { id, planId }: Measure): Promise<Entry[]> {
  const rows = await read.all<Row>(AMENDMENTS, [planId]);
  return rows.flatMap((row) => {
    const own = (JSON.parse(row.measures) as Amended[]).find((one) => one.measureId === id);
    return own && TOLD.has(own.act) && !own.sentence.startsWith('没有改动') ? [entryOf(row, own)] : [];
  });
}

function entryOf({ recordedAt, amendedBy, note, documentNumber }: Row, { sentence, before, after }: Amended): Entry {
  const what = `按${documentNumber ?? '新文本'}修订了本任务：${sentence}`;
  const was = before && after && before.text !== after.text ? `修订前的内容：${before.text}` : '';
  return { ...stampOf(Number(recordedAt)), who: amendedBy, what, note: [note, was].filter(Boolean).join('；') };
}

const MERGED = `SELECT m.no, m.title, e.recorded_at, e.actor_name, e.body
  FROM measure m JOIN event e ON e.instance_id = m.id AND e.type = 'merge'
  WHERE m.plan_id = ? AND m.id <> ? AND m.state = 'merged'`;

interface MergedRow {
  no: string;
  title: string;
  recordedAt: number;
  actorName: string;
  body: string;
}

/** Lines of a measure's record about others that were merged into it: which, by whom, why. */
export async function mergedEntries(read: Reader, { id, planId }: Measure): Promise<Entry[]> {
  const rows = await read.all<MergedRow>(MERGED, [planId, id]);
  return rows.flatMap(({ no, title, recordedAt, actorName: who, body }) => {
    const { into, reason } = (JSON.parse(body) as { payload: { into?: string; reason?: string } }).payload;
    if (into !== id) return [];
    return [
      { ...stampOf(Number(recordedAt)), who, what: `把“${`${no} ${title}`.trim()}”并入了本任务`, note: reason ?? '' },
    ];
  });
}

/** A record with further lines in their place, newest first; lines of one moment stay in the order given. */
export function withEntries({ entries }: TimelineView, more: readonly Entry[]): TimelineView {
  return { entries: [...more, ...entries].sort((a, b) => b.machineTime.localeCompare(a.machineTime)) };
}

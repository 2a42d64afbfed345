import type { PayloadField } from '../../workflows/catalogue.js';
import type { Reader } from '../persistence/tx.js';

/** Names of units, measures, duties and figures by their ids. */
export type Names = ReadonlyMap<string, string>;

/** Of a payload: the day behind a deadline, who signs or agrees, and what the note of the line says. */
const SAID_ELSEWHERE = new Set([
  'fires',
  'day',
  'counties',
  'receivedOn',
  'offsetMs',
  'opinion',
  'reason',
  'outcome',
  'note',
]);
/** Texts that name what was acted on: they are short. */
const NAMING = new Set(['period', 'old', 'new', 'number', 'documentNumber', 'alias', 'place', 'list']);
const MOST = 6;

/**
 * What an act was done to or set to, from the fields of its event, with their labels unless the act's own words have
 * them: （新截止日 2023-06-30）, （接办单位 市教育局）; '' where the words say all.
 */
export function actedOn(
  past: string,
  fields: readonly PayloadField[],
  payload: Record<string, unknown>,
  names: Names,
): string {
  const parts = fields.flatMap((field) => {
    const words = SAID_ELSEWHERE.has(field.name) ? '' : wordsOf(field, payload[field.name], names);
    return words === '' ? [] : [past.includes(field.label) ? words : `${field.label} ${words}`];
  });
  return parts.length > 0 ? `（${parts.join('，')}）` : '';
}

function wordsOf({ kind, name, choices }: PayloadField, value: unknown, names: Names): string {
  if (kind === 'day' && typeof value === 'string') return value;
  if (kind === 'choice' && typeof value === 'string') return choices?.[value] ?? '';
  if (kind === 'number' && name === 'year') return `${String(value)}年`;
  if (kind === 'flag' && typeof value === 'boolean') return value ? '是' : '否';
  if (kind === 'text' && NAMING.has(name) && typeof value === 'string') return value.slice(0, 60);
  return kind === 'id' || kind === 'ids' ? namesOf([value].flat(), names) : '';
}

function namesOf(ids: unknown[], names: Names): string {
  const found = [...new Set(ids.flatMap((id) => names.get(String(id)) ?? []))];
  return found.slice(0, MOST).join('、') + (found.length > MOST ? `等${found.length}个` : '');
}

const NAMED = `SELECT id, name FROM indicator WHERE id IN (?)
  UNION ALL SELECT id, title AS name FROM measure WHERE id IN (?)
  UNION ALL SELECT a.id, m.title AS name FROM assignment a JOIN measure m ON m.id = a.measure_id WHERE a.id IN (?)`;

/** Names of the figures, measures and duties among these ids; asks nothing where there are none. */
export async function namesAmong(read: Reader, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const marks = ids.map(() => '?').join(', ');
  const sql = NAMED.replaceAll('(?)', `(${marks})`);
  const rows = await read.all<{ id: string; name: string }>(sql, [...ids, ...ids, ...ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The ids that an event's fields hold. */
export function idsIn(fields: readonly PayloadField[], payload: Record<string, unknown>): string[] {
  const held = fields.filter(({ kind, name }) => /^ids?$/.test(kind) && !SAID_ELSEWHERE.has(name));
  return held.flatMap(({ name }) => [payload[name]].flat()).filter((id): id is string => typeof id === 'string');
}

/** What was begun: the year of a cycle, the file of a plan. */
export function begun({ year, source }: Record<string, unknown>): string {
  if (typeof year === 'number') return `（${year}年）`;
  const name = (source as { name?: unknown } | undefined)?.name;
  return typeof name === 'string' ? `（${name}）` : '';
}

import { addDays } from '../../../src/domain/calendar/day.js';
import type { Actor, Command, OnBehalf } from '../../../src/engine/types.js';
import type { Reader } from '../../../src/persistence/tx.js';
import type { Draws } from '../../../src/simulation/draws.js';
import { send, stateOf, type Act, type Agenda } from '../act.js';
import { submission } from '../contents.js';
import { drawsOf } from '../draws-of.js';
import type { YearHabit } from '../habits.js';
import { colleague, coordinator } from '../people.js';
import type { PlacePlan } from '../plan-of-place.js';
import { packetId, type YearRound } from '../year-round.js';

/** A unit that is asked, and who writes for it. */
export interface Reporter {
  id: string;
  person: Actor;
}

interface Ground {
  agenda: Agenda;
  packet: string;
  round: YearRound;
  reporter: Reporter;
  office: Actor;
  second: Actor;
  seed: number;
  draws: Draws;
}

const CHANNELS: OnBehalf['channel'][] = ['纸质', 'QQ', '电话', '传真', '公文系统'];
const OWED = ['awaited', 'drafted', 'approved', 'incomplete'];
const STANDS = ['submitted', 'accepted'];

/** One unit's packet of one round: how it comes in, what the office says to it. */
export function packetCourse(
  agenda: Agenda,
  { place }: PlacePlan,
  round: YearRound,
  reporter: Reporter,
  habit: YearHabit,
  seed: number,
): void {
  const packet = packetId(round.id, reporter.id);
  const draws = drawsOf(seed, packet);
  const people = { office: coordinator(place), second: colleague(place) };
  const ground: Ground = { agenda, packet, round, reporter, seed, draws, ...people };
  if (draws.chance(0.015)) return exempted(ground);
  if (habit === 'silent' || habit === 'mute') return silent(ground, habit === 'mute');
  const day = addDays(round.due, habit === 'late' ? draws.between(1, 5) : draws.between(-4, 0));
  bySelf(ground, day);
  reviewed(ground, addDays(day, draws.between(1, 2)));
}

function exempted(ground: Ground): void {
  when(ground, addDays(ground.round.due, -9), 'exempt', ground.office, ['awaited'], 'exempt', { reason: '本期无任务' });
}

/** A draft, the leader's word inside the unit, the packet; a few say that nothing is new. */
function bySelf(ground: Ground, day: string): void {
  const { agenda, packet, reporter, draws } = ground;
  const { person } = reporter;
  if (draws.chance(0.35)) when(ground, addDays(day, -2), 'draft', person, ['awaited', 'drafted'], 'saveDraft');
  if (draws.chance(0.25)) {
    const word = { form: 'paper', signer: '分管负责人', post: '副局长', on: addDays(day, -1) };
    when(ground, addDays(day, -1), 'inside', person, ['drafted'], 'approveInside', word);
  }
  if (draws.chance(0.04)) return when(ground, day, 'nil', person, OWED, 'reportNil', { text: '本期无新的进展' });
  agenda.plan(day, `submit:${packet}`, person, contents(ground, 'first'), { twice: draws.chance(0.08) });
  if (!draws.chance(0.03)) return;
  when(ground, day, 'withdraw', person, ['submitted'], 'withdraw', { reason: '数据有误，重新报送' });
  agenda.plan(addDays(day, 1), `submit:${packet}:again`, person, contents(ground, 'again'));
}

/** Nobody writes: the paper or the call is entered by the office, as of the day on which it came in. */
function silent(ground: Ground, isMute: boolean): void {
  const { agenda, packet, round, reporter, office, second, draws } = ground;
  if (isMute && round.kind !== '年终') return;
  const day = addDays(round.due, draws.between(1, 5));
  const receivedOn = addDays(day, -draws.between(0, 3));
  const proof = draws.chance(0.5) ? 'a'.repeat(64) : null;
  const receipt = { channel: draws.pick(CHANNELS), receivedOn, signer: '分管负责人', post: '副局长', proof };
  const more = { at: receivedOn, twice: draws.chance(0.1) };
  const { id: unit } = reporter;
  agenda.plan(day, `record:${packet}`, office, contents(ground, 'paper', { unit, receipt }), more);
  if (!proof) when(ground, addDays(day, 3), 'proof', office, STANDS, 'addProof', { proof: 'b'.repeat(64) });
  if (draws.chance(0.3)) return when(ground, addDays(day, 1), 'own', office, ['submitted'], 'acceptOwnEntry', AGREED);
  refusedOwn(ground, day);
  when(ground, addDays(day, 2), 'accept', second, ['submitted'], 'accept', AGREED);
}

const AGREED = { opinion: '同意接收' };

/** Who entered a packet for a unit tries to accept it as if it were the unit's own. */
function refusedOwn({ agenda, packet, office, draws }: Ground, day: string): void {
  if (draws.chance(0.1)) agenda.do(day, `self:${packet}`, office, [send(packet, 'accept', AGREED)], { refused: true });
}

/** The office looks at it on `day`: more is asked for now and then, and comes in time or late; figures are set right. */
function reviewed(ground: Ground, day: string): void {
  const { agenda, packet, office, reporter, draws } = ground;
  const asks = draws.chance(0.1);
  if (asks) {
    const wantedBy = addDays(day, 2);
    const ask = { rows: [], reason: '请补充具体数据', wantedBy, fires: addDays(wantedBy, 1) };
    when(ground, day, 'more', office, ['submitted'], 'askMore', ask);
    const supplied = addDays(day, draws.chance(0.6) ? 2 : 4);
    agenda.plan(supplied, `supply:${packet}`, reporter.person, contents(ground, 'more'));
  }
  when(ground, addDays(day, asks ? 5 : 1), 'accept', office, ['submitted'], 'accept', AGREED);
  if (draws.chance(0.05)) agenda.plan(addDays(day, 6), `correct:${packet}`, office, (read) => correction(read, packet));
}

/** An act on the packet while it stands in one of the states; else nothing is to be done. */
function when(
  { agenda, packet, draws }: Ground,
  day: string,
  name: string,
  actor: Actor,
  states: string[],
  type: string,
  payload: Record<string, unknown> = {},
): void {
  const plan = async (read: Reader): Promise<Command[]> =>
    states.includes(await stateOf(read, 'packet', packet)) ? [send(packet, type, payload)] : [];
  agenda.plan(day, `${name}:${packet}`, actor, plan, { twice: draws.chance(0.02) });
}

interface Paper {
  unit: string;
  receipt: Omit<OnBehalf, 'unit' | 'proof'> & { proof: string | null };
}

/** The packet's contents, from the duties that the unit has on that day. */
function contents({ packet, round, seed }: Ground, which: string, paper?: Paper): Act['plan'] {
  return async (read) => {
    if (!OWED.includes(await stateOf(read, 'packet', packet))) return [];
    const checked = await submission(read, packet, round, drawsOf(seed, packet, which));
    if (!paper) return [send(packet, 'submit', { ...checked, files: [] })];
    const { proof, ...rest } = paper.receipt;
    const onBehalf: OnBehalf = { unit: paper.unit, ...rest, ...(proof ? { proof } : {}) };
    return [send(packet, 'record', { ...checked, files: [], ...paper.receipt }, onBehalf)];
  };
}

async function correction(read: Reader, packet: string): Promise<Command[]> {
  const sql =
    'SELECT indicator_id, as_of, value FROM figure WHERE packet_id = ? AND value IS NOT NULL ORDER BY id LIMIT 1';
  const figure = await read.get<{ indicatorId: string; asOf: string; value: string }>(sql, [packet]);
  if (!figure || !STANDS.includes(await stateOf(read, 'packet', packet))) return [];
  const value = String(Number(figure.value) + 1);
  const change = {
    old: figure.value,
    new: value,
    printed: value,
    valueStatus: '快报',
    reason: '漏计一人',
    agreedBy: '',
  };
  return [send(packet, 'correctFigure', { indicator: figure.indicatorId, period: figure.asOf, ...change })];
}

import { definition } from '../../workflows/catalogue.js';
import { samplePayloads } from '../../src/engine/check/samples.js';
import type { Actor, Command } from '../../src/engine/types.js';
import { COORDINATOR, type TestGround } from './ground.js';
import { CYCLE, liaison, PLAN } from './small-plan.js';

/** What one person does with a measure. */
export interface Act {
  actor: Actor;
  type: string;
  payload: Record<string, unknown>;
}

/** The commands that make a further deliverable measure of the small plan, led by 人社, at work. */
export function measureAtWork(id: string): Command[] {
  const place = { planId: PLAN, cycleId: CYCLE };
  const due = { due: '2023-12-31', duePresumed: true };
  const measure = {
    ...{ ...place, ...due, track: 'deliverable', consolidator: 'lead', draftKey: id, position: 9, no: '9', title: id },
    ...{ content: '', heading: [], note: '', mode: 'lead_support', leadUnit: 'hr', leadBasis: 'stated' },
    ...{ openGroups: [], conditions: [], spanStart: 0, spanEnd: 1 },
  };
  const duty = { ...place, ...due, measureId: id, unitId: 'hr', role: 'responsible', isLead: true, followsLead: false };
  const start = (machine: string, at: string, input: object): Command => {
    return { kind: 'start', machine, id: at, scope: PLAN, input: { ...input } };
  };
  return [
    start('measure', id, measure),
    start('assignment', `${id}:hr`, { ...duty, position: 1, dutyFrom: '2023-05-11', fires: null }),
    { kind: 'send', instance: id, type: 'beginImplementation', asSystem: true },
  ];
}

/** Everything that the office and the lead bureau may do with a measure at work, each act once. */
export async function actsOnMeasure(ground: TestGround): Promise<Act[]> {
  await ground.engine.execute({ actor: COORDINATOR }, measureAtWork('sample'));
  const words = definition('measure@1').events;
  const found: Act[] = [];
  for (const actor of [COORDINATOR, liaison('hr')]) {
    const { events } = await ground.engine.offers('sample', actor);
    for (const type of events) found.push({ actor, type, payload: samplePayloads(words[type]!)[0]! });
  }
  return found;
}

/** Every pair of them, in both orders. */
export const pairsOf = (acts: Act[]): [Act, Act][] =>
  acts.flatMap((one) => acts.map((other): [Act, Act] => [one, other]));

/** For messages of a failing test. */
export const nameOf = (pair: [Act, Act]): string => pair.map(({ type, actor }) => `${actor.user} ${type}`).join(' × ');

/** What the one who came second is told: the code, and where he may still know of the matter, who did what before him. */
export function toldToSecond([first, second]: [Act, Act]): { code: string; words: string } {
  // Whose duty ended with the first act stands to the measure no longer: it is not his any more.
  const left = /merge|withdraw/.test(first.type) && second.actor.user !== COORDINATOR.user;
  if (left) return { code: 'not_found', words: '没有找到要办理的事项。' };
  const { label } = definition('measure@1').events[first.type]!;
  const who =
    first.actor.user === second.actor.user ? '已经办理：您本人（另一窗口）' : `他人已办理：${first.actor.name}`;
  return { code: 'stale_revision', words: `您打开页面之后，${who}：${label}（` };
}

import type { Ceiling, SupervisionLevel } from '../../workflows/supervision/supervision.v1.events.js';
import { reactionTo } from '../engine/feature.js';
import { nextLevel } from './levels.js';

interface Standing {
  ceiling: Ceiling;
  form: string | null;
  level: SupervisionLevel;
  due: string | null;
  replyOverdue: boolean;
  escalationProposed: boolean;
}

/** A reply that stays out brings a proposal to go one step up; a person decides on it. */
export const proposeNextStep = reactionTo(['supervision'], async (event) => {
  if (event.type !== 'deadline.reply') return [];
  const standing = event.context as unknown as Standing;
  const level = nextLevel(standing);
  if (!standing.replyOverdue || standing.escalationProposed || level === null) return [];
  const payload = { level, reason: `反馈期限（${standing.due}）已过，未收到反馈` };
  return [{ kind: 'send', instance: event.instance, type: 'proposeEscalation', payload, asSystem: true }];
});

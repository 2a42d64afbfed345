import type { Supervision, SupervisionLetter } from './supervision.entities.js';

const DRAFTING = ['drafted', 'approved'];

/**
 * A supervision as its unit knows it: by the paper it got last. While the office drafts the next step, the unit is shown
 * the standing before it.
 */
export function asSent(supervision: Supervision, last: SupervisionLetter | undefined): Supervision {
  if (!last) return supervision;
  const known = { ...supervision, form: last.form, level: last.level, text: last.text };
  if (!DRAFTING.includes(supervision.state)) return known;
  return { ...known, due: last.due, state: supervision.acknowledgedOn ? 'acknowledged' : 'sent' };
}

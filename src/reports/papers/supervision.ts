import { renderTemplate } from '../../rendering/handlebars.js';
import type { SupervisionView } from '../views.js';
import { inTitleMarks, list, longDay } from './words.js';

/** A 督办单 as semantic HTML: what, on what ground, by whom, until when, with room for 批示 and 办理情况. */
export function supervisionHtml(view: SupervisionView): string {
  return renderTemplate('documents/supervision', {
    ...view,
    number: view.number ?? '　　　　　',
    urgency: view.urgency ?? '一般',
    plan: `${inTitleMarks(view.plan.title)}${view.plan.number ? `（${view.plan.number}）` : ''}`,
    lead: list(view.lead),
    supporting: list(view.supporting) || '—',
    assignedOn: longDay(view.assignedOn),
    dueOn: longDay(view.dueOn),
    instruction: view.instruction ?? '',
    outcome: view.outcome ?? '',
    date: longDay(view.date),
  });
}

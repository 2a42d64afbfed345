import type { Actor, Answer } from '../engine/types.js';
import { superior } from '../plans/plan.presenter.js';
import type { PlansService } from '../plans/plans.service.js';
import { issueDay } from '../plans/years.js';
import type { IssueBodyDto } from './requests.dto.js';

interface Sent {
  actor: Actor;
  key: string;
  seenRevision: number | null;
}

/**
 * Confirms a draft, where it still is one, and issues it. What is left out comes from the plan as printed. A repetition
 * with the same key finds the plan issued and gets the first answer. Refusals: questions_open and those of issuing.
 */
export async function issueByProgram(
  plans: PlansService,
  planId: string,
  { issuedOn, enabledOn, year, recipient, acceptProposals = false, moveClock = false }: IssueBodyDto,
  { actor, key, seenRevision }: Sent,
): Promise<Answer> {
  const plan = await plans.plan(planId);
  const isDraft = plan.state === 'draft';
  if (isDraft && acceptProposals) await plans.acceptProposals(planId, actor);
  if (isDraft) await plans.confirm(planId, actor, acceptProposals ? undefined : (seenRevision ?? undefined));
  const { day } = issueDay(await plans.draft(planId), plan.importedOn);
  const choices = {
    issuedOn: issuedOn ?? day,
    enabledOn: enabledOn ?? day,
    year,
    recipient: recipient ?? superior(plan),
    moveClock,
  };
  return plans.issue(planId, choices, actor, isDraft ? undefined : (seenRevision ?? undefined), key);
}

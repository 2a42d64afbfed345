/** What tells plans of one title apart. */
export interface NamedPlan {
  id: string;
  title: string;
  docNumber: string | null;
  issuedOn: string | null;
  state: string;
}

const UNDATED = '未印明成文日期';

/** By id, the plans' names for lists: where several have one title, each with its number and day. */
export function namesOfPlans(plans: readonly NamedPlan[]): Map<string, string> {
  const counted = plans.filter(({ state }) => state !== 'discarded');
  const isShared = ({ id, title }: NamedPlan) => counted.some((one) => one.title === title && one.id !== id);
  return new Map(plans.map((plan) => [plan.id, isShared(plan) ? apart(plan) : plan.title]));
}

function apart({ title, docNumber, issuedOn }: NamedPlan): string {
  return `${title}（${[docNumber, issuedOn ?? UNDATED].filter(Boolean).join('，')}）`;
}

/** The same name as an expression in SQL, of the plan that `alias` stands for. */
export function planNameSql(alias: string): string {
  const more = `coalesce(${alias}.doc_number || '，', '') || coalesce(${alias}.issued_on, '${UNDATED}')`;
  const shared = `SELECT 1 FROM plan same WHERE same.title = ${alias}.title AND same.id <> ${alias}.id AND same.state <> 'discarded'`;
  return `CASE WHEN EXISTS (${shared}) THEN ${alias}.title || '（' || ${more} || '）' ELSE ${alias}.title END`;
}

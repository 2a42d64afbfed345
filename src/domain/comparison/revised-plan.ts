const REVISES = /修订|修改|修正|调整|变更|补充/;
const RUNNING = ['issued', 'appraisal'];

/** What of a plan tells whether another revises it. */
export interface Revisable {
  id: string;
  title: string;
  region: string | null;
  state: string;
}

/**
 * The running plan that a paper not yet issued seems to revise: one of the same place whose title is this paper's, or
 * stands in it beside a word of revising. A proposal only: a person compares the two. Null where there is none.
 */
export function revisedBy<T extends Revisable>(paper: Revisable, plans: readonly T[]): T | null {
  if (RUNNING.includes(paper.state)) return null;
  const own = bare(paper.title);
  const near = plans.filter((one) => RUNNING.includes(one.state) && one.id !== paper.id && one.region === paper.region);
  const isIn = (title: string): boolean => own === title || (REVISES.test(own) && own.includes(title));
  const found = near.filter(({ title }) => bare(title).length > 0 && isIn(bare(title)));
  return found.sort((a, b) => bare(b.title).length - bare(a.title).length)[0] ?? null;
}

/** Whether a title says of itself that it revises another. */
export const isRevisedTitle = (title: string): boolean => REVISES.test(title);

const bare = (title: string): string => title.replace(/[\s《》“”"]/g, '');

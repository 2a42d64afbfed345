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

/** What of a paper tells that it revises another. */
export interface SaysOfItself {
  title: string | null;
  noticeTitle: string | null;
  text: string;
}

const REVISED = '(?:修订|修改|修正|调整)';
const IN_TITLE = new RegExp(
  [
    `[（(][^（）()]{0,12}${REVISED}[稿版本后]?[）)]`,
    `${REVISED}[稿版本]$`,
    `(?:^|《|印发|下发)(?:新)?${REVISED}后的`,
    `关于${REVISED}(?:印发)?《[^》]+》`,
    `关于对《[^》]+》[^《》]{0,16}${REVISED}`,
  ].join('|'),
);
const ENDS =
  /(?:原|此前(?:印发)?的?)(?:工作|行动|实施|总体)?(?:方案|计划|要点|意见|办法|通知|文件|分工|清单|安排)(?:即行|同时|自行|自即日起|从即日起)?(?:作废|废止|停止执行|不再执行|失效)/;
const SENT_OUT = new RegExp(`现(?:将|印发)[^。；]{0,6}${REVISED}后的`);

/**
 * The words by which a paper says of itself that it is the revised text of another: in its title or its notice's (（修订稿）,
 * 调整后的……, 关于修订《……》的通知), or in its text (原方案作废, 现将修订后的……). Null where it says nothing of the kind.
 */
export function revisedWords({ title, noticeTitle, text }: SaysOfItself): string | null {
  for (const one of [title, noticeTitle]) {
    const found = one && IN_TITLE.exec(one.replace(/\s/g, ''))?.[0];
    if (found) return found;
  }
  if (!HINTS.some((word) => text.includes(word))) return null;
  const running = text.replace(/\s/g, '');
  return (SENT_OUT.exec(running) ?? ENDS.exec(running))?.[0] ?? null;
}

/** One of them is in every such sentence. */
const HINTS = ['后的', '作废', '废止', '停止执行', '不再执行', '失效'];

const bare = (title: string): string => title.replace(/[\s《》“”"]/g, '');

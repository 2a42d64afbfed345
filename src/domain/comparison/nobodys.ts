import type { DeadlineReading, MeasureReading, PlanReading, TargetReading, UnassignedClause } from '../plan/reading.js';

/** What was said of a clause for which nobody is named: left (不分办), or not yet decided. */
export type Nobodys = 'left' | 'open';

/** A clause without a unit that a person gave to nobody, by its key. */
export interface LeftClause {
  id: string;
}

/** How the state of such a clause is said. */
export const NOBODYS_WORDS: Record<Nobodys, string> = {
  left: '未分办：没有写责任单位，已定为不分办',
  open: '未分办：没有写责任单位，是否分办待定',
};

/** A clause without a unit; where its words were read for it, with its targets and the day that they propose. */
export type ReadClause = UnassignedClause & { targets?: TargetReading[]; deadline?: DeadlineReading | null };

/** What a plan says of such clauses. */
export interface WithNobodys extends Partial<Pick<PlanReading, 'unassigned'>> {
  unassignedClauses?: readonly ReadClause[];
  measures: readonly { fromClause?: string }[];
  clauses?: readonly LeftClause[];
}

/** Such a clause as a measure without units, with the key that pairs name it by. */
export interface NobodysClause {
  key: string;
  measure: MeasureReading;
  nobodys: Nobodys;
  /** Its figures and days were not read. */
  unread: boolean;
}

/** The clauses of a plan for which nobody is named; one that was entered as a measure is compared as that measure. */
export function nobodysClauses(plan: WithNobodys): NobodysClause[] {
  const left = new Set((plan.clauses ?? []).map(({ id }) => id));
  const entered = new Set(plan.measures.map(({ fromClause }) => fromClause));
  return clausesWithoutUnit(plan)
    .map((clause, at) => ({ clause, key: `c${String(at + 1).padStart(3, '0')}` }))
    .filter(({ key }) => !entered.has(key))
    .map(({ clause, key }) => ({
      ...{ key, measure: asMeasure(clause), unread: clause.targets === undefined },
      nobodys: left.has(key) ? 'left' : 'open',
    }));
}

/** Readings from before clauses had their words give number and title only. */
function clausesWithoutUnit({ unassigned = [], unassignedClauses }: WithNobodys): readonly ReadClause[] {
  return unassignedClauses ?? unassigned.map(named);
}

function named(clause: string): UnassignedClause {
  const [, no = '', title = clause] = /^([\d.]+)\s+(.*)$/.exec(clause) ?? [];
  return { no, title, heading: [title], text: '', span: [0, 0] };
}

function asMeasure({ no, heading, title, text, span, targets = [], deadline = null }: ReadClause): MeasureReading {
  return {
    ...{ no, heading, title, text, span, opens: '', ends: '', note: '', noteSpan: span },
    ...{ mode: 'all', lead: null, leadBasis: null, responsible: [], supporting: [], open: [], openGroups: [] },
    ...{ targets, deadline, conditions: [], due: null, confidence: 1, doubtful: false, doubts: [] },
  };
}

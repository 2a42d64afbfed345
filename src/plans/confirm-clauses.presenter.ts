import { conditionsWords } from '../domain/plan/condition-words.js';
import type { DeadlineReading } from '../domain/plan/reading.js';
import { clauseReason, openClauses, type DraftClause } from './draft-clauses.js';
import { takenAsPrinted } from './draft-deadlines.js';
import type { DraftReading } from './draft.js';
import { targetLine } from './target-lines.js';
import { figuresOf } from './text-figures.js';
import { planStart } from './years.js';

/** Units and day of a clause as a person filled them in, and why that was refused. */
export interface ClauseTyped {
  clause: string;
  leads: string;
  responsible: string;
  supporting: string;
  due: string;
  refused: string;
}

const NOTHING = { leads: '', responsible: '', supporting: '', refused: '' };

/** The open clauses without a unit, each with its words, what they ask for, and its form. */
export function clauseCards(draft: DraftReading, perForm: object, typed: ClauseTyped | null): object[] {
  return openClauses(draft).map((clause) => ({
    ...{ ...perForm, key: clause.id, no: clause.no, title: clause.title, text: clause.text },
    chapter: clause.heading.slice(0, -1).join(' / '),
    reason: clauseReason(clause),
    ...figureWords(draft, clause),
    ...(typed?.clause === clause.id ? typed : NOTHING),
  }));
}

/** The figures that become the measure's own with the first unit, and the day that stands in the form. */
function figureWords(draft: DraftReading, clause: DraftClause): object {
  const { targets, conditions, deadline } = figuresOf(draft, clause);
  const day = takenAsPrinted(deadline, planStart(draft));
  const why = deadline && (day ? `正文印有“${deadline.raw}”，照此建议；清空即不设` : unsure(deadline));
  return {
    targets: targets.map((target) => targetLine(target)),
    conditions: conditionsWords(conditions),
    ...{ due: day ?? '', dueHint: why ?? '未印明可不填' },
  };
}

/** A day that only a person may take is told with its reason, and not filled in. */
const unsure = ({ raw, day, doubt }: DeadlineReading): string =>
  `${doubt ?? `正文印有“${raw}”，请核对年份`}；是的话请填 ${day}`;

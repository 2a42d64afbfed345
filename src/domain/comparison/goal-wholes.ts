import type { ConditionReading } from '../plan/reading.js';
import { goalKey, goalPlace, type ClausePlace, type ComparedPlan } from './clause.js';
import { withoutEveryday } from './everyday.js';
import { partsOf, saysWhole, thingOf, wholeWord } from './softened.js';
import { bigrams } from './terms.js';

/** A goal of the whole plan that holds no figure: 工程项目参加工伤保险应保尽保. */
export interface GoalWhole {
  condition: ConditionReading;
  /** As printed, to the stops on either side. */
  words: string;
  /** 应保尽保. */
  word: string;
  /** What it is said of. */
  thing: string;
  place: ClausePlace;
}

type WithGoals = Pick<ComparedPlan, 'goals' | 'conditions' | 'text'>;

/** The goals of a plan that want something whole or at nought, without a figure. */
export function goalWholes({ conditions = [], text = '' }: WithGoals): GoalWhole[] {
  return conditions.flatMap((condition) => {
    const word = wholeWord(condition);
    if (word === null) return [];
    const words = sentencePart(text, condition);
    const key = goalKey({ metric: words, raw: condition.raw, unit: null });
    const place = { key, no: '', chapter: '', title: `总体目标：${words}`, text: words, nobodys: null };
    const span = condition.span ?? null;
    return [{ condition, words, word, thing: thingOf(word, words), place: { ...place, span } }];
  });
}

/** Where all goals of a plan stand, those with a figure first. */
export const goalPlaces = (plan: WithGoals): ClausePlace[] => [
  ...plan.goals.map(goalPlace),
  ...goalWholes(plan).map(({ place }) => place),
];

/** The words around a condition up to the stops; its own where its place in the text is not known. */
function sentencePart(text: string, { raw, span }: ConditionReading): string {
  if (!span || text.slice(...span) !== raw) return raw;
  const before = text.slice(0, span[0]);
  const begins = Math.max(...[...STOPS].map((stop) => before.lastIndexOf(stop))) + 1;
  const ends = text.slice(span[1]).search(STOP);
  return text.slice(begins, ends < 0 ? undefined : span[1] + ends).trim();
}

const STOPS = '，。；：\n';
const STOP = /[，。；：\n]/;

/** How a text of ours answers such a goal: met, or only spoken of; null where it says nothing of the matter. */
export function answerTo({ thing, word }: GoalWhole, text: string): 'met' | 'spoken' | null {
  const about = partsOf(text).filter((part) => speaksOf(thing, part));
  if (about.some(saysWhole) || (thing === '' && text.includes(word))) return 'met';
  return about.length > 0 && thing !== '' ? 'spoken' : null;
}

/** Most of what names the thing stands in the words, beside what any clause says. */
function speaksOf(thing: string, words: string): boolean {
  const named = [...bigrams(withoutEveryday(thing) || thing).keys()];
  const there = bigrams(words);
  return named.length > 0 && named.filter((term) => there.has(term)).length >= named.length * MOST;
}

const MOST = 0.5;

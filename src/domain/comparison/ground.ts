import type { MeasureReading } from '../plan/reading.js';
import { bare, counterpart, unitsOf } from './clause.js';
import { sameMetric, SAME_IN_CLAUSE, stanceOf } from './demand.js';
import { saidOfAll, withoutEveryday, type Everyday } from './everyday.js';
import { sharedWords } from './shared-words.js';
import { likeness } from './terms.js';

/** Shorter stretches in common say nothing; more than two are not read. */
const PHRASE = 6;
const PHRASES = 2;
const WORDS = 3;
const SHOWN = 20;
/** From this likeness on two titles, or the words of two clauses, are about one matter, whatever the rest says. */
const NEAR = 0.4;
/** Fewer characters are too few to be alike by chance or not. */
const READ = 10;

/**
 * Why two clauses are proposed as one matter, in Chinese without a full stop: the same text or title, the same words,
 * the same target, units that are counterparts (省教育厅, 市教育局). `score` is their likeness, 0..1, told where nothing
 * else can be. Words that are `everyday` are none of it.
 */
export function pairGround(
  theirs: MeasureReading,
  ours: MeasureReading,
  score: number,
  everyday: Everyday = saidOfAll,
): string {
  const said = [...textGround(theirs, ours, everyday), ...targetGround(theirs, ours), ...unitGround(theirs, ours)];
  return said.length > 0 ? said.join('；') : `用词相近（${Math.round(score * 100)}%）`;
}

/** What little speaks for two clauses that only everyday words and units join: the other words that both use, and the units. */
export function hintGround(theirs: MeasureReading, ours: MeasureReading, everyday: Everyday): string {
  const words = sharedWords(wholeWords(theirs), wholeWords(ours)).filter((word) => !everyday(word));
  const shared = words.slice(0, WORDS).map((word) => `“${shown(word)}”`);
  const said = shared.length > 0 ? `都提到${shared.join('')}` : '除常用的话外没有相同的词';
  return [said, ...unitGround(theirs, ours)].join('；');
}

/** Nothing but counterpart units and everyday words speaks for the two being one matter: no title, no words, no target in common. */
export function restsOnUnits(theirs: MeasureReading, ours: MeasureReading, everyday: Everyday = saidOfAll): boolean {
  return textGround(theirs, ours, everyday).length === 0 && targetGround(theirs, ours).length === 0;
}

type Worded = Pick<MeasureReading, 'title' | 'text'>;

/** Words that are not everyday join the two: the same text or title, a stretch in common, most of their words. */
export const shareWords = (one: Worded, other: Worded, everyday: Everyday = saidOfAll): boolean =>
  textGround(one, other, everyday).length > 0;

function textGround(theirs: Worded, ours: Worded, everyday: Everyday): string[] {
  if (theirs.text !== '' && bare(theirs.text) === bare(ours.text)) return ['正文相同'];
  const titles = bare(theirs.title) === bare(ours.title) && theirs.title !== '' ? ['标题相同'] : [];
  const tells = (phrase: string): boolean =>
    !everyday(phrase) || (!saidOfAll(phrase) && [theirs.title, ours.title].some((title) => title.includes(phrase)));
  const said = [...titles, ...phraseGround(theirs.text, ours.text, tells)];
  if (said.length > 0) return said;
  if (areNear(theirs.title, ours.title)) return ['标题相近'];
  const [one, other] = [wholeWords(theirs), wholeWords(ours)];
  const phrases = phraseGround(one, other, tells);
  if (phrases.length > 0 || Math.min(one.length, other.length) < READ) return phrases;
  const repeated = commonPhrases(one, other).filter((phrase) => !tells(phrase));
  const own = (text: string): string => repeated.reduce((rest, phrase) => rest.replaceAll(phrase, ''), text);
  return areNear(own(one), own(other)) ? ['文字相近'] : [];
}

function phraseGround(one: string, other: string, tells: (phrase: string) => boolean): string[] {
  const phrases = commonPhrases(one, other).filter(tells).slice(0, PHRASES);
  return phrases.length > 0 ? [`有相同的话${phrases.map((phrase) => `“${shown(phrase)}”`).join('')}`] : [];
}

/** One plan says in a clause's title what the other says in its text. */
const wholeWords = ({ title, text }: Worded): string =>
  bare(text).startsWith(bare(title)) ? text : `${title}\n${text}`;

const areNear = (one: string, other: string): boolean => likeness(withoutEveryday(one), withoutEveryday(other)) >= NEAR;

const shown = (phrase: string): string => (phrase.length > SHOWN ? `${phrase.slice(0, SHOWN)}…` : phrase);

/** The stretches that stand in both texts, the longest first. */
export function commonPhrases(one: string, other: string): string[] {
  const places = placesOf(other);
  const found: string[] = [];
  for (let at = 0; at + PHRASE <= one.length;) {
    const length = longest(one, at, other, places.get(one.slice(at, at + PHRASE)) ?? []);
    if (length > 0) found.push(one.slice(at, at + length).replace(EDGES, ''));
    at += Math.max(1, length);
  }
  const telling = [...new Set(found)].filter((phrase) => phrase.length >= PHRASE);
  return telling.sort((a, b) => b.length - a.length);
}

/** Marks, and figures cut in two. */
const EDGES = /^[^\p{L}]+|[^\p{L}]+$/gu;

function placesOf(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + PHRASE <= text.length; at++) {
    const start = text.slice(at, at + PHRASE);
    const known = places.get(start);
    if (known) known.push(at);
    else places.set(start, [at]);
  }
  return places;
}

function longest(one: string, from: number, other: string, starts: number[]): number {
  let most = 0;
  for (const start of starts) {
    let length = PHRASE;
    while (from + length < one.length && one[from + length] === other[start + length]) length++;
    most = Math.max(most, length);
  }
  return most;
}

function targetGround(theirs: MeasureReading, ours: MeasureReading): string[] {
  return theirs.targets.flatMap((target) => {
    const found = sameMetric(target, ours.targets, SAME_IN_CLAUSE);
    if (!found) return [];
    return [`${stanceOf(target, found) === 'equal' ? '指标和数值相同' : '指标相同'}：${target.metric}`];
  });
}

function unitGround(theirs: MeasureReading, ours: MeasureReading): string[] {
  const own = new Map(unitsOf(ours).map((unit) => [counterpart(unit.name), unit.name]));
  const named = unitsOf(theirs).flatMap(({ name }) => {
    const ourName = own.get(counterpart(name));
    return ourName ? [ourName === name ? name : `${name}与${ourName}`] : [];
  });
  return named.length > 0 ? [`单位对口：${named.join('、')}`] : [];
}

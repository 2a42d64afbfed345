import { bigrams } from '../../domain/comparison/terms.js';
import { isAsked, matterWords } from '../../domain/figures/matter.js';
import { usualUnit } from '../../domain/figures/unit.js';
import type { Doubt, MeasureReading, TargetReading, UnitRef } from '../../domain/plan/reading.js';
import type { RawMeasure } from './measures.js';

/** Shorter titles may well stand over two tasks. */
const TELLING = 4;
const UNSURE = 0.6;

/**
 * The measures with a doubt for every one that says again what an earlier clause says, as an annexed 任务分解表 does with
 * the measures of the body: all of it under the same title, its figures and nothing else under any, by the same or by
 * fuller names, or its figure, its day and its first unit in other words. None is left out: the two may differ in units or
 * days, so a person compares and takes one out.
 */
export function repeatsAsked(measures: readonly MeasureReading[], raws: readonly RawMeasure[]): MeasureReading[] {
  const [byTitle, byFigure] = [new Map<string, number[]>(), new Map<string, number[]>()];
  /** Of two clauses under one title: whether the later one has no words, no figures or no units that are not the other's. */
  const repeats: Same = (measure, clause) =>
    sameFigures(measure, clause) || sameUnits(measure, clause) || saysNoMore(measure, clause);
  const asked = (measure: MeasureReading, clause: MeasureReading, what: string): MeasureReading =>
    repeating(measure, clause, `${what}，${unitWords(namesOf(measure), namesOf(clause))}`);
  return measures.map((measure, at) => {
    const clauseIn = (alike: readonly number[] | undefined, isSame: Same): MeasureReading | undefined => {
      const from = alike?.find((one) => raws[one]?.clause !== raws[at]?.clause && isSame(measure, measures[one]!));
      return from === undefined ? undefined : measures[from];
    };
    const title = squeezed(measure.title);
    const figures = measure.targets.filter(isAsked).map(figureKey);
    const clause = title.length < TELLING ? undefined : clauseIn(byTitle.get(title), repeats);
    const alike = clause ? undefined : byFigure.get(figures[0] ?? '');
    const other = clauseIn(alike, repeatsFigures);
    const reworded = other ? undefined : clauseIn(alike, rewords);
    const fuller = other || reworded ? undefined : clauseIn(alike, repeatsFuller);
    if (title.length >= TELLING) put(byTitle, title, at);
    for (const figure of figures) put(byFigure, figure, at);
    if (clause) return asked(measure, clause, '任务相同');
    const told = measure.targets.map(({ raw }) => raw).join('、');
    if (other) return asked(measure, other, `指标相同（${told}）`);
    if (fuller) return asked(measure, fuller, `指标数值相同（${told}）、名称略有不同`);
    return reworded ? asked(measure, reworded, `指标和时限相同（${told}）、文字略有不同`) : measure;
  });
}

type Same = (measure: MeasureReading, clause: MeasureReading) => boolean;

function put(places: Map<string, number[]>, key: string, at: number): void {
  const there = places.get(key);
  if (there) there.push(at);
  else places.set(key, [at]);
}

const figureKey = ({ value, unit }: TargetReading): string => `${value} ${usualUnit(unit ?? '')}`;

/** Two targets that are one figure of one matter. */
const isSameFigure = (one: TargetReading, other: TargetReading): boolean =>
  figureKey(one) === figureKey(other) && matterWords(one.metric) === matterWords(other.metric);

/** Verbs, days and words of use that may stand around a row's figures. */
const LEFT = 6;

/** Two targets that are one figure, whose matter the one names by more words: 保证金覆盖率 and 覆盖率. */
function isFuller(one: TargetReading, other: TargetReading): boolean {
  if (figureKey(one) !== figureKey(other)) return false;
  const [matter, name] = [matterWords(one.metric), matterWords(other.metric)];
  return isPartOf(matter, name) || isPartOf(name, matter);
}

const isPartOf = (words: string, whole: string): boolean => words.length > 1 && whole.includes(words);

/** A row that says nothing but figures which the clause has too, with a word of its title and a responsible unit in common. */
function repeatsFigures(measure: MeasureReading, clause: MeasureReading, isSame = isSameFigure): boolean {
  if (!sharesUnit(measure, clause)) return false;
  const rest = measure.targets.reduce(
    (left, { metric, raw }) => left.replace(raw, '').replace(metric, ''),
    measure.text.replace(LABEL, ''),
  );
  if (squeezed(rest).length > LEFT || !sharesWord(measure, clause)) return false;
  return measure.targets.every((target) => clause.targets.some((one) => isSame(target, one)));
}

/** Such a row whose figures have a fuller or a shorter name there, where the two print no different days. */
function repeatsFuller(measure: MeasureReading, clause: MeasureReading): boolean {
  const [day, other] = [dayOf(measure), dayOf(clause)];
  return (day === null || other === null || day === other) && repeatsFigures(measure, clause, isFuller);
}

/**
 * A clause said again in other words: every figure is the other's too, the day is the same and printed in both, the first
 * unit is the same, and the titles have a word in common.
 */
function rewords(measure: MeasureReading, clause: MeasureReading): boolean {
  const [day, first] = [dayOf(measure), measure.responsible[0]?.name];
  if (day === null || day !== dayOf(clause) || first === undefined) return false;
  if (first !== clause.responsible[0]?.name || !sharesWord(measure, clause)) return false;
  return measure.targets.every((target) => clause.targets.some((one) => figureKey(one) === figureKey(target)));
}

const dayOf = ({ due, deadline }: MeasureReading): string | null => due ?? deadline?.day ?? null;

const sharesUnit = ({ responsible }: MeasureReading, clause: MeasureReading): boolean =>
  responsible.some(({ name }) => clause.responsible.some((one) => one.name === name));

const squeezed = (text: string): string => text.replace(/[\s，。；、：！“”（）]/g, '');

const LABEL = /^[^：]{2,8}：/;

function saysNoMore({ text }: MeasureReading, clause: MeasureReading): boolean {
  const said = squeezed(clause.title + clause.text);
  return text.split(/[。；\n]/).every((sentence) => said.includes(squeezed(sentence.replace(LABEL, ''))));
}

function sameFigures({ targets }: MeasureReading, clause: MeasureReading): boolean {
  const has = (value: number | null, unit: string | null): boolean =>
    clause.targets.some((one) => one.value === value && one.unit === unit);
  return targets.length > 0 && targets.every(({ value, unit }) => value !== null && has(value, unit));
}

/** Whether two clauses name the same units and groups, whatever parts these take; a clause names each once. */
function sameUnits(measure: MeasureReading, clause: MeasureReading): boolean {
  if (countOf(measure) !== countOf(clause)) return false;
  const names = namesOf(clause);
  return namesOf(measure).every((name) => names.includes(name));
}

/** Looked at first, as most differ in it. */
const countOf = ({ responsible, supporting, open }: MeasureReading): number =>
  responsible.length + supporting.length + open.length;

const nameOf = ({ name }: UnitRef): string => name;
/** Each name once; 各县（市、区）人民政府 are 各县（市、区）. */
const namesOf = ({ responsible, supporting, open }: MeasureReading): string[] =>
  responsible.map(nameOf).concat(supporting.map(nameOf), open.map(placesAlone));
const placesAlone = (group: string): string => group.replace(/(?<=[）县市区旗])(?:人民)?政府$/, '');

/** Which units the one has and the other has not. */
function unitWords(own: readonly string[], others: readonly string[]): string {
  const [more, less] = [own.filter((one) => !others.includes(one)), others.filter((one) => !own.includes(one))];
  if (more.length + less.length === 0) return '单位也相同';
  const told = [
    more.length > 0 && `该条没有${more.join('、')}`,
    less.length > 0 && `这里没有${less.join('、')}`,
  ].filter(Boolean);
  return `单位不尽相同（${told.join('；')}）`;
}

/** 零工驿站建设 and 建好零工驿站, or the name of its figure: not 开设夜校. */
function sharesWord({ title }: MeasureReading, clause: MeasureReading): boolean {
  const words = bigrams(clause.title + clause.targets.map(({ metric }) => metric).join(''));
  return [...bigrams(title).keys()].some((word) => words.has(word));
}

function repeating(measure: MeasureReading, clause: MeasureReading, what: string): MeasureReading {
  const reason = `与第${clause.no}条“${clause.title}”${what}${dayWords(measure, clause)}，请核对；确是重复的，建议移出（理由：重复）`;
  const doubt: Doubt = { code: 'repeats_clause', reason, span: measure.span };
  const confidence = Math.min(measure.confidence, UNSURE);
  return { ...measure, doubts: [...measure.doubts, doubt], doubtful: true, confidence };
}

/** What the later one says of the day and the clause does not. */
function dayWords({ due }: MeasureReading, clause: MeasureReading): string {
  const day = clause.due ?? clause.deadline?.day ?? null;
  if (due === null || due === day) return '';
  return day === null
    ? `；这里印有完成时限${due}，该条没有，移出前请补到该条`
    : `；这里的完成时限是${due}，该条是${day}`;
}

import type { ConditionReading, TargetReading } from '../plan/reading.js';
import { demandWords, sameMetric, SAME_IN_CLAUSE } from './demand.js';
import { timesAYear, withoutRhythm } from './rhythm.js';
import { likeness } from './terms.js';
import { speaksOf } from './times.js';

const OFTEN = /([一两二三四五六七八九十]|\d{1,2})(?=次|场|期|轮|回|遍)/;
const NUMBERS = '一二三四五六七八九十';

/** Something that is done again and again. */
interface Round {
  /** 每季度开展一次欠薪隐患排查. */
  words: string;
  /** What is done, without how often. */
  work: string;
  times: number;
}

/** What a clause wants done in a rhythm; counts in figures (每月4场) are targets and not here. */
export interface RhythmSaid {
  text?: string;
  conditions?: readonly ConditionReading[];
  targets?: readonly TargetReading[];
}

function roundsOf({ text = '', conditions = [] }: RhythmSaid): Round[] {
  return conditions.flatMap(({ kind, raw }): Round[] => {
    const times = kind === 'recurrent' ? timesAYear(raw) : null;
    const at = text.indexOf(raw);
    if (times === null || at < 0) return [];
    const after = /^[^，。；、]*/.exec(text.slice(at + raw.length))?.[0] ?? '';
    const often = OFTEN.exec(after)?.[1];
    if (/\d/.test(after)) return [];
    const count = often ? NUMBERS.indexOf(often === '两' ? '二' : often) + 1 || Number(often) : 1;
    return [
      { words: raw + after, work: after.replace(/[一两二三四五六七八九十]+[次场期轮回遍]/, ''), times: times * count },
    ];
  });
}

const SAME_WORK = 0.6;

/** Two rhythms of one work; `how` as said of ours. */
export interface RhythmPair {
  theirs: string;
  /** Null where ours does the work and does not say how often. */
  ours: string | null;
  weaker: boolean;
  how: '次数少于' | '次数多于' | '晚于' | '早于' | null;
}

/** The pairs of one work in two rhythms: each of theirs with the most alike of ours, where the two differ. */
export function rhythmPairs(theirs: RhythmSaid, ours: RhythmSaid): RhythmPair[] {
  const own = roundsOf(ours);
  return [...roundsOf(theirs), ...countedRounds(theirs, ours)].flatMap((one): RhythmPair[] => {
    const rated = own.map((other) => ({ other, alike: likeness(one.work, other.work) }));
    const best = rated.filter(({ alike }) => alike >= SAME_WORK).sort((a, b) => b.alike - a.alike)[0]?.other;
    if (!best) return isUnsaid(one, ours) ? [{ theirs: one.words, ours: null, weaker: true, how: null }] : [];
    const how = howOf(one, best);
    return how ? [{ theirs: one.words, ours: best.words, weaker: how === '次数少于' || how === '晚于', how }] : [];
  });
}

function howOf(one: Round, best: Round): RhythmPair['how'] {
  if (best.times !== one.times) return best.times < one.times ? '次数少于' : '次数多于';
  const [asked, day] = [dayOfMonth(one.words), dayOfMonth(best.words)];
  if (asked === null || day === null || asked === day) return null;
  return day > asked ? '晚于' : '早于';
}

const OF_MONTH = /^每个?月的?(?:(\d{1,2})[日号]|(上旬)|(中旬)|[底末]|下旬)/;
function dayOfMonth(words: string): number | null {
  const found = OF_MONTH.exec(words);
  if (!found) return null;
  const [, day, first, second] = found;
  return day ? Number(day) : first ? 10 : second ? 20 : 31;
}

/** Rounds that are counted in figures (每月不少于4次), where ours counts no such thing. */
const countedRounds = ({ targets = [] }: RhythmSaid, ours: RhythmSaid): Round[] =>
  targets.flatMap((target): Round[] => {
    const times = target.targetKind === 'norm' && target.value !== null ? timesAYear(target.metric) : null;
    if (times === null || sameMetric(target, ours.targets ?? [], SAME_IN_CLAUSE)) return [];
    const work = withoutRhythm(target.metric);
    return [{ words: demandWords(target), work, times: times * Number(target.value) }];
  });

/** 按月, 逐日, 月调度, 一年两次. */
const OFTEN_SAID = /每|[按逐][日周旬月季年]|[日周月季]度?(?:调度|通报|报告|报送)|[一半]年[一两二三四\d]/;

/** Ours speaks of the work, and says nowhere in the text how often. */
const isUnsaid = ({ work }: Round, { text = '' }: RhythmSaid): boolean =>
  work.length > 2 && !OFTEN_SAID.test(text) && speaksOf(work, text);

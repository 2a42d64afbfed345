import type { ConditionReading } from '../plan/reading.js';
import { likeness } from './terms.js';

const TIMES: Record<string, number> = {
  ...{
    日: 365,
    天: 365,
    工作日: 250,
    周: 52,
    星期: 52,
    旬: 36,
    半月: 24,
    月: 12,
    季: 4,
    季度: 4,
    学期: 2,
    半年: 2,
    年: 1,
  },
};
const EACH = /每个?(工作日|日|天|周|星期|旬|半月|月|季度?|学期|半年|年)/;
const OFTEN = /([一两二三四五六七八九十]|\d{1,2})(?=次|场|期|轮|回|遍)/;
const NUMBERS = '一二三四五六七八九十';

/** How often in a year words like 每季度 come round; null where they name no such time. */
export function timesAYear(words: string): number | null {
  const each = EACH.exec(words)?.[1];
  return each ? (TIMES[each] ?? null) : null;
}

/** A name without its rhythm: 每周巡查 is 巡查; one that is nothing else stays. */
export const withoutRhythm = (name: string): string => (EACH.test(name) ? name.replace(EACH, '') || name : name);

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

/** The pairs of one work in two rhythms: each of theirs with the most alike of ours, where the two differ. */
export function rhythmPairs(theirs: RhythmSaid, ours: RhythmSaid): { theirs: string; ours: string; rarer: boolean }[] {
  const own = roundsOf(ours);
  return roundsOf(theirs).flatMap((one) => {
    const rated = own.map((other) => ({ other, alike: likeness(one.work, other.work) }));
    const best = rated.filter(({ alike }) => alike >= SAME_WORK).sort((a, b) => b.alike - a.alike)[0]?.other;
    if (!best || best.times === one.times) return [];
    return [{ theirs: one.words, ours: best.words, rarer: best.times < one.times }];
  });
}

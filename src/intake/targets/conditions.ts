import type { ConditionReading } from '../../domain/plan/reading.js';
import type { SpanOf } from '../measures/read-measure.js';
import { dueDays } from '../dates/phrases.js';

type Kind = ConditionReading['kind'];

/** Kind, a character that every match holds (looked for first, for speed), and the pattern. */
const RULES: [Kind, string, RegExp][] = [
  ['coverage', '覆', /全覆盖|全员覆盖|应覆盖尽覆盖/g],
  ['exhaustive', '尽', /应[一-龥]{1,2}尽[一-龥]{1,2}/g],
  ['zero', '', /零(?:容忍|拖欠|欠薪|发生)|(?<!动态)清零|基本无拖欠/g],
  [
    'recurrent',
    '每',
    /每(?:个)?(?:月|季度?|半年|年|周)(?:[首次]月|第[一二三]个月)?(?:\d{1,2}月(?:份|、)?)*(?:[上中下]旬|末|底|初)?(?:\d{1,2}[日号])?(?:(?:之?|以)前)?(?=[一-龥，。；、）])/g,
  ],
  ['window', '', /春节前后|两节期间|元旦春节期间|春运期间|寒暑假|农忙时节|开学季/g],
  ['trend', '年', /(?:不低于|不少于|高于|好于|不高于|低于|少于)(?:上年|去年|上一年)(?:同期)?(?:水平)?/g],
  ['trend', '', /(?:稳步|逐步|持续|不断)(?:提高|提升|扩大|增长|下降|降低|增强)/g],
];

/** 前三季度 is a stretch, though 前 is in it. */
const ENDS = /[前底末](?:完成)?$/;

/** What is covered stands before 全覆盖, back to the last stop. */
function covered(text: string, at: number): { raw: string; index: number } {
  let index = at;
  while (index > 0 && at - index < REACH && !/[，。；：、（）“”\n]/.test(text[index - 1] ?? '')) index -= 1;
  return { raw: text.slice(index, at + 3), index };
}

const REACH = 22;

/** What a text demands without an Arabic figure: 全覆盖, 应签尽签, 每月25日前, 春节前后, 年底前. */
export function readConditions(text: string, year: number | null, spanOf: SpanOf): ConditionReading[] {
  const found = RULES.filter(([, hint]) => text.includes(hint)).flatMap(([kind, , pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: raw, index }) =>
      raw === '全覆盖' ? { kind, ...covered(text, index) } : { kind, raw, index },
    ),
  );
  const days = dueDays(text, year);
  const dated = days
    .filter(({ raw }) => ENDS.test(raw))
    .map(({ raw, day, index }) => ({ kind: 'deadline' as Kind, raw, index, by: day }));
  const stretches = days
    .filter(({ raw }) => !ENDS.test(raw) && /旬|季度|半年/.test(raw))
    .map(({ raw, index }) => ({ kind: 'window' as Kind, raw, index }));
  return [...found, ...dated, ...stretches]
    .sort((a, b) => a.index - b.index)
    .map(({ index, ...condition }) => ({ ...condition, span: spanOf(index, index + condition.raw.length) }));
}

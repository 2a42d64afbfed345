import type { TargetReading } from '../../domain/plan/reading.js';
import type { SpanOf } from '../measures/read-measure.js';
import { matchesOf, openingOf, sign } from '../../domain/text/signs.js';
import { matterOf, metricOf } from './metric.js';
import { TEXT } from './sieves.js';

type Placed = TargetReading & { index: number };

/** Looked for first, for speed. */
export const TREND_HINT = TEXT.of(
  /清零|下降|为零|为0|零[发增事新死伤上]|只[增减]不|同比|环比|[较比](?:上年|去年)|个(?:上升|提升|增长)/,
);

const THING = '事故|案件|事件|案|[数率]|债务|建筑|违建|欠薪|拖欠|伤亡|死亡|上访|投诉|舆情|问题|隐患|纠纷|排放|用量';
const ZERO = new RegExp(
  `动态清零|(?=[保实控继力确为零])(?<=${THING})(?:保持|实现|控制|继续|力争|确保)*(?:为零|为0(?![\\d.%‰])|零(?:发生|增长|事故|新增))(?!行动|目标|距离|容忍|方案|[一-龥]*[”》])|零(?<=(?:^|[，。；：、\\n]|实现|确保|做到|保持|力争|达到|事故|安全|生产)“?零)(?:死亡|事故|伤亡|新增|上访)(?!行动|目标|方案|计划)`,
  'g',
);
/** What is counted in another unit than 件. */
const ZERO_UNITS: [RegExp, string | null][] = [
  [/增长$/, null],
  [/债务(?:新增)?$/, '元'],
  [/率$/, '%'],
  [/家庭$|户数?$/, '户'],
  [/事故$/, '起'],
  [/人数$|死亡$|伤亡$/, '人'],
];
/** 同比下降, 较上年均上升 with no figure behind: less or more than the year before. */
const COMPARED =
  /(?:同比|环比|[较比](?:上年|去年)(?:同期)?)(?:实现|均|双|全部|全面|持续|稳步|明显|大幅)*(下降|减少|降低|上升|增长|增加|提高|提升)(?=[，。；、）\n]|$)/g;
const TREND = /“?([两双三四五])个?(下降|上升|提升|增长)”?/g;
const COUNT: Record<string, number> = { 两: 2, 双: 2, 三: 3, 四: 4, 五: 5 };

/** 动态清零, 为零, 零发生: nothing may be left open, or happen, in any period. */
export function zeroTargets(text: string, by: string | null, spanOf: SpanOf): Placed[] {
  return matchesOf(text, ZERO).map(({ 0: raw, index }) => {
    const end = index + raw.length;
    const what = ZERO_OF.exec(raw)?.[1];
    const metric = what ? subjectOf(text, index) + what : metricOf(text, index, end) || matterBefore(text, index);
    const unit = ZERO_UNITS.find(([thing]) => thing.test(metric));
    return {
      index,
      metric,
      op: '=',
      value: 0,
      unit: unit ? unit[1] : '件',
      raw,
      by,
      targetKind: 'standing',
      hard: !isStriven(text, index),
      span: spanOf(index, end),
    };
  });
}

/** 零增长, 零死亡: what there is to be none of, told by the words themselves. */
const ZERO_OF = /零(增长|死亡|事故|伤亡|新增|上访)$/;
const ZEROS_BEFORE = /(?:零(?:死亡|事故|伤亡|新增|上访))+$/;

/** 较大事故 of 较大事故零死亡; nothing of 零死亡、零事故, which name themselves. */
const subjectOf = (text: string, index: number): string =>
  /[、“]/.test(text.charAt(index - 1))
    ? ''
    : matterOf(text.slice(openingOf(text, index, STOPS), index)).replace(ZEROS_BEFORE, '');

/** 对排查出的隐患，实行动态清零: the clause before says of what. */
function matterBefore(text: string, index: number): string {
  const stop = openingOf(text, index, STOPS) - 1;
  return text.charAt(stop) === '，'
    ? matterOf(text.slice(openingOf(text, stop, STOPS), stop)).replace(/^对于?/, '')
    : '';
}

/** “三个下降” of 案件、涉及金额、涉及人数, 同比均下降: each of the things listed before it falls against the year before. */
export function trendTargets(text: string, by: string | null, spanOf: SpanOf): Placed[] {
  const found: Placed[] = [];
  for (const { names, match, falls } of [...counted(text), ...compared(text), ...oneWay(text)]) {
    const hard = !isStriven(text, match.index);
    for (const metric of wholeNames(names))
      found.push(trend(metric, falls ? 'trend_down' : 'trend_up', match, by, hard, spanOf));
  }
  return found;
}

interface Trend {
  names: string[];
  match: RegExpExecArray;
  falls: boolean;
}

function counted(text: string): Trend[] {
  const found = matchesOf(text, TREND).map((match) => ({
    names: listedBefore(text, match.index),
    match,
    falls: match[2] === '下降',
  }));
  return found.filter(({ names, match }) => names.length === COUNT[match[1] ?? '']);
}

function compared(text: string): Trend[] {
  const found = matchesOf(text, COMPARED).map((match) => ({
    names: listedBefore(text, match.index).map(matterOf),
    match,
    falls: /下降|减少|降低/.test(match[1] ?? ''),
  }));
  return found.filter(({ names }) => names.length <= MOST_LISTED && names.every((name) => name.length > 1));
}

const ONE_WAY = /只(?:减不增|增不减)/g;

/** 违法用地只减不增: less than before, or as much. */
function oneWay(text: string): Trend[] {
  const found = matchesOf(text, ONE_WAY).map((match) => ({
    names: listedBefore(text, match.index).map(matterOf),
    match,
    falls: match[0] === '只减不增',
  }));
  return found.filter(({ names }) => names.length > 0 && names.every((name) => name.length > 1));
}

const MOST_LISTED = 5;

/** 案件数量、金额、人数: the later ones are of the same cases. */
function wholeNames(names: readonly string[]): string[] {
  const stem = /^(.*(?:案件|事件|纠纷|投诉|合同|项目))(?:数量|件数|总数|数)$/.exec(names[0] ?? '')?.[1];
  return names.map((name) => (stem && /^(?:金额|人数|总额|件数|数量)$/.test(name) ? stem + name : name));
}

const trend = (
  metric: string,
  op: 'trend_down' | 'trend_up',
  match: RegExpExecArray,
  by: string | null,
  hard: boolean,
  spanOf: SpanOf,
): Placed => ({
  index: match.index,
  metric,
  op,
  value: null,
  unit: null,
  raw: match[0],
  by,
  targetKind: 'annual',
  hard,
  span: spanOf(match.index, match.index + match[0].length),
});

const STOPS = sign('，。；：\n');

/** 力争欠薪线索动态清零: what is only striven for. */
const isStriven = (text: string, index: number): boolean =>
  /力争|努力|争取/.test(text.slice(openingOf(text, index, STOPS), index));

function listedBefore(text: string, index: number): string[] {
  return text
    .slice(openingOf(text, index, STOPS), index)
    .replace(/(?:实现|保持)$/, '')
    .split(/[、和与]/)
    .filter(Boolean);
}

import type { TargetReading } from '../../domain/plan/reading.js';
import { clauseBefore } from './clause.js';
import { AFTER_EVENT, carriedName, isRhythm, isTermUnit, matterOf, namesNothing, SUMMED } from './metric.js';

type Placed = TargetReading & { index: number; end?: number };

/** What brings the thing counted into a sentence: 加强“工会驿站”建设, 推进劳务品牌建设. */
const BROUGHT = /^(?:推进|推动|加强|加快|抓好|做好|强化|支持|深化|完善)+(.{2,16}?)(?:建设|创建|培育|工作|服务)*$/;

/** 增长8%, 提高3个百分点: by how much the thing of the clause before changes, in whatever that is counted. */
const CHANGE = /^(?:年均)?(?:增长|提高|提升|上升|增加|下降|降低|减少|压减)$/;

/** 新增就业同比增长8%，达到5.2万人; 覆盖率提高2个百分点，达到62%: the thing that grows is what is reached. */
const CHANGED = /^(.{2,}?)(?:同比|环比|年均)*(?:增长|提高|提升|上升|增加|下降|降低|减少|压减)$/;

/**
 * Names a figure whose own clause names nothing counted (转移就业3.5万人，力争达到4万人; 新建品牌5个，累计建成20个): after the
 * figure before it in the same sentence that counts in the same unit, else after the clause that brings the thing in.
 * The name stays as it is where neither is there.
 */
export function carried(target: Placed, text: string, before: readonly Placed[]): Placed {
  const isChange = CHANGE.test(target.metric) && /%|百分点/.test(target.unit ?? '');
  const isSum = SUMMED.test(target.metric);
  if (!isChange && !isSum && !namesNothing(target.metric)) return target;
  const from = Math.max(...['。', '；', '\n'].map((stop) => text.lastIndexOf(stop, target.index))) + 1;
  const inSentence = before.filter((one) => one.index >= from && one.index < target.index);
  if (isChange) return changeOf(inSentence.at(-1)?.metric ?? compared(text.slice(from, target.index)), target);
  const previous = inSentence.findLast((one) => one.unit === target.unit);
  const again = previous ? null : saidAgain(target.metric, text.slice(from, target.index));
  if (again !== null) return { ...target, metric: again };
  const whole = isSum ? sumOf(previous, target) : target;
  if (whole !== target || !namesNothing(target.metric)) return whole;
  if (previous && isOfEvent(target, previous, text)) return target;
  const other =
    previous?.metric ??
    inSentence.findLast(({ unit }) => `每${unit}` === target.metric)?.metric ??
    changed(inSentence.at(-1), target) ??
    (isRhythm(target.metric) ? heldIn(text.slice(from, target.index)) : null) ??
    broughtIn(text.slice(from, target.index)) ??
    overSemicolon(target, from, text, before);
  return other === null || namesNothing(other) ? target : { ...target, metric: carriedName(target.metric, other) };
}

/** 每县建零工驿站，至少建成: the verb of the clause before, said again before its figure. */
function saidAgain(metric: string, sentence: string): string | null {
  const verb = AGAIN.exec(metric)?.[1];
  const [before = '', own = ''] = sentence.split('，').slice(-2);
  const thing = verb === undefined || /\d/.test(before) ? '' : before.slice(Math.max(0, before.indexOf(verb)));
  if (thing.length < LEAST_THING || !thing.startsWith(verb ?? ' ')) return null;
  return matterOf(WHOLE_PLACE.test(own) ? thing : before);
}
const AGAIN = /^(?:至少|最少)?(?:新)?([建办设开])[成立设展]?$/;
const LEAST_THING = 3;
/** 全市至少建: of the whole place, whatever each part of it does. */
const WHOLE_PLACE = /^(?:全[省市县区]|[每各])/;

/** 每年培训农民工1万人次，三年共培训3万人次: the sum is of what the verb did before. */
function sumOf(previous: Placed | undefined, target: Placed): Placed {
  const [, sum = '', verb = ''] = /^(累计|共计?|合计|总共)(.{2,})$/.exec(target.metric) ?? [];
  if (!previous?.metric.startsWith(verb) || verb === '') return target;
  return { ...target, metric: (sum === '累计' ? sum : '') + previous.metric };
}

/** 收到举报后3日内受理，15日内办结: both terms begin with the event, the second is not of what is done in the first. */
const isOfEvent = (target: Placed, previous: Placed, text: string): boolean =>
  isTermUnit(target.unit) && AFTER_EVENT.test(clauseBefore(text, previous.index));

/** 参保率2025年底达到85%；2026年达到90%: of the only thing that the part before the semicolon counts in this unit. */
function overSemicolon(target: Placed, from: number, text: string, before: readonly Placed[]): string | null {
  if (target.metric !== '' || text[from - 1] !== '；') return null;
  const start = Math.max(...['。', '；', '\n'].map((stop) => text.lastIndexOf(stop, from - 2)));
  const part = before.filter((one) => one.index > start && one.index < from);
  const names = new Set(part.filter(({ unit }) => unit === target.unit).map(({ metric }) => metric));
  return names.size === 1 ? [...names][0]! : null;
}

/** 案件不少于去年，力争增长10%: what is compared with the year before grows. */
const COMPARED =
  /^(.{2,}?)(?:均|都|总体)?(?:不(?:得)?[低少高多]于|[高低好多少]于|超过|保持|与)(?:上年|去年|上一年|20\d{2}年)[^，]*$/;

function compared(sentence: string): string | null {
  const thing = COMPARED.exec(sentence.split('，').at(-2) ?? '')?.[1];
  return thing ? matterOf(thing) : null;
}

function changed(before: Placed | undefined, target: Placed): string | null {
  const isRate =
    before !== undefined &&
    (/百分点/.test(before.unit ?? '') || (before.unit === '%' && target.unit !== '%')) &&
    !/百分点/.test(target.unit ?? '');
  return isRate && target.metric === '' ? (CHANGED.exec(before.metric)?.[1] ?? null) : null;
}

const changeOf = (thing: string | null, target: Placed): Placed =>
  thing === null || namesNothing(thing) ? target : { ...target, metric: thing + target.metric };

/** 开展送岗活动，每月不少于4场: what the clause before holds comes round. */
const HELD = /^[^\d]*(?:开展|举办|组织|召开|举行)[^\d]{2,}$/;

function heldIn(sentence: string): string | null {
  const clause = sentence.split('，').at(-2) ?? '';
  return HELD.test(clause) ? matterOf(clause) : null;
}

function broughtIn(sentence: string): string | null {
  const clauses = sentence.split(/[，、：]/).slice(0, -1);
  for (const clause of clauses.reverse()) {
    const thing = BROUGHT.exec(matterOf(clause))?.[1];
    if (thing) return thing;
  }
  return null;
}

import type { TargetReading } from '../../domain/plan/reading.js';
import { carriedName, matterOf, namesNothing } from './metric.js';

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
  if (!isChange && !namesNothing(target.metric)) return target;
  const from = Math.max(...['。', '；', '\n'].map((stop) => text.lastIndexOf(stop, target.index))) + 1;
  const inSentence = before.filter((one) => one.index >= from && one.index < target.index);
  if (isChange) return changeOf(inSentence.at(-1), target);
  const previous = inSentence.findLast((one) => one.unit === target.unit);
  const other = previous?.metric ?? changed(inSentence.at(-1), target) ?? broughtIn(text.slice(from, target.index));
  return other === null || namesNothing(other) ? target : { ...target, metric: carriedName(target.metric, other) };
}

function changed(before: Placed | undefined, target: Placed): string | null {
  const isRate =
    before !== undefined &&
    (/百分点/.test(before.unit ?? '') || (before.unit === '%' && target.unit !== '%')) &&
    !/百分点/.test(target.unit ?? '');
  return isRate && target.metric === '' ? (CHANGED.exec(before.metric)?.[1] ?? null) : null;
}

function changeOf(thing: Placed | undefined, target: Placed): Placed {
  return !thing || namesNothing(thing.metric) ? target : { ...target, metric: thing.metric + target.metric };
}

function broughtIn(sentence: string): string | null {
  const clauses = sentence.split(/[，、：]/).slice(0, -1);
  for (const clause of clauses.reverse()) {
    const thing = BROUGHT.exec(matterOf(clause))?.[1];
    if (thing) return thing;
  }
  return null;
}

import { called } from '../domain/comparison/clause.js';
import { demandWords, sameFigure, sameMetric, SAME_IN_CLAUSE } from '../domain/comparison/demand.js';
import { askedTargets, demandOf, reportersOf, type AskedTarget, type Demand } from '../domain/figures/asked.js';
import { figureUnits } from '../domain/plan/duties.js';
import type { TargetKind, TargetOp, TargetReading } from '../domain/plan/reading.js';
import type { Indicator } from '../plans/plans.entities.js';
import type { DraftReading } from './access.js';
import type { AmendmentGround } from './amendment.ground.js';

/** What of an indicator an amendment may change; `measureId` where its clause was split, joined or brought back. */
export type Counted = Demand & { forPlan: boolean; reporters: string[]; measureId?: string | null; endedOn?: null };

/** By key of a clause in force: those whose figures may go on under it, because it was split off from them, joined to them or brings them back. */
export type Heirs = ReadonlyMap<string, readonly string[]>;

/** An indicator as it was and is; recorded with the amendment's basis. */
export interface IndicatorChange {
  id: string;
  before: Partial<Counted>;
  after: Partial<Counted>;
}

/** What an amendment does to what is counted, with each change in a sentence. */
export interface IndicatorChanges {
  add: object[];
  change: IndicatorChange[];
  /** No longer printed: not asked for any more; what was reported stays. */
  end: { id: string; on: string }[];
  sentences: string[];
}

/** The indicators of the running plan brought into step with the text in force; the office's own ones stay as they are. */
export function indicatorChanges(
  ground: AmendmentGround,
  amended: DraftReading,
  heirs: Heirs = new Map(),
): IndicatorChanges {
  const running = goingOn(ground, heirs);
  const matched = new Map<Indicator, AskedTarget>();
  const unmatched = (asked: AskedTarget, keys: readonly (string | null)[]): boolean => {
    const free = running.filter((one) => !matched.has(one));
    const found = runningFor(asked, keys, free);
    if (found) matched.set(found, asked);
    return !found;
  };
  const ownFirst = askedTargets(amended).filter((asked) => unmatched(asked, [asked.key]));
  const fresh = ownFirst.filter((asked) => unmatched(asked, heirs.get(asked.key ?? '') ?? []));
  const changes = running.flatMap((one) => {
    const asked = matched.get(one);
    return asked ? changeOf(ground, amended, one, asked) : [];
  });
  const ended = running.filter((one) => !matched.has(one) && one.endedOn === null);
  return {
    add: additions(ground, amended, fresh),
    change: changes.map(({ change }) => change),
    end: ended.map(({ id }) => ({ id, on: ground.day })),
    sentences: [
      ...changes.map(({ sentence }) => sentence),
      ...fresh.map(({ target }) => `新增指标：${demandWords(target)}`),
      ...ended.map(({ name }) => `不再要求指标“${name}”，已报数据保留`),
    ],
  };
}

/** Those that are asked for, and of measures that come back those that were. */
function goingOn({ indicators, measures }: AmendmentGround, heirs: Heirs): Indicator[] {
  const inherited = new Set([...heirs.values()].flat());
  const comesBack = (key: string | null): boolean =>
    key !== null && inherited.has(key) && measures.get(key)?.state === 'withdrawn';
  return indicators.filter((one) => one.presetId === null && (one.endedOn === null || comesBack(one.measureId)));
}

/** The running indicator of one of these measures, or of the whole plan too, that counts the same thing. */
function runningFor(
  { target, forPlan }: AskedTarget,
  keys: readonly (string | null)[],
  running: Indicator[],
): Indicator | null {
  const isNear = ({ measureId }: Indicator) => measureId !== null && keys.includes(measureId);
  const near = running.filter((one) => isNear(one) || (forPlan && one.forPlan));
  const targets = new Map(near.map((one) => [targetOf(one), one]));
  const found = sameMetric(target, [...targets.keys()], SAME_IN_CLAUSE) ?? sameFigure(target, [...targets.keys()]);
  return found ? targets.get(found)! : null;
}

/** An indicator's demand as a target. */
function targetOf({ name, op, target, unit, raw, by, targetKind, hard }: Indicator): TargetReading {
  return {
    ...{ metric: name, op: (op ?? '=') as TargetOp, value: target === null ? null : Number(target), unit, by, hard },
    ...{ raw: raw ?? '', targetKind: (targetKind ?? 'annual') as TargetKind },
  };
}

function changeOf(ground: AmendmentGround, amended: DraftReading, running: Indicator, asked: AskedTarget) {
  const after: Counted = {
    ...demandOf(asked.target),
    forPlan: asked.forPlan,
    reporters: reportersAfter(ground, amended, running, asked),
    ...(asked.key !== running.measureId && !asked.forPlan ? { measureId: asked.key } : {}),
    ...(running.endedOn === null ? {} : { endedOn: null }),
  };
  const changed = (Object.keys(after) as (keyof Counted)[]).filter(
    (field) => JSON.stringify(after[field]) !== JSON.stringify(running[field]),
  );
  if (changed.length === 0) return [];
  const only = (from: Counted | Indicator) => Object.fromEntries(changed.map((field) => [field, from[field]]));
  const goesTo = changed.includes('measureId') ? amended.measures.find(({ key }) => key === asked.key) : undefined;
  const sentence =
    changeSentence(running, asked.target, changed) + (goesTo ? `，连同已报数据归入“${called(goesTo)}”` : '');
  return [{ change: { id: running.id, before: only(running), after: only(after) }, sentence }];
}

function changeSentence(running: Indicator, target: TargetReading, changed: (keyof Counted)[]): string {
  const [was, is] = [demandWords(targetOf(running)), demandWords(target)];
  if (changed.includes('endedOn')) return `恢复指标“${was}”${was === is ? '' : `，改为“${is}”`}`;
  if (was !== is) return `指标由“${was}”改为“${is}”`;
  const days = changed.includes('by') ? `期限由${running.by ?? '未写'}改为${target.by ?? '未写'}` : '';
  const units = changed.includes('reporters') ? '报送单位随分工调整' : '';
  const other = changed.includes('measureId') ? '所在条款有变' : '印法有变';
  return `指标“${is}”：${[days, units].filter(Boolean).join('，') || other}`;
}

/** Who reports follows the text; where the office had chosen others by hand, they stay. */
function reportersAfter(
  ground: AmendmentGround,
  amended: DraftReading,
  running: Indicator,
  asked: AskedTarget,
): string[] {
  if (running.endedOn !== null) return reportersIn(ground, amended, asked);
  const before = reportersIn(ground, ground.old.draft, { ...asked, key: running.measureId, target: targetOf(running) });
  const byText = [...before].sort().join() === [...running.reporters].sort().join();
  return byText ? reportersIn(ground, amended, asked) : running.reporters;
}

function reportersIn({ units }: AmendmentGround, draft: DraftReading, asked: AskedTarget): string[] {
  const responsible = (key: string): string[] => {
    const measure = draft.measures.find((one) => one.key === key);
    return measure ? figureUnits(measure, units) : [];
  };
  return reportersOf(draft, asked, { ...units, responsible });
}

/** New indicators as a plan's `adjust` takes them; their ids follow from plan, revision and place. */
function additions(ground: AmendmentGround, amended: DraftReading, asked: AskedTarget[]): object[] {
  const position = Math.max(0, ...ground.indicators.map((one) => one.position));
  return asked.map((one, at) => ({
    ...{ id: `${ground.old.plan.id}:r${ground.revision}i${at + 1}`, measureId: one.key, forPlan: one.forPlan },
    ...{ presetId: null, definition: null, ...demandOf(one.target), reporters: reportersIn(ground, amended, one) },
    ...{ position: position + at + 1, endedOn: null, extra: null },
  }));
}

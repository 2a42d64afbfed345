import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { clausesOf } from '../../src/domain/comparison/clause.js';
import { pairMeasures } from '../../src/domain/comparison/pairing.js';
import { compareWithSuperior } from '../../src/domain/comparison/superior.js';
import { compareVersions, type VersionKind } from '../../src/domain/comparison/versions.js';
import type { MeasureReading, PlanReading } from '../../src/domain/plan/reading.js';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { PLAN_IDS, planFile, plansFolder } from '../support/plans.js';
import { measure, target, unit } from './compared-plans.js';

/**
 * Pairs that a person finds by reading both plans, which follow the same national text; by printed number. Clauses for
 * which nobody is named (太原 6.1 to 6.4) are among them.
 */
const BY_HAND: Record<string, string[]> = {
  'anhui-2023': [
    ...['4.1.1=2.1.2', '4.1.4=2.3.2', '4.1.5=2.2.4', '4.2.1=2.4.2', '4.3.1=2.5', '4.3.2=2.7', '4.3.4=2.6'],
    ...['4.4.1=2.8.1', '4.4.2=2.8.2', '4.4.3=2.8.3', '4.4.4=2.8.4', '4.4.5=2.8.5', '4.5.1=2.9.2', '4.5.2=2.9.3'],
    ...['6.1=3.10', '6.2=3.11', '6.4=3.12'],
  ],
  'guangdong-2023': [
    ...['4.1.1=2.1', '4.1.4=2.3', '4.1.5=2.2', '4.2.1=2.4', '4.3.3=2.5'],
    ...['4.4.2=3.2', '4.4.3=2.6', '4.4.4=2.7', '4.4.5=2.8', '4.5.1=2.9'],
    ...['6.1=3.1', '6.2=3.3', '6.4=3.4'],
  ],
};

const here = plansFolder() !== null;
const reading = (id: string): PlanReading => readPlan(readFileSync(planFile(id), 'utf8'), loadUnitRegistry());
const no = (plan: PlanReading, key: string) => clausesOf(plan).find((clause) => clause.key === key)!.measure.no;

if (!here) process.stdout.write('五份真实方案不在本机（QIANTOU_PLANS 未设），其对照检验从略\n');

const whenPresent = here
  ? describe
  : (_name: string, _tests: () => void): void => {
      it('are not on this machine: nothing was compared', () => expect(plansFolder()).toBeNull());
    };

whenPresent('the real plans compared', () => {
  it.each(Object.keys(BY_HAND))('pairs 太原 with %s as a reader would', (id) => {
    const [own, other] = [reading('taiyuan-2023'), reading(id)];
    const { pairs } = pairMeasures(own, other);
    const found = pairs.map(({ left, right }) => `${no(own, left)}=${no(other, right)}`);
    expect(BY_HAND[id]!.filter((pair) => !found.includes(pair))).toEqual([]);
    expect(found.length - BY_HAND[id]!.length).toBeLessThanOrEqual(3);
    const sure = pairs.filter((pair) => pair.certain).map(({ left, right }) => `${no(own, left)}=${no(other, right)}`);
    expect(sure.filter((pair) => !BY_HAND[id]!.includes(pair))).toEqual([]);
  });

  it.each(PLAN_IDS)('%s against itself is the same throughout, and so is each of its versions', (id) => {
    const plan = reading(id);
    const { findings, pairing } = compareWithSuperior(plan, plan);
    expect(new Set(findings.map((finding) => finding.kind))).toEqual(new Set(['same']));
    expect(pairing.pairs.every((pair) => pair.left === pair.right)).toBe(true);
    const { rows, head } = compareVersions(plan, plan);
    expect(rows.filter((row) => row.kinds[0] !== 'unchanged')).toEqual([]);
    expect(head).toEqual([]);
  });

  it.each(['anhui-2023', 'anyang-2015'])('finds exactly the ten changes planted in a copy of %s', (id) => {
    const plan = reading(id);
    const { copy, planted } = withTenChanges(plan);
    const found = compareVersions(plan, copy).rows.filter((row) => row.kinds[0] !== 'unchanged');
    expect(found.map((row) => [row.old?.no ?? row.now!.no, ...row.kinds]).sort()).toEqual(planted.sort());
  });
});

interface Planted {
  copy: PlanReading;
  planted: string[][];
}

/** Ten changes of every kind: units come, go and change their part; a target, a date, words, clauses. */
function withTenChanges(plan: PlanReading): Planted {
  const aimed = plan.measures.findIndex((one) => one.targets.length > 0);
  const free = plan.measures
    .map((_, at) => at)
    .filter((at) => at !== aimed && plan.measures[at]!.supporting.length > 1);
  const edits: [at: number, kind: VersionKind, edit: (one: MeasureReading) => Partial<MeasureReading>][] = [
    [free[0]!, 'text', (one) => ({ text: `${one.text}另在汽车站设立咨询台。` })],
    [free[1]!, 'text', (one) => ({ text: one.text.slice(Math.floor(one.text.length / 3)) })],
    [free[2]!, 'units', (one) => ({ supporting: [...one.supporting, unit('市图书馆')] })],
    [free[3]!, 'units', (one) => ({ supporting: one.supporting.slice(1) })],
    [free[4]!, 'units', ({ responsible, supporting }) => swapped(responsible, supporting)],
    [free[5]!, 'due', (one) => ({ text: `${one.text}8月15日前`, due: '2021-08-15' })],
    [free[6]!, 'target', (one) => ({ targets: [...one.targets, target('图书流动点', 12, '个')] })],
    [aimed, 'target', (one) => ({ targets: one.targets.map(raised), text: replacedFigure(one) })],
  ];
  const removed = free.at(-1)!;
  const added = measure('9.9', '开设露天影院', '夏季每周在工地放映露天电影，自带板凳入场。', ['市文化馆']);
  const copy = edits.reduce(
    (measures, [at, , edit]) => measures.with(at, { ...measures[at]!, ...edit(measures[at]!) }),
    plan.measures,
  );
  return {
    copy: { ...plan, measures: [added, ...copy.filter((_, at) => at !== removed)] },
    planted: [
      ...edits.map(([at, kind]) => [plan.measures[at]!.no, kind]),
      [added.no, 'added'],
      [plan.measures[removed]!.no, 'removed'],
    ],
  };
}

function swapped(responsible: MeasureReading['responsible'], supporting: MeasureReading['supporting']) {
  return { responsible: [...responsible, supporting[0]!], supporting: supporting.slice(1) };
}

const raised = <T extends { value: number | null; raw: string }>(one: T): T => ({
  ...one,
  value: (one.value ?? 0) + 7,
  raw: `${one.raw}又7`,
});

const replacedFigure = (one: MeasureReading): string =>
  one.targets.reduce((text, { raw }) => text.replace(raw, `${raw}又7`), one.text);

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { PlanReading } from '../../src/domain/plan/reading.js';
import { normalise } from '../../src/intake/normalise/normalise.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { readPlan } from '../../src/intake/read-plan.js';
import { readingToJson } from '../../src/intake/to-json.js';
import { goldReading, PLAN_IDS, planFile, plansFolder } from '../support/plans.js';
import { scoreReading } from './score.js';

const registry = loadUnitRegistry();
const read = (id: string) => readPlan(readFileSync(planFile(id), 'utf8'), registry);
const present = plansFolder() !== null;
if (!present) process.stdout.write('五份真实方案不在本机（QIANTOU_PLANS 未设），本组检验从略\n');

function table(scores: Record<string, number>[]): string {
  const names = Object.keys(scores[0] ?? {});
  const rows = names.map(
    (name) => `${name.padEnd(18)}${scores.map((score) => (score[name] ?? 0).toFixed(3)).join('  ')}`,
  );
  return [`${''.padEnd(18)}${PLAN_IDS.map((id) => id.slice(0, 5)).join('  ')}`, ...rows].join('\n');
}

const whenPresent = present ? describe : () => undefined;

/** Every unit with the words of the source that it points at, both in normal form, where the two differ. */
function misplaced({ text, measures }: PlanReading): string[] {
  const printed = (from: number, to: number) => normalise(text.slice(from, to)).text.replaceAll('\n', '');
  return measures.flatMap(({ no, span, noteSpan, responsible, supporting }) => {
    const units = [...responsible, ...supporting].flatMap(({ surface, span: at = [0, 0] }) => {
      const inside = at[0] >= noteSpan[0] && at[1] <= noteSpan[1];
      return inside && printed(...at) === surface ? [] : [`${no} ${surface} ≠ ${printed(...at)}`];
    });
    return span[0] < span[1] && noteSpan[0] < noteSpan[1] ? units : [...units, `${no} 没有位置`];
  });
}

describe('the plan that stands in where the five are absent', () => {
  const reading = readPlan(readFileSync(join(process.cwd(), 'test/fixtures/sample-plan.txt'), 'utf8'), registry);

  it('is read: its measures with their leads, and every unit stands where its span says', () => {
    expect(reading.measures.length).toBeGreaterThan(5);
    expect(reading.measures[0]).toMatchObject({ lead: { name: '市人力资源和社会保障局' }, mode: 'lead_support' });
    expect(misplaced(reading)).toEqual([]);
  });

  it('shows a span that is one character off', () => {
    const [first, ...rest] = reading.measures;
    const [unit, ...others] = first!.responsible;
    const [from, to] = unit!.span!;
    const moved = { ...first!, responsible: [{ ...unit!, span: [from + 1, to + 1] as [number, number] }, ...others] };
    expect(misplaced({ ...reading, measures: [moved, ...rest] })).toHaveLength(1);
  });

  it('stands in only where nobody has named a folder for the real ones', () => {
    if (process.env.QIANTOU_PLANS !== undefined) expect(plansFolder()).toBe(process.env.QIANTOU_PLANS);
    else expect(plansFolder() === null || PLAN_IDS.every((id) => existsSync(planFile(id)))).toBe(true);
  });
});

whenPresent('the five real plans', () => {
  it('are read exactly as the hand-made readings say', () => {
    const scores = PLAN_IDS.map((id) => scoreReading(goldReading(id), { ...readingToJson(read(id)) }));
    process.stdout.write(`${table(scores)}\n`);
    for (const score of scores) expect(Object.entries(score).filter(([, value]) => value < 1)).toEqual([]);
  });

  it('point at their source: every unit of every note stands where its span says', () => {
    for (const id of PLAN_IDS) expect([id, misplaced(read(id))]).toEqual([id, []]);
  });

  it('keep no contact person: neither names nor numbers are left in the text', () => {
    for (const id of PLAN_IDS) {
      const reading = read(id);
      expect(JSON.stringify(reading)).not.toMatch(/(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)/);
      expect(reading.text).toHaveLength(readFileSync(planFile(id), 'utf8').length);
    }
  });

  it('say so where a figure is inferred: nine issuers read from addressees and “等9部门” are marked', () => {
    const { doubts } = read('guangdong-2023');
    expect(doubts.map(({ code }) => code)).toEqual(['issuers_unclear', 'date_missing']);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
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

const whenPresent = present
  ? describe
  : (_name: string, _tests: () => void): void => {
      it('are not on this machine: nothing was read', () => expect(plansFolder()).toBeNull());
    };

whenPresent('the five real plans', () => {
  it('are read exactly as the hand-made readings say', () => {
    const scores = PLAN_IDS.map((id) => scoreReading(goldReading(id), { ...readingToJson(read(id)) }));
    process.stdout.write(`${table(scores)}\n`);
    for (const score of scores) expect(Object.entries(score).filter(([, value]) => value < 1)).toEqual([]);
  });

  it('point at their source: every unit of every note stands where its span says', () => {
    for (const id of PLAN_IDS) {
      const { text, measures } = read(id);
      for (const { responsible, supporting, span, noteSpan } of measures) {
        expect(span[0]).toBeLessThan(span[1]);
        expect(noteSpan[1]).toBeGreaterThan(noteSpan[0]);
        for (const { span: at } of [...responsible, ...supporting]) {
          expect(at && text.slice(at[0], at[1]).length).toBeGreaterThan(1);
          expect(at?.[0]).toBeGreaterThanOrEqual(noteSpan[0]);
          expect(at?.[1]).toBeLessThanOrEqual(noteSpan[1]);
        }
      }
    }
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

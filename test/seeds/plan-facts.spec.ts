import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { isDay } from '../../src/domain/calendar/day.js';
import type { TargetReading } from '../../src/domain/plan/reading.js';
import type { MeasureFacts, PlanFacts } from '../../src/domain/reference/plan-facts.js';
import { projectRoot } from '../../src/shared/paths.js';
import { readSeed } from '../../src/shared/seeds.js';
import { goldReading, PLAN_IDS, planFile, plansFolder } from '../support/plans.js';

const simplified = Converter({ from: 't', to: 'cn' });
const facts = PLAN_IDS.map((id) => readSeed<PlanFacts>(`plans/${id}`));
const measures = facts.flatMap((plan) => plan.measures.map((measure) => ({ plan: plan.id, ...measure })));

describe('the five plans as facts', () => {
  it('are the five, with 106 measures', () => {
    expect(readdirSync(`${projectRoot}/seeds/plans`).sort()).toEqual(PLAN_IDS.map((id) => `${id}.json`).sort());
    expect(facts.map((plan) => [plan.id, plan.measures.length])).toEqual([
      ['taiyuan-2023', 19],
      ['guigang-2021', 20],
      ['anhui-2023', 31],
      ['guangdong-2023', 13],
      ['anyang-2015', 23],
    ]);
  });

  it('have numbers, titles, days and addressees in their forms', () => {
    for (const plan of facts) {
      expect(plan.docNumber).toMatch(/^\p{Script=Han}+〔20\d\d〕\d+号$/u);
      expect(plan.issuedOn === null || isDay(plan.issuedOn)).toBe(true);
      expect(plan.addressees.length).toBeGreaterThan(0);
      const days = [
        ...plan.phases.flatMap((phase) => [phase.start, phase.end]),
        ...plan.reporting.map((duty) => duty.due),
      ];
      expect(days.filter((day) => day !== null && !isDay(day))).toEqual([]);
    }
  });

  it.each(measures.map((measure) => [measure.plan, measure.no, measure] as const))(
    '%s %s hangs together',
    (_plan, _no, measure) => {
      expect(measure.heading.at(-1)).toBe(measure.title);
      expect(measure.lead).toBe(measure.responsible[0] ?? null);
      expect(measure.leadBasis).toBe(basisOf(measure));
      expect(measure.openGroups.map((group) => group.surface)).toEqual(measure.open);
      expect(measure.responsible.filter((name) => measure.supporting.includes(name))).toEqual([]);
      expect(measure.content).toMatch(/^.{12,}。$/);
    },
  );

  it('carry no telephone number and no mobile number', () => {
    for (const plan of facts) expect(JSON.stringify(plan)).not.toMatch(/1[3-9]\d{9}|0\d{2,3}-\d{7,8}/);
  });
});

function basisOf(measure: MeasureFacts): string | null {
  if (measure.lead === null) return null;
  return measure.mode === 'lead_support' ? 'stated' : 'first_listed';
}

const folder = plansFolder();
if (!folder)
  console.warn('The real plans are absent (QIANTOU_PLANS or ../shared/plans): facts are checked without them.');

if (folder)
  describe('beside the real plans', () => {
    const texts = PLAN_IDS.map((id) => squeezed(readFileSync(planFile(id), 'utf8')));

    it('say what the hand-made readings say', () => {
      for (const plan of facts) {
        const gold = goldReading(plan.id) as unknown as PlanFacts;
        const keys = [
          'title',
          'noticeTitle',
          'docNumber',
          'issuers',
          'issuedOn',
          'region',
          'level',
          'kind',
          'basis',
          'phases',
        ] as const;
        for (const key of keys) expect([plan.id, key, plan[key]]).toEqual([plan.id, key, gold[key]]);
        expect(plan.goals.map(figure)).toEqual(gold.goals.map(figure));
        expect(plan.measures.map(essence)).toEqual(gold.measures.map(essence));
      }
    });

    it('share no run of sixteen characters with any plan’s text', () => {
      const copied = measures.filter((measure) =>
        runs(squeezed(measure.content), 16).some((run) => texts.some((text) => text.includes(run))),
      );
      expect(copied.map((measure) => `${measure.plan} ${measure.no}`)).toEqual([]);
    });
  });

function essence(measure: MeasureFacts): unknown {
  const { no, title, mode, lead, responsible, supporting, open } = measure;
  return { no, title, mode, lead, responsible, supporting, open, targets: measure.targets.map(figure) };
}

function figure({ metric, op, value, unit }: TargetReading): unknown {
  return { metric, op, value, unit };
}

/** In simplified characters, without white space, punctuation and the pinyin of one damaged copy. */
function squeezed(text: string): string {
  return simplified(text.normalize('NFKC'))
    .replace(/\([a-zà-ǜ]+\)/g, '')
    .replace(/[\s\p{P}]/gu, '');
}

function runs(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));
}

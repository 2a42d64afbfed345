import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { composedPlan, composedUnderRule, type ComposedPlan, type ComposedTarget } from './compose.js';

const registry = loadUnitRegistry();
const RUNS = 200;

function expectRead(plan: ComposedPlan, text: string): void {
  const reading = readPlan(text, registry);
  const read = reading.measures.map(({ mode, lead, responsible, supporting, open, due, targets }) => ({
    mode,
    lead: lead?.name ?? null,
    responsible: responsible.map(({ name }) => name),
    supporting: supporting.map(({ name }) => name),
    open,
    due,
    targets: targets.map(({ op, value, unit, hard }) => ({ op, value, unit, hard })),
  }));
  const said = plan.notes.map(({ note: _note, target, due, ...parties }) => {
    return { ...parties, due: dueIn(plan.issuedOn, due), targets: figuresOf(target) };
  });
  expect(read).toEqual(said);
  expect(reading).toMatchObject({ title: plan.title, docNumber: plan.docNumber, issuedOn: plan.issuedOn });
}

/** A day printed without its year is of the plan's. */
const dueIn = (issuedOn: string, due: string | null): string | null =>
  due?.length === 5 ? `${issuedOn.slice(0, 4)}-${due}` : due;

function figuresOf(target: ComposedTarget | null): object[] {
  if (!target) return [];
  const { op, value, unit, hard } = target;
  return [{ op, value, unit, hard }];
}

const halfWidth = (text: string): string =>
  text.replace(/[（），；：]/g, (mark) => ({ '（': '(', '）': ')', '，': ',', '；': ';', '：': ':' })[mark] ?? mark);

describe('plans composed from the grammar', () => {
  it('are read back as they were composed', () => {
    fc.assert(
      fc.property(composedPlan, (plan) => expectRead(plan, plan.text)),
      { numRuns: RUNS },
    );
  });

  it('are read with the first of each list as lead, where the plan says so of itself', () => {
    fc.assert(
      fc.property(composedUnderRule, (plan) => expectRead(plan, plan.text)),
      { numRuns: RUNS },
    );
  });

  it('read the same in half-width punctuation', () => {
    fc.assert(
      fc.property(composedPlan, (plan) => expectRead(plan, halfWidth(plan.text))),
      { numRuns: RUNS },
    );
  });

  it('read the same when pages break inside a bracketed note', () => {
    const broken = (text: string): string => text.replace(/、(?=[^（）【】\n]*[）】])/g, '、\n\n— 3 —\n\n');
    fc.assert(
      fc.property(composedPlan, (plan) => expectRead(plan, broken(plan.text))),
      { numRuns: RUNS },
    );
  });

  it('read the same notes when every line break of the body is lost', () => {
    const flat = (text: string): string => {
      const body = text.indexOf('为做好');
      return text.slice(0, body) + text.slice(body).replaceAll('\n', '');
    };
    fc.assert(
      fc.property(composedPlan, (plan) => expectRead(plan, flat(plan.text))),
      { numRuns: RUNS },
    );
  });

  it('read the same when a converter wrapped every line', () => {
    const wrapped = (text: string): string => text.replace(/[^\n]{26}(?=[^\n]{3})/g, '$&\n');
    fc.assert(
      fc.property(composedPlan, (plan) => {
        fc.pre(plan.notes.length >= 8);
        expectRead(plan, wrapped(plan.text));
      }),
      { numRuns: RUNS },
    );
  });

  it('read the same with empty lines, indents and Windows line ends', () => {
    const spaced = (text: string): string => text.replaceAll('\n', '\r\n\r\n　　');
    fc.assert(
      fc.property(composedPlan, (plan) => expectRead(plan, spaced(plan.text))),
      { numRuns: RUNS },
    );
  });
});

import { expect, it } from '@jest/globals';
import type { UnitContext } from '../../domain/units/resolve.js';
import { loadUnitRegistry } from '../registry.js';
import { onceAPlan } from './once-a-plan.js';

const registry = loadUnitRegistry();
const planOf = (region: string): UnitContext => ({ registry, region, level: 'city', day: null, carried: '市' });

it('makes of the same words one thing in a plan, and another in the next plan', () => {
  const once = onceAPlan<{ words: string }>();
  const [taiyuan, datong] = [planOf('太原市'), planOf('大同市')];
  const made = (plan: UnitContext, words: string) => once(plan, words, () => ({ words }));
  const first = made(taiyuan, '市人社局负责');
  expect(made(taiyuan, '市人社局负责')).toBe(first);
  expect(made(taiyuan, '市财政局负责')).toEqual({ words: '市财政局负责' });
  expect(made(datong, '市人社局负责')).not.toBe(first);
});

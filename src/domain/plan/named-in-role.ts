import { leadOf, type DecidedMeasure } from './duties.js';

/** A part that a plan gives to units: 牵头, 责任 (leads among them), 配合. */
export type PlanRole = 'lead' | 'responsible' | 'supporting';

const MARK = /各|有关|相关|项(?:目标|重点|主要|工作)*任务的?|单位|部门|[、和及与]/g;
const WORDS: readonly [PlanRole, RegExp][] = [
  ['lead', /^(?:牵头|主办)(?:责任)?/],
  ['supporting', /^(?:配合|协同|协办|协助|参与)(?:责任)?/],
  ['responsible', /^(?:主要)?(?:责任|承办|负责)/],
];

/** The parts that a group without names is called by (各责任单位, 各牵头、配合单位); none for any other group. */
export function rolesMeant(surface: string): PlanRole[] {
  if (!/(?:单位|部门)$/.test(surface)) return [];
  const roles: PlanRole[] = [];
  let rest = surface.replace(MARK, '');
  while (rest !== '') {
    const found = WORDS.find(([, word]) => word.test(rest));
    if (!found) return [];
    roles.push(found[0]);
    rest = rest.replace(found[1], '');
  }
  return roles;
}

type Measure = Pick<DecidedMeasure, 'mode' | 'lead' | 'leadBasis' | 'responsible' | 'supporting'>;

/** The units behind such a group: those that the plan's measures name in that part, each once, as they appear. */
export function namedInRole(measures: readonly Measure[], surface: string): string[] {
  const roles = rolesMeant(surface);
  return [...new Set(measures.flatMap((measure) => roles.flatMap((role) => unitsIn(measure, role))))];
}

function unitsIn(measure: Measure, role: PlanRole): string[] {
  const { mode, responsible, supporting } = measure;
  const names = responsible.map(({ name }) => name);
  if (role === 'supporting') return supporting.filter(({ own }) => !own).map(({ name }) => name);
  if (role === 'responsible') return [...names, ...supporting.filter(({ own }) => own).map(({ name }) => name)];
  const lead = leadOf(measure);
  if (lead === null) return [];
  return mode === 'lead_support' ? names : [lead];
}

import type { MeasureReading } from '../plan/reading.js';

/** What changed in who does a measure; names of units. */
export interface DutyChange {
  joined: { name: string; role: Role }[];
  left: { name: string; role: Role }[];
  changed: { name: string; from: Role; to: Role }[];
}

export type Role = 'lead' | 'responsible' | 'supporting' | 'group';

export const ROLE_WORDS: Record<Role, string> = {
  lead: '牵头',
  responsible: '责任',
  supporting: '配合',
  group: '（群体）',
};

/** The units of two versions of a measure compared, each at its highest role; groups such as 各县（市、区） count too. */
export function dutyChange(old: MeasureReading, now: MeasureReading): DutyChange {
  const [before, after] = [rolesOf(old), rolesOf(now)];
  const joined = [...after].filter(([name]) => !before.has(name)).map(([name, role]) => ({ name, role }));
  const left = [...before].filter(([name]) => !after.has(name)).map(([name, role]) => ({ name, role }));
  const changed = [...before].flatMap(([name, from]) => {
    const to = after.get(name);
    return to && to !== from ? [{ name, from, to }] : [];
  });
  return { joined, left, changed };
}

/** Nothing about the units changed. */
export function dutiesStay({ joined, left, changed }: DutyChange): boolean {
  return joined.length + left.length + changed.length === 0;
}

/** “新增市教育局（配合）；不再承担：市财政局（配合）；市民政局由配合改为责任”. */
export function dutyWords({ joined, left, changed }: DutyChange): string {
  return [
    joined.length > 0 ? `新增${namedUnits(joined)}` : '',
    left.length > 0 ? `不再承担：${namedUnits(left)}` : '',
    ...changed.map(({ name, from, to }) => `${name}由${ROLE_WORDS[from]}改为${ROLE_WORDS[to]}`),
  ]
    .filter(Boolean)
    .join('；');
}

/** “市教育局（配合）、“各有关单位””. */
export const namedUnits = (units: { name: string; role: Role }[]): string =>
  units.map(({ name, role }) => (role === 'group' ? `“${name}”` : `${name}（${ROLE_WORDS[role]}）`)).join('、');

/** A lead that is only first in the list is no lead; beside supporters every responsible unit leads. */
function rolesOf(measure: MeasureReading): Map<string, Role> {
  const roles = new Map<string, Role>();
  const enter = (name: string, role: Role): void => {
    if (!roles.has(name)) roles.set(name, role);
  };
  const lead = measure.leadBasis === 'first_listed' ? null : measure.lead;
  if (lead) enter(lead.name, 'lead');
  const role = lead && measure.mode === 'lead_support' ? 'lead' : 'responsible';
  measure.responsible.forEach((unit) => enter(unit.name, role));
  measure.supporting.forEach(({ name, own }) => enter(name, own ? 'responsible' : 'supporting'));
  measure.openGroups.forEach((group) => enter(group.surface, 'group'));
  return roles;
}

/** The entries of the bar at the top, in its order. */
export const NAVIGATION = [
  { key: 'inbox', label: '待办', href: '/inbox' },
  { key: 'plans', label: '计划', href: '/plans' },
  { key: 'rounds', label: '调度', href: '/rounds' },
  { key: 'supervision', label: '督办', href: '/supervision' },
  { key: 'ledger', label: '台账', href: '/ledger' },
  { key: 'reports', label: '报告', href: '/reports' },
  { key: 'units', label: '单位', href: '/units' },
  { key: 'notices', label: '通知', href: '/notices' },
] as const;

export type NavKey = (typeof NAVIGATION)[number]['key'];

export interface NavEntry {
  key: NavKey;
  label: string;
  href: string;
}

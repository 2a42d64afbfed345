import type { Actor } from '../../types.js';

/** Two of the office, so that one may take over what the other entered. */
export const OFFICE: Actor = { user: 'u-1', name: '甲（牵头办）', unit: 'office', roles: ['coordinator'] };
export const OTHER: Actor = { user: 'u-2', name: '乙（牵头办）', unit: 'office', roles: ['coordinator'] };
/** One of each unit of the measure. */
export const LEAD: Actor = { user: 'u-3', name: '丙（牵头单位）', unit: 'unit-lead', roles: ['liaison'] };
export const HELPER: Actor = { user: 'u-4', name: '丁（配合单位）', unit: 'unit-help', roles: ['liaison'] };

import type { ReportData } from '../data/report-data.js';

/** What the places below a plan's own place are called: a province's are 市. */
export function placesNoun({ plan }: Pick<ReportData, 'plan'>): string {
  if (plan.level === 'province') return '市';
  return plan.level === 'county' ? '乡镇（街道）' : '县（市、区）';
}

/** The place of an office of a place below: 小店区. */
export function placeName(unit: string): string {
  return unit.replace(/农民工工作(?:领导小组|联席会议)?办公室$/, '') || unit;
}

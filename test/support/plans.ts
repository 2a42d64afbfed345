import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The five real plans, by their folder's file names; their texts are not part of this repository. */
export const PLAN_IDS = ['taiyuan-2023', 'guigang-2021', 'anhui-2023', 'guangdong-2023', 'anyang-2015'] as const;

/** Folder of the real plans: QIANTOU_PLANS, or ../shared/plans beside the project; null when absent. */
export function plansFolder(): string | null {
  const folder = process.env.QIANTOU_PLANS ?? resolve(process.cwd(), '../shared/plans');
  return existsSync(join(folder, 'text')) ? folder : null;
}

/** Path of one plan's text. Throws when the plans are not on this machine. */
export function planFile(id: string): string {
  const folder = plansFolder();
  if (!folder)
    throw new Error('The real plans are absent: set QIANTOU_PLANS to the folder that holds text/ and gold/.');
  return join(folder, 'text', `${id}.txt`);
}

/** The hand-made reading of one plan. */
export function goldReading(id: string): Record<string, unknown> {
  const folder = plansFolder() ?? '';
  return JSON.parse(readFileSync(join(folder, 'gold', `${id}.json`), 'utf8'));
}

import { readFile } from 'node:fs/promises';
import { Global, Module, type Type } from '@nestjs/common';
import type { Actor } from '../../src/engine/types.js';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { DraftDesk } from '../../src/plans/draft-desk.service.js';
import { PlansModule } from '../../src/plans/plans.module.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { Config, readConfig } from '../../src/shared/config.js';
import { COORDINATOR, type TestGround } from './ground.js';
import { storedFiles } from './stored-files.js';
import { openPages, type TestPages } from './pages.js';
import { readerOf } from './plan-reader.js';

/** A city's plan with a unit that no register knows, a joint measure, an open group and two tasks run together. */
export const draftPlan = (number: number): string => `太原市农民工工作领导小组办公室

并农工办〔2023〕${number}号

关于印发《2023年太原市农民工工作要点》的通知

各县（市、区）农民工工作领导小组办公室：

现将《2023年太原市农民工工作要点》印发给你们，请认真落实。

太原市农民工工作领导小组办公室

2023年5月${number}日

2023年太原市农民工工作要点

一、重点任务

1.开展技能培训。全年培训农民工8000人次以上。推广工地夜校。（市人力资源和社会保障局牵头，市教育局、市财政局配合）

2.办好零工驿站。新建零工驿站6家。（市总工会、市来穗人员服务中心管理处按职责分工负责）

3.保障随迁子女入学。公办学校接收比例保持在95%以上。（市教育局牵头，市公安局配合）

4.加强法律援助。全年办理援助案件300件以上。（市司法局牵头，相关部门配合）
`;

/** Imports a plan's text as the office does, as 要点N.txt; returns the plan's id. */
export const importText = (plans: PlansService, number: number, text: string): Promise<string> =>
  plans.import({ name: `要点${number}.txt`, bytes: Buffer.from(text) }, COORDINATOR);

/** The pages for checking a reading on a test ground, with plain text files read in this process. */
export async function openDraftDesk(
  ground: TestGround,
  people: Record<string, Actor>,
  more: Type[] = [],
  reader = readerOf(
    async (path) => ({ text: await readFile(path, 'utf8') }),
    (text) => readPlan(text, loadUnitRegistry()),
  ),
): Promise<{ pages: TestPages; plans: PlansService; desk: DraftDesk }> {
  const { database, engine, ids, clock, folder } = ground;
  const config = readConfig({ DATA_DIR: folder });
  const plans = new PlansService(database, engine, storedFiles(ground), reader, ids, clock, config);
  @Global()
  @Module({ providers: [{ provide: Config, useValue: config }], exports: [Config] })
  class SettingsModule {}
  const pages = await openPages(ground, people, [SettingsModule, PlansModule, ...more]);
  return { pages, plans, desk: new DraftDesk(database, engine, ids) };
}

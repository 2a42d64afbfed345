import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pastOf } from '../../src/core/core.module.js';
import type { PlanReading } from '../../src/domain/plan/reading.js';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import { ownColumnsOf } from '../../src/reports/data/load.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { measure, unit } from '../cascade/compared-plans.js';
import { openDraftDesk } from '../support/draft-desk.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import type { TestPages } from '../support/pages.js';

const reading = (title: string, office: string, own?: string): PlanReading => ({
  ...{ title, noticeTitle: null, docNumber: null, issuers: [unit('市人社局')], issuedOn: '2024-03-01' },
  ...{ region: '太原市', level: 'city', kind: '要点', basis: [], addressees: [], phases: [], reporting: [], goals: [] },
  ...{ contacts: 0, rules: [], doubts: [], text: '（全文）', unassigned: [] },
  measures: [
    {
      ...measure('1', '办好夜校', '面向务工人员开办夜校。', [office]),
      ...(own ? { own: [{ column: '考核分值', text: own }] } : {}),
    },
  ],
});

describe('the ledger of one of two plans', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let school: string;
  let union: string;

  const issued = async (paper: PlanReading): Promise<string> => {
    const name = paper.title!;
    const id = await plans.enter(paper, { sha256: String(name.length).padEnd(64, '0'), name }, COORDINATOR);
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    const days = { issuedOn: '2024-03-01', enabledOn: '2024-03-01' };
    await plans.issue(id, { ...days, recipient: null, moveClock: false }, COORDINATOR);
    return id;
  };

  beforeAll(async () => {
    ground = await openGround('2024-03-01');
    ({ pages, plans } = await openDraftDesk(ground, { office: COORDINATOR }));
    school = await issued(reading('夜校要点', '市教育局', '5分'));
    union = await issued(reading('工会帮扶方案', '市总工会'));
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('offers its own units to filter by, that of all plans everybody’s', async () => {
    const ledger = new LedgerService(ground.database, ground.engine, pastOf(ground.database));
    const units = async (plan: string | null) =>
      (await ledger.choices(COORDINATOR, plan)).units.map(({ label }) => label);
    expect([await units(school), await units(union)]).toEqual([['市教育局'], ['市总工会']]);
    expect((await units(null)).sort()).toEqual(['市总工会', '市教育局'].sort());
  });

  it('takes the office’s own columns of the plan along when it is exported', async () => {
    const own = await ownColumnsOf(ground.database.reader, [school, union, school]);
    expect([...own]).toEqual([
      [`${school}|m001`, '考核分值：5分'],
      [`${union}|m001`, ''],
    ]);
  });
});

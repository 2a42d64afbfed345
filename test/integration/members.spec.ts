import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Assignment } from '../../src/measures/measures.entities.js';
import { Unit } from '../../src/organization/organization.entities.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import { membersLeftWords } from '../../src/plans/members-left.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { draftPlan, importText, openDraftDesk } from '../support/draft-desk.js';
import { flashOf, type TestPages } from '../support/pages.js';
import { liaison } from '../support/small-plan.js';

const GROUP = '（市教育局牵头，相关部门配合）';
const LIST =
  '\n三、组织领导\n\n市农民工工作领导小组成员单位：市人力资源和社会保障局、市教育局、市总工会、团市委、市妇联。\n';

/** A plan of which one clause is shared with 相关部门, or with the group of another note. */
const planText = (number: number, list: string, note = GROUP): string =>
  draftPlan(number).concat(`\n二、送戏进工地\n\n（九）每季组织一次慰问演出。${note}\n${list}`);

describe('相关部门 of a plan, filled from a list of members', () => {
  const FIVE = '市人力资源和社会保障局、市教育局、市总工会、共青团市委、市妇女联合会';
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;

  const begin = async (list: string, note = GROUP) => {
    ground = await openGround('2023-05-11');
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }));
    id = await importText(plans, 5, planText(5, list, note));
  };
  const page = () => pages.text(`/plans/${id}/confirm`, 'office');
  const accept = async () => {
    const seen = String((await desk.sheet(id)).latest);
    return flashOf(await pages.post(`/plans/${id}/accept-proposals`, 'office', new URLSearchParams({ seen })));
  };
  const choice = async () => {
    const { draft } = await desk.sheet(id);
    return draft.measures.find(({ title, text }) => `${title}${text}`.includes('慰问'))!.groups[0]!.choice;
  };
  const issue = async () => {
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    const days = { issuedOn: '2023-05-11', enabledOn: '2023-05-11', recipient: null, moveClock: false };
    await plans.issue(id, days, COORDINATOR);
  };
  const dutiesOf = async (role: string) => {
    const { manager } = ground.database.reader;
    const names = new Map((await manager.find(Unit)).map((unit) => [unit.id, unit.name]));
    const { measures } = (await desk.sheet(id)).draft;
    const { key } = measures.find(({ title, text }) => `${title}${text}`.includes('慰问'))!;
    const duties = await manager.findBy(Assignment, { planId: id, role });
    return duties
      .filter(({ measureId }) => measureId.endsWith(`:${key}`))
      .map(({ unitId }) => names.get(unitId))
      .sort();
  };
  afterEach(async () => {
    await pages.close();
    await ground.close();
  });

  it('are the members that the plan states, which the page shows before it takes them', async () => {
    await begin(LIST);
    const shown = await page();
    expect(/按文件印明的成员单位补齐（5家）/.exec(shown)).not.toBeNull();
    expect(/名单：([^<]*)/.exec(shown)![1]).toBe(FIVE);
    await accept();
    expect(await choice()).toBe('members');
    await issue();
    expect(await dutiesOf('supporting')).toEqual(
      ['市人力资源和社会保障局', '市总工会', '共青团市委', '市妇女联合会'].sort(),
    );
  });

  it('are the units that the plan names as responsible, where it says 各责任单位', async () => {
    await begin('', '（各责任单位负责，市财政局配合）');
    expect(/按本文件在各条中点名的单位（(\d+)家）/.exec(await page())![1]).toBe('5');
    await accept();
    expect(await choice()).toBe('named');
    await issue();
    const leading = ['市人力资源和社会保障局', '市教育局', '市司法局', '市总工会', '市来穗人员服务中心管理处'];
    expect(await dutiesOf('responsible')).toEqual(leading.sort());
    expect(await dutiesOf('supporting')).toEqual(['市财政局']);
  });

  it('are those that follow, where a unit of the register’s list is gone by the plan’s day', async () => {
    ground = await openGround('2023-05-11');
    for (const [at, name] of ['市财政局', '市乡村振兴局', '市农业农村局'].entries()) {
      const unit = { name, fullName: `太原${name}`, shortName: name, place: '太原市', level: 'city', kind: 'bureau' };
      const joined = { list: '成员单位：太原市', from: '2020-01-01', to: null };
      await ground.engine.execute({ actor: COORDINATOR }, [
        { kind: 'start', machine: 'unit', id: `member-${at}`, scope: '', input: unit },
        { kind: 'send', instance: `member-${at}`, type: 'setMembership', payload: joined },
      ]);
    }
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }));
    id = await importText(plans, 5, planText(5, ''));
    expect(await page()).toContain('名单：市财政局、市乡村振兴局、市农业农村局<');
    id = await importText(plans, 6, planText(6, '').replaceAll('2023', '2027'));
    const shown = await page();
    expect(shown).toContain('按成员单位名单补齐（名录中2家）');
    expect(shown).toContain('名单：市财政局、市农业农村局。名单上的市乡村振兴局已经撤并，由市农业农村局承担。');
  });

  it('are left to the office where neither the plan nor the register has a list, with what to do', async () => {
    await begin('');
    const shown = await page();
    expect(shown).toMatch(/没有成员单位名单，按文件点名的全部单位（\d+家）/);
    expect(shown).toContain('文件没有印成员单位名单，名录中也没有：请在各条写上责任单位，或选“暂不明确”');
    await accept();
    expect(await choice()).toBe('undecided');
  });

  it('are left unclear where a program takes the proposals, and the answer says where', async () => {
    await begin('');
    await plans.acceptProposals(id, COORDINATOR);
    expect(await choice()).toBe('unclear');
    const left = await plans.membersLeft(id);
    expect(left.map(({ surface, to }) => [surface, to])).toEqual([
      ['相关部门', 'nobody'],
      ['相关部门', 'nobody'],
    ]);
    expect(membersLeftWords(left)).toEqual([
      '没有成员单位名单，2 处未点名的单位没有分办，请由牵头办公室明确：1.4“相关部门”、2.9“相关部门”。',
    ]);
    await plans.confirm(id, COORDINATOR);
  });

  it('are the units that the plan names where else nobody had the task, and that is told', async () => {
    await begin('\n（十）整理工作档案。（各部门分工负责）\n');
    await plans.acceptProposals(id, COORDINATOR);
    const words = membersLeftWords(await plans.membersLeft(id));
    expect(words.at(-1)).toContain('1 处没有别的责任单位，分给了文件点名的全部单位，请核对：');
    await plans.confirm(id, COORDINATOR);
  });
});

describe('the list of members that the office keeps', () => {
  const NAMES = '市财政局、市人社局、市零工服务促进中心';
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;

  beforeEach(async () => {
    ground = await openGround('2023-05-11');
    const office = { name: '市农民工办', fullName: '太原市农民工办', shortName: '农民工办', place: '太原市' };
    const input = { ...office, level: 'city', kind: 'office' };
    await ground.engine.start('unit', 'office', '', input, { actor: COORDINATOR });
    const people = { office: COORDINATOR, liaison: liaison('office') };
    ({ pages, plans } = await openDraftDesk(ground, people));
  });
  afterEach(async () => {
    await pages.close();
    await ground.close();
  });

  const page = () => pages.text('/members', 'office');
  const values = (html: string, name: string) =>
    [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value!);
  const send = async (fields: Record<string, string>, ticked?: (was: string[]) => string[]) => {
    const was = values(await page(), 'was');
    const form = new URLSearchParams({ from: '2023-01-01', names: '', ...fields });
    for (const id of was) form.append('was', id);
    for (const id of ticked ? ticked(was) : was) form.append('member', id);
    return pages.post('/members', 'office', form);
  };
  const hint = async (id: string) => /名单：([^<]*)/.exec(await pages.text(`/plans/${id}/confirm`, 'office'))?.[1];
  const undo = async () => {
    const [position] = values(await page(), 'position');
    return flashOf(await pages.post('/members/undo', 'office', { position: position! }));
  };

  it('is entered on its page, stands in the record, and fills 相关部门 of the next plan', async () => {
    const said = flashOf(await send({ names: NAMES }));
    expect(said).toContain('自 2023-01-01 起列入市财政局、市人力资源和社会保障局、市零工服务促进中心。');
    const shown = await page();
    expect(shown).toContain('太原市，现有 3 家');
    expect(shown).toContain(`<strong>${COORDINATOR.name}</strong>`);
    const id = await importText(plans, 5, planText(5, ''));
    expect(await hint(id)).toBe('市财政局、市人力资源和社会保障局、市零工服务促进中心');
  });

  it('loses who is unticked, and is undone and done again in one step', async () => {
    await send({ names: NAMES });
    const id = await importText(plans, 5, planText(5, ''));
    expect(flashOf(await send({}, (was) => was.slice(2)))).toContain(
      '自 2023-01-01 起移出市财政局、市人力资源和社会保障局。',
    );
    expect(await hint(id)).toBe('市零工服务促进中心');
    expect(await undo()).toContain('已撤销上次改动');
    expect((await hint(id))!.split('、').sort()).toEqual(['市人力资源和社会保障局', '市财政局', '市零工服务促进中心']);
    await undo();
    expect(await hint(id)).toBe('市零工服务促进中心');
  });

  it('is for plans of its days only, and refuses what is no day with the form as it was', async () => {
    await send({ names: NAMES, from: '2024-01-01' });
    const id = await importText(plans, 5, planText(5, ''));
    expect(await hint(id)).toBeUndefined();
    const refused = await send({ names: '市教育局', from: '明年' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/“明年”不是日期，名单没有改动[^]*>市教育局<\/textarea>/);
  });

  it('asks which unit a near name or a place means before anything is entered, and refuses who is no unit', async () => {
    await send({ names: '市卫生健康委员会' });
    const typed = '市卫建委, 小店区、李四';
    const refused = await send({ names: typed });
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toContain('“李四”不像单位名称；“市卫建委”可能就是市卫生健康委员会');
    expect(shown).toContain('<option value="市卫建委">是另一家单位，按“市卫建委”登记</option>');
    expect(shown).toContain('“小店区”是地方，不是单位');
    expect(shown).toContain(`>${typed}</textarea>`);
    const names = async () => (await ground.database.reader.manager.find(Unit)).map(({ name }) => name).sort();
    expect(await names()).toEqual(['市农民工办', '市卫生健康委员会'].sort());
    expect(await page()).toContain('太原市，现有 1 家');

    const chosen = new URLSearchParams({ names: '市卫建委, 小店区', from: '2023-01-01' });
    for (const [name, unit] of [
      ['市卫建委', '市卫生健康委员会'],
      ['小店区', '小店区人民政府'],
    ] as const) {
      chosen.append('asked', name);
      chosen.append('means', unit);
    }
    expect(flashOf(await pages.post('/members', 'office', chosen))).toContain('起列入小店区人民政府。');
    expect(await names()).toEqual(['市农民工办', '市卫生健康委员会', '小店区人民政府'].sort());
  });

  it('is nobody else’s to change', async () => {
    expect(await pages.text('/members', 'liaison')).toMatch(/^404/);
    expect((await pages.post('/members', 'liaison', { names: NAMES, from: '2023-01-01' })).status).toBe(404);
    expect((await send({ names: '' })).status).toBe(303);
  });
});

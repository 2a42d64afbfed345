import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InboxQueries } from '../../src/inbox/inbox.queries.js';
import { FlowModule } from '../../src/flow/flow.module.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openDraftDesk } from '../support/draft-desk.js';
import { flashOf, type TestPages } from '../support/pages.js';

const text = (place: string, title: string, number: string, more = ''): string => `${place}${title}

${number}

一、稳定就业

（一）开展技能培训。面向进城务工人员开班，推广工地夜校。${more}

责任单位：${place.at(-1)}教育${place.endsWith('省') ? '厅' : '局'}。

${place}人力资源和社会保障${place.endsWith('省') ? '厅' : '局'}
2026年3月20日
`;
const DAYS = { issuedOn: '2026-03-20', enabledOn: '2026-03-20', recipient: '', year: '2026' };

describe('plans that the office of 太原市 confirms and would issue as its own', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;

  const confirmed = async (words: string, revision = false): Promise<string> => {
    const file = { name: '方案.txt', bytes: Buffer.from(words) };
    const id = await plans.import(file, COORDINATOR, undefined, revision);
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    return id;
  };
  const page = (id: string, path = '') => pages.text(`/plans/${id}${path}`, 'office');
  const issue = (id: string, said: Record<string, string> = {}) =>
    pages.post(`/plans/${id}/issue`, 'office', new URLSearchParams({ ...DAYS, ...said }));
  const state = async (id: string) => (await plans.plan(id)).state;

  beforeAll(async () => {
    ground = await openGround('2026-03-20');
    ({ pages, plans } = await openDraftDesk(ground, { office: COORDINATOR }, [FlowModule]));
    const name = '市农民工工作领导小组办公室';
    const place = { place: '太原市', level: 'city', fullName: `太原${name}`, shortName: name, aliases: [] };
    const input = { name, kind: 'office', ...place, lineParent: null, consultOnly: false, validFrom: null };
    await ground.engine.execute({ actor: COORDINATOR }, [
      { kind: 'start', machine: 'unit', id: 'office', scope: '', input },
    ]);
  });
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('issues its own without a question', async () => {
    const id = await confirmed(text('太原市', '农民工工作要点', '并农办发〔2026〕3号'));
    expect(await page(id)).not.toMatch(/id="(?:foreign|revises)"|name="(?:asOwn|notRevision)"/);
    expect((await issue(id)).status).toBe(303);
    expect(await state(id)).toBe('issued');
  });

  it('is told already while checking it that a plan is the province’s', async () => {
    const file = { name: '省.txt', bytes: Buffer.from(text('山西省', '技能培训方案', '晋人社函〔2026〕8号')) };
    const id = await plans.import(file, COORDINATOR);
    expect(await page(id, '/confirm')).toMatch(
      /这是山西省人力资源和社会保障厅印发的方案，是上级的方案，不是我办（太原市）自己的计划：只作对照的/,
    );
  });

  it('keeps the province’s paper to compare with: the inbox tells it so and asks nobody to issue it', async () => {
    const id = await confirmed(text('山西省', '技能提升方案', '晋人社函〔2026〕12号'));
    const { todo, doing } = await new InboxQueries(ground.database).of(COORDINATOR);
    expect(todo.filter(({ href }) => href.includes(id))).toEqual([]);
    expect(doing.find(({ href }) => href === `/plans/${id}`)).toMatchObject({
      kind: '留作对照',
      detail: '上级文件，不必印发；确要按我办自己的计划推进的，请打开后勾选确认',
    });
  });

  it('is asked before it issues the province’s as its own, with the way to the comparison; the tick stands in the record', async () => {
    const id = await confirmed(text('山西省', '农民工工作要点', '晋人社函〔2026〕9号'));
    const shown = await page(id);
    expect(shown).toMatch(/<h2>上级的方案？<\/h2>/);
    expect(shown).toMatch(/compare\/[^"]+\?kind(?:=|&#x3D;)superior[^>]*>存为上级方案，与《/);
    const refused = await issue(id);
    expect([refused.status, await state(id)]).toEqual([422, 'confirmed']);
    expect((await issue(id, { asOwn: 'true' })).status).toBe(303);
    expect(await page(id)).toContain('印发的方案，按我办自己的计划印发并分办');
  });

  it('is led to carrying over where a text bears the number of its running plan, and to nothing else', async () => {
    const id = await confirmed(text('太原市', '农民工工作要点', '并农办发〔2026〕3号', '全年不少于20场。'), true);
    const { todo } = await new InboxQueries(ground.database).of(COORDINATOR);
    expect(todo.find(({ href }) => href === `/plans/${id}`)?.kind).toBe('对照并入');
    const shown = await page(id);
    expect(shown).toContain('id="compare-revised"');
    expect(shown).not.toContain('id="issue-form"');
    expect((await issue(id, { notRevision: 'true' })).status).toBe(422);
    expect(await state(id)).toBe('confirmed');
  });

  it('may issue a paper that only looks like a revised text, once a person has said that it is none', async () => {
    const id = await confirmed(text('太原市', '农民工工作要点补充方案', '并农办发〔2026〕5号'));
    expect(await page(id)).toContain('不是修订文本，要另行印发');
    expect((await issue(id)).status).toBe(422);
    expect(flashOf(await issue(id, { notRevision: 'true' }))).toBeTruthy();
    expect(await state(id)).toBe('issued');
  });

  it('asks which plan a text revises that calls itself revised and is like none that runs; nothing is issued beside it unsaid', async () => {
    const words = text('太原市', '夜校服务方案（修订稿）', '并农办发〔2026〕6号');
    const id = await confirmed(words);
    const { todo } = await new InboxQueries(ground.database).of(COORDINATOR);
    expect(todo.find(({ href }) => href === `/plans/${id}`)?.detail).toContain('写明“（修订稿）”，印发前请说明原计划');
    const shown = await page(id);
    expect(shown).toMatch(/写明“（修订稿）”[^]*与《太原市农民工工作要点》[^<]*对照（新旧文本）/);
    expect(shown).toMatch(/<details id="not-a-revision">[^]*name="notRevision" value="true" required/);
    const refused = await issue(id);
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('还没有说明它修订的是哪一份计划'),
    ]);
    expect(flashOf(await issue(id, { notRevision: 'true' }))).toBeTruthy();
    expect(await page(id)).toContain('其原计划不在本系统推进，另行印发');
  });

  it('says at the field that a paper prints no day, and that the day is wanted', async () => {
    const undated = text('太原市', '2026年务工者之家方案', '并农办发〔2026〕7号').replace('2026年3月20日\n', '');
    const shown = await page(await confirmed(undated));
    expect(shown).toMatch(
      /文件没有印出成文日期，请按原件填写[^]*id="issuedOn"[^>]*data-missing="请填写印发日期（成文日期）。"/,
    );
  });

  it('sends nobody to carry over a notice that changes some clauses: its page says what to do instead', async () => {
    const notice = [
      '关于调整《太原市农民工工作要点》部分任务的通知',
      '各成员单位：',
      '经研究，对《太原市农民工工作要点》部分任务作如下调整：',
      '（一）开展技能培训。全年培训由20场增加到30场。（市教育局牵头）',
      '太原市人力资源和社会保障局',
      '2026年3月25日',
    ];
    const id = await confirmed(notice.join('\n'));
    const shown = await page(id);
    expect(shown).toMatch(/<h2>只改几条的通知<\/h2>[^]*不能并入原计划，没有提到的条款并不作废[^]*导入改好的完整文本/);
    expect(shown).not.toContain('预览后并入，原计划的任务');
  });
});

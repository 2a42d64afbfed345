import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';
import { eventsIn } from '../e2e/pages/record.js';
import { Visitor } from '../support/visitor.js';
import { startServer, type RunningServer } from '../support/server.js';

const PLAN = readFileSync(join(projectRoot, 'test/fixtures/sample-plan.txt'));
const UTF8_TEXT = (text: string): Buffer => Buffer.from(text, 'utf8');
const WITHOUT_NOTES = UTF8_TEXT('关于做好农民工工作的通知\n\n一、主要任务\n\n（一）稳住就业岗位。组织返岗专列。\n');

describe('what goes wrong at the counter', () => {
  let server: RunningServer;
  let office: Visitor;
  let plan: string;

  /** What the person reads, and that the record stayed as it was. */
  async function refused(
    act: () => Promise<{ status: number; text: string }>,
  ): Promise<{ status: number; text: string }> {
    const before = await eventsIn(server.dataDir);
    const answer = await act();
    expect(await eventsIn(server.dataDir)).toBe(before);
    return answer;
  }
  const visitor = (account: string) => Visitor.signIn(server.origin, account, server.signIns.get(account)!);
  const drop = (bytes: Buffer, name: string) =>
    refused(() => office.upload('/plans/import', { file: { bytes, name } }));

  beforeAll(async () => {
    server = await startServer();
    office = await visitor('xietiao1');
  }, 60_000);
  afterAll(() => server.discard());

  describe('when a plan is dropped in', () => {
    it('says that a file is empty', async () => {
      const { status, text } = await drop(Buffer.alloc(0), '空文件.txt');
      expect(status).toBe(422);
      expect(text).toMatch(/空|没有内容/);
    });

    it('says that nothing was chosen', async () => {
      const { status, text } = await refused(() => office.upload('/plans/import', {}));
      expect(status).toBe(422);
      expect(text).toMatch(/没有选择文件[^]*请选择计划文件/);
    });

    it('reads neither of a file and a pasted text that came together, says so, and keeps the text', async () => {
      const file = { bytes: PLAN, name: '方案.txt' };
      const { status, text } = await refused(() =>
        office.upload('/plans/import', { file }, { text: '另一份计划：办好零工驿站。' }),
      );
      expect(status).toBe(422);
      expect(text).toMatch(/既选择了文件“方案.txt”，又粘贴了文字[^]*请只交一份/);
      expect(text).toMatch(/<details open>[^]*另一份计划：办好零工驿站。<\/textarea>/);
    });

    it('says which formats it reads when it gets another', async () => {
      const { status, text } = await drop(
        Buffer.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0, 0, 0]),
        '照片.gif',
      );
      expect(status).toBe(422);
      expect(text).toMatch(/\.docx/);
    });

    it('says that it found nobody responsible', async () => {
      const { status, text } = await drop(WITHOUT_NOTES, '没有分工.txt');
      expect(status).toBe(422);
      expect(text).toMatch(/责任|分工/);
    });

    it('says that it knows the plan already, and leads to it', async () => {
      const { location } = await office.upload('/plans/import', { file: { bytes: PLAN, name: '方案.txt' } });
      plan = /\/plans\/([^/]+)\/confirm/.exec(location)![1]!;
      const again = await drop(PLAN, '方案（副本）.txt');
      expect(again.status).toBe(422);
      expect(again.text).toMatch(/已经导入过/);
      expect(again.text).toContain(`/plans/${plan}`);
    });
  });

  describe('when a plan is confirmed and issued', () => {
    it('does not confirm while something is open, and names what', async () => {
      const page = await office.open(`/plans/${plan}/confirm`);
      const { status, text } = await refused(() => office.send(`/plans/${plan}/confirm`, {}, page));
      expect(status).toBe(422);
      expect(text).toMatch(/id="error-summary"[^]*href="#[mc]\d+">[^<]*还有 \d+ 条待核对[^]*全部采用建议/);
      expect(text).toContain('<h1>核对识读结果</h1>');
    });

    it('issues once, however often the button is pressed', async () => {
      await office.send(`/plans/${plan}/accept-proposals`, {}, await office.open(`/plans/${plan}/confirm`));
      await office.send(`/plans/${plan}/confirm`, {}, await office.open(`/plans/${plan}/confirm`));
      const page = await office.open(`/plans/${plan}`);
      const fields = { issuedOn: '2023-05-11', enabledOn: '2023-05-11', recipient: '', moveClock: 'true' };
      const first = await office.send(`/plans/${plan}/issue`, fields, page);
      expect(first.status).toBe(303);
      const second = await refused(() => office.send(`/plans/${plan}/issue`, fields, page));
      expect(second.status).toBe(303);
    });

    it('offers a corrected text under the same number as a revision, and takes it in as one', async () => {
      const bytes = UTF8_TEXT(PLAN.toString('utf8').replace('8000人次以上，培训后', '9000人次以上，培训后'));
      const { status, text } = await drop(bytes, '方案（更正）.txt');
      expect(status).toBe(422);
      expect(text).toMatch(/已经印发[^]*name="revision" value="yes" checked/);
      const file = { bytes, name: '方案（更正）.txt' };
      const { location } = await office.upload('/plans/import', { file }, { revision: 'yes' });
      expect(location).toMatch(/^\/plans\/[^/]+\/confirm$/);
      expect(location).not.toContain(plan);
      expect(await office.open(location)).toMatch(/已作为《[^》]+》的修订文本导入/);
    });

    it('asks of which plan a text that is like none is the revision, and takes it in only once that is chosen', async () => {
      const before = (await office.open('/plans')).match(/href="\/plans\/[0-9a-f-]+"/g)!.length;
      const text = '春节慰问方案\n\n一、走访慰问\n\n（一）走访困难家庭200户。（市民政局负责）\n';
      const paste = (more: Record<string, string>) =>
        refused(() => office.upload('/plans/import', {}, { revision: 'yes', text, ...more }));
      for (const more of [{}, { revises: plan }, { original: '' }] as Record<string, string>[]) {
        const answer = await paste(more);
        expect(answer.status).toBe(422);
        expect(answer.text).toMatch(/没有找到《春节慰问方案》要修订的计划[^]*请取消勾选[^]*请选择原计划/);
        expect(answer.text).toMatch(new RegExp(`<select[^>]*name="original">[^]*<option value="${plan}"`));
      }
      expect((await office.open('/plans')).match(/href="\/plans\/[0-9a-f-]+"/g)!.length).toBe(before);
      const { location } = await office.upload('/plans/import', {}, { revision: 'yes', text, original: plan });
      expect(await office.open(location)).toMatch(/已作为《[^》]+》的修订文本导入/);
    });

    it('opens the form from the plan’s page with the tick set and the original named', async () => {
      const link = `/plans/import?revises=${plan}`;
      expect(await office.open(`/plans/${plan}`)).toContain(`href="${link}"`);
      expect(await office.open(link)).toMatch(
        new RegExp(
          `name="revision" value="yes" checked> 作为《[^》]+》的修订文本导入[^]*name="revises" value="${plan}"`,
        ),
      );
      expect(await office.open('/plans/import')).not.toContain('name="revision"');
    });

    it('keeps the tick for a revision when that file could not be read, or none was chosen', async () => {
      const empty = { bytes: Buffer.alloc(0), name: '空文件.txt' };
      for (const files of [{ file: empty }, {} as Record<string, typeof empty>]) {
        const { status, text } = await refused(() => office.upload('/plans/import', files, { revision: 'yes' }));
        expect(status).toBe(422);
        expect(text).toContain('name="revision" value="yes" checked');
      }
    });

    it('refuses a day that is none', async () => {
      const page = await office.open(`/plans/${plan}`);
      const { status, text } = await refused(() => office.send(`/plans/${plan}/clock`, { day: '12月1日' }, page));
      expect(status).toBe(400);
      expect(text).toContain('2023-12-01 的样式');
    });
  });

  describe('when units report', () => {
    let education: Visitor;
    let finance: Visitor;
    let packets: Map<string, string>;

    beforeAll(async () => {
      education = await visitor('jiaoyu');
      finance = await visitor('caizheng');
      await office.send(`/plans/${plan}/clock`, { day: '2023-06-20' }, await office.open(`/plans/${plan}`));
      const round = {
        kind: '季',
        title: '第二季度',
        asOf: '2023-06-30',
        due: '2023-06-30',
        scope: 'all',
        parts: 'text',
      };
      const opened = await office.send(`/plans/${plan}/rounds`, round, await office.open(`/plans/${plan}/rounds/new`));
      const board = await office.open(opened.location);
      const links = [...board.matchAll(/href="\/packets\/([^"]+)">([^<]+)</g)];
      packets = new Map(links.map(([, id, unit]) => [unit!, id!]));
    }, 60_000);

    it('shows no bureau another bureau’s packet, and takes nothing for it', async () => {
      const foreign = packets.get('市财政局')!;
      const seen = await refused(() => education.look(`/packets/${foreign}`));
      expect(seen.status).toBe(404);
      expect(seen.text).toContain('没有找到');
      const own = await education.open(`/packets/${packets.get('市教育局')!}/form`);
      for (const path of ['form', 'save', 'acts/reportNil', 'acts/accept']) {
        const { status, text } = await refused(() =>
          education.send(`/packets/${foreign}/${path}`, path.startsWith('acts') ? {} : { summary: '代交' }, own),
        );
        expect([path, status]).toEqual([path, 404]);
        expect(text).toContain('没有找到');
      }
    });

    it('does not let a bureau receive its own packet', async () => {
      const own = packets.get('市教育局')!;
      const form = await education.open(`/packets/${own}/form`);
      const { status, text } = await refused(() => education.send(`/packets/${own}/acts/accept`, {}, form));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).toMatch(/[\u4e00-\u9fff]{4}/);
    });

    it('names the field that is wrong and keeps what was typed', async () => {
      const own = packets.get('市教育局')!;
      const page = await education.open(`/packets/${own}/form`);
      const progress = /name="(rows\[[^\]]+\]\[progress\])"/.exec(page)![1]!;
      const fields = { summary: '写了很久的总结', [progress]: '130' };
      const { status, text } = await refused(() => education.send(`/packets/${own}/form`, fields, page));
      expect(status).toBe(422);
      expect(text).toMatch(/有 1 处需要修改[^]*写了很久的总结/);
    });

    it('takes a packet once, however often the button is pressed', async () => {
      const own = packets.get('市教育局')!;
      const page = await education.open(`/packets/${own}/form`);
      const first = await education.send(`/packets/${own}/form`, { summary: '按时报送。' }, page);
      expect(first.status).toBe(303);
      const second = await refused(() => education.send(`/packets/${own}/form`, { summary: '按时报送。' }, page));
      expect(second.status).toBe(303);
    });

    it('tells the later of two people what the earlier one did', async () => {
      const own = packets.get('市教育局')!;
      const colleague = await visitor('xietiao2');
      const [mine, hers] = [await office.open(`/packets/${own}`), await colleague.open(`/packets/${own}`)];
      await colleague.send(`/packets/${own}/acts/askMore`, { askReason: '请补充人数' }, hers);
      const { status, text } = await refused(() => office.send(`/packets/${own}/acts/accept`, {}, mine));
      expect(status).toBe(422);
      expect(text).toMatch(/协调员乙[^]*没有执行[^]*刷新/);
    });

    it('takes a report after the deadline, marks it late, and refuses nothing', async () => {
      await office.send(`/plans/${plan}/clock`, { day: '2023-07-05' }, await office.open(`/plans/${plan}`));
      const own = packets.get('市财政局')!;
      const page = await finance.open(`/packets/${own}/form`);
      const { status, location } = await finance.send(`/packets/${own}/form`, { summary: '晚了五天。' }, page);
      expect(status).toBe(303);
      const shown = await finance.open(`${location}?view=sent`);
      expect(shown).toMatch(/逾期/);
      expect(shown).toContain('晚了五天。');
    });

    it('answers a form without the page’s own secret with a refusal', async () => {
      const answer = await refused(() =>
        finance.send(`/packets/${packets.get('市财政局')!}/form`, { summary: '冒名' }, ''),
      );
      expect(answer.status).toBe(403);
      expect(answer.text).toMatch(/[\u4e00-\u9fff]{4}/);
    });
  });
});

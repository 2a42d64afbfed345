import { describe, expect, it } from '@jest/globals';
import { measure, plan, provincePlan, target, unit } from '../../../test/cascade/compared-plans.js';
import type { ComparedMeasure, ComparedPlan } from './clause.js';
import { compareVersions } from './versions.js';

/** The plan with one of its measures changed. */
function changed(at: number, change: Partial<ComparedMeasure>): ComparedPlan {
  const before = provincePlan();
  const measures = before.measures.map((one, index) => (index === at ? { ...one, ...change } : one));
  return { ...before, measures };
}

const changes = (now: ComparedPlan) =>
  compareVersions(provincePlan(), now).rows.filter((row) => !row.kinds.includes('unchanged'));

describe('a plan and its amended version, clause by clause', () => {
  it('finds nothing where nothing changed', () => {
    const { rows, head } = compareVersions(provincePlan(), provincePlan());
    expect(rows.map((row) => row.kinds)).toEqual([['unchanged'], ['unchanged'], ['unchanged'], ['unchanged']]);
    expect(head).toEqual([]);
  });

  it('tells what the columns that the office added to its table say otherwise', () => {
    const withColumn = (column: string, ...texts: string[]): ComparedPlan => {
      const before = provincePlan();
      const own = (at: number) => (texts[at] ? { own: [{ column, text: texts[at] }] } : {});
      return { ...before, measures: before.measures.map((one, at) => ({ ...one, ...own(at) })) };
    };
    const { rows, head } = compareVersions(
      withColumn('考核分值', '5分', '3分', '2分'),
      withColumn('考核分值', '5 分', '4分'),
    );
    expect(rows.map(({ kinds }) => kinds)).toEqual([['unchanged'], ['own'], ['own'], ['unchanged']]);
    expect(rows[1]!.sentence).toBe('“考核分值”栏由“3分”改为“4分”。');
    expect(rows[2]!.sentence).toBe('“考核分值”栏由“2分”改为空。');
    expect(head).toEqual([]);
    const other = compareVersions(withColumn('考核分值', '5分'), withColumn('备注', '纳入考核'));
    expect(other.rows.every(({ kinds }) => kinds[0] === 'unchanged')).toBe(true);
    expect(other.head).toEqual([{ label: '任务表其他栏目', before: '考核分值', after: '备注' }]);
  });

  it('a new unit and a dropped one are a change of units, not of text', () => {
    const [row, ...more] = changes(changed(0, { supporting: [unit('省教育厅')] }));
    expect(more).toEqual([]);
    expect(row!.kinds).toEqual(['units']);
    expect(row!.sentence).toBe('新增省教育厅（配合）；不再承担：省财政厅（配合）。');
  });

  it('a raised figure is a change of target only, though it stands in the text as well', () => {
    const before = provincePlan().measures[0]!;
    const [row] = changes(
      changed(0, {
        text: before.text.replace('18万人次', '20万人次'),
        targets: [target('培训农民工', 200_000, '人次', { raw: '20万人次以上', by: '2024-12-31' })],
      }),
    );
    expect(row!.kinds).toEqual(['target']);
    expect(row!.sentence).toBe(
      '目标由培训农民工不低于18万人次（2024-12-31前）改为培训农民工不低于20万人次（2024-12-31前）。',
    );
    expect(row!.words.filter((change) => change.kind === 'added').map((change) => change.text)).toEqual(['20']);
  });

  it('an upper end that was moved, or dropped, is a change of target', () => {
    const range = (raw: string) => target('打造示范县', 3, '个', { raw });
    const ranged = (raw: string): ComparedPlan => {
      const before = provincePlan();
      return { ...before, measures: before.measures.map((one) => ({ ...one, targets: [range(raw)] })) };
    };
    const [row] = compareVersions(ranged('3~5个'), ranged('3~4个')).rows;
    expect(row!.sentence).toBe('目标由打造示范县3~5个改为打造示范县3~4个。');
    const [same] = compareVersions(ranged('3~5个'), ranged('3—5个')).rows;
    expect(same!.kinds).toEqual(['unchanged']);
  });

  it('the whole that is no longer asked for is a change of target', () => {
    const before = provincePlan();
    const whole = { text: '推进劳动合同全覆盖。', conditions: [{ kind: 'coverage' as const, raw: '劳动合同全覆盖' }] };
    const measures = before.measures.map((one) => ({ ...one, ...whole }));
    const now = measures.map((one) => ({ ...one, text: '推进劳动合同签订。', conditions: [] }));
    const [row] = compareVersions({ ...before, measures }, { ...before, measures: now }).rows;
    expect(row!.kinds).toContain('target');
    expect(row!.sentence).toContain('不再要求“全覆盖”');
  });

  it('a moved date is a change of the due day only', () => {
    const before = provincePlan().measures[1]!;
    const [row] = changes(changed(1, { text: before.text.replace('10月底前', '11月20日前'), due: '2024-11-20' }));
    expect(row!.kinds).toEqual(['due']);
    expect(row!.sentence).toBe('完成时限由2024-10-31改为2024-11-20。');
  });

  it('shows other wording word by word, and several kinds of change in one clause', () => {
    const [row] = changes(
      changed(3, {
        text: '筹集宿舍型保障房源，优先配租给环卫与快递工人。',
        responsible: [unit('省民政厅')],
        lead: unit('省民政厅'),
      }),
    );
    expect(row!.kinds).toEqual(['text', 'units']);
    expect(row!.words.filter((change) => change.kind !== 'kept').map((change) => change.text)).toEqual([
      '建筑',
      '快递',
    ]);
  });

  it('tells what became of each target: new, dropped, on another day, no longer firm', () => {
    const trained = (more: object) =>
      target('培训农民工', 180_000, '人次', { raw: '18万人次以上', by: '2024-12-31', ...more });
    const told = (...targets: ReturnType<typeof target>[]) => changes(changed(0, { targets }))[0]!;
    const passed = target('参训合格率', 90, '%');
    expect(told(trained({}), passed)).toMatchObject({ kinds: ['target'], sentence: '新增目标：参训合格率不低于90%。' });
    expect(told(passed).sentence).toContain('取消目标：培训农民工不低于18万人次；新增目标：参训合格率不低于90%。');
    expect(told(trained({ by: null })).sentence).toBe(
      '目标由培训农民工不低于18万人次（2024-12-31前）改为培训农民工不低于18万人次。',
    );
    expect(told(trained({ hard: false })).sentence).toBe(
      '目标由培训农民工不低于18万人次（2024-12-31前）改为培训农民工不低于18万人次（力争）（2024-12-31前）。',
    );
    expect(told(trained({ op: '=' })).sentence).toContain('改为培训农民工18万人次');
    expect(told(trained({ value: null, op: 'trend_up' })).kinds).toEqual(['target']);
    expect(changes(changed(0, { targets: [trained({ value: 18, unit: '万人次' })] }))).toEqual([]);
  });

  it('a target that was dropped or added with its words is no change of wording as well', () => {
    const before = provincePlan().measures[1]!;
    const text = before.text.replace('欠薪线索按期办结率达到98%以上，', '');
    const [dropped] = changes(changed(1, { text, targets: [] }));
    expect([dropped!.kinds, dropped!.sentence]).toEqual([['target'], '取消目标：欠薪线索按期办结率不低于98%。']);
    const passed = target('参训合格率', 90, '%', { raw: '90%以上' });
    const [old] = provincePlan().measures;
    const more = { text: `${old!.text}参训合格率达到90%以上。`, targets: [...old!.targets, passed] };
    expect(changes(changed(0, more))[0]!.kinds).toEqual(['target']);
    const [both] = changes(changed(1, { text: text.replace('实名考勤', '刷脸考勤'), targets: [] }));
    expect(both!.kinds).toEqual(['text', 'target']);
  });

  it('tells the targets of a clause that came or went', () => {
    const before = provincePlan();
    const added = measure('5', '办好夜校', '全年授课80场以上。', ['省总工会'], {
      targets: [target('授课', 80, '场', { raw: '80场以上', by: '2024-11-30' })],
    });
    const { rows } = compareVersions(before, { ...before, measures: [...before.measures.slice(1), added] });
    expect(rows.map(({ sentence }) => sentence).slice(-2)).toEqual([
      '新增“5 办好夜校”，目标：授课不低于80场（2024-11-30前）。',
      '删除“1 开展技能培训”，目标：培训农民工不低于18万人次（2024-12-31前）。',
    ]);
  });

  it('tells a day that came or went', () => {
    expect(changes(changed(0, { due: '2024-06-30' }))[0]!.sentence).toBe('完成时限由未写改为2024-06-30。');
    expect(changes(changed(1, { due: null }))[0]!.sentence).toBe('完成时限由2024-10-31改为未写。');
  });

  it('takes the due day in the text, however it is written, for no other wording when the due day moved', () => {
    const kinds = (before: [string, string], after: [string, string | null]) => {
      const [old, now] = [before, after].map(([words, due]) =>
        plan('city', [measure('1', '治欠', `${words}完成排查。`, ['市人社局'], { due })]),
      );
      return compareVersions(old!, now!).rows[0]!.kinds;
    };
    const october: [string, string] = ['10月底前', '2024-10-31'];
    const days: [string, string][] = [
      ['2024年11月30日之前', '2024-11-30'],
      ['2024年底', '2024-12-31'],
      ['年底以前', '2024-12-31'],
      ['11月上旬', '2024-11-10'],
      ['11月中旬', '2024-11-20'],
      ['2024年11月', '2024-11-30'],
      ['年末', '2024-12-31'],
      ['11月20日前', '2024-11-20'],
    ];
    expect(days.map((day) => kinds(october, day))).toEqual(days.map(() => ['due']));
    expect(kinds(october, ['11月20日前', '2024-10-31'])).toEqual(['text']);
    expect(kinds(october, ['全面', null])).toEqual(['text', 'due']);
  });

  it('tells another day in the text beside the due day that moved', () => {
    const one = (text: string, due: string) => plan('city', [measure('1', '治欠', text, ['市人社局'], { due })]);
    const kinds = (old: string, now: string, due: string) =>
      compareVersions(one(old, '2024-10-31'), one(now, due)).rows[0]!.kinds;
    const old = '3月底前制定方案，10月底前完成排查。';
    expect(kinds(old, '4月底前制定方案，11月底前完成排查。', '2024-11-30')).toEqual(['text', 'due']);
    expect(kinds(old, '3月底前制定方案，11月底前完成排查。', '2024-11-30')).toEqual(['due']);
    expect(kinds(old, '3月底前制定方案，11月底前完成排查。', '2024-09-30')).toEqual(['text', 'due']);
  });

  it('says what was added, dropped or renumbered, and shows the pair it rests on', () => {
    const before = provincePlan();
    const { rows } = compareVersions(before, { ...before, measures: before.measures.slice(0, 3) });
    expect(rows[0]).toMatchObject({ certain: true, pair: { left: 'm001', right: 'm001' }, sentence: '没有改动。' });
    expect(rows[3]).toMatchObject({
      kinds: ['removed'],
      sentence: '删除“4 改善居住条件”。',
      certain: true,
      pair: null,
    });
    const added = compareVersions({ ...before, measures: before.measures.slice(0, 3) }, before).rows[3];
    expect(added).toMatchObject({ kinds: ['added'], sentence: '新增“4 改善居住条件”。', certain: true, words: [] });
    const [moved] = changes(changed(0, { no: '1.1', text: '另写一段话' }));
    expect(moved!.sentence).toMatch(/^文字有修改：.*（序号由1改为1\.1）。$/);
  });

  it('tells no change of wording where a sentence that stayed holds a target that only one draft has', () => {
    const text = '培训覆盖率达到60%，10月底前完成排查。';
    const rate = target('培训覆盖率', 60, '%', { raw: '60%' });
    const one = (words: string, due: string, targets: (typeof rate)[]) =>
      plan('city', [measure('3.7', '摸清底数', words, ['市人社局'], { due, targets })]);
    const now = one(text.replace('10月底', '11月底'), '2024-11-30', []);
    const [row] = compareVersions(one(text, '2024-10-31', [rate]), now).rows;
    expect(row!.kinds).toEqual(['target', 'due']);
  });

  it('says which words changed, the first of them where there are several', () => {
    const one = (text: string) => plan('city', [measure('1', '治欠', text, ['市人社局'])]);
    const told = (old: string, now: string) => compareVersions(one(old), one(now)).rows[0]!.sentence;
    expect(told('按月公示工资，办好窗口。', '按周公示工资，办好窗口。')).toBe('文字有修改：“月”改为“周”。');
    expect(told('办好窗口。', '办好窗口，免费代写诉状。')).toBe('文字有修改：增加“免费代写诉状”。');
    expect(told('办好窗口，免费代写诉状。', '办好窗口。')).toBe('文字有修改：删去“免费代写诉状”。');
    expect(told('按月公示工资，办好三个窗口。', '按周公示工资，办好四个窗口。')).toBe(
      '文字有修改：“月”改为“周”，共 2 处。',
    );
  });

  it('names a new title; of a text that stayed it shows nothing', () => {
    const [row] = changes(changed(3, { title: '改善居住与出行条件' }));
    expect(row).toMatchObject({
      kinds: ['text'],
      words: [],
      sentence: '标题由“改善居住条件”改为“改善居住与出行条件”。',
    });
  });

  it('an inserted clause renumbers the others without changing them; a dropped one comes last', () => {
    const before = provincePlan();
    const added = measure('1', '开设法律援助窗口', '在劳务市场开设法律援助窗口，免费代写诉状。', ['省司法厅']);
    const rest = before.measures.slice(0, 3).map((one, at) => ({ ...one, no: String(at + 2) }));
    const { rows } = compareVersions(before, { ...before, measures: [added, ...rest] });
    expect(rows.map((row) => row.kinds[0])).toEqual(['added', 'unchanged', 'unchanged', 'unchanged', 'removed']);
    expect(rows[1]!.sentence).toBe('没有改动（序号由1改为2）。');
    expect(rows[4]!).toMatchObject({ old: { title: '改善居住条件' }, now: null });
  });

  it('names what changed in the plan as a whole', () => {
    const now = plan('province', [...provincePlan().measures], { docNumber: '劳函〔2024〕9号' });
    expect(compareVersions(provincePlan(), now).head).toEqual([
      { label: '发文字号', before: '', after: '劳函〔2024〕9号' },
    ]);
  });
});

describe('clauses that nobody was given, in two versions', () => {
  const clause = (text = '在车站张贴维权须知。') => ({
    ...{ no: '5', title: '加强宣传', heading: ['保障措施', '加强宣传'], text, span: [10, 60] as [number, number] },
  });
  const film = measure('1', '放映电影', '每月在广场放映露天影片。', ['市文化和旅游局']);
  const without = (text?: string) => plan('city', [film], { unassignedClauses: [clause(text)] });
  const given = plan('city', [film, measure('5', '加强宣传', clause().text, ['市总工会', '市司法局'])]);
  const row = (old: ComparedPlan, now: ComparedPlan) =>
    compareVersions(old, now).rows.find((one) => (one.now ?? one.old)!.title === '加强宣传')!;

  it('stay when they stay, and their words are compared', () => {
    expect(row(without(), without())).toMatchObject({ kinds: ['unchanged'], old: { nobodys: 'open' } });
    expect(row(without(), without('在车站、工地张贴维权须知。'))).toMatchObject({ kinds: ['text'] });
  });

  it('are no deletion where the other version names units, but a change of units', () => {
    expect(row(given, without())).toMatchObject({
      kinds: ['units'],
      sentence: '新文没有写责任单位（未分办），原为市总工会（牵头）、市司法局（配合）。',
    });
    expect(row(without(), given).sentence).toBe(
      '原文没有写责任单位（未分办），新增市总工会（牵头）、市司法局（配合）。',
    );
  });

  it('are told as without a unit where they come or go', () => {
    expect(row(plan('city', [film]), without()).sentence).toBe('新增“5 加强宣传”（没有写责任单位）。');
    expect(row(without(), plan('city', [film])).sentence).toBe('删除“5 加强宣传”（没有写责任单位）。');
  });
});

describe('last year’s plan and this year’s', () => {
  const ofYear = (
    year: number,
    text = `${year}年底前建成驿站，到2028年覆盖各县。`,
    more: Partial<ComparedMeasure> = {},
  ) =>
    plan(
      'city',
      [
        measure('1', `办好${year}年驿站建设`, text, ['市总工会'], {
          due: `${year}-12-31`,
          targets: [target('建成驿站', 20, '个', { raw: `${year}年底前建成20个`, by: `${year}-12-31` })],
          ...more,
        }),
      ],
      {
        ...{ title: `${year}年农民工工作要点`, issuedOn: `${year}-02-20`, docNumber: '劳函〔2025〕1号' },
        phases: [{ name: '推进落实', start: `${year}-03-01`, end: `${year}-11-30` }],
        reporting: [{ from: '各单位', to: '市农民工办', due: `${year}-12-05`, what: '总结' }],
      },
    );

  it('differ by the year alone in nothing but the date of issue', () => {
    const { rows, head, years } = compareVersions(ofYear(2025), ofYear(2026));
    expect(rows.map(({ kinds, sentence }) => [kinds, sentence])).toEqual([[['unchanged'], '没有改动。']]);
    expect(head.map(({ label }) => label)).toEqual(['成文日期']);
    expect(years).toEqual({ left: 2025, right: 2026 });
  });

  it('what changed beside the year is told, with the days as printed, and only that is marked', () => {
    const now = ofYear(2026, '2026年6月底前建成驿站，到2028年覆盖各县。', { due: '2026-06-30' });
    const [row] = compareVersions(ofYear(2025), now).rows;
    expect(row!.kinds).toEqual(['due']);
    expect(row!.sentence).toBe('完成时限由2025-12-31改为2026-06-30。');
    expect(row!.words.filter(({ kind }) => kind !== 'kept').map(({ text }) => text)).not.toContain('2025');
  });
});

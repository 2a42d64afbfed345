import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { headFields, measureFields } from './confirm-forms.js';
import { doubtsAnswered } from './figures-asked.js';
import { CorrectHeadDto, type CorrectMeasureDto } from './confirm.dto.js';
import { optionalDay, phasesFrom, targetsFrom } from './confirm-values.js';
import { withNamesRead } from './units-typed.js';
import { valueWords } from './draft-words.js';
import { divisionOf, type Division, type DraftMeasure } from './draft.js';
import { unitRows } from './draft-parts.js';

const shown = (): DraftMeasure => smallDraft().measures[0]!;

/** The same measure where the document names no lead: 人社, 教育 and 财政 share it. */
function joint(): DraftMeasure {
  const { responsible, supporting, ...rest } = shown();
  return {
    ...rest,
    mode: 'joint',
    leadBasis: 'first_listed',
    consolidator: 'office',
    responsible: [...responsible, ...supporting],
    supporting: [],
  };
}

/** The card of a measure as shown, with what a person changes in it. */
function card(measure: DraftMeasure, roles: string[], changes: Partial<CorrectMeasureDto> = {}): CorrectMeasureDto {
  const rows = unitRows(measure);
  const units = { unitName: rows.map((row) => row.name), unitSurface: rows.map((row) => row.surface), unitRole: roles };
  const { key, title, mode, track, consolidator } = measure;
  const rest = {
    due: '',
    groups: [],
    groundKind: '',
    groundWords: '',
    remember: '',
    withoutTarget: [],
    seen: 0,
    only: '',
  };
  return { key, title, mode, track, consolidator, ...rest, ...units, ...changes };
}

const divide = (measure: DraftMeasure, roles: string[], changes: Partial<CorrectMeasureDto> = {}): Division =>
  measureFields(measure, card(measure, roles, changes)).division as Division;

const names = ({ responsible, supporting }: Division) =>
  [responsible, supporting].map((all) => all.map(({ name }) => name));

describe('a figure that was not read', () => {
  const unread = (raw: string) => ({
    ...{ code: 'figure_unread', field: 'targets' },
    reason: `“${raw}”没有读成数字，请补录指标或写明不设指标`,
  });
  const doubts = [unread('三分之一'), unread('6000…')];
  const asked: DraftMeasure = { ...shown(), doubts, doubtful: true };
  const save = (withoutTarget: string[], one = asked) =>
    measureFields(
      one,
      card(
        one,
        unitRows(one).map(({ role }) => role),
        { withoutTarget },
      ),
    ) as object;

  it('stays asked about when its card is saved, until it is ticked 不设指标', () => {
    expect(save([])).toMatchObject({ accepted: false, doubts });
    expect(save([doubts[0]!.reason])).toMatchObject({ accepted: false, doubts: [doubts[1]] });
    expect(save(doubts.map(({ reason }) => reason))).toMatchObject({ accepted: true });
    expect(save([], { ...asked, accepted: true })).toMatchObject({ accepted: true });
  });

  it('is answered by an indicator that is added, the one that prints it first', () => {
    const [target] = asked.targets;
    const answered = (...values: number[]) =>
      doubtsAnswered(asked, [...asked.targets, ...values.map((value) => ({ ...target!, value }))]);
    expect(answered()).toEqual(doubts);
    expect(answered(6000)).toEqual([doubts[0]]);
    expect(answered(33.3)).toEqual([doubts[1]]);
    expect(answered(6000, 33.3)).toEqual([]);
  });
});

describe('a measure’s card', () => {
  it('sends back what it showed when nothing was touched', () => {
    const roles = unitRows(shown()).map((row) => row.role);
    expect(roles).toEqual(['lead', 'supporting', 'supporting']);
    expect(divide(shown(), roles)).toEqual(divisionOf(shown()));
    expect(divide(joint(), ['responsible', 'responsible', 'responsible'])).toEqual(divisionOf(joint()));
  });

  it('takes several names typed into one line as lines of their own, with the part of that line', () => {
    const known = (name: string) => ({ name, known: true });
    const unitName = ['市人力资源社会保障局', '市教育局', '市财政局', '市总工会、市妇女联合会'];
    const roles = ['lead', 'supporting', 'supporting', 'supporting'];
    const typed = card(shown(), roles, { unitName, unitSurface: [...unitName.slice(0, 3), ''] });
    const division = measureFields(shown(), withNamesRead(shown(), typed, known), known).division as Division;
    expect(names(division)[1]).toEqual(['市教育局', '市财政局', '市总工会', '市妇女联合会']);
  });

  it('changes the part of one unit at a time', () => {
    const unitName = ['市人力资源社会保障局', '', '市财政局'];
    expect(names(divide(shown(), ['lead', 'lead', 'supporting'], { unitName }))).toEqual([
      ['市人力资源社会保障局'],
      ['市财政局'],
    ]);
    expect(names(divide(shown(), ['lead', 'out', 'supporting']))).toEqual([['市人力资源社会保障局'], ['市财政局']]);
  });

  it('puts a designated lead first, with its ground', () => {
    const ground = { groundKind: 'instruction', groundWords: '市领导 3 月 2 日批示' };
    const chosen = divide(joint(), ['responsible', 'lead', 'responsible'], ground);
    expect(chosen).toMatchObject({
      leadBasis: 'chosen',
      lead: { name: '市教育局' },
      leadGround: { kind: 'instruction' },
    });
    expect(chosen.responsible[0]!.name).toBe('市教育局');
  });

  it('adds a second lead on a ground only, which stays when the card is saved again', () => {
    const two = ['lead', 'lead', 'supporting'];
    expect(() => divide(shown(), two)).toThrow('没有印明由市教育局牵头');
    const ground = { groundKind: 'meeting', groundWords: '领导小组第2次会议' };
    const led = divide(shown(), two, ground);
    expect(names(led)).toEqual([['市人力资源社会保障局', '市教育局'], ['市财政局']]);
    expect(led).toMatchObject({ leadBasis: 'chosen', leadGround: { words: '领导小组第2次会议' } });
    expect(divide({ ...shown(), ...led }, two)).toEqual(led);
  });

  it('keeps the ground on which one of several is made the lead beside supporters, and another one given later', () => {
    const led = { mode: 'lead_support' as const, groundKind: 'meeting', groundWords: '领导小组第2次会议' };
    const roles = ['supporting', 'lead', 'supporting'];
    const chosen = divide(joint(), roles, led);
    const ground = { kind: 'meeting', words: '领导小组第2次会议' };
    expect(chosen).toMatchObject({ leadBasis: 'chosen', leadGround: ground, lead: { name: '市教育局' } });
    expect(valueWords('division', chosen)).toContain('指定市教育局牵头（会议：领导小组第2次会议）');
    const saved = { ...joint(), ...chosen };
    const again = unitRows(saved).map((row) => row.role);
    expect(divide(saved, again)).toEqual(chosen);
    const other = { groundKind: 'document', groundWords: '市政办函〔2026〕3号' };
    expect(divide(saved, again, other).leadGround).toEqual({ kind: 'document', words: '市政办函〔2026〕3号' });
    const first = divide(joint(), ['lead', 'responsible', 'responsible'], { ...led, mode: 'joint' });
    const together = divide({ ...joint(), ...first }, ['lead', 'supporting', 'supporting'], { mode: 'lead_support' });
    expect(together).toMatchObject({ leadBasis: 'chosen', leadGround: ground });
  });

  it('asks for the ground of a lead that is set where the document prints none, also under 牵头与配合', () => {
    const led = { mode: 'lead_support' as const };
    const roles = ['supporting', 'lead', 'supporting'];
    expect(() => divide(joint(), roles, led)).toThrow('指定其牵头须写明依据');
    const ground = { kind: 'meeting' as const, words: '领导小组第2次会议' };
    const given = { groundKind: ground.kind, groundWords: ground.words };
    expect(divide(joint(), roles, { ...led, ...given })).toMatchObject({
      ...{ mode: 'lead_support', leadBasis: 'chosen', leadGround: ground, lead: { name: '市教育局' } },
    });
    const listed = { ...joint(), ...led };
    expect(() => divide(listed, ['lead', 'supporting', 'supporting'])).toThrow('指定其牵头须写明依据');
  });

  it('refuses two leads where the document prints none, and says what to do', () => {
    const listed = { ...joint(), mode: 'lead_support' as const };
    expect(unitRows(listed).map(({ role }) => role)).toEqual(['responsible', 'responsible', 'responsible']);
    const given = { groundKind: 'meeting', groundWords: '领导小组第2次会议' };
    for (const more of [{}, given])
      expect(() => divide(listed, ['lead', 'lead', 'responsible'], more)).toThrow('只能指定一家牵头');
    expect(() => divide(listed, ['responsible', 'responsible', 'responsible'])).toThrow('没有标明“牵头”');
  });

  it('lets who puts it together follow the lead, and refuses a lead’s part without a lead', () => {
    const consolidator = (measure: DraftMeasure, roles: string[], more: Partial<CorrectMeasureDto>) =>
      measureFields(measure, card(measure, roles, more))['consolidator'];
    const chosen = { mode: 'lead_support' as const, groundKind: 'meeting', groundWords: '领导小组第2次会议' };
    expect(consolidator(joint(), ['lead', 'responsible', 'responsible'], chosen)).toBe('lead');
    expect(consolidator(shown(), ['responsible', 'responsible', 'supporting'], { mode: 'joint' })).toBe('office');
    expect(() =>
      consolidator(joint(), ['responsible', 'responsible', 'responsible'], { consolidator: 'lead' }),
    ).toThrow('没有牵头单位');
  });

  it('takes a lead as printed only where the note names it, or the document’s rule', () => {
    const printed = { mode: 'lead_support' as const, groundKind: 'printed' };
    const roles = ['supporting', 'lead', 'supporting'];
    const noted = { ...joint(), note: '（由市教育局负责，市人力资源社会保障局、市财政局落实）' };
    expect(divide(noted, roles, printed)).toMatchObject({
      ...{ leadBasis: 'stated', leadGround: null, lead: { name: '市教育局' } },
    });
    const bare = { ...joint(), note: '（市人力资源社会保障局、市教育局、市财政局）' };
    expect(() => divide(bare, roles, printed)).toThrow('没有写明由市教育局牵头');
    const first = card(bare, ['lead', 'supporting', 'supporting'], printed);
    expect(measureFields(bare, first, undefined, null, true)['division']).toMatchObject({ leadBasis: 'stated' });
    expect(() => measureFields(bare, first)).toThrow('没有写明由市人力资源社会保障局牵头');
    expect(() => divide(joint(), ['responsible', 'lead', 'responsible'], { groundKind: 'printed' })).toThrow(
      '须写明依据',
    );
  });

  it('is not saved while only helpers stand in it, and a helper is made the lead on a ground only', () => {
    const helper = { name: '市总工会', surface: '市总工会' };
    const note = '配合单位：市总工会';
    const doubts = [{ code: 'lead_missing', reason: '只写了谁配合，没有写明由谁负责，请核对' }];
    const alone = { ...shown(), note, doubts, responsible: [helper], supporting: [], lead: helper, groups: [] };
    expect(() => divide(alone, ['supporting'])).toThrow('没有写明由谁负责');
    expect(() => divide(alone, ['supporting'], { mode: 'joint' })).toThrow('没有写明由谁负责');
    expect(() => divide(alone, ['lead'])).toThrow('须写明依据');
    expect(() => divide(alone, ['lead'], { groundKind: 'printed' })).toThrow('没有写明由市总工会牵头');
    const ground = { groundKind: 'meeting', groundWords: '会议纪要' };
    expect(divide(alone, ['lead'], ground)).toMatchObject({ leadBasis: 'chosen', lead: helper });
    expect(divide(alone, ['responsible'], { mode: 'joint' })).toMatchObject({ responsible: [helper] });
    const counties = [{ surface: '各县区', role: 'supporting' as const, choice: 'counties' as const }];
    const none = { ...alone, mode: 'all' as const, responsible: [], lead: null, leadBasis: null, groups: counties };
    expect(() => divide(none, [], { groups: ['counties'] })).toThrow('没有写明由谁负责');
  });

  it('keeps two leads that the document prints, without a ground', () => {
    const [hr, edu] = [...shown().responsible, ...shown().supporting];
    const printed = { ...shown(), responsible: [hr!, edu!], supporting: [] };
    expect(divide(printed, ['lead', 'lead'])).toEqual(divisionOf(printed));
  });

  it('tells who answers for a part of its own beside the lead from who helps, and back', () => {
    const three = divide(shown(), ['lead', 'supporting', 'responsible']);
    expect(three).toMatchObject({ mode: 'lead_support', leadBasis: 'stated', lead: { name: '市人力资源社会保障局' } });
    expect(names(three)).toEqual([['市人力资源社会保障局'], ['市财政局', '市教育局']]);
    expect(three.supporting.map(({ own }) => own)).toEqual([true, undefined]);
    const changed = { ...shown(), ...three };
    expect(unitRows(changed).map(({ role }) => role)).toEqual(['lead', 'responsible', 'supporting']);
    expect(divide(changed, ['lead', 'responsible', 'supporting'])).toEqual(three);
    expect(divide(changed, ['lead', 'supporting', 'supporting']).supporting).toEqual([...shown().supporting].reverse());
  });

  it('counts who answers as one of several where no lead is told apart any more', () => {
    const three = { ...shown(), ...divide(shown(), ['lead', 'responsible', 'supporting']) };
    const shared = divide(three, ['responsible', 'responsible', 'supporting'], { mode: 'joint' });
    expect(shared.responsible).toEqual([...shown().responsible, shown().supporting[0]]);
  });

  it('keeps the printed words of a unit that is given another name', () => {
    const unitName = ['市人社局（新）', '市教育局', '市财政局'];
    const { responsible } = divide(shown(), ['lead', 'supporting', 'supporting'], { unitName });
    expect(responsible[0]).toMatchObject({ name: '市人社局（新）', surface: '市人力资源社会保障局' });
  });

  it.each([
    ['a designated lead without a ground', joint(), ['lead', 'responsible', 'responsible'], {}, '须写明依据'],
    ['two designated leads', joint(), ['lead', 'lead', 'responsible'], {}, '只能指定一家牵头'],
    ['units that answer beside a lead that is none', shown(), ['out', 'responsible', 'out'], {}, '没有标明“牵头”'],
    ['units named where all members share', shown(), ['lead', 'out', 'out'], { mode: 'all' as const }, '不应再列'],
    ['a measure without a name', shown(), ['lead', 'out', 'out'], { title: ' ' }, '请填写举措名称'],
    ['a day that is none', shown(), ['lead', 'out', 'out'], { due: '2023-02-30' }, '不是日期'],
  ])('refuses %s', (_, measure, roles, changes, words) => {
    expect(() => divide(measure, roles, changes)).toThrow(words);
  });
});

describe('rows of figures and phases', () => {
  const columns = {
    ...{
      targetMetric: ['培训农民工', ' '],
      targetOp: ['>=', '='],
      targetValue: ['12,000', ''],
      targetUnit: ['人次', ''],
    },
    ...{ targetBy: ['2023-12-31', ''], targetHard: ['hard', 'hard'], targetKind: ['annual', 'annual'] },
  };

  it('keep the printed words of a figure that was not touched, and leave out empty rows', () => {
    expect(targetsFrom(columns, shown().targets)).toEqual(shown().targets);
  });

  it('keep a figure that was read without a name until it is cleared, and refuse a new one without', () => {
    const bare = { ...shown().targets[0]!, metric: '', raw: '达到12000人次' };
    const sent = { ...columns, targetMetric: [''], targetOp: ['>='], targetValue: ['12000'] };
    expect(targetsFrom(sent, [bare])).toEqual([bare]);
    expect(targetsFrom({ ...sent, targetMetric: ['培训'] }, [bare])).toEqual([{ ...bare, metric: '培训' }]);
    expect(targetsFrom({ ...sent, targetValue: [''] }, [bare])).toEqual([]);
    expect(() => targetsFrom(sent, [])).toThrow('第 1 项指标（12000人次）没有名称');
  });

  it.each([
    ['3.5万', '人次', 35_000, '人次'],
    ['3.5万人次', '人次', 35_000, '人次'],
    ['3亿', '元', 300_000_000, '元'],
    ['3.5亿元', '', 350_000_000, '元'],
    ['50%', '%', 50, '%'],
    ['50％', '', 50, '%'],
    ['1,200', '户', 1200, '户'],
    ['１，２００', '户', 1200, '户'],
  ])('take “%s” with the unit “%s” and count it out', (typed, unit, value, counted) => {
    const sent = { ...columns, targetValue: [typed, ''], targetUnit: [unit, ''] };
    expect(targetsFrom(sent, [])).toMatchObject([{ value, unit: counted, raw: `不低于${value}${counted}` }]);
  });

  it.each([
    ['3.5万', '万元'],
    ['50%', '人'],
  ])('refuse “%s” with the unit “%s”: it may mean two things', (typed, unit) => {
    const sent = { ...columns, targetValue: [typed, ''], targetUnit: [unit, ''] };
    expect(() => targetsFrom(sent, [])).toThrow(`“培训农民工”的数值“${typed}”与单位“${unit}”对不上`);
  });

  it('refuse a typed figure without a unit, but for one that has none', () => {
    const bare = { ...columns, targetValue: ['300', ''], targetUnit: ['', ''] };
    expect(() => targetsFrom(bare, [])).toThrow('“培训农民工”的数值 300 没有计量单位');
    expect(() => targetsFrom(bare, shown().targets)).toThrow('没有计量单位');
    const read = { ...shown().targets[0]!, value: 300, unit: null };
    expect(targetsFrom(bare, [read])).toEqual([read]);
    const index = { ...bare, targetMetric: ['灌溉水有效利用系数', ''], targetValue: ['0.56', ''] };
    expect(targetsFrom(index, [])).toMatchObject([{ value: 0.56, unit: null }]);
  });

  it('give a changed figure words of its own; a trend has no figure', () => {
    const changed = targetsFrom({ ...columns, targetValue: ['15000', ''] }, shown().targets);
    expect(changed).toMatchObject([{ value: 15_000, raw: '不低于15000人次' }]);
    const trend = targetsFrom({ ...columns, targetOp: ['trend_down'], targetValue: [''] }, []);
    expect(trend).toMatchObject([{ value: null, op: 'trend_down' }]);
    expect(() => targetsFrom({ ...columns, targetValue: ['八千'] }, [])).toThrow('请填写“培训农民工”的数值');
  });

  it('refuse a phase that ends before it begins', () => {
    const phase = { phaseName: ['总结评估'], phaseStart: ['2023-12-01'], phaseEnd: ['2023-11-01'] };
    expect(() => phasesFrom(phase, [])).toThrow('结束日期早于开始日期');
    expect(optionalDay(' ', '时限', 'due')).toBeNull();
  });
});

describe('the year in the form of the plan’s head', () => {
  const read = { title: '2027年农民工工作要点', issuedOn: '2026-11-20', docNumber: null, issuers: [] };
  const yearFrom = (year: string, more: object = {}, shown: object = {}) =>
    headFields(
      { ...read, ...shown },
      Object.assign(new CorrectHeadDto(), { ...read, issuers: '' }, more, { year, docNumber: '' }),
    )['year'];

  it('is nobody’s word while it is what the title tells, also after the title was put right', () => {
    expect(yearFrom('2027')).toBeNull();
    expect(yearFrom('2027', { title: '2028年农民工工作要点' })).toBeNull();
    expect(yearFrom('')).toBeNull();
  });

  it('is the office’s once it says another one, until it goes back to the title’s', () => {
    expect(yearFrom('2026')).toBe(2026);
    expect(yearFrom('2026', {}, { year: 2026 })).toBe(2026);
    expect(yearFrom('2027', {}, { year: 2026 })).toBeNull();
  });

  it('is the office’s where it was only presumed, once the form with it is kept', () => {
    const untold = { title: '农民工工作要点', issuedOn: null, printedYear: 2026 };
    expect(yearFrom('2026', { title: '农民工工作要点', issuedOn: '' }, untold)).toBe(2026);
    expect(yearFrom('2026', { title: '农民工工作要点', issuedOn: '2026-03-01' }, untold)).toBeNull();
  });

  it('must be a year', () => {
    expect(() => yearFrom('明年')).toThrow('年度没有看懂');
  });
});

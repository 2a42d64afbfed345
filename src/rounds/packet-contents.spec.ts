import { describe, expect, it } from '@jest/globals';
import { checkContents, type ContentsGround } from './packet-contents.js';
import type { ContentsInput } from './packet.types.js';

const lead = {
  assignmentId: 'a1',
  measureId: 'm1',
  no: '1.1',
  title: '技能培训',
  role: 'responsible',
  followsLead: false,
  track: 'deliverable',
};
const support = {
  ...lead,
  assignmentId: 'a2',
  measureId: 'm2',
  no: '1.2',
  title: '法律援助',
  role: 'supporting',
  followsLead: true,
  track: 'standing',
};
const people = { id: 'i1', name: '培训人次', unit: '人次', aggregation: 'sum' };
const share = { id: 'i2', name: '合同签订率', unit: '%', aggregation: 'ratio' };
const ground: ContentsGround = { duties: [lead, support], indicators: [people, share], files: 0 };

const only = (input: Partial<ContentsInput>): ContentsInput => ({ rows: {}, figures: {}, ...input });
const refusal = (input: Partial<ContentsInput>, on = ground): unknown => {
  try {
    return checkContents(only(input), on);
  } catch (error) {
    return error;
  }
};

describe('what a unit fills in', () => {
  it('keeps progress as a number and takes the status from it where none was chosen', () => {
    const { rows } = checkContents(only({ rows: { a1: { text: ' 已开展40期 ', progress: '１００％' } } }), ground);
    expect(rows[0]).toEqual({
      ...{
        assignmentId: 'a1',
        measureId: 'm1',
        text: '已开展40期',
        status: '已完成',
        progress: 100,
        issues: null,
        nextStep: null,
      },
    });
  });

  it('lets an untouched supporting row follow the lead, and a written one speak for itself', () => {
    const filled = { a1: { text: '已开展' } };
    expect(checkContents(only({ rows: filled }), ground).rows[1]!.status).toBe('随牵头统一反馈');
    const own = checkContents(only({ rows: { ...filled, a2: { text: '援助200件' } } }), ground);
    expect(own.rows[1]).toMatchObject({ status: '长期坚持', text: '援助200件' });
  });

  it('takes a standing row as 长期坚持 only where the plan names no season for it', () => {
    const timed = { ...ground, duties: ground.duties.map((duty) => ({ ...duty, timed: true })) };
    const own = checkContents(only({ rows: { a1: { text: '已开展' }, a2: { text: '援助200件' } } }), timed);
    expect(own.rows[1]).toMatchObject({ status: '推进中' });
  });

  it('does not let the unit in charge hide behind the lead', () => {
    expect(refusal({ rows: { a1: { status: '随牵头统一反馈' } } })).toMatchObject({ code: 'invalid_input' });
  });

  it.each(['101', '-5', '约六成', '60.5'])('refuses a progress of %s by row and field', (progress) => {
    expect(refusal({ rows: { a1: { text: '有', progress } } })).toMatchObject({
      code: 'invalid_input',
      detail: { place: 'rows[a1][progress]' },
      message: expect.stringContaining('1.1 技能培训'),
    });
  });

  it('names all faults at once', () => {
    const input = { rows: { a1: { progress: 'x' } }, figures: { i1: { printed: '若干' } } };
    expect(refusal(input)).toMatchObject({
      detail: { facts: { fields: [{ field: 'rows[a1][progress]' }, { field: 'figures[i1][printed]' }] } },
    });
  });

  it('points to 零报告 when nothing was filled in, but takes a unit that only supports', () => {
    expect(refusal({})).toMatchObject({ code: 'packet_empty' });
    expect(checkContents(only({}), { ...ground, duties: [support] }).rows).toHaveLength(1);
    expect(checkContents(only({ summary: '正式报告' }), { ...ground, duties: [] }).texts[0]!.summary).toBe('正式报告');
    expect(checkContents(only({}), { ...ground, duties: [], files: 1 }).rows).toEqual([]);
  });

  it('never drops in silence what belongs to somebody else', () => {
    expect(refusal({ rows: { a1: { text: '有' }, foreign: { text: '别家的' } } })).toMatchObject({
      code: 'invalid_input',
    });
    expect(refusal({ rows: { a1: { text: '有' } }, figures: { other: { printed: '5' } } })).toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('figures, entered once', () => {
  const figure = (entry: object, id = 'i1') => checkContents(only({ figures: { [id]: entry } }), ground).figures[0];

  it('reads 万, takes 无 for zero and keeps what was written', () => {
    expect(figure({ printed: '1.26万人次' })).toMatchObject({
      value: '12600',
      printed: '1.26万人次',
      valueStatus: '快报',
    });
    expect(figure({ printed: '无' })).toMatchObject({ value: '0' });
    expect(figure({ printed: '12600', valueStatus: '终审', remark: '含转岗培训' })).toMatchObject({
      valueStatus: '终审',
      remark: '含转岗培训',
    });
  });

  it('keeps a figure that is not out yet as pending, without a value', () => {
    expect(figure({ printed: '待公布', valueStatus: '终审' })).toMatchObject({ value: null, valueStatus: '待公布' });
  });

  it('computes a share from its parts, and says when they do not fit what was written', () => {
    expect(figure({ numerator: '2', denominator: '3' }, 'i2')).toMatchObject({
      value: '66.67',
      numerator: '2',
      denominator: '3',
      printed: '66.67%',
    });
    expect(figure({ printed: '66.7%', numerator: '2', denominator: '3' }, 'i2')).toMatchObject({ value: '66.7' });
    expect(refusal({ figures: { i2: { printed: '80%', numerator: '2', denominator: '3' } } })).toMatchObject({
      message: expect.stringContaining('不符'),
    });
    expect(refusal({ figures: { i2: { numerator: '2' } } })).toMatchObject({
      message: expect.stringContaining('同时填写'),
    });
    expect(refusal({ figures: { i2: { numerator: '2', denominator: '0' } } })).toMatchObject({
      message: expect.stringContaining('分母'),
    });
  });
});

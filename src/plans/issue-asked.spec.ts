import { describe, expect, it } from '@jest/globals';
import type { PlaceTable } from '../domain/reference/place.js';
import { Refusal } from '../shared/errors.js';
import { readSeed } from '../shared/seeds.js';
import { foreignWords, issueAsked, nextStep, refuseUnsaid, saidWords, type IssueSaid } from './issue-asked.js';

const PLACES = readSeed<PlaceTable>('places');
const HOME = { region: '太原市', level: 'city' as const };
const paper = (more: object) => ({
  ...{ id: 'p', title: '农民工工作要点', docNumber: '劳函〔2024〕9号', region: '太原市', level: 'city' },
  ...{ issuers: ['太原市人社局'], state: 'confirmed', ...more },
});
const OURS = paper({ id: 'old', state: 'issued', docNumber: '劳函〔2024〕3号', title: '务工培训方案' });
const asked = (more: object) => issueAsked(paper(more), [OURS], HOME, PLACES);
const refusal = (more: object, said: IssueSaid): Refusal | null => {
  try {
    refuseUnsaid(asked(more), said);
    return null;
  } catch (error) {
    return error as Refusal;
  }
};
const PROVINCE = { region: '山西省', level: 'province', issuers: ['省人社厅'] };
const UNSAID = { asOwn: false, notRevision: false };

describe('a plan that is not the office’s own', () => {
  it('is the superior’s where the office’s place lies in the plan’s, and another place’s else', () => {
    expect(foreignWords(asked(PROVINCE).foreign!)).toBe(
      '这是省人社厅（山西省）印发的方案，是上级的方案，不是我办（太原市）自己的计划',
    );
    expect(asked({ region: null, level: 'state', issuers: [] }).foreign).toMatchObject({
      by: '国家',
      isSuperior: true,
    });
    expect(foreignWords(asked({ region: '大同市', issuers: ['大同市人社局'] }).foreign!)).toBe(
      '这是大同市人社局印发的方案，是其他地方的方案，不是我办（太原市）自己的计划',
    );
  });

  it('is not told of the own place’s, of a plan of no place, nor where nobody knows where the office is', () => {
    expect(asked({}).foreign).toBeNull();
    expect(asked({ region: null, level: null }).foreign).toBeNull();
    expect(issueAsked(paper(PROVINCE), [], null, PLACES).foreign).toBeNull();
  });

  it('is issued only after a person has said so; a program is not asked, and the record tells it', () => {
    expect(refusal(PROVINCE, UNSAID)).toMatchObject({ code: 'foreign_plan' });
    expect(refusal(PROVINCE, UNSAID)!.detail.cure).toContain('存为上级方案');
    expect(refusal(PROVINCE, { ...UNSAID, asOwn: true })).toBeNull();
    expect(refusal(PROVINCE, {})).toBeNull();
    expect(saidWords(asked(PROVINCE))).toBe('省人社厅（山西省）印发的方案，按我办自己的计划印发并分办');
  });
});

describe('a text that seems to revise a running plan', () => {
  const REVISION = { title: '务工培训方案（修订）' };

  it('is issued only after a person has said that it is none', () => {
    expect(refusal(REVISION, UNSAID)).toMatchObject({ code: 'revises_running' });
    expect(refusal(REVISION, { ...UNSAID, notRevision: true })).toBeNull();
    expect(saidWords(asked(REVISION))).toContain('不是其修订文本');
  });

  it('is carried over and nothing else where it bears the running plan’s number', () => {
    const same = { ...REVISION, docNumber: OURS.docNumber };
    expect(asked(same).carriedOnly).toBe(true);
    expect(refusal(same, { ...UNSAID, notRevision: true })).toMatchObject({ code: 'revises_running' });
  });

  it('asks nothing of another plan of the place', () => {
    expect(refusal({}, UNSAID)).toBeNull();
    expect(saidWords(asked({}))).toBe('');
  });
});

describe('a text that says of itself that it is a revised one, and is like no running plan', () => {
  const read = { noticeTitle: null, text: '原方案作废，请遵照执行。', doubts: [] };
  const told = (more: object = {}) => issueAsked(paper({ title: '关爱服务方案', ...more }), [OURS], HOME, PLACES, read);
  const attempt = (said: IssueSaid) => () => refuseUnsaid(told(), said);

  it('asks which plan it revises before it is issued beside the others; the record tells what was said', () => {
    expect(told().claims).toBe('原方案作废');
    expect(attempt(UNSAID)).toThrow(expect.objectContaining({ code: 'revises_unnamed' }));
    expect(attempt({ ...UNSAID, notRevision: true })).not.toThrow();
    expect(attempt({})).not.toThrow();
    expect(saidWords(told())).toContain('其原计划不在本系统推进');
    expect(nextStep(told())).toMatch(/写明“原方案作废”.*不要直接印发.*选定原计划对照/);
    expect(asked({ title: '关爱服务方案（修订稿）' }).claims).toBe('（修订稿）');
  });

  it('asks nothing more where the running plan is known, or the paper is another place’s', () => {
    expect(told({ title: OURS.title })).toMatchObject({ claims: null, revised: OURS });
    expect(told(PROVINCE).claims).toBeNull();
  });

  it('is not sent to be carried over where it changes some clauses only', () => {
    const doubts = [{ code: 'amending_notice', reason: '这是只改几条的通知' }];
    const part = issueAsked(paper({ title: '关于调整《务工培训方案》部分任务的通知' }), [OURS], HOME, PLACES, {
      ...read,
      doubts,
    });
    expect(part).toMatchObject({ isPart: true, revised: OURS });
    expect(nextStep(part)).toMatch(/不能并入原计划.*导入改好的完整文本/);
  });
});

describe('the next step after a reading was confirmed', () => {
  it('is the issue of the office’s own plan, the comparison of another’s, the carrying over of a revision', () => {
    expect(nextStep(asked({ title: '关爱服务方案' }))).toBe('下载任务分解表，或印发并分办。');
    expect(nextStep(asked(PROVINCE))).toMatch(/是上级的方案.*不必印发.*“计划对照”/);
    const revised = { foreign: null, revised: OURS, carriedOnly: true, claims: null, isPart: false };
    expect(nextStep(revised)).toMatch(/《务工培训方案》的修订文本，不要直接印发.*再并入原计划。$/);
    expect(nextStep({ ...revised, carriedOnly: false })).toContain('确是另一份计划的');
  });
});

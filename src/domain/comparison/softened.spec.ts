import { describe, expect, it } from '@jest/globals';
import { measure } from '../../../test/cascade/compared-plans.js';
import type { ConditionReading } from '../plan/reading.js';
import { wholesDropped } from './softened.js';
import { differences } from './weakening.js';

const said = (text: string, ...conditions: [ConditionReading['kind'], string][]) =>
  measure('1', '维护权益', text, ['市司法局'], { conditions: conditions.map(([kind, raw]) => ({ kind, raw })) });
const told = (theirs: ReturnType<typeof said>, ours: ReturnType<typeof said>) =>
  differences(theirs, ours, { targets: [], otherLevel: false }).map(
    ({ weaker, certain, words }) => `${weaker ? '弱' : '强'}${certain ? '' : '？'} ${words}`,
  );

describe('a clause of ours that says the same in weaker words', () => {
  it('has lost the whole', () => {
    const theirs = said('为讨薪农民工提供法律援助，做到应援尽援。', ['exhaustive', '应援尽援']);
    const ours = said('为讨薪农民工提供法律援助，做好服务。');
    expect(told(theirs, ours)).toEqual(['弱？ 上级要求“应援尽援”，我方没有写（请核对）']);
    expect(told(theirs, said('为讨薪农民工提供法律援助，援助率达到100%。'))).toEqual([]);
    expect(told(theirs, theirs)).toEqual([]);
  });

  it('has lost 全覆盖, and what is quite another clause is not laid beside it', () => {
    const theirs = said('推进工资专户管理制度在在建项目全覆盖。', ['coverage', '工资专户管理制度在在建项目全覆盖']);
    expect(told(theirs, said('推进工资专户管理制度在在建项目落实。'))).toEqual([
      '弱？ 上级要求“全覆盖”，我方没有写（请核对）',
    ]);
    expect(told(theirs, said('开展春节走访。'))).toEqual([]);
  });

  it('has lost the whole where the clause is short and otherwise goes on in other words', () => {
    const theirs = said(
      '实现仲裁建档应建尽建，调解窗口乡镇全覆盖。',
      ['exhaustive', '应建尽建'],
      ['coverage', '调解窗口乡镇全覆盖'],
    );
    expect(told(theirs, said('推进仲裁建档，增设乡镇调解窗口。'))).toEqual([
      '弱？ 上级要求“应建尽建”，我方没有写（请核对）',
      '弱？ 上级要求“全覆盖”，我方没有写（请核对）',
    ]);
    expect(told(theirs, said('推进仲裁建档应建尽建，增设乡镇调解窗口。'))).toEqual([
      '弱？ 上级要求“全覆盖”，我方没有写（请核对）',
    ]);
    expect(told(theirs, said('办好农民工夜校，讲授仲裁常识。'))).toEqual([]);
  });

  it('has a smaller share, where it is told in words', () =>
    expect(told(said('组织三分之一的班组长参加轮训。'), said('组织四分之一的班组长参加轮训。'))).toEqual([
      '弱？ 上级写“三分之一”，我方写“四分之一”（请核对）',
    ]));

  it('strives for what they vouch for', () => {
    const theirs = said('加强调度，确保按时足额发放补贴。');
    expect(told(theirs, said('加强调度，力争按时足额发放补贴。'))).toEqual([
      '弱 上级写“确保按时足额”，我方写“力争按时足额”',
    ]);
    expect(told(theirs, theirs)).toEqual([]);
  });
});

describe('an amendment', () => {
  it('tells that the whole is no longer asked for', () => {
    const before = said('推进劳动合同签订，应签尽签。', ['exhaustive', '应签尽签']);
    expect(wholesDropped(before, said('推进劳动合同签订。'))).toEqual(['应签尽签']);
    expect(wholesDropped(before, before)).toEqual([]);
  });
});

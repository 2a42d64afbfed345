import { describe, expect, it } from '@jest/globals';
import { at, planted } from '../../../test/support/planted.js';
import { catalogue, type Definition } from '../../../workflows/catalogue.js';
import { registrations } from '../../core/core.module.js';
import { togetherWith } from '../../core/workflow-proof.js';
import { followMeasure, followPlan, refuseUnderWithdrawn } from '../../measures/measures.reactions.js';
import { followRound } from '../../rounds/rounds.reactions.js';
import type { Tx } from '../../persistence/tx.js';
import { Definitions } from '../definitions.js';
import type { Reaction, Recorded, Registrations } from '../types.js';
import { printFinding, type Finding } from './check.js';
import { closing, days, returns, review, withdrawal } from './together/own-scenarios.js';
import { NAMES, HELPS } from './together/starts.js';
import { checkTogether, walkTogether, type Scenario } from './together/together.js';

const { 'assignment@1': assignment, 'packet@1': packet } = catalogue;

/** The product with one reaction of ours put in the place of another; without one, none follows. */
function reacting(own: Reaction, instead: Reaction = () => Promise.resolve([])): Registrations {
  expect(registrations.reactions).toContain(own);
  return { ...registrations, reactions: registrations.reactions.map((one) => (one === own ? instead : one)) };
}

/** The product with a table that something more is done to. */
function keeping(name: string, also: (tx: Tx, event: Recorded) => Promise<unknown>): Registrations {
  const projections = registrations.projections.map((one) => {
    if (one.name !== name) return one;
    const apply = async (tx: Tx, event: Recorded) => {
      await one.apply(tx, event);
      await also(tx, event);
    };
    return { ...one, apply };
  });
  return { ...registrations, projections };
}

const withDefinition = (faulty: Definition) =>
  new Definitions(Object.values(catalogue).map((one) => (one.id === faulty.id ? faulty : one)));

async function found(scenario: Scenario, features = registrations, faulty: Definition = packet): Promise<Finding> {
  const [finding] = await checkTogether(togetherWith(features, withDefinition(faulty)), [scenario]);
  return finding ?? { code: 'none', message: '', story: [] };
}

describe('measures with their units, rounds with their reports, a plan with all of it', () => {
  it('are walked in every order of acts without a fault', async () => {
    const proven = await walkTogether(togetherWith());
    expect(proven.flatMap(({ finding }) => finding ?? []).map(printFinding)).toEqual([]);
    for (const { steps } of proven) expect(steps).toBeGreaterThan(100);
  }, 120_000);

  it('find none in an unchanged copy of a machine either', async () => {
    const copied = planted(packet, () => undefined);
    expect((await found({ ...returns, steps: 3 }, registrations, copied)).code).toBe('none');
  });
});

describe('a fault planted between the machines is found and told', () => {
  it('closing leaves a supporting unit behind', async () => {
    const forgetful: Reaction = async (event, read) => {
      const commands = await followMeasure(event, read);
      return commands.filter((one) => one.kind === 'send' && one.instance !== HELPS);
    };
    const finding = await found(closing, reacting(followMeasure, forgetful));
    expect(finding).toMatchObject({ code: 'unit_left', message: '任务已经结束，配合单位的分工却没有结束。' });
    expect(finding.story).toHaveLength(2);
    expect(finding.story[1]).toBe('1. 甲（牵头办）撤销了任务〔任务〕，结果：牵头单位的分工已取消承办；任务已撤销。');
  });

  it('closing, but not withdrawing, leaves the units behind: told to the close-out', async () => {
    const forgetful: Reaction = async (event, read) => (/^closed/.test(event.state) ? [] : followMeasure(event, read));
    const finding = await found(closing, reacting(followMeasure, forgetful));
    expect(finding.code).toBe('unit_left');
    expect(finding.story.map((line) => line.replace(/，结果.*/, ''))).toEqual([
      expect.stringContaining('开始：'),
      '1. 甲（牵头办）把本年度转入总结评估〔年度〕',
      '2. 丙（牵头单位）提交了汇总材料〔任务〕',
      '3. 甲（牵头办）审核销号，结论为已完成〔任务〕',
    ]);
  });

  it('a reopened measure forgets its units', async () => {
    const forgetful: Reaction = async (event, read) => (event.type === 'reopen' ? [] : followMeasure(event, read));
    const finding = await found(closing, reacting(followMeasure, forgetful));
    expect(finding).toMatchObject({ code: 'unit_lost', message: expect.stringContaining('重新打开') });
    expect(finding.story).toHaveLength(5);
  });

  it('a unit’s part that is closed still waits for its day', async () => {
    const faulty = planted(assignment, (states) => delete at(states, 'duty').exit);
    expect((await found(closing, registrations, faulty)).code).toBe('deadline_left');
  });

  it('an act whose consequence the other machine does not take', async () => {
    const faulty = planted(assignment, (states) => delete at(states, 'duty.on').close);
    const finding = await found(closing, registrations, faulty);
    expect(finding).toMatchObject({ code: 'act_blocked', message: expect.stringContaining('办不成') });
    expect(finding.story.at(-1)).toMatch(/^3\. .*没有办成。$/);
  });

  it('a withdrawn plan leaves its open rounds, or lets a closed one be opened again', async () => {
    const forgetful: Reaction = async (event, read) =>
      (await followPlan(event, read)).filter((one) => one.kind === 'send' && one.instance !== 'round');
    const left = await found(withdrawal, reacting(followPlan, forgetful));
    expect(left).toMatchObject({ code: 'unit_left', message: expect.stringContaining('计划已经撤回') });
    const opened = await found(withdrawal, reacting(refuseUnderWithdrawn));
    expect(opened.code).toBe('unit_left');
    expect(opened.story.at(-1)).toContain('重新打开了调度');
  });

  it('请补充 loses what the unit had reported', async () => {
    const losing = keeping('packets', async (tx, { type, instance }) => {
      if (type === 'askMore') await tx.remove('packet_row', { packetId: instance });
    });
    const finding = await found(returns, losing);
    expect(finding).toEqual({
      code: 'report_lost',
      message: '办理之后，牵头单位的报送件已报的内容不见了。',
      story: [
        expect.stringMatching(/^开始：.*牵头单位的报送件待报送/),
        expect.stringContaining('1. 丙（牵头单位）报送了材料〔牵头单位的报送件〕，结果：'),
        expect.stringContaining('2. 甲（牵头办）要求补充材料〔牵头单位的报送件〕，结果：'),
      ],
    });
  });

  it('a returned consolidated text is lost', async () => {
    const losing = keeping('measures', async (tx, { type, instance }) => {
      if (type === 'returnReview') await tx.update('measure', { summary: null }, { id: instance });
    });
    const finding = await found(review, losing);
    expect(finding).toMatchObject({ code: 'report_lost', message: expect.stringContaining('任务已报的内容') });
  });

  it('请补充 takes the day away, or does not set the new one', async () => {
    const clear = { type: 'setDeadline', params: { name: 'due', on: null } };
    const cleared = planted(packet, (states) => (at(states, 'submitted.on.askMore').actions = ['askedMore', clear]));
    const lost = await found(returns, registrations, cleared);
    expect(lost).toMatchObject({ code: 'deadline_lost', message: expect.stringContaining('期限却丢失了') });
    const unset = planted(packet, (states) => (at(states, 'submitted.on.askMore').actions = ['askedMore']));
    const missing = await found(returns, registrations, unset);
    expect(missing).toMatchObject({ code: 'deadline_lost', message: expect.stringContaining('应补充的期限') });
  });

  it('a report stays due after its round, when the round is brought forward', async () => {
    const slow: Reaction = async (event, read) => (event.type === 'extend' ? [] : followRound(event, read));
    const finding = await found(days, reacting(followRound, slow));
    expect(finding).toMatchObject({ code: 'day_after_superior', message: expect.stringContaining('2026-09-20') });
  });

  it('a granted extension hides the day first given', async () => {
    const hiding = keeping('measures', async (tx, { type, instance, payload }) => {
      if (type === 'grantExtension') await tx.update('assignment', { firstDue: payload.to }, { id: instance });
    });
    const finding = await found(days, hiding);
    expect(finding).toMatchObject({
      code: 'day_after_superior',
      message: expect.stringContaining(NAMES['duty-lead']!),
    });
    expect(finding.story).toHaveLength(3);
  });
});

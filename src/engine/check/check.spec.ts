import { describe, expect, it } from '@jest/globals';
import { assign } from 'xstate';
import { at, planted, type Config } from '../../../test/support/planted.js';
import { catalogue, definitions, type Definition } from '../../../workflows/catalogue.js';
import { may } from '../../../workflows/relations.js';
import { checkDefinition, printFinding, type Finding } from './check.js';

/** What a guard is given. */
interface Asked {
  context: Config;
  event: { by: { user: string }; opinion?: string };
}

const codes = (findings: Finding[]) => [...new Set(findings.map((one) => one.code))];
const { 'packet@1': packet, 'round@1': round, 'document@1': document, 'plan@1': plan } = catalogue;

describe('the proof of our definitions', () => {
  it.each(definitions().map((one) => [one.id, one] as const))('finds no fault in %s', (_, one) => {
    expect(checkDefinition(one).map(printFinding)).toEqual([]);
  });

  it('finds none in an unchanged copy either, so that planted faults are the only ones', () => {
    expect(checkDefinition(planted(packet, () => undefined))).toEqual([]);
  });
});

describe('a planted fault is found and told', () => {
  it('who submitted accepts his own report: told from the start in plain Chinese', () => {
    const faulty = planted(packet, (states) => delete at(states, 'submitted.on.accept').guard);
    const [finding] = checkDefinition(faulty);
    expect(finding).toEqual({
      code: 'own_approval',
      message: '提交人审核了自己提交的内容。',
      story: [
        '开始：待报送。',
        '1. 甲（本单位）报送了材料，结果：已报送待接收。',
        '2. 甲（牵头办）接收了材料，结果：已接收。',
      ],
    });
  });

  it('an own entry accepted without the mark 代填代审', () => {
    const faulty = planted(packet, (states) => (at(states, 'submitted.on.acceptOwnEntry').actions = []));
    const [finding] = checkDefinition(faulty);
    expect(finding).toMatchObject({ code: 'own_approval', message: expect.stringContaining('没有标明代填代审') });
    expect(finding?.story.at(-1)).toContain('代填代审');
  });

  it('a state from which no end can be reached', () => {
    const faulty = planted(document, (states) => {
      at(states, 'changesAsked').on = { revise: { target: 'changesAsked', meta: may('coordinator') } };
    });
    const findings = checkDefinition(faulty);
    expect(codes(findings)).toEqual(['no_end']);
    expect(findings[0]?.message).toContain('上级要求修改');
    expect(findings[0]?.story.at(-1)).toMatch(/^4\. .*要求修改文稿/);
  });

  it('an event that nobody can ever cause', () => {
    const faulty = planted(plan, (states) => {
      at(states, 'issued.on.moveClock').meta = may('self');
      at(states, 'issued.on.moveClock').guard = 'never';
      at(states, 'appraisal.on.moveClock').guard = 'never';
    });
    const machine = faulty.machine.provide({ guards: { never: () => false } });
    expect(checkDefinition({ ...faulty, machine })).toEqual([
      { code: 'dead_event', message: '“推进日期”在任何情形下都没有人能办。', story: [] },
    ]);
  });

  it('a transition that never happens, and a state that is never reached', () => {
    const unreached = planted(round, (states) => {
      at(states, 'open.on').cancel = { target: 'closed', meta: may('coordinator') };
    });
    expect(codes(checkDefinition(unreached))).toEqual(['dead_state']);
    const hidden = planted(packet, (states) => {
      at(states, 'awaited.on').unexempt = { guard: 'ownEntryOnBehalf', target: 'drafted', meta: may('coordinator') };
    });
    expect(checkDefinition(hidden)).toMatchObject([
      { code: 'dead_transition', message: '处于“待报送”时的“取消免报”永远不会发生。' },
    ]);
  });

  it('a transition that does not say who may cause it', () => {
    const faulty = planted(packet, (states) => delete at(states, 'exempt.on.unexempt').meta);
    expect(codes(checkDefinition(faulty))).toContain('may_missing');
  });

  it('a state and an event without Chinese words', () => {
    const { incomplete: _, ...states } = packet.states;
    const { askMore: __, ...events } = packet.events;
    expect(codes(checkDefinition({ ...packet, states }))).toContain('state_without_words');
    expect(codes(checkDefinition({ ...packet, events }))).toContain('event_without_words');
  });

  it('a payload field that the engine’s stamp would cover', () => {
    const accept = {
      ...packet.events.accept!,
      payload: [{ name: 'by', label: '接收人', kind: 'text', required: true }],
    };
    const faulty = { ...packet, events: { ...packet.events, accept } } as Definition;
    expect(codes(checkDefinition(faulty))).toEqual(['field_shadowed']);
  });

  it('a guard that reads the payload, or has no name', () => {
    const machine = packet.machine.provide({
      guards: {
        notSubmitter: ({ context, event }: Asked) => event.opinion !== '' && context.submittedBy !== event.by.user,
      },
    });
    const [finding] = checkDefinition({ ...packet, machine });
    expect(finding).toMatchObject({ code: 'guard_reads_payload', message: expect.stringContaining('opinion') });
    const unnamed = planted(packet, (states) => (at(states, 'submitted.on.accept').guard = () => true));
    expect(codes(checkDefinition(unnamed))).toEqual(['guard_unnamed']);
  });

  it('a guard that nobody wrote', () => {
    const faulty = planted(packet, (states) => (at(states, 'submitted.on.accept').guard = 'notTheSubmitter'));
    expect(checkDefinition(faulty)).toMatchObject([{ code: 'guard_missing' }]);
  });

  it('a return that loses a deadline', () => {
    const faulty = planted(packet, (states) => {
      at(states, 'submitted').entry = { type: 'setDeadline', params: { name: 'due', on: null } };
    });
    const finding = checkDefinition(faulty).find((one) => one.code === 'deadline_lost');
    expect(finding?.message).toContain('due');
    expect(finding?.story.at(-1)).toContain('报送了材料');
  });

  it('a deadline left behind at the end, and one that nobody answers', () => {
    const left = planted(packet, (states) => delete at(states, 'cancelled').entry);
    expect(codes(checkDefinition(left))).toEqual(['deadline_left']);
    const unanswered = planted(packet, (states) => delete at(states, 'accepted.on')['deadline.due']);
    expect(checkDefinition(unanswered)).toMatchObject([{ code: 'deadline_unanswered' }]);
  });

  it('a clock inside the machine', () => {
    const faulty = planted(
      round,
      (states) => (at(states, 'open').after = { 1000: { target: 'closed', meta: may('system') } }),
    );
    expect(codes(checkDefinition(faulty))).toContain('clock_or_job');
  });

  it('an own approval that only a change of mind makes possible', () => {
    const machine = catalogue['measure@1'].machine.provide({
      guards: {
        mayClose: ({ context, event }: Asked) =>
          context.consolidatedBy !== event.by.user || context.consolidator === 'office' || context.consolidatedByOffice,
      },
      actions: {
        consolidated: assign({
          consolidatedBy: ({ event }) => event.by.user,
          consolidatedByOffice: ({ event }) => event.relation === 'coordinator',
        }),
      },
    });
    const findings = checkDefinition({ ...catalogue['measure@1'], machine });
    expect(codes(findings)).toEqual(['own_approval']);
    expect(findings[0]?.story).toContain('3. 甲（牵头办）确定了汇总单位，结果：汇总待审核。');
  });
});

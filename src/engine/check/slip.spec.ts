import { describe, expect, it } from '@jest/globals';
import { assign, setup, type AnyStateMachine } from 'xstate';
import { define, text, type Definition, type Words } from '../../../workflows/definition.js';
import { effects, setDeadline } from '../../../workflows/effects.js';
import { may } from '../../../workflows/relations.js';
import { isOffice, sendersAs } from './actors.js';
import { checkDefinition, printFinding } from './check.js';
import { explore } from './explore.js';
import { samplePayloads } from './samples.js';
import { leavesOf, mayOf, pathOf, statesOf } from './structure.js';

type Config = Record<string, unknown>;

/** What guards and actions of the slip are given. */
interface Told {
  context: Config;
  event: { by: { user: string }; relation: string; onBehalf: boolean; note?: string };
}

/**
 * A slip of paper, small enough to be walked in a moment: the unit writes it, sends it, the office takes it or gives it
 * back, and an answer is due meanwhile.
 */
function states(): Config {
  return {
    written: {
      on: {
        send: {
          target: 'sent',
          actions: ['sent', setDeadline('answer', '2026-07-01')],
          meta: may('unit', 'coordinator'),
        },
        drop: { target: 'dropped', meta: may('unit') },
      },
    },
    sent: {
      on: {
        take: { target: 'taken', guard: 'notSender', meta: may('coordinator') },
        takeOwn: { target: 'taken', guard: 'ownEntry', actions: 'mark', meta: may('coordinator') },
        giveBack: { target: 'written', actions: setDeadline('answer', null), meta: may('coordinator') },
        'deadline.answer': { meta: may('system') },
      },
    },
    taken: { type: 'final', entry: setDeadline('answer', null) },
    dropped: { type: 'final' },
  };
}

const words = (): Config => ({
  title: '便条',
  started: '写了便条',
  states: { written: '待送出', sent: '已送出', taken: '已收下', dropped: '已作废' },
  events: {
    send: { label: '送出', past: '送出了便条', payload: { note: text('内容') } },
    take: { label: '收下', past: '收下了便条', approves: ['send'], payload: {} },
    takeOwn: { label: '收下代填', past: '收下了代填的便条', approves: ['send'], payload: {} },
    giveBack: { label: '退回', past: '退回了便条', payload: {} },
    drop: { label: '作废', past: '作废了便条', payload: {} },
    'deadline.answer': { label: '到期', past: '记下到期', payload: {} },
  },
});

interface Fault {
  states?: (states: Config) => void;
  words?: (words: Config) => void;
  guards?: Record<string, (told: Told) => boolean>;
  machine?: Config;
}

function slip(fault: Fault = {}): Definition {
  const [config, told] = [states(), words()];
  fault.states?.(config);
  fault.words?.(told);
  const office = ({ event }: Told): boolean => event.onBehalf || event.relation === 'coordinator';
  const made = setup({
    guards: {
      notSender: ({ context, event }: Told) => context.sender !== event.by.user,
      ownEntry: ({ context, event }: Told) => context.sender === event.by.user && context.byOffice === true,
      ...fault.guards,
    } as never,
    actions: {
      ...effects,
      sent: assign({ sender: ({ event }: Told) => event.by.user, byOffice: office } as never),
      mark: assign({ selfReviewed: true } as never),
    },
  }).createMachine({
    ...{
      id: 'slip',
      initial: 'written',
      states: config,
      context: { sender: null, byOffice: false, selfReviewed: false },
    },
    ...fault.machine,
  } as never);
  return define(made as unknown as AnyStateMachine, 1, told as unknown as Words<object>, [{}]);
}

const at = (config: Config, path: string): Config =>
  path.split('/').reduce((inner, key) => inner[key] as Config, config);
const found = (fault: Fault) => checkDefinition(slip(fault));
const codes = (fault: Fault) => found(fault).map((one) => one.code);

describe('the proof of a slip of paper', () => {
  it('finds nothing wrong with it', () => {
    expect(checkDefinition(slip())).toEqual([]);
  });

  it('walks every configuration once: who sent it, and what became of the day', () => {
    const { configurations, moves, taken } = explore(slip());
    expect(new Set(configurations.map(({ snapshot }) => snapshot.value)).size).toBe(4);
    expect(configurations.map(({ index }) => index)).toEqual(configurations.map((_, index) => index));
    expect([configurations.length, moves.length, taken.size]).toEqual([34, 136, 6]);
  });
});

describe('of its text the proof finds', () => {
  it('a transition that says nobody, or a person nobody knows', () => {
    expect(found({ states: (all) => delete at(all, 'written/on/drop').meta })[0]).toEqual({
      code: 'may_missing',
      message: '“written”的“drop”没有写明谁可以办。',
      story: [],
    });
    expect(found({ states: (all) => (at(all, 'written/on/drop').meta = { may: ['unit', '路人'] }) })).toEqual([
      { code: 'may_unknown', message: '“written”的“drop”写了没有定义的关系“路人”。', story: [] },
    ]);
    const always = found({ states: (all) => (at(all, 'written').always = [{ target: 'sent', guard: 'ownEntry' }]) });
    expect(always.map(({ message }) => message)).toContain('“written”的“自动转移”没有写明谁可以办。');
    const atRoot = found({ machine: { on: { drop: { target: '.dropped' } } } });
    expect(atRoot.map(({ message }) => message)).toContain('“slip”的“drop”没有写明谁可以办。');
  });

  it('states and events without words, and words for none', () => {
    const messages = (change: (words: Config) => void) =>
      found({ words: change }).map((one) => `${one.code} ${one.message}`);
    expect(messages((told) => delete at(told, 'states').sent)).toEqual([
      'state_without_words 状态“sent”没有中文名称。',
    ]);
    expect(messages((told) => (at(told, 'states').lost = '遗失'))).toEqual([
      'words_without_state 有“lost”的中文名称，却没有这个状态。',
    ]);
    expect(messages((told) => delete at(told, 'events').drop)).toEqual([
      'event_without_words 事件“drop”没有中文名称。',
    ]);
    expect(messages((told) => (at(told, 'events/drop').past = ''))).toEqual([
      'event_without_words 事件“drop”没有中文名称。',
    ]);
    expect(messages((told) => (at(told, 'events/drop').label = ''))).toEqual([
      'event_without_words 事件“drop”没有中文名称。',
    ]);
    expect(messages((told) => (at(told, 'events').burn = at(told, 'events/drop')))).toEqual([
      'words_without_event 有“burn”的中文名称，却没有状态接受这个事件。',
    ]);
    expect(messages((told) => (at(told, 'events/send').payload = { at: text('日期'), note: text('内容') }))).toEqual([
      'field_shadowed “送出”的内容项“at”与系统填写的同名，会被盖掉。',
    ]);
  });

  it('guards that are not there or have no name, and then walks no further', () => {
    const take = (guard: unknown) => found({ states: (all) => (at(all, 'sent/on/take').guard = guard) });
    expect(take('notThere')).toEqual([
      { code: 'guard_missing', message: '“sent”的“take”用了没有定义的条件“notThere”。', story: [] },
    ]);
    expect(take({ type: 'notThere' })).toMatchObject([{ code: 'guard_missing' }]);
    expect(take({ type: 'notSender' })).toEqual([]);
    expect(take(() => true)).toEqual([
      { code: 'guard_unnamed', message: '“sent”的“take”的条件没有名称，无法查验它看了什么。', story: [] },
    ]);
    const root = found({ machine: { always: [{ guard: 'notThere', meta: may('system') }] } });
    expect(root).toMatchObject([{ message: '“slip”的“自动转移”用了没有定义的条件“notThere”。' }]);
  });

  it('a clock or a job of the machine’s own', () => {
    const after = { 1000: { target: 'dropped', meta: may('system') } };
    expect(found({ states: (all) => (at(all, 'sent').after = after) })).toContainEqual({
      code: 'clock_or_job',
      message: '状态“sent”自带定时或后台作业，重启后会丢失。',
      story: [],
    });
    const invoke = { src: 'job' };
    expect(codes({ machine: { invoke } })).toContain('clock_or_job');
  });
});

describe('of what can be reached the proof finds', () => {
  it('a state that leads to no end, told from the start', () => {
    const [fault, ...more] = found({
      states: (all) => (at(all, 'sent').on = { 'deadline.answer': { meta: may('system') } }),
      words: (told) => ['take', 'takeOwn', 'giveBack'].forEach((type) => delete at(told, 'events')[type]),
    });
    expect(fault).toEqual({
      code: 'no_end',
      message: '到了“已送出”，无论怎么办都到不了终点。',
      story: ['开始：待送出。', '1. 甲（本单位）送出了便条，结果：已送出。'],
    });
    expect(more).toEqual([{ code: 'dead_state', message: '状态“已收下”永远到不了。', story: [] }]);
  });

  it('no fault in a state that rests for good, marked as an end', () => {
    const rest = (all: Config): void => {
      all.taken = { tags: 'end', entry: setDeadline('answer', null) };
    };
    expect(found({ states: rest })).toEqual([]);
    expect(codes({ states: (all) => (all.taken = { entry: setDeadline('answer', null) }) })).toEqual(['no_end']);
  });

  it('an event nobody can cause, and a transition that never happens', () => {
    const never = { guards: { never: () => false } };
    const nobody = found({ ...never, states: (all) => (at(all, 'written/on/drop').guard = 'never') });
    expect(nobody.map(({ message }) => message)).toEqual([
      '“作废”在任何情形下都没有人能办。',
      '状态“已作废”永远到不了。',
    ]);
    const hidden = { target: 'dropped', guard: 'never', meta: may('unit') };
    expect(found({ ...never, states: (all) => (at(all, 'sent/on').drop = hidden) })).toEqual([
      { code: 'dead_transition', message: '处于“已送出”时的“作废”永远不会发生。', story: [] },
    ]);
    const unnamed = found({
      ...never,
      states: (all) => (at(all, 'sent/on').drop = hidden),
      words: (told) => delete at(told, 'states').sent,
    });
    expect(unnamed.map(({ message }) => message)).toContain('处于“sent”时的“作废”永远不会发生。');
  });

  it('a state that the page would show without a word', () => {
    const [fault] = found({ words: (told) => (at(told, 'states').sent = '') });
    expect(fault).toEqual({
      code: 'state_without_words',
      message: '状态“"sent"”在页面上没有任何文字。',
      story: ['开始：待送出。', '1. 甲（本单位）送出了便条，结果：sent。'],
    });
  });

  it('no fault in a passage that is left at once', () => {
    const passage = (all: Config): void => {
      all.passage = { always: { target: 'sent', meta: may('system') } };
      at(all, 'written/on/send').target = 'passage';
    };
    expect(found({ states: passage, words: (told) => (at(told, 'states').passage = '') })).toEqual([]);
  });
});

describe('of what people may do the proof finds', () => {
  it('a sender who takes her own slip', () => {
    expect(found({ states: (all) => delete at(all, 'sent/on/take').guard })).toEqual([
      {
        code: 'own_approval',
        message: '提交人审核了自己提交的内容。',
        story: [
          '开始：待送出。',
          '1. 甲（本单位）送出了便条，结果：已送出。',
          '2. 甲（牵头办）收下了便条，结果：已收下。',
        ],
      },
    ]);
  });

  it('an own entry of the office taken without the mark 代填代审', () => {
    const [fault, ...more] = found({ states: (all) => delete at(all, 'sent/on/takeOwn').actions });
    expect(more).toEqual([]);
    expect(fault).toMatchObject({
      code: 'own_approval',
      message: '代填人审核了自己代填的内容，却没有标明代填代审。',
      story: [
        '开始：待送出。',
        '1. 甲（牵头办）送出了便条，结果：已送出。',
        '2. 甲（牵头办）收下了代填的便条，结果：已收下。',
      ],
    });
  });

  it('a guard that reads what the event carries', () => {
    const notSender = ({ context, event }: Told): boolean => event.note !== '无' && context.sender !== event.by.user;
    expect(found({ guards: { notSender } })).toEqual([
      {
        code: 'guard_reads_payload',
        message: '条件“notSender”看了事件内容“note”：页面还没有内容时就无法判断能不能办。',
        story: [],
      },
    ]);
  });

  it('a day left behind at the end, one that nobody answers, and one lost by a return', () => {
    const left = found({ states: (all) => delete at(all, 'taken').entry });
    expect(left).toMatchObject([{ code: 'deadline_left', message: '已到“已收下”，期限“answer”却没有撤销。' }]);
    expect(left[0]?.story).toHaveLength(3);
    const unanswered = found({
      states: (all) => delete at(all, 'sent/on')['deadline.answer'],
      words: (told) => delete at(told, 'events')['deadline.answer'],
    });
    expect(unanswered).toMatchObject([
      { code: 'deadline_unanswered', message: '处于“已送出”时期限“answer”到期，没有任何处理。' },
    ]);
    const lost = found({
      states: (all) => {
        at(all, 'sent/on').correct = { actions: setDeadline('answer', null), meta: may('unit') };
      },
      words: (told) => (at(told, 'events').correct = { label: '更正', past: '更正了便条', payload: {} }),
    });
    expect(lost).toMatchObject([
      {
        code: 'deadline_lost',
        message: '回到“已送出”后，原来的期限“answer”丢失了。',
        story: [
          '开始：待送出。',
          '1. 甲（本单位）送出了便条，结果：已送出。',
          '2. 甲（本单位）更正了便条，结果：已送出。',
        ],
      },
    ]);
  });
});

describe('a finding on paper', () => {
  it('stands with its code, and its story below it', () => {
    const finding = {
      code: 'no_end',
      message: '到不了终点。',
      story: ['开始：待送出。', '1. 系统记下到期，结果：已送出。'],
    };
    expect(printFinding(finding)).toBe(
      '到不了终点。〔no_end〕\n    开始：待送出。\n    1. 系统记下到期，结果：已送出。',
    );
  });

  it('names the system, who acts for whom, and all that a parallel state tells', () => {
    const parallel = slip({
      states: (all) => {
        at(all, 'sent').on = { 'deadline.answer': { target: 'both', meta: may('system') } };
        all.both = {
          type: 'parallel',
          states: { one: { initial: 'a', states: { a: {} } }, two: { initial: 'b', states: { b: {} } } },
        };
      },
      words: (told) => {
        Object.assign(at(told, 'states'), {
          both: '',
          'both.one': '',
          'both.two': '',
          'both.one.a': '一处',
          'both.two.b': '二处',
        });
        ['take', 'takeOwn', 'giveBack'].forEach((type) => delete at(told, 'events')[type]);
      },
    });
    const stuck = checkDefinition(parallel).find(({ message }) => message.includes('一处'));
    expect(stuck?.message).toBe('到了“一处，二处”，无论怎么办都到不了终点。');
    expect(stuck?.story.at(-1)).toBe('2. 系统记下到期，结果：一处，二处。');
  });
});

describe('who the walk sends and what with', () => {
  it('two persons for each relation, the office also on behalf, the system alone', () => {
    expect(sendersAs('system')).toEqual([{ by: { user: '系统', unit: null }, relation: 'system', onBehalf: false }]);
    expect(sendersAs('unit')).toEqual(
      ['甲', '乙'].map((user) => ({ by: { user, unit: 'unit-1' }, relation: 'unit', onBehalf: false })),
    );
    const told = (relation: 'coordinator' | 'consolidator' | 'superior' | 'admin') =>
      sendersAs(relation).map(({ by, onBehalf }) => `${by.user} ${by.unit}${onBehalf ? ' 代' : ''}`);
    expect(told('coordinator')).toEqual(['甲 office', '甲 office 代', '乙 office', '乙 office 代']);
    expect(told('consolidator')).toEqual(['甲 unit-1', '甲 unit-2', '乙 unit-1', '乙 unit-2']);
    expect([told('superior'), told('admin')]).toEqual([
      ['甲 superior', '乙 superior'],
      ['甲 office', '乙 office'],
    ]);
  });

  it('takes for the office’s act what it records, and what it puts together itself', () => {
    const [unit] = sendersAs('unit');
    const [consolidator] = sendersAs('consolidator');
    const [office] = sendersAs('coordinator');
    expect(isOffice(unit!, {})).toBe(false);
    expect(isOffice({ ...unit!, onBehalf: true }, {})).toBe(true);
    expect(isOffice(office!, {})).toBe(true);
    expect(isOffice(consolidator!, { consolidator: 'office' })).toBe(true);
    expect(isOffice(consolidator!, { consolidator: 'lead' })).toBe(false);
    expect(isOffice(unit!, { consolidator: 'office' })).toBe(false);
  });

  it('one sample of each field, and one more for every further choice', () => {
    const field = (name: string, kind: string, choices?: Record<string, string>) => ({
      name,
      label: name,
      kind,
      required: true,
      choices,
    });
    const kinds = ['text', 'day', 'number', 'id', 'ids', 'record', 'list', 'file'];
    const event = (payload: unknown[]) => ({ label: '送出', past: '送出了', approves: [], payload }) as never;
    expect(samplePayloads(event(kinds.map((kind) => field(kind, kind))))).toEqual([
      { text: '文字', day: '2026-06-30', number: 1, id: 'id-1', ids: ['id-1'], record: {}, list: [], file: 'file-1' },
    ]);
    expect(
      samplePayloads(event([field('on', 'flag'), field('by', 'choice', { 邮寄: '邮寄', 传真: '传真', 来人: '来人' })])),
    ).toEqual([
      { on: true, by: '邮寄' },
      { on: false, by: '邮寄' },
      { on: true, by: '传真' },
      { on: true, by: '来人' },
    ]);
    expect(samplePayloads(event([]))).toEqual([{}]);
  });

  it('all states below the machine but its history marks, each by its path', () => {
    const made = slip({ states: (all) => Object.assign(at(all, 'dropped'), { type: 'history' }) });
    expect(statesOf(made.machine).map(pathOf)).toEqual(['written', 'sent', 'taken']);
    const [first] = explore(slip()).configurations;
    expect(leavesOf(first!.snapshot).map(pathOf)).toEqual(['written']);
    expect(mayOf({ meta: undefined } as never)).toEqual([]);
    expect(mayOf({ meta: { may: 'unit' } } as never)).toEqual([]);
    expect(mayOf({ meta: may('unit') } as never)).toEqual(['unit']);
  });
});

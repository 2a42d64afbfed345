import { createMachine, type AnyStateMachine } from 'xstate';
import { catalogue, definitions, type Definition } from '../../workflows/catalogue.js';
import { Definitions } from '../../src/engine/definitions.js';

type Config = Record<string, unknown>;

const v1 = catalogue['measure@1'];

function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)])) as T;
}

/**
 * A second version of the measure, for tests alone: the first stage is called otherwise, the work carries a third part
 * (an audit), the gathering of units' texts is gone without saying what became of it, and a word is known that was not.
 */
function secondMachine(): AnyStateMachine {
  const config = copy(v1.machine.config) as unknown as Config;
  const { mobilisation, ...states } = config.states as Record<string, Config>;
  const may = { may: ['coordinator'] };
  const implementation = states.implementation!.states as Config;
  implementation.audit = {
    initial: 'none',
    states: { none: { on: { askAudit: { target: 'asked', meta: may } } }, asked: {} },
  };
  const evaluation = states.evaluation!;
  delete (evaluation.states as Config).unitTexts;
  const whole = { ...config, initial: 'preparation', states: { preparation: mobilisation, ...states } };
  evaluation.initial = 'consolidation';
  return createMachine(whole as never).provide(v1.machine.implementations as never) as AnyStateMachine;
}

const { mobilisation, ...words } = v1.states;

export const measureV2: Definition = {
  ...v1,
  ...{ id: 'measure@2', version: 2, machine: secondMachine() },
  states: { ...words, preparation: mobilisation!, 'implementation.audit.asked': '审计中' },
  upgrades: {
    'measure@1': { states: { mobilisation: 'preparation' }, context: (old) => ({ ...old, audited: false }) },
  },
};

/** The product's definitions and the second measure. */
export const withSecondMeasure = new Definitions([...definitions(), measureV2]);

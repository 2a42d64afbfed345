import type { AnyStateMachine } from 'xstate';

export type FieldKind = 'text' | 'day' | 'choice' | 'flag' | 'number' | 'id' | 'ids' | 'record' | 'list' | 'file';

/** The words and kind of one payload field. */
export interface FieldWords {
  label: string;
  kind: FieldKind;
  /** For `choice`: value → Chinese. */
  choices?: Readonly<Record<string, string>>;
}

export interface PayloadField extends FieldWords {
  name: string;
  required: boolean;
}

/** What the user reads about an event, and what it carries. */
export interface EventWords {
  /** On the button: 印发. */
  label: string;
  /** In the record, after the actor's name: 印发了计划. */
  past: string;
  payload: readonly PayloadField[];
  /** The events whose sender must not be the one to send this (提交人不得审核), but for the marked own-entry way. */
  approves: readonly string[];
}

/** How the instances of an older version of a machine may move to this one. */
export interface Upgrade {
  /** Dotted path of a state there → of a state here; a state without an entry keeps its path. */
  states: Readonly<Record<string, string>>;
  /** What is known of the instance here, from what was known of it there; as it was, where not given. */
  context?: (before: Readonly<Record<string, unknown>>) => object;
}

/** One version of one machine with its words. */
export interface Definition {
  /** `name@version`, as recorded on every instance. */
  id: string;
  name: string;
  version: number;
  machine: AnyStateMachine;
  /** Chinese name of the kind of thing: 计划. */
  title: string;
  /** What the record says of the start, after the actor's name: 导入了计划. */
  started: string;
  /** Dotted path of the state → Chinese; '' where a parallel region has nothing to tell. */
  states: Readonly<Record<string, string>>;
  events: Readonly<Record<string, EventWords>>;
  /** Example inputs that between them reach every state: the definition is proved from these. */
  starts: readonly object[];
  /** By the id of the older version. */
  upgrades?: Readonly<Record<string, Upgrade>>;
}

type FieldEntry<V> = FieldWords & (undefined extends V ? { optional: true } : { optional?: false });

/** Words for every event and field of a payload table; the compiler refuses a missing one. */
export type EventTable<P> = {
  readonly [T in keyof P & string]: {
    label: string;
    past: string;
    approves?: readonly (keyof P & string)[];
    payload: { readonly [F in keyof P[T] & string]-?: FieldEntry<P[T][F]> };
  };
};

interface LooseEntry {
  label: string;
  past: string;
  approves?: readonly string[];
  payload: Readonly<Record<string, FieldWords & { optional?: boolean }>>;
}

/** The words of a machine's version, checked against its payload table P. */
export interface Words<P> {
  title: string;
  started: string;
  states: Readonly<Record<string, string>>;
  events: EventTable<P>;
}

function eventWords({ label, past, approves = [], payload }: LooseEntry): EventWords {
  const fields = Object.entries(payload).map(([name, { optional, ...words }]) => ({
    ...words,
    name,
    required: !optional,
  }));
  return { label, past, approves, payload: fields };
}

/** A definition from its machine (whose id is the name), words, and example inputs. */
export function define<P>(
  machine: AnyStateMachine,
  version: number,
  words: Words<P>,
  starts: readonly object[],
): Definition {
  const { title, started, states } = words;
  const entries = Object.entries<LooseEntry>(words.events);
  const events = Object.fromEntries(entries.map(([type, entry]) => [type, eventWords(entry)]));
  const identity = { id: `${machine.id}@${version}`, name: machine.id, version, machine };
  return { ...identity, title, started, states, events, starts };
}

/** A payload field that is a text. */
export const text = (label: string) => ({ label, kind: 'text' as const });
/** A payload field that is a day, 'YYYY-MM-DD'. */
export const day = (label: string) => ({ label, kind: 'day' as const });
/** A payload field that is yes or no. */
export const flag = (label: string) => ({ label, kind: 'flag' as const });
/** A payload field that is a number. */
export const number = (label: string) => ({ label, kind: 'number' as const });
/** A payload field that is the id of a unit, a person or a matter. */
export const id = (label: string) => ({ label, kind: 'id' as const });
/** A payload field that is several ids. */
export const ids = (label: string) => ({ label, kind: 'ids' as const });
/** A payload field that is an object of the feature. */
export const record = (label: string) => ({ label, kind: 'record' as const });
/** A payload field that is several objects of the feature. */
export const list = (label: string) => ({ label, kind: 'list' as const });
/** A payload field that is a stored file. */
export const file = (label: string) => ({ label, kind: 'file' as const });
/** A payload field that is one of `choices` (value → Chinese). */
export const choice = (label: string, choices: Record<string, string>) => ({ label, kind: 'choice' as const, choices });
/** The same field, which an event may leave out. */
export const optional = <F extends FieldWords>(field: F) => ({ ...field, optional: true as const });

/** By which channel a unit's act reaches the office. */
export const CHANNELS = { 纸质: '纸质', QQ: 'QQ', 电话: '电话', 传真: '传真', 公文系统: '公文系统' };

import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import { definition, type DefinitionId } from '../../workflows/catalogue.js';
import type { Relation, TransitionMeta } from '../../workflows/relations.js';

/** Somebody in a story: who, of which unit, standing how to the matter. */
export interface Person {
  user: string;
  unit: string | null;
  relation: Relation;
  onBehalf?: boolean;
}

type Effect = { type: string; params: unknown };

/** One instance of a machine in a story: events by people on days, with what came of them. */
export class Course {
  readonly effects: Effect[] = [];
  private snapshot: AnyMachineSnapshot;
  private today = '2026-03-31';

  constructor(
    private readonly id: DefinitionId,
    input: object,
  ) {
    const [snapshot, actions] = initialTransition(definition(id).machine, input as never);
    this.snapshot = this.stored(snapshot as AnyMachineSnapshot);
    this.effects.push(...actions);
  }

  /** The business day of what follows. */
  on(day: string): this {
    this.today = day;
    return this;
  }

  /** Whether the machine takes the event from this person now, without any payload, as a button would ask. */
  may(person: Person, type: string): boolean {
    const taken = definition(this.id).machine.getTransitionData(this.snapshot, this.event(person, type, {}));
    const { relation } = person;
    return taken.length > 0 && taken.every((one) => (one.meta as TransitionMeta).may.includes(relation));
  }

  /** Sends an event; throws when the machine does not take it from this person. */
  does(person: Person, type: string, payload: object = {}): this {
    if (!this.may(person, type)) throw new Error(`${person.user} may not ${type} in ${this.state}`);
    const [next, actions] = transition(definition(this.id).machine, this.snapshot, this.event(person, type, payload));
    this.snapshot = this.stored(next as AnyMachineSnapshot);
    this.effects.push(...actions);
    return this;
  }

  /** Paths of the innermost states in the machine's order, joined by '+'. */
  get state(): string {
    const inOrder = [...this.snapshot._nodes].sort((a, b) => a.order - b.order);
    const leaves = inOrder.filter((node) => Object.keys(node.states).length === 0);
    return leaves.map((node) => node.path.join('.')).join('+');
  }

  get context(): Record<string, unknown> {
    return this.snapshot.context as Record<string, unknown>;
  }

  get isOver(): boolean {
    return this.snapshot.status === 'done';
  }

  /** Done with for now: what stands there can still be taken up again. */
  get isAtEnd(): boolean {
    return this.snapshot.hasTag('end');
  }

  /** The day a deadline fires, as last set; null when cleared or never set. */
  deadline(name: string): string | null {
    const set = this.effects.filter(({ type }) => type === 'setDeadline').map((one) => one.params);
    const last = (set as { name: string; on: string | null }[]).findLast((one) => one.name === name);
    return last?.on ?? null;
  }

  /** Keys of the notices asked for, in order. */
  get notices(): string[] {
    return this.effects.filter(({ type }) => type === 'notify').map(({ params }) => (params as { text: string }).text);
  }

  /** As the engine keeps it between two events: written as JSON and read back, history included. */
  private stored(snapshot: AnyMachineSnapshot): AnyMachineSnapshot {
    const { machine } = definition(this.id);
    const text = JSON.stringify(machine.getPersistedSnapshot(snapshot));
    return machine.restoreSnapshot(JSON.parse(text), {} as never) as AnyMachineSnapshot;
  }

  private event(person: Person, type: string, payload: object) {
    const { user, unit, relation, onBehalf = false } = person;
    return { ...payload, type, by: { user, unit }, relation, onBehalf, at: this.today };
  }
}

/** The people of most stories. */
export const people = {
  /** Two persons of the office. */
  coordinator: { user: '农民工办-1', unit: '农民工办', relation: 'coordinator' },
  colleague: { user: '农民工办-2', unit: '农民工办', relation: 'coordinator' },
  liaison: { user: '市教育局联络员', unit: '市教育局', relation: 'unit' },
  leader: { user: '市教育局领导', unit: '市教育局', relation: 'unit.leader' },
  responsible: { user: '市教育局联络员', unit: '市教育局', relation: 'responsible' },
  supporting: { user: '市财政局联络员', unit: '市财政局', relation: 'supporting' },
  lead: { user: '市教育局联络员', unit: '市教育局', relation: 'consolidator' },
  superior: { user: '省厅接收人', unit: '省人力资源和社会保障厅', relation: 'superior' },
  admin: { user: '管理员', unit: '农民工办', relation: 'admin' },
  system: { user: 'system', unit: null, relation: 'system' },
} satisfies Record<string, Person>;

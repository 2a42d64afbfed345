import type { Definitions } from '../../definitions.js';
import { stateWords } from '../../step.js';
import type { Finding } from '../finding.js';
import { keyOf, takePicture, type Picture } from './picture.js';
import { faultOf, type Fault, type Step } from './rules.js';
import { isWait, type Act, type Scenario, type Wait } from './scenario.js';
import type { Trial } from './trial.js';

/** One finding, or none; how many steps were taken and looked at. */
export interface Walked {
  finding: Finding | null;
  steps: number;
}

/**
 * Tries every order of a scenario's acts, first all stories of one step, then of two, and so on: the first fault found is
 * one of the shortest. A moment met before with as many steps left is not walked again.
 */
export class Walk {
  private met = new Map<string, number>();
  private steps = 0;
  private readonly offered = new Map<string, boolean>();

  constructor(
    private readonly trial: Trial,
    private readonly definitions: Definitions,
    private readonly scenario: Scenario,
  ) {}

  async run(): Promise<Walked> {
    const { trial, scenario } = this;
    await trial.engine.execute({ actor: OFFICE_ITSELF }, [...scenario.starts]);
    const start = await takePicture(trial.tx, trial.day);
    for (let steps = 1; steps <= scenario.steps; steps++) {
      this.met = new Map();
      const finding = await this.below(start, steps, [`开始：${this.describe(null, start)}。`]);
      if (finding) return { finding, steps: this.steps };
    }
    return { finding: null, steps: this.steps };
  }

  private async below(before: Picture, left: number, story: string[]): Promise<Finding | null> {
    for (const act of this.scenario.acts) {
      const finding = await this.trial.andBack(() => this.tryOne(before, act, left, story));
      if (finding) return finding;
    }
    return null;
  }

  private async tryOne(before: Picture, act: Act | Wait, left: number, story: string[]): Promise<Finding | null> {
    if (!(await this.isOffered(before, act))) return null;
    const refusal = await this.trial.take(act);
    if (refusal) return BLOCKS.has(refusal.code) && !isWait(act) ? this.blocked(before, act, story) : null;
    const after = await takePicture(this.trial.tx, this.trial.day);
    this.steps++;
    const step = { scenario: this.scenario, before, act, after };
    const told = [...story, `${story.length}. ${this.tell(step)}`];
    const fault = faultOf(step);
    if (fault) return finding(fault, told);
    if (left === 1) return null;
    const key = keyOf(after);
    if ((this.met.get(key) ?? 0) >= left) return null;
    this.met.set(key, left);
    return this.below(after, left - 1, told);
  }

  /** The button is shown to this person. It follows from the instance, and from where the others stand. */
  private async isOffered({ instances }: Picture, act: Act | Wait): Promise<boolean> {
    if (isWait(act)) return true;
    const own = instances.find(({ id }) => id === act.instance);
    const states = instances.map(({ state }) => state).join();
    const key = [act.actor.user, act.instance, act.type, own?.snapshot, states].join();
    const known = this.offered.get(key);
    if (known !== undefined) return known;
    const { events } = await this.trial.engine.offers(act.instance, act.actor);
    this.offered.set(key, events.includes(act.type));
    return events.includes(act.type);
  }

  /** An act that is offered, but which what follows from it makes impossible. */
  private blocked(before: Picture, act: Act, story: string[]): Finding {
    const told = `${story.length}. ${this.who(act)}${this.what(act, before)}，结果：没有办成。`;
    return finding({ code: 'act_blocked', message: '能办的事办不成：随之而来的办理被拒绝。' }, [...story, told]);
  }

  private tell({ before, act, after }: Step): string {
    if (isWait(act)) return `到了 ${act.until}，结果：${this.describe(before, after)}。`;
    return `${this.who(act)}${this.what(act, before)}，结果：${this.describe(before, after)}。`;
  }

  private who({ actor, onBehalf }: Act): string {
    return `${actor.name}${onBehalf ? '代' : ''}`;
  }

  private what({ instance, type }: Act, { instances }: Picture): string {
    const machine = instances.find(({ id }) => id === instance)?.machine ?? '';
    return `${this.definitions.current(machine).events[type]?.past ?? type}〔${this.scenario.names[instance]}〕`;
  }

  /** The states that changed, in words; all of them at the start. */
  private describe(before: Picture | null, after: Picture): string {
    const was = new Map(before?.instances.map(({ id, state }) => [id, state]));
    const changed = after.instances.filter(({ id, state }) => this.scenario.names[id] && was.get(id) !== state);
    const words = changed.map(({ id, machine, state }) => {
      return `${this.scenario.names[id]}${stateWords(this.definitions.current(machine), state)}`;
    });
    return words.join('；') || '状态不变';
  }
}

/** A machine's own refusals; a feature that refuses in words of its own does so on purpose. */
const BLOCKS = new Set(['not_now', 'not_allowed', 'not_found', 'stale_revision']);

/** Stands behind the starts of a scenario. */
const OFFICE_ITSELF = { user: 'u-office', name: '甲（牵头办）', unit: 'office', roles: ['coordinator'] };

function finding({ code, message }: Fault, story: string[]): Finding {
  return { code, message, story };
}

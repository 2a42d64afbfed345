import { Injectable } from '@nestjs/common';
import { countColours } from '../domain/lights/light.js';
import type { Colour, LightRuleSet } from '../domain/lights/rule-set.js';
import { Engine } from '../engine/engine.js';
import { PastRecords, type Past } from '../engine/past.js';
import type { Actor } from '../engine/types.js';
import { calendarOf } from '../organization/calendar.service.js';
import { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { readSeed } from '../shared/seeds.js';
import { planNameSql } from '../shared/plan-names.js';
import { readsEveryLedger } from './access.js';
import { assess } from './assess.js';
import type { DutyLine, DutyRow } from './duty-line.js';
import { readDuties, type DutyQuery } from './ledger.query.js';
import { planFacts } from './plan-facts.js';
import { sorted, type SortKey } from './sorting.js';

export type { DutyLine, DutyRow } from './duty-line.js';
export { filtersOf, LedgerQueryDto } from './ledger.dto.js';

export interface LedgerFilters extends Omit<DutyQuery, 'reportedBy' | 'planId'> {
  colour?: Colour;
  overdueOnly?: boolean;
  sort?: SortKey;
}

export interface LedgerRows {
  lines: DutyLine[];
  /** Over all rows found, before the light is filtered. */
  colours: Record<Colour, number>;
}

/** Events replayed while somebody waits: some seconds. */
export const MOST_AT_A_PAGE = 60_000;

/** 台账: one row per measure and unit, with its light. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly past: PastRecords,
  ) {}

  /**
   * The rows of one plan as they stood at the end of a day, by the record of that day; for those who may read the plan
   * today. Refusals: not_found, day_not_yet, no_record_then, log_too_long.
   */
  async rowsAsOf(planId: string, day: string, filters: LedgerFilters, actor: Actor): Promise<LedgerRows> {
    await this.refuseForeign(planId, actor);
    const today = await this.engine.today(planId);
    refuseFuture(day, today);
    if (day === today) return this.rows(planId, filters, actor);
    const work = ({ database, engine }: Past) =>
      new LedgerService(database, engine, this.past).rows(planId, filters, actor);
    return this.past.use(planId, day, work, MOST_AT_A_PAGE);
  }

  /**
   * The rows of one plan, or of all ('all'), that a person may see; the newest year unless a cycle is named.
   * Refusal: not_found for a plan that the person has no part in.
   */
  async rows(planId: string, filters: LedgerFilters, actor: Actor): Promise<LedgerRows> {
    const { colour, overdueOnly, sort, ...query } = filters;
    if (planId !== 'all') await this.refuseForeign(planId, actor);
    const scope = planId === 'all' ? {} : { planId };
    const duties = await readDuties(this.database.reader, { ...query, ...scope, reportedBy: null }, actor);
    const all = await this.judged(duties, null);
    const lines = all.filter((line) => (!colour || line.light.colour === colour) && (!overdueOnly || isOverdue(line)));
    return { lines: sorted(lines, sort ?? 'plan'), colours: countColours(all.map((line) => line.light)) };
  }

  /**
   * All duties of one year's cycle as of the end of a day, for papers, by the present record: reports received later are
   * left out, and what was closed later counts as open. Due days and assignments are those of today.
   */
  async asOf(planId: string, cycleId: string, day: string): Promise<DutyLine[]> {
    const today = await this.engine.today(planId);
    const reportedBy = day < today ? day : null;
    return this.judged(await readDuties(this.database.reader, { planId, cycleId, reportedBy }, null), day);
  }

  /** Units with a part in what the person sees, of one plan where it is named, for the filter; plans likewise. */
  async choices(actor: Actor, planId: string | null = null): Promise<{ plans: Choice[]; units: Choice[] }> {
    const own = readsEveryLedger(actor)
      ? ''
      : 'WHERE a.measure_id IN (SELECT measure_id FROM assignment WHERE unit_id = ?)';
    const params = own ? [actor.unit ?? ''] : [];
    const read = this.database.reader;
    const among = (column: string) => `id IN (SELECT a.${column} FROM assignment a ${own})`;
    const ofPlan = planId === null ? '' : 'AND id IN (SELECT unit_id FROM assignment WHERE plan_id = ?)';
    const units = `SELECT id, name AS label FROM unit WHERE ${among('unit_id')} ${ofPlan} ORDER BY kind, name`;
    const plans = `SELECT id, ${planNameSql('plan')} AS label FROM plan WHERE ${among('plan_id')} ORDER BY title, id`;
    const unitParams = planId === null ? params : [...params, planId];
    return { units: await read.all<Choice>(units, unitParams), plans: await read.all<Choice>(plans, params) };
  }

  private async judged(duties: DutyRow[], day: string | null): Promise<DutyLine[]> {
    const rules = lightRules();
    const calendar = await calendarOf(this.database.reader);
    const facts = new Map<string, Awaited<ReturnType<typeof planFacts>>>();
    const lines: DutyLine[] = [];
    for (const duty of duties) {
      const known = facts.get(duty.cycleId) ?? (await this.factsOf(duty, day));
      facts.set(duty.cycleId, known);
      lines.push(assess(duty, known, rules, calendar));
    }
    return lines;
  }

  private async factsOf({ planId, cycleId }: DutyRow, day: string | null) {
    const today = day ?? (await this.engine.today(planId));
    return planFacts(this.database.reader, { planId, cycleId, today });
  }

  private async refuseForeign(planId: string, actor: Actor): Promise<void> {
    if (await mayRead(this.database.reader, planId, actor)) return;
    throw new Refusal('not_found', '没有找到该计划的台账。', { cure: '请从台账列表进入。' });
  }
}

interface Choice {
  id: string;
  label: string;
}

/** Refusal: day_not_yet. */
export function refuseFuture(day: string, today: string): void {
  if (day <= today) return;
  throw new Refusal('day_not_yet', `截至日 ${day} 还没有到，本计划的今天是 ${today}。`, {
    place: '截至日',
    cure: '请选择今天或更早的日期。',
  });
}

/** A coordinator, auditor or superior reads any plan; people of a unit those in which it has work. */
async function mayRead(read: Reader, planId: string, actor: Actor): Promise<boolean> {
  if (readsEveryLedger(actor)) return (await read.get('SELECT id FROM plan WHERE id = ?', [planId])) !== undefined;
  const sql = 'SELECT id FROM assignment WHERE plan_id = ? AND unit_id = ? LIMIT 1';
  return (await read.get(sql, [planId, actor.unit ?? ''])) !== undefined;
}

/** Past its due day and not done: the status word's 逾期, or a red light. */
function isOverdue(line: DutyLine): boolean {
  return line.statusWord === '逾期' || line.light.situation === 'overdue' || line.light.situation === 'longOverdue';
}

function lightRules(): LightRuleSet {
  const seed = readSeed<{ default: string; ruleSets: LightRuleSet[] }>('light-rules');
  const chosen = seed.ruleSets.find((rules) => `${rules.id}@${rules.version}` === seed.default);
  if (!chosen) throw new Refusal('light_rules_invalid', '没有找到默认的亮灯规则。', { place: seed.default });
  return chosen;
}

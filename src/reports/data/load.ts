import { In } from 'typeorm';
import { printedTarget } from '../../domain/figures/striven.js';
import { ownWords } from '../../domain/plan/own-columns.js';
import type { Command } from '../../engine/types.js';
import type { LedgerService } from '../../ledger/ledger.service.js';
import { Unit } from '../../organization/organization.entities.js';
import type { Reader } from '../../persistence/tx.js';
import { Cycle, Indicator, Plan, PlanDraftRow } from '../../plans/plans.entities.js';
import { Refusal } from '../../shared/errors.js';
import { readDesignations } from './designations.js';
import { readFigures } from './figures.js';
import { readOrders } from './orders.js';
import { readPackets, readRounds } from './packets.js';
import { plannedDuties } from './planned.js';
import type { IndicatorRecord, PlanRecord, ReportData, UnitRecord } from './report-data.js';

/**
 * The record of one year of a plan as of the end of `day`: what was received by then, corrections made by then, measures
 * closed by then. Assignments, due days and the register of units are today's. Refusals: not_found, plan_not_issued.
 */
export async function loadReportData(
  read: Reader,
  ledger: LedgerService,
  planId: string,
  day: string,
): Promise<ReportData> {
  const plan = await planOf(read, planId);
  const cycle = await cycleOf(read, planId, day);
  const units = await unitsOf(read);
  const rounds = await readRounds(read, cycle.id, day);
  const packets = await readPackets(read, rounds, units, day);
  return {
    ...{ plan, cycle, day, units, rounds, packets },
    office: officeOf(plan, units),
    duties: await ledger.asOf(planId, cycle.id, day),
    printed: await printedOf(read, planId),
    indicators: await indicatorsOf(read, planId),
    orders: await readOrders(read, planId, day),
    designations: await readDesignations(read, cycle.id),
    figures: await readFigures(read, planId, packets, day),
  };
}

/** A confirmed plan that is not issued yet: its duties as issuing would start them, nothing reported. Refusal: not_found. */
export async function loadPlannedData(
  read: Reader,
  planId: string,
  commands: Command[],
  day: string,
): Promise<ReportData> {
  const plan = await planOf(read, planId);
  const units = await unitsOf(read);
  return {
    ...{ plan, day, units, rounds: [], packets: [], indicators: [], orders: [], figures: [], designations: [] },
    ...plannedDuties(plan, commands, units),
    office: officeOf(plan, units),
    printed: await printedOf(read, planId),
  };
}

async function planOf(read: Reader, id: string): Promise<PlanRecord> {
  const plan = await read.manager.findOneBy(Plan, { id });
  if (!plan) throw new Refusal('not_found', '没有找到该计划。', { cure: '请从计划列表进入。' });
  const { title, docNumber, issuers, issuedOn, region, level, recipient, basis, counties } = plan;
  return { id, title, number: docNumber, issuers, issuedOn, region, level, recipient, basis, counties };
}

/** The year that the day lies in, else the latest begun before it, else the first. */
async function cycleOf(read: Reader, planId: string, day: string): Promise<ReportData['cycle']> {
  const cycles = await read.manager.find(Cycle, { where: { planId }, order: { year: 'DESC' } });
  const cycle = cycles.find((one) => one.year <= Number(day.slice(0, 4))) ?? cycles.at(-1);
  if (!cycle) {
    throw new Refusal('plan_not_issued', '计划尚未印发并分办，没有可以成文的内容。', {
      place: planId,
      cure: '请先确认并印发计划。',
    });
  }
  const { id, year, state, phases } = cycle;
  return { id, year, state, phases };
}

async function unitsOf(read: Reader): Promise<Map<string, UnitRecord>> {
  const units = await read.manager.find(Unit);
  return new Map(units.map(({ id, name, fullName, kind }) => [id, { id, name, fullName, kind }]));
}

/** The office of the plan's place, else the only one there is, else named after the place. */
function officeOf(plan: PlanRecord, units: Map<string, UnitRecord>): ReportData['office'] {
  const offices = [...units.values()].filter((unit) => unit.kind === 'office');
  const own =
    offices.find((unit) => plan.region !== null && unit.fullName.startsWith(plan.region)) ??
    (plan.region ? undefined : offices[0]);
  if (own) return { id: own.id, name: own.fullName };
  return { id: null, name: `${plan.region ?? ''}农民工工作领导小组办公室` };
}

async function printedOf(read: Reader, planId: string): Promise<ReportData['printed']> {
  const row = await read.manager.findOneBy(PlanDraftRow, { planId });
  const measures = row?.reading.measures ?? [];
  return new Map(
    measures.map(({ key, targets, conditions, due, openGroups, groups, own }) => [
      key,
      {
        targets: targets.map(printedTarget),
        conditions: conditions.map((condition) => condition.raw),
        due,
        openGroups: (groups ?? openGroups).map((group) => group.surface),
        own: ownWords(own),
      },
    ]),
  );
}

/** What the office's own columns hold of the measures of some plans, by plan and key of the measure in its draft. */
export async function ownColumnsOf(read: Reader, planIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await read.manager.findBy(PlanDraftRow, { planId: In([...new Set(planIds)]) });
  return new Map(
    rows.flatMap(({ planId, reading }) =>
      reading.measures.map(({ key, own }): [string, string] => [`${planId}|${key}`, ownWords(own)]),
    ),
  );
}

async function indicatorsOf(read: Reader, planId: string): Promise<IndicatorRecord[]> {
  const rows = await read.manager.find(Indicator, { where: { planId }, order: { position: 'ASC', id: 'ASC' } });
  return rows.map((row) => {
    const {
      id,
      measureId: measureKey,
      forPlan,
      name,
      definition,
      unit,
      aggregation,
      op,
      target,
      raw,
      hard,
      reporters,
      position,
    } = row;
    const accumulation = row.extra?.accumulation === 'period' ? 'period' : 'cumulative';
    return {
      id,
      measureKey,
      forPlan,
      name,
      definition,
      unit,
      aggregation,
      op,
      target,
      raw,
      hard,
      reporters,
      position,
      accumulation,
    };
  });
}

import { windowsWords } from '../../domain/plan/condition-words.js';
import type { Command, StartCommand } from '../../engine/types.js';
import type { DutyLine } from '../../ledger/ledger.service.js';
import type { Assignment, Measure } from '../../measures/measures.entities.js';
import type { Plan } from '../../plans/plans.entities.js';
import type { ReportData, UnitRecord } from './report-data.js';

const NOT_YET = { colour: '灰', word: '未启动', sentence: '尚未印发。', rule: '', situation: 'unknown' } as const;

/** What issuing a confirmed plan would start, as the rows of its 任务分解表: the same commands, not yet run. */
export function plannedDuties(
  plan: Pick<Plan, 'id' | 'title'>,
  commands: Command[],
  units: Map<string, UnitRecord>,
): Pick<ReportData, 'cycle' | 'duties'> {
  const starts = commands.filter((command): command is StartCommand => command.kind === 'start');
  const of = (machine: string) => starts.filter((start) => start.machine === machine);
  const known = new Map([...units, ...of('unit').map((start) => [start.id, unitOf(start)] as const)]);
  const measures = new Map(of('measure').map((start) => [start.id, start.input as unknown as Measure]));
  const [cycle] = of('cycle');
  const { year, phases } = cycle!.input as unknown as Pick<ReportData['cycle'], 'year' | 'phases'>;
  const duties = of('assignment').map((start): DutyLine => {
    const assignment = start.input as unknown as Assignment;
    const measure = measures.get(assignment.measureId)!;
    return planned(start.id, plan, year, measure, assignment, known.get(assignment.unitId)!);
  });
  return { cycle: { id: cycle!.id, year, state: 'mobilisation', phases }, duties };
}

function unitOf({ id, input }: StartCommand): UnitRecord {
  const { name, fullName, kind } = input as unknown as UnitRecord;
  return { id, name, fullName, kind };
}

function planned(
  id: string,
  plan: Pick<Plan, 'id' | 'title'>,
  year: number,
  measure: Measure,
  assignment: Assignment,
  unit: UnitRecord,
): DutyLine {
  const { draftKey, position, no, title, content, heading, consolidator, leadUnit, cycleId } = measure;
  const { measureId, unitId, role, isLead, followsLead, due, duePresumed, dutyFrom } = assignment;
  const report = { ackOn: null, status: null, progress: null, text: null, issues: null, nextStep: null };
  const closing = {
    result: null,
    closedOn: null,
    summary: null,
    selfReviewed: false,
    reportedOn: null,
    packetId: null,
  };
  return {
    ...{ id, planId: plan.id, planTitle: plan.title, cycleId, year, measureId, draftKey, position, no, title, content },
    ...{ heading, track: measure.track as DutyLine['track'], consolidator, leadUnit, measureState: 'mobilisation' },
    ...{ unitId, unitName: unit.name, unitFullName: unit.fullName, unitKind: unit.kind },
    ...{ role: role as DutyLine['role'], isLead, followsLead, assignmentState: 'duty', due, firstDue: due, dutyFrom },
    ...{
      ...report,
      ...closing,
      duePresumed,
      windows: windowsWords(measure.conditions),
      light: { ...NOT_YET },
      statusWord: '未启动',
    },
  };
}

import { WorkingCalendar, type CalendarTable } from '../domain/calendar/working-days.js';
import { readSeed } from '../shared/seeds.js';
import type { StageProposals } from './stages.js';

const MOBILISATION_WORKING_DAYS = 10;

/** Where a plan prints no stages: mobilisation to ten working days after issue, evaluation from 1 December. */
export function proposedStages(firstDay: string, year: number): StageProposals {
  const calendar = new WorkingCalendar(readSeed<CalendarTable>('calendar'));
  return {
    mobilisationEnd: calendar.addWorkingDays(firstDay, MOBILISATION_WORKING_DAYS),
    evaluationStart: `${year}-12-01`,
  };
}

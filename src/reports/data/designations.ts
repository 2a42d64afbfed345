import { groundWords } from '../../domain/plan/duties.js';
import { Measure } from '../../measures/measures.entities.js';
import type { Reader } from '../../persistence/tx.js';

/** A lead that the plan does not name: designated by the office, on a ground. */
export interface DesignationRecord {
  /** Key of the measure in the plan's draft. */
  measureKey: string;
  title: string;
  unitId: string;
  /** 会议：领导小组第3次会议. */
  ground: string;
}

/** The leads designated in one year of a plan, in the plan's order. */
export async function readDesignations(read: Reader, cycleId: string): Promise<DesignationRecord[]> {
  const where = { cycleId, leadBasis: 'chosen' } as const;
  const measures = await read.manager.find(Measure, { where, order: { position: 'ASC' } });
  return measures.flatMap(({ draftKey, title, leadUnit, leadGround }) =>
    leadUnit ? [{ measureKey: draftKey, title, unitId: leadUnit, ground: groundWords(leadGround) }] : [],
  );
}

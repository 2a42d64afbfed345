import type { Ceiling } from '../../workflows/supervision/supervision.v1.events.js';
import type { Unit } from '../organization/organization.entities.js';
import { Refusal } from '../shared/errors.js';
import { waysUnder, type Way } from './levels.js';

type Judged = Pick<Unit, 'name' | 'fullName' | 'aliases' | 'kind' | 'consultOnly'>;

/**
 * How far a unit may be pressed: co-issuers of the plan, courts and Party organs (consultOnly in the register) are written
 * to, a superior office is only telephoned, everybody else may be ordered.
 */
export function ceilingOf(unit: Judged, issuers: readonly string[]): Ceiling {
  if (unit.kind === 'superior') return 'phone';
  const names = [unit.fullName, unit.name, ...unit.aliases];
  return unit.consultOnly || issuers.some((issuer) => names.includes(issuer)) ? 'letter' : 'order';
}

/** Refuses a way beyond the ceiling: consult_only, phone_only. */
export function refuseBeyond(ceiling: Ceiling, way: Way, unitName: string): void {
  if (waysUnder(ceiling).includes(way)) return;
  if (ceiling === 'phone') {
    throw new Refusal('phone_only', `${unitName}是上级机关，不能发文督办，只能电话沟通。`, {
      place: '督办方式',
      cure: '请改选“电话提醒”。',
    });
  }
  throw new Refusal('consult_only', `${unitName}只能函商，不能发督办单（联合发文单位、法院检察院和党委部门等）。`, {
    place: '督办方式',
    cure: '请改选“商请函”或“电话提醒”。',
  });
}

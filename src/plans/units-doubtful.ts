import { loadUnitRegistry } from '../intake/registry.js';
import { offeredNames } from './units-near.js';
import type { DoubtedName } from './units-learned.js';

/** Whether a doubted name is for a person to settle. */
export type IsDoubtful = (name: DoubtedName) => boolean;

/**
 * Names in no list that nobody may register unasked: those to which the page offers a near name of `known` (a slip, or
 * the same unit under another name), and those that end as no unit's name does or run on with what is to be done.
 */
export const doubtfulAmong =
  (known: readonly string[]): IsDoubtful =>
  (name) =>
    name.code === 'unit_unknown' &&
    (!isNameOfUnit(name.name) || offeredNames(name, known, loadUnitRegistry()).length > 0);

/** Whether words end as a unit's name does and do not run on with what is to be done. */
export const isNameOfUnit = (name: string): boolean => endsAsUnit(name) && !RUNS_ON.test(name);
/** Whether words end as a unit's name does: a person's name does not. */
export const endsAsUnit = (name: string): boolean => UNIT_END.test(name);
const UNIT_END =
  /(?:[局厅委办部会院校室科处股队站所社团行司馆署府组校学关台班联]|中心|公司|集团|银行|工会|街道|[区县市州盟旗镇乡村])(?:（[^（）]*）)?$/;
const RUNS_ON = /提供|给予|负责|落实|开展|推进|做好|抓好|按照|根据|[，。；：]/;

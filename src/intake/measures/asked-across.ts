import type { Doubt, MeasureReading } from '../../domain/plan/reading.js';
import { bracketsAsked } from './brackets-asked.js';
import type { RawMeasure } from './measures.js';
import { repeatsAsked } from './repeats.js';
import { rowsBeyondAsked } from './rows-beyond.js';
import { rowsDifferingAsked } from './rows-differ.js';
import { sameOfficeAsked } from './same-office.js';
import { settleStyles } from './settle.js';
import { zonesAsked } from './zones-asked.js';

/** What of the document the questions about its measures are asked from. */
export interface AskedFrom {
  /** Where each measure was read from, in the measures' order. */
  raws: readonly RawMeasure[];
  /** The paragraphs on which annexes begin. */
  annexes: readonly number[];
  region: string | null;
  /** What looks like a responsibility note and was not read. */
  unread: readonly Doubt[];
}

type Step = (measures: readonly MeasureReading[], from: AskedFrom) => MeasureReading[];

/** In this order: what is settled once for the whole plan first, what is asked about a place in it last. */
const STEPS: readonly Step[] = [
  settleStyles,
  (measures, { raws }) => repeatsAsked(measures, raws),
  (measures, { raws, annexes }) => rowsDifferingAsked(measures, raws, annexes),
  (measures, { raws, annexes }) => rowsBeyondAsked(measures, raws, annexes),
  (measures, { raws }) => zonesAsked(measures, raws),
  (measures, { region }) => sameOfficeAsked(measures, region),
  (measures, { unread }) => bracketsAsked(measures, unread),
];

/** The measures with the questions that only show beside the plan's other measures, or beside the whole document. */
export const askedAcross = (measures: readonly MeasureReading[], from: AskedFrom): MeasureReading[] =>
  STEPS.reduce<MeasureReading[]>((asked, step) => step(asked, from), [...measures]);

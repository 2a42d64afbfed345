import { reactionTo } from '../engine/feature.js';
import type { Recorded } from '../engine/types.js';
import { Refusal } from '../shared/errors.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;
const PARTS = ['rows', 'figures', 'texts', 'files'] as const;

/**
 * Nothing enters a packet's record unchecked, whoever sends it and by whatever address: contents come through the
 * form's rules, figures are numbers, and what the office enters for a unit says how it came in. The refusal undoes the
 * whole command. Refusals: contents_unchecked, receipt_missing.
 */
export const refuseUnchecked = reactionTo(['packet'], (event) => {
  refuse(event);
  return [];
});

function refuse(event: Recorded): void {
  const { type, payload, onBehalf, relation } = event;
  const isContents = type === 'submit' || type === 'record';
  if (isContents && !PARTS.every((part) => Array.isArray(payload[part]))) throw unchecked();
  if (type === 'correctFigure' && !isCorrection(payload)) throw unchecked();
  if (!onBehalf && (type === 'record' || (type === 'reportNil' && relation === 'coordinator'))) throw receiptMissing();
}

function isCorrection({ printed, new: value }: Record<string, unknown>): boolean {
  return typeof printed === 'string' && typeof value === 'string' && DECIMAL.test(value);
}

function unchecked(): Refusal {
  return new Refusal('contents_unchecked', '报送内容没有经过核对，没有收下。', {
    place: '报送件',
    cure: '请在报送件页面填报或更正。',
  });
}

function receiptMissing(): Refusal {
  return new Refusal('receipt_missing', '代单位报送应写明报送渠道和收到日期。', {
    place: '报送渠道',
    cure: '请在报送件页面补充后再登记。',
  });
}

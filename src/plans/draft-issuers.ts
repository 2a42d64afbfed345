import type { Doubt } from '../domain/plan/reading.js';
import type { FieldChange } from './draft-changes.js';
import type { DraftReading } from './draft.js';

type Draft = Pick<DraftReading, 'issuers' | 'issuersLeft'>;

/** What the record says where the office has decided that a plan stays without an issuer. */
const LEFT = '原件未印，照此办理';

/** Whether a doubt is that nothing tells who issued the plan; where a part of them was read it stays a remark. */
export const isIssuerMissing = ({ issuers }: Draft, { field }: Doubt): boolean =>
  field === 'issuers' && issuers.length === 0;

/** The question about a plan of which nobody knows who issued it, as the page for checking lists it; none once the office has said. */
export function issuerQuestion(draft: Draft): { key: string; no: string; title: string; reasons: string[] }[] {
  if (draft.issuers.length > 0 || draft.issuersLeft) return [];
  const reason =
    '没有读出是谁印发的：请在“更正基本信息”的“发文机关”中填写；原件确实没有印的，按“原件未印发文机关，照此办理”';
  return [{ key: 'head', no: '', title: '发文机关', reasons: [reason] }];
}

/** What stands in the place of the issuer where there is none. */
export const noIssuerWords = ({ issuersLeft: left }: Pick<DraftReading, 'issuersLeft'>): string =>
  left ? '原件未印' : '未读出';

/** The change by which a plan stays without an issuer: decided by the office, or where nobody is there to be asked. */
export const issuersLeft = (draft: Draft): FieldChange[] =>
  issuerQuestion(draft).map(() => ({ key: null, field: 'issuersLeft', value: LEFT }));

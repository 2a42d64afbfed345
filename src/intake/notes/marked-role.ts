import type { Role } from './role-reading.js';

const LEAD_MARK = /[（〔](?:总)?(?:牵头|主办|主责)(?:单位|部门|负责)?[）〕]$/;
const SUPPORT_MARK = /[（〔](?:配合|协办|参与)(?:单位|部门)?[）〕]$/;

/** Whether words end with a bracket; most names do not. */
export const endsInBracket = (words: string): boolean => words.endsWith('）') || words.endsWith('〕');

/** The part that a name prints in brackets behind it: 市经信局（牵头）; undefined for none. */
export function markedRole(name: string): Role | undefined {
  if (!endsInBracket(name)) return undefined;
  if (LEAD_MARK.test(name)) return 'lead';
  return SUPPORT_MARK.test(name) ? 'support' : undefined;
}

/** The names of a list in their parts; of 牵头单位：甲局（牵头）、乙局 those without a mark stand by. */
export function inRole<T extends { marked?: Role | undefined }>(
  members: readonly T[],
  role: Role,
): (T & { role: Role })[] {
  const rest = role === 'lead' && members.some(({ marked }) => marked === 'lead') ? 'support' : role;
  return members.map((member) => ({ ...member, role: member.marked ?? rest }));
}

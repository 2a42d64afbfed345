/**
 * The events that a plain button may send, by machine. Whatever is not listed is put together by its feature with checks
 * and follow-ups of its own (issuing, packets, rounds, accounts), and does not exist here.
 */
const OPEN: Record<string, 'all' | readonly string[]> = {
  plan: ['discard', 'reopenDraft', 'amend', 'withdraw', 'appraise', 'archive', 'resume'],
  cycle: 'all',
  measure: 'all',
  assignment: 'all',
  supervision: [
    ...['phone', 'settleByPhone', 'approve', 'returnDraft', 'withdrawReply', 'acceptReply', 'acceptOwnEntry'],
    ...['declineEscalation', 'lift', 'cancel', 'chase'],
  ],
  document: 'all',
  unit: 'all',
};

/** Whether a plain button may send this event to an instance of this machine. */
export function isOpen(machine: string, type: string): boolean {
  const open = OPEN[machine];
  return open === 'all' || (open?.includes(type) ?? false);
}

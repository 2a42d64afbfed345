import type { Projection, Recorded } from '../engine/types.js';
import type { Tx } from '../persistence/tx.js';

type Handler = (tx: Tx, event: Recorded) => Promise<unknown>;

const change =
  (changes: (event: Recorded) => object): Handler =>
  (tx, event) =>
    tx.update('supervision', changes(event), { id: event.instance });

const drafted = (form: 'order' | 'letter'): Handler =>
  change(({ payload }) => {
    const { text, due, level } = payload;
    return { form, text, due, level: level ?? 'normal', suggestedLevel: null, approval: null };
  });

const moved: Handler = change(({ payload }) => ({ due: payload.due }));
const ended = (word: 'outcome' | 'opinion' | 'reason'): Handler =>
  change(({ payload, at }) => ({ endedOn: at, outcome: payload[word] ?? null }));
const judged =
  (verdict: 'accepted' | 'again' | 'withdrawn', word: 'opinion' | 'reason'): Handler =>
  async (tx, { instance, payload, actor }) => {
    const row = await lastReply(tx, instance);
    await tx.update(
      'supervision_reply',
      { verdict, opinion: payload[word] ?? null, judgedBy: actor },
      { position: row?.position ?? 0 },
    );
  };

const handlers: Record<string, Handler[]> = {
  start: [insert],
  draftOrder: [drafted('order')],
  draftLetter: [drafted('letter')],
  escalate: [drafted('order')],
  revise: [change(({ payload }) => ({ text: payload.text, due: payload.due }))],
  approve: [
    change(({ actorName, at }) => ({ approval: { signer: actorName, post: '线上审签', on: at, proof: null } })),
  ],
  recordApproval: [change(({ payload: { signer, post, on, proof } }) => ({ approval: { signer, post, on, proof } }))],
  returnDraft: [change(() => ({ approval: null }))],
  send: [insertLetter, change(({ payload }) => ({ number: payload.number, due: payload.due })), firstSent],
  acknowledge: [change(({ payload, at }) => ({ acknowledgedOn: payload.on ?? at }))],
  extend: [moved],
  reply: [insertReply],
  withdrawReply: [judged('withdrawn', 'reason')],
  acceptReply: [judged('accepted', 'opinion')],
  acceptOwnEntry: [judged('accepted', 'opinion')],
  askAgain: [judged('again', 'reason'), moved],
  proposeEscalation: [change(({ payload }) => ({ suggestedLevel: payload.level }))],
  declineEscalation: [change(() => ({ suggestedLevel: null }))],
  settleByPhone: [ended('outcome')],
  lift: [ended('opinion')],
  cancel: [ended('reason')],
};

/** Supervisions with the papers that went out and the replies that came in, kept in step with the log. */
export const supervisionProjection: Projection = {
  name: 'supervision',
  tables: ['supervision', 'supervision_letter', 'supervision_reply'],
  machines: ['supervision'],
  async apply(tx, event) {
    for (const handle of handlers[event.type] ?? []) await handle(tx, event);
    const { replyOverdue, selfReviewed } = event.context;
    const standing = { state: event.state, replyOverdue: replyOverdue === true, selfReviewed: selfReviewed === true };
    await tx.update('supervision', standing, { id: event.instance });
  },
};

function insert(tx: Tx, { instance, payload, at, state }: Recorded): Promise<void> {
  const { planId, unitId, measureIds, way, ceiling, level, reason } = payload;
  const blank = { form: null, text: null, due: null, number: null, sentOn: null, acknowledgedOn: null };
  const open = { repliedOn: null, replyOverdue: false, suggestedLevel: null, approval: null, selfReviewed: false };
  const facts = { planId, unitId, measureIds: measureIds ?? [], way, ceiling, level, reason, proposedOn: at };
  return tx.insert('supervision', { id: instance, ...facts, state, ...blank, ...open, endedOn: null, outcome: null });
}

async function insertLetter(tx: Tx, { instance, position, payload }: Recorded): Promise<void> {
  const sql = 'SELECT form, level, text FROM supervision WHERE id = ?';
  const draft = await tx.get<{ form: string; level: string; text: string }>(sql, [instance]);
  const { number, due, on, channel } = payload;
  await tx.insert('supervision_letter', {
    ...{ position, supervisionId: instance, number, ...draft, due },
    ...{ sentOn: on, channel },
  });
}

/** A new paper is to be signed for anew; the day of the first one stays. */
function firstSent(tx: Tx, { instance, payload }: Recorded): Promise<number> {
  const sql = 'UPDATE supervision SET sent_on = coalesce(sent_on, ?), acknowledged_on = NULL WHERE id = ?';
  return tx.run(sql, [String(payload.on), instance]);
}

async function insertReply(tx: Tx, event: Recorded): Promise<void> {
  const { instance, position, payload, onBehalf, at, actorName } = event;
  const receivedOn = onBehalf?.receivedOn ?? at;
  const earlier = await lastReply(tx, instance);
  const due = event.context.due as string | null;
  const behalf = { channel: onBehalf?.channel ?? null, signer: onBehalf?.signer ?? null, post: onBehalf?.post ?? null };
  await tx.insert('supervision_reply', {
    ...{ position, supervisionId: instance, text: payload.text, byName: actorName, receivedOn },
    files: Array.isArray(payload.files) ? payload.files : [],
    late: due !== null && receivedOn > due,
    ...{ ...behalf, proof: onBehalf?.proof ?? null, verdict: null, opinion: null, judgedBy: null },
    ordinal: (earlier?.ordinal ?? 0) + 1,
  });
  await tx.update('supervision', { repliedOn: receivedOn }, { id: instance });
}

function lastReply(tx: Tx, id: string): Promise<{ position: number; ordinal: number } | undefined> {
  const sql = 'SELECT position, ordinal FROM supervision_reply WHERE supervision_id = ? ORDER BY position DESC LIMIT 1';
  return tx.get(sql, [id]);
}

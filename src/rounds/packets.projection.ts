import type { Projection, Recorded } from '../engine/types.js';
import type { Tx } from '../persistence/tx.js';
import type { FigureEntryRecord, ReceiptInput, RowEntry } from './packet.types.js';
import type { PacketFile } from './rounds.entities.js';

type Handler = (tx: Tx, event: Recorded) => Promise<unknown>;

interface ContentsPayload {
  rows: RowEntry[];
  figures: FigureEntryRecord[];
  texts: [{ summary: string | null; typicalCase: string | null }];
  files: PacketFile[];
}

const NOTHING = {
  ...{ submittedOn: null, receivedOn: null, late: false, nil: false, onBehalf: false, channel: null, signer: null },
  ...{ post: null, proof: null, submittedBy: null, acceptedBy: null, acceptedOn: null, selfReviewed: false },
  ...{ summary: null, typicalCase: null, files: [], askReason: null, sourcePosition: null },
};

const onPacket: Record<string, Handler> = {
  start: (tx, e) => {
    const { planId, roundId, unitId, due } = e.payload;
    const blank = { ...NOTHING, exemptReason: null, approval: null };
    return tx.insert('packet', { id: e.instance, planId, roundId, unitId, due, state: e.state, ...blank });
  },
  approveInside: (tx, e) => {
    const { form, signer, post, on } = e.payload;
    return update(tx, e, { approval: { form, signer, post, on } });
  },
  submit: (tx, e) => arrive(tx, e, { onBehalf: false, channel: null, signer: null, post: null, proof: null }),
  record: (tx, e) => arrive(tx, e, { onBehalf: true, ...receiptOf(e) }),
  reportNil: async (tx, e) => {
    await clearContents(tx, e);
    const how = e.onBehalf ? { onBehalf: true, ...receiptOf(e) } : { onBehalf: false };
    await update(tx, e, { ...NOTHING, ...arrival(e), ...how, nil: true, summary: e.payload.text });
  },
  exempt: (tx, e) => update(tx, e, { exemptReason: e.payload.reason }),
  unexempt: (tx, e) => update(tx, e, { exemptReason: null }),
  askMore: async (tx, e) => {
    await update(tx, e, { askReason: e.payload.reason, acceptedBy: null, acceptedOn: null });
    for (const id of e.payload.rows as string[]) {
      await tx.update('packet_row', { askedAgain: true }, { packetId: e.instance, assignmentId: id });
    }
  },
  accept: (tx, e) => update(tx, e, { acceptedBy: e.actorName, acceptedOn: e.at, askReason: null }),
  acceptOwnEntry: (tx, e) => update(tx, e, { acceptedBy: e.actorName, acceptedOn: e.at, askReason: null }),
  withdraw: async (tx, e) => {
    await clearContents(tx, e);
    await update(tx, e, NOTHING);
  },
  correctFigure,
  addProof: (tx, e) => update(tx, e, { proof: e.payload.proof }),
};

/** What units send: packets, their rows and figures, corrections. */
export const packetsProjection: Projection = {
  name: 'packets',
  tables: ['packet', 'packet_row', 'figure', 'figure_correction'],
  machines: ['packet'],
  async apply(tx, event) {
    await onPacket[event.type]?.(tx, event);
    if (event.type !== 'start') await update(tx, event, stateOf(event));
  },
};

/** What the machine itself knows. */
function stateOf({ state, context }: Recorded): object {
  const { due, receivedOn, late, nil, selfReviewed } = context;
  return { state, receivedOn, late, nil, selfReviewed, ...(due ? { due } : {}) };
}

function update(tx: Tx, event: Recorded, changes: object): Promise<unknown> {
  return tx.update('packet', changes, { id: event.instance });
}

function arrival(event: Recorded): object {
  return { submittedOn: event.at, submittedBy: event.actorName, sourcePosition: event.position };
}

function receiptOf({ payload }: Recorded): object {
  const { channel, signer, post, proof } = payload as unknown as ReceiptInput;
  return { channel, signer: signer || null, post: post || null, proof };
}

/** A submission is the whole packet: it takes the place of what stood before. */
async function arrive(tx: Tx, event: Recorded, how: object): Promise<void> {
  const { rows, figures, texts, files } = event.payload as unknown as ContentsPayload;
  if (!Array.isArray(rows)) return; // packet-wall.ts refuses it
  await clearContents(tx, event);
  for (const row of rows) {
    const id = `${event.instance}:${row.assignmentId}`;
    await tx.insert('packet_row', { id, packetId: event.instance, ...row, askedAgain: false });
  }
  await insertFigures(tx, event, figures);
  const { summary, typicalCase } = texts[0];
  await update(tx, event, { ...NOTHING, ...arrival(event), ...how, summary, typicalCase, files });
}

async function insertFigures(tx: Tx, event: Recorded, figures: FigureEntryRecord[]): Promise<void> {
  const { roundId, planId, unitId } = event.context;
  const round = await tx.get<{ asOf: string }>('SELECT as_of FROM round WHERE id = ?', [String(roundId)]);
  const about = { packetId: event.instance, roundId, planId, unitId, asOf: round!.asOf };
  for (const figure of figures) {
    const id = `${event.instance}:${figure.indicatorId}`;
    await tx.insert('figure', { id, ...about, ...figure, sourcePosition: event.position });
  }
}

async function clearContents(tx: Tx, event: Recorded): Promise<void> {
  await tx.remove('packet_row', { packetId: event.instance });
  await tx.remove('figure', { packetId: event.instance });
}

async function correctFigure(tx: Tx, event: Recorded): Promise<void> {
  const { indicator, old, new: value, printed, valueStatus, reason, agreedBy } = event.payload;
  const figureId = `${event.instance}:${String(indicator)}`;
  const changes = { value, printed, valueStatus, numerator: null, denominator: null, sourcePosition: event.position };
  await tx.update('figure', changes, { id: figureId });
  await tx.insert('figure_correction', {
    ...{
      position: event.position,
      figureId,
      oldValue: old || null,
      newValue: value,
      reason,
      agreedBy: agreedBy || null,
    },
    ...{ correctedBy: event.actorName, correctedOn: event.at },
  });
}

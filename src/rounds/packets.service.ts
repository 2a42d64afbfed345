import { Injectable } from '@nestjs/common';
import { CHANNELS } from '../../workflows/definition.js';
import { addDays, parseDay } from '../domain/calendar/day.js';
import { Engine } from '../engine/engine.js';
import type { Actor, Answer, Command, OnBehalf, SendCommand } from '../engine/types.js';
import { Assignment } from '../measures/measures.entities.js';
import type { Reader } from '../persistence/tx.js';
import { Indicator } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import { actsForUnit } from './access.js';
import { checkContents, type CheckedContents } from './packet-contents.js';
import { PacketDrafts, type DraftContent } from './packet-drafts.js';
import { readCorrection } from './packet-figures.js';
import { groundOf, visiblePacket, type PacketGround } from './packet-ground.js';
import { FOLLOWS_LEAD, type ContentsInput, type ReceiptInput } from './packet.types.js';
import { Figure, PacketRow, type Packet, type PacketFile } from './rounds.entities.js';

export interface CorrectionInput {
  indicatorId: string;
  /** The new figure as written: 1.26万人次. */
  printed: string;
  reason: string;
  agreedBy: string;
}

/** Whose press of which button, on which revision: key and seenRevision come from the form. */
export interface Press {
  actor: Actor;
  key?: string;
  seenRevision?: number;
}

type Send = Omit<SendCommand, 'kind' | 'instance' | 'seenRevision'>;

/** What units send in rounds (报送件), by themselves or entered by the office on their behalf (代填). */
@Injectable()
export class PacketsService {
  constructor(
    private readonly engine: Engine,
    private readonly drafts: PacketDrafts,
  ) {}

  /**
   * The unit sends its packet; late is accepted and marked. Refusals: not_found (also another unit's), invalid_input with
   * facts.fields, packet_empty, stale_revision, not_now, not_allowed.
   */
  async submit(packetId: string, contents: ContentsInput, files: PacketFile[], press: Press): Promise<Answer> {
    const answer = await this.press(packetId, press, { act: 'submit', contents }, async (read, packet) => {
      const ground = await groundOf(read, packet);
      const checked = checkContents(contents, { ...ground, files: files.length });
      return [{ type: 'submit', payload: { ...checked, files } }, ...following(ground, checked)];
    });
    await this.drafts.drop(packetId, 'unit');
    return answer;
  }

  /**
   * The office enters what a unit sent on paper, by telephone…; punctuality is judged by the day received. Refusals: as
   * for submit, and received_in_future.
   */
  async record(
    packetId: string,
    contents: ContentsInput,
    files: PacketFile[],
    receipt: ReceiptInput,
    press: Press,
  ): Promise<Answer> {
    const request = { act: 'record', contents, receipt };
    const answer = await this.press(packetId, { ...press, at: receipt.receivedOn }, request, async (read, packet) => {
      await this.checkReceipt(read, packet, receipt);
      const ground = await groundOf(read, packet);
      const checked = checkContents(contents, { ...ground, files: files.length });
      const onBehalf = behalfOf(packet, receipt);
      const follow = following(ground, checked).map((command) => ({ ...command, onBehalf }));
      return [{ type: 'record', payload: { ...checked, files, ...receipt }, onBehalf }, ...follow];
    });
    await this.drafts.drop(packetId, 'office');
    return answer;
  }

  /** 零报告: the unit has nothing new to say; with a receipt when the office records it. */
  async reportNil(packetId: string, text: string, receipt: ReceiptInput | null, press: Press): Promise<Answer> {
    const at = receipt?.receivedOn;
    const answer = await this.press(
      packetId,
      { ...press, at },
      { act: 'reportNil', text, receipt },
      async (read, packet) => {
        if (!receipt) {
          refuseMissingReceipt(packet, press.actor);
          return [{ type: 'reportNil', payload: { text } }];
        }
        await this.checkReceipt(read, packet, receipt);
        return [{ type: 'reportNil', payload: { text, ...receipt }, onBehalf: behalfOf(packet, receipt) }];
      },
    );
    await this.drafts.drop(packetId, receipt ? 'office' : 'unit');
    return answer;
  }

  /** Keeps a draft and, where the packet was untouched, says so in the record. Nothing is checked. */
  async saveDraft(packetId: string, content: DraftContent, press: Press): Promise<void> {
    const packet = await this.drafts.save(packetId, content, press.actor);
    const isUnits = this.drafts.sideOf(packet, press.actor) === 'unit';
    if (!isUnits || !['awaited', 'approved'].includes(packet.state)) return;
    await this.press(packetId, { actor: press.actor, key: press.key }, { act: 'saveDraft', content }, async () => [
      { type: 'saveDraft', payload: {} },
    ]);
  }

  /** Registers the unit's own sign-off before sending. */
  approveInside(
    packetId: string,
    approval: { form: string; signer: string; post: string; on: string },
    press: Press,
  ): Promise<Answer> {
    const on = parseDay(approval.on);
    return this.press(packetId, press, { act: 'approveInside', approval }, async () => [
      { type: 'approveInside', payload: { ...approval, on } },
    ]);
  }

  /** 免报: this unit need not report in this round. */
  exempt(packetId: string, reason: string, press: Press): Promise<Answer> {
    return this.plain(packetId, 'exempt', { reason }, press);
  }

  unexempt(packetId: string, change: { due: string; reason?: string }, press: Press): Promise<Answer> {
    const due = parseDay(change.due);
    return this.plain(packetId, 'unexempt', { due, fires: addDays(due, 1), reason: change.reason ?? '' }, press);
  }

  /** Another due day for this unit alone. */
  setDue(packetId: string, change: { due: string; reason?: string }, press: Press): Promise<Answer> {
    const due = parseDay(change.due);
    return this.plain(packetId, 'setDue', { due, fires: addDays(due, 1), reason: change.reason ?? '' }, press);
  }

  /** 请补充: asks for single rows (assignment ids) or, with none, for the whole again. Refusal: row_unknown. */
  askMore(
    packetId: string,
    ask: { rows: string[]; reason: string; by?: string | null },
    press: Press,
  ): Promise<Answer> {
    const wantedBy = ask.by ? parseDay(ask.by) : null;
    const payload = { rows: ask.rows, reason: ask.reason, wantedBy, fires: wantedBy && addDays(wantedBy, 1) };
    return this.press(packetId, press, { act: 'askMore', ...payload }, async (read) => {
      await refuseUnknownRows(read, packetId, ask.rows);
      return [{ type: 'askMore', payload }];
    });
  }

  /** Takes the packet over; whoever sent or entered it may not (提交人不得审核). */
  accept(packetId: string, opinion: string, press: Press): Promise<Answer> {
    return this.plain(packetId, 'accept', { opinion }, press);
  }

  /** Takes over what the same person entered on the unit's behalf, marked 代填代审. */
  acceptOwnEntry(packetId: string, opinion: string, press: Press): Promise<Answer> {
    return this.plain(packetId, 'acceptOwnEntry', { opinion }, press);
  }

  /** The unit takes its packet back before acceptance; what it held stays in the form. */
  withdraw(packetId: string, reason: string, press: Press): Promise<Answer> {
    return this.plain(packetId, 'withdraw', { reason }, press);
  }

  /**
   * Corrects a reported figure: old and new stay on record. Refusals: figure_unknown, figure_unchanged, figure_blank, and
   * those of reading a figure.
   */
  correctFigure(packetId: string, correction: CorrectionInput, press: Press): Promise<Answer> {
    return this.press(packetId, press, { act: 'correctFigure', ...correction }, async (read, packet) => {
      const { figure, indicator } = await figureOf(read, packet, correction.indicatorId);
      const { value, printed } = readCorrection(correction.printed, indicator);
      if (value === figure.value) throw unchangedFigure(indicator.name, figure.printed);
      const { reason, agreedBy } = correction;
      const firm = figure.valueStatus === '待公布' ? '快报' : figure.valueStatus;
      const change = { old: figure.value ?? '', new: value, printed, valueStatus: firm, reason, agreedBy };
      return [{ type: 'correctFigure', payload: { indicator: indicator.id, period: figure.asOf, ...change } }];
    });
  }

  /** Adds the proof that was still missing (待补证). */
  addProof(packetId: string, proof: string, press: Press): Promise<Answer> {
    return this.plain(packetId, 'addProof', { proof }, press);
  }

  /**
   * 签收 of all a unit's assignments in a plan at once; the office does it on the unit's behalf with a receipt. Gives how
   * many were signed for. Refusal: not_found.
   */
  async acknowledgeAll(
    planId: string,
    press: Press,
    onBehalf?: { unitId: string; receipt: ReceiptInput },
  ): Promise<number> {
    const unitId = onBehalf?.unitId ?? (actsForUnit(press.actor) ? press.actor.unit : null);
    if (!unitId) throw new Refusal('not_found', '没有可由您签收的任务。', { cure: '代单位签收请写明渠道和收到日期。' });
    const behalf = onBehalf && { unit: unitId, ...channelled(onBehalf.receipt) };
    const meta = { actor: press.actor, key: press.key, at: onBehalf?.receipt.receivedOn };
    const answer = await this.engine.execute(
      { ...meta, request: { planId, act: 'acknowledge', unitId } },
      async (read) => {
        const open = await read.manager.findBy(Assignment, { planId, unitId });
        return open.filter(mayBeSigned).map(({ id }): Command => {
          return { kind: 'send', instance: id, type: 'acknowledge', payload: { kind: 'signed' }, onBehalf: behalf };
        });
      },
    );
    return answer.receipts.length;
  }

  private plain(packetId: string, type: string, payload: Record<string, unknown>, press: Press): Promise<Answer> {
    return this.press(packetId, press, { act: type, ...payload }, async () => [{ type, payload }]);
  }

  /** One press of a button: what it plans goes to the packet first, its own instance where none is named. */
  private press(
    packetId: string,
    { actor, key, seenRevision, at }: Press & { at?: string },
    request: object,
    plan: (read: Reader, packet: Packet) => Promise<(Send & { instance?: string })[]>,
  ): Promise<Answer> {
    return this.engine.execute({ actor, key, at, request: { packetId, ...request } }, async (read) => {
      const packet = await visiblePacket(read, packetId, actor);
      const sends = await plan(read, packet);
      return sends.map((send, index): Command => {
        return { instance: packetId, ...send, kind: 'send', seenRevision: index === 0 ? seenRevision : undefined };
      });
    });
  }

  private async checkReceipt(read: Reader, packet: Packet, receipt: ReceiptInput): Promise<void> {
    const fault = (field: string, message: string) => {
      return new Refusal('invalid_input', `${message}。`, { place: field, facts: { fields: [{ field, message }] } });
    };
    if (!(receipt.channel in CHANNELS)) throw fault('channel', '请选择报送渠道');
    parseDay(receipt.receivedOn);
    const today = await this.engine.today(packet.planId, read);
    if (receipt.receivedOn <= today) return;
    throw new Refusal('received_in_future', `收到日期 ${receipt.receivedOn} 晚于今天（${today}），没有录入。`, {
      place: '收到日期',
      cure: '请填写实际收到的日期。',
      facts: { fields: [{ field: 'receivedOn', message: `收到日期不能晚于今天（${today}）` }] },
    });
  }
}

/** A supporting unit's choice of 随牵头统一反馈 holds from now on. */
function following(ground: PacketGround, checked: CheckedContents): (Send & { instance: string })[] {
  const chosen = new Set(checked.rows.filter((row) => row.status === FOLLOWS_LEAD).map((row) => row.assignmentId));
  return ground.duties
    .filter((duty) => chosen.has(duty.assignmentId) && !duty.followsLead)
    .map((duty) => ({ instance: duty.assignmentId, type: 'followLead', payload: { on: true } }));
}

function behalfOf(packet: Packet, receipt: ReceiptInput): OnBehalf {
  return { unit: packet.unitId, ...channelled(receipt) };
}

function channelled({ channel, receivedOn, signer, post, proof }: ReceiptInput): Omit<OnBehalf, 'unit'> {
  const known = { channel: channel as OnBehalf['channel'], receivedOn };
  return { ...known, ...(signer ? { signer } : {}), ...(post ? { post } : {}), ...(proof ? { proof } : {}) };
}

function refuseMissingReceipt(packet: Packet, actor: Actor): void {
  if (packet.unitId === actor.unit) return;
  throw new Refusal('receipt_missing', '代单位零报告应写明报送渠道和收到日期。', {
    place: '报送渠道',
    cure: '请补充后再登记。',
  });
}

function mayBeSigned({ state, ackKind }: Assignment): boolean {
  if (state.includes('duty.work.assigned')) return true;
  return state.includes('duty.work.active') && ackKind !== 'signed' && ackKind !== 'exempt';
}

async function refuseUnknownRows(read: Reader, packetId: string, rows: string[]): Promise<void> {
  const known = new Set((await read.manager.findBy(PacketRow, { packetId })).map((row) => row.assignmentId));
  if (rows.every((id) => known.has(id))) return;
  throw new Refusal('row_unknown', '要补充的任务不在这份报送件中。', {
    place: '需补充的任务',
    cure: '请刷新页面后重新勾选。',
  });
}

async function figureOf(
  read: Reader,
  packet: Packet,
  indicatorId: string,
): Promise<{ figure: Figure; indicator: Indicator }> {
  const figure = await read.manager.findOneBy(Figure, { packetId: packet.id, indicatorId });
  const indicator = await read.manager.findOneBy(Indicator, { id: indicatorId });
  if (figure && indicator) return { figure, indicator };
  throw new Refusal('figure_unknown', '这份报送件中没有该项数据，不能更正。', {
    place: '指标',
    cure: '请刷新页面；漏报的数据请通过“请补充”补报。',
  });
}

function unchangedFigure(name: string, printed: string): Refusal {
  return new Refusal('figure_unchanged', `指标“${name}”的更正数与原数相同（${printed}），没有更正。`, {
    place: '更正数',
    cure: '请核对更正后的数字。',
  });
}

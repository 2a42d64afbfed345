import { Injectable } from '@nestjs/common';
import type { SupervisionLevel } from '../../workflows/supervision/supervision.v1.events.js';
import { addDays, yearOf } from '../domain/calendar/day.js';
import { Engine } from '../engine/engine.js';
import type { Answer, SendCommand } from '../engine/types.js';
import { Unit } from '../organization/organization.entities.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { IdSource } from '../shared/ids.js';
import { refuseOutsiders, visibleSupervision } from './access.js';
import { refuseBeyond } from './ceiling.js';
import { checkReceipt, needChannel, needDueDay, needLevel, needPastDay, needText } from './checks.js';
import { nextNumber, SERIES } from './numbering.js';
import { checkProposal } from './proposing.js';
import { SupervisionLetter, type Supervision } from './supervision.entities.js';
import {
  behalfOf,
  type PaperInput,
  type Press,
  type ProposeInput,
  type ReceiptInput,
  type ReplyInput,
  type SendInput,
} from './supervision.types.js';

type Send = Omit<SendCommand, 'kind' | 'instance' | 'seenRevision'>;
/** What a press does, decided inside the transaction; `today` by the plan's clock. */
type Plan = (matter: Supervision, today: string, read: Reader) => Send | Promise<Send>;

/** 督办: proposing it, its papers, the unit's reply. Acts without days or papers go through the common buttons. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly engine: Engine,
    private readonly ids: IdSource,
  ) {}

  /**
   * Proposes to supervise a unit; nothing goes out yet. Returns the supervision's id. Refusals: not_allowed, not_found,
   * plan_not_issued, unknown_unit, own_office, unit_not_in_plan, measure_not_of_unit, consult_only, phone_only,
   * supervision_exists, invalid_input.
   */
  async propose(planId: string, input: ProposeInput, { actor, key }: Press): Promise<string> {
    const answer = await this.engine.execute({ actor, key, request: { planId, ...input } }, async (read) => {
      refuseOutsiders(actor);
      const ceiling = await checkProposal(read, planId, input);
      const facts = { planId, measureId: input.measureIds[0] ?? null, ceiling, ...input };
      return [{ kind: 'start', machine: 'supervision', id: this.ids.next(), scope: planId, input: facts }];
    });
    return answer.receipts[0]!.instance;
  }

  /** Drafts a 督办单 or a 商请函. Refusals: consult_only, phone_only, invalid_input. */
  draft(id: string, paper: PaperInput, press: Press): Promise<Answer> {
    return this.press(id, press, { act: 'draft', ...paper }, async (matter, today, read) => {
      refuseBeyond(matter.ceiling, paper.form, await unitName(read, matter));
      const { text, due } = checkedPaper(paper, today);
      if (paper.form === 'letter') return { type: 'draftLetter', payload: { text, due } };
      needLevel('level', paper.level);
      return { type: 'draftOrder', payload: { text, due, level: paper.level } };
    });
  }

  /** Changes the draft; whoever does is its drafter from then on. */
  revise(id: string, paper: { text: string; due: string }, press: Press): Promise<Answer> {
    return this.press(id, press, { act: 'revise', ...paper }, (_, today) => {
      return { type: 'revise', payload: { ...checkedPaper(paper, today) } };
    });
  }

  /** The leader signed on paper; `proof` is the SHA-256 of the scan. */
  recordApproval(
    id: string,
    approval: { signer: string; post: string; on: string; proof: string | null },
    press: Press,
  ): Promise<Answer> {
    return this.press(id, press, { act: 'recordApproval', ...approval }, (_, today) => {
      const signer = needText('signer', '签批人', approval.signer);
      const on = needPastDay('on', '签批日期', approval.on, today);
      return { type: 'recordApproval', payload: { signer, post: approval.post.trim(), on, proof: approval.proof } };
    });
  }

  /** Numbers the signed paper and sends it. Refusals: number_taken, invalid_input. */
  send(id: string, sending: SendInput, press: Press): Promise<Answer> {
    return this.press(id, press, { act: 'send', ...sending }, async (matter, today, read) => {
      const on = needPastDay('on', '发出日期', sending.on, today);
      const channel = needChannel('channel', sending.channel);
      const due = needDueDay('due', sending.due, today);
      const number = await numberFor(read, matter, sending.number?.trim() ?? '', yearOf(on));
      return { type: 'send', payload: { number, on, channel, due, fires: addDays(due, 1) } };
    });
  }

  /** 签收, by the unit itself or recorded by the office with a receipt. */
  acknowledge(id: string, post: string, receipt: ReceiptInput | null, press: Press): Promise<Answer> {
    return this.unitsAct(id, { act: 'acknowledge', post }, receipt, press, (today) => {
      return { type: 'acknowledge', payload: { on: receipt?.receivedOn ?? today, ...(post ? { post } : {}) } };
    });
  }

  /** The unit's reply, by itself or recorded by the office with a receipt; late is taken and marked. */
  reply(id: string, reply: ReplyInput, receipt: ReceiptInput | null, press: Press): Promise<Answer> {
    return this.unitsAct(id, { act: 'reply', ...reply }, receipt, press, () => {
      const text = needText('text', '办理情况', reply.text);
      const received = receipt ? { receivedOn: receipt.receivedOn } : {};
      return { type: 'reply', payload: { text, files: reply.files, ...received } };
    });
  }

  /** Gives more time for the reply. */
  extend(id: string, change: { due: string; reason: string }, press: Press): Promise<Answer> {
    return this.againBy(id, 'extend', change, press);
  }

  /** The reply does not do: a further one by a new day. */
  askAgain(id: string, change: { due: string; reason: string }, press: Press): Promise<Answer> {
    return this.againBy(id, 'askAgain', change, press);
  }

  /** Goes up to a level with a new order, which is signed off and sent like the first. Refusals: consult_only, phone_only. */
  escalate(id: string, step: { level: SupervisionLevel; text: string; due: string }, press: Press): Promise<Answer> {
    return this.press(id, press, { act: 'escalate', ...step }, async (matter, today, read) => {
      refuseBeyond(matter.ceiling, 'order', await unitName(read, matter));
      needLevel('level', step.level);
      return { type: 'escalate', payload: { level: step.level, ...checkedPaper(step, today) } };
    });
  }

  private againBy(
    id: string,
    type: 'extend' | 'askAgain',
    change: { due: string; reason: string },
    press: Press,
  ): Promise<Answer> {
    return this.press(id, press, { act: type, ...change }, (_, today) => {
      const due = needDueDay('due', change.due, today);
      const reason = needText('reason', type === 'extend' ? '延期理由' : '再次反馈的要求', change.reason);
      return { type, payload: { due, fires: addDays(due, 1), reason } };
    });
  }

  /** An act of the unit: the office needs a receipt for it, the unit must not give one. */
  private unitsAct(
    id: string,
    request: object,
    receipt: ReceiptInput | null,
    press: Press,
    act: (today: string) => Send,
  ): Promise<Answer> {
    const at = receipt?.receivedOn;
    return this.press(id, { ...press, at }, { ...request, receipt }, (matter, today) => {
      const isOwn = matter.unitId === press.actor.unit;
      if (!receipt) {
        if (!isOwn) throw receiptMissing();
        return act(today);
      }
      refuseOutsiders(press.actor);
      checkReceipt(receipt, today, matter.sentOn);
      return { ...act(today), onBehalf: behalfOf(matter.unitId, receipt) };
    });
  }

  private press(
    id: string,
    { actor, key, seenRevision, at }: Press & { at?: string },
    request: object,
    plan: Plan,
  ): Promise<Answer> {
    return this.engine.execute({ actor, key, at, request: { id, ...request } }, async (read) => {
      const matter = await visibleSupervision(read, id, actor);
      const send = await plan(matter, await this.engine.today(matter.planId, read), read);
      return [{ ...send, kind: 'send', instance: id, seenRevision }];
    });
  }
}

function checkedPaper({ text, due }: { text: string; due: string }, today: string): { text: string; due: string } {
  return { text: needText('text', '文稿内容', text), due: needDueDay('due', due, today) };
}

async function unitName(read: Reader, { unitId }: Supervision): Promise<string> {
  return (await read.manager.findOneBy(Unit, { id: unitId }))?.fullName ?? '';
}

/** The office's own number where it is given and free; else the next of the year's series. */
async function numberFor(read: Reader, { form }: Supervision, wanted: string, year: number): Promise<string> {
  const given = (await read.manager.find(SupervisionLetter)).map((letter) => letter.number);
  if (wanted === '') return nextNumber(SERIES[form ?? 'order'] ?? '督办', year, given);
  if (!given.includes(wanted)) return wanted;
  throw new Refusal('number_taken', `编号“${wanted}”已经用过，没有发出。`, {
    place: '编号',
    cure: '请更换编号，或留空由系统接续编号。',
    facts: { fields: [{ field: 'number', message: `编号“${wanted}”已经用过` }] },
  });
}

function receiptMissing(): Refusal {
  return new Refusal('receipt_missing', '代单位签收或反馈应写明渠道和收到日期。', {
    place: '渠道',
    cure: '请补充后再登记。',
  });
}

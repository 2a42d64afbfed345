import { Injectable } from '@nestjs/common';
import { Engine } from '../engine/engine.js';
import type { Actor, Command } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';

/** Acts on several measures or assignments at once. */
@Injectable()
export class MeasuresService {
  constructor(private readonly engine: Engine) {}

  /** 签收 of all tasks of the person's unit in a plan that are not yet signed; returns how many there were. */
  async signAll(planId: string, actor: Actor, key?: string): Promise<number> {
    const answer = await this.engine.execute({ actor, key, request: { planId, signAll: actor.unit } }, async (read) => {
      const waiting = await unsigned(read, planId, actor.unit ?? '');
      if (waiting.length === 0) throw new Refusal('nothing_to_sign', '没有待签收的任务。', { cure: '请刷新待办。' });
      return waiting.map(signed);
    });
    return answer.receipts.length;
  }
}

function unsigned(read: Reader, planId: string, unitId: string): Promise<{ id: string }[]> {
  const sql = `SELECT id FROM assignment WHERE plan_id = ? AND unit_id = ? AND ack_kind IS NULL AND state LIKE 'duty%' ORDER BY id`;
  return read.all(sql, [planId, unitId]);
}

const signed = ({ id }: { id: string }): Command => {
  return { kind: 'send', instance: id, type: 'acknowledge', payload: { kind: 'signed' } };
};

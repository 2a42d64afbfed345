import type { Reader } from '../../persistence/tx.js';
import { canonical } from '../canonical.js';
import { hashNameIn } from '../hashing.js';
import type { Fault } from '../replay.js';
import type { Checkpoint, CheckpointBody } from './checkpoint.js';
import { isSigned } from './log-key.js';
import { LogSum, logPages } from './log-sum.js';

/**
 * Holds the log against signed checkpoints (`publicHex`: SPKI DER): finds a cut tail and a chain that was rewritten
 * whole, which the chain itself cannot show.
 */
export async function witness(read: Reader, checkpoints: Checkpoint[], publicHex: string): Promise<Fault[]> {
  const forged = checkpoints.filter((one) => !isSigned(one.body, one.signature, publicHex));
  const signed = checkpoints
    .filter((one) => !forged.includes(one))
    .map((one) => JSON.parse(one.body) as CheckpointBody);
  const faults = forged.map(({ position }) => fault('checkpoint_forged', position, '签名不符，检查点被改动过'));
  return [...faults, ...(await compare(read, signed))];
}

async function compare(read: Reader, signed: CheckpointBody[]): Promise<Fault[]> {
  const due = [...signed].sort((a, b) => a.position - b.position);
  const sum = new LogSum(await hashNameIn(read));
  const faults: Fault[] = [];
  for await (const rows of logPages(read)) {
    if (due.length === 0) return faults;
    for (const row of rows) {
      sum.add(row);
      while (due[0]?.position === row.position) faults.push(...compareOne(due.shift()!, sum));
    }
  }
  return [...faults, ...due.map(({ position }) => fault('log_cut', position, '记录在检查点之前就结束了，末尾被截去'))];
}

function compareOne({ at, ...promised }: CheckpointBody, sum: LogSum): Fault[] {
  if (canonical(promised) === canonical(sum.sum())) return [];
  const day = new Date(at).toISOString();
  return [fault('checkpoint_differs', promised.position, `记录与 ${day} 签名的检查点不符，被改写过`)];
}

function fault(code: string, position: number, message: string): Fault {
  return { code, place: `检查点（至事件 ${position}）`, message };
}

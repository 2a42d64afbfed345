import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Database } from '../../persistence/database.js';
import type { Reader } from '../../persistence/tx.js';
import { canonical } from '../canonical.js';
import { settle, settled } from '../installation.js';
import type { Checkpoint } from './checkpoint.js';
import { checkpointTarget, guardedLookup } from './target.js';

const SENT = 'checkpoint_sent';
const TIMEOUT_MS = 5_000;

interface Numbered extends Checkpoint {
  id: number;
}

/** Sends signed checkpoints to an address outside, each until it was taken, oldest first. */
export class CheckpointSender {
  private readonly url: URL;

  /** @param address the operator's QIANTOU_CHECKPOINT_URL. Refusal: config_invalid */
  constructor(
    private readonly database: Database,
    address: string,
    private readonly lookup: LookupFunction = guardedLookup(checkpointTarget(address)),
  ) {
    this.url = checkpointTarget(address);
  }

  /** Sends what was not taken yet; returns how many were. Throws at the first that is not taken: it is tried again next time. */
  async sendWaiting(): Promise<number> {
    const waiting = await waitingCheckpoints(this.database.reader);
    for (const { id, ...checkpoint } of waiting) {
      await post(this.url, `${canonical(checkpoint)}\n`, this.lookup);
      await this.database.write((tx) => settle(tx, SENT, String(id)));
    }
    return waiting.length;
  }
}

/** Checkpoints that the address outside has not taken yet, oldest first. */
export async function waitingCheckpoints(read: Reader): Promise<Numbered[]> {
  const sent = Number((await settled(read, SENT)) ?? 0);
  return read.all<Numbered>('SELECT id, position, body, signature FROM checkpoint WHERE id > ? ORDER BY id', [sent]);
}

/** Any answer but 2xx within five seconds, a redirect too, counts as not taken. */
function post(url: URL, body: string, lookup: LookupFunction): Promise<void> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = {
    ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    'accept-encoding': 'identity',
  };
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const call = request(url, { method: 'POST', headers, lookup, agent: false, signal }, (answer) => {
      const status = answer.statusCode ?? 0;
      answer.destroy();
      if (status >= 200 && status < 300) resolve();
      else reject(new Error(`the receiver of checkpoints answered ${status}`));
    });
    call.on('error', (error) => reject(new Error(`a checkpoint was not taken: ${error.message}`)));
    call.end(body);
  });
}

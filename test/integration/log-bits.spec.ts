import { beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canonical } from '../../src/engine/canonical.js';
import { bodyText, hashOf, type EventBody } from '../../src/engine/chain.js';
import type { Checkpoint } from '../../src/engine/checkpoints/checkpoint.js';
import { LogSum } from '../../src/engine/checkpoints/log-sum.js';
import { projectRoot } from '../../src/shared/paths.js';
import { forged, linesOf, longLog, signedAnew, signedEnd, type Line, type LongLog } from '../support/long-log.js';

interface Verifier {
  verifyBytes(
    bytes: Buffer,
    more?: { key?: string; outside?: Checkpoint[] },
  ): { hash: string; events: number; faults: string[] };
}

/** QIANTOU_EVERY_BIT=1 tries all of them, in some minutes; else every bit of each so-many-th byte. */
const STRIDE = process.env.QIANTOU_EVERY_BIT ? 1 : 40;
const EVENTS = 200;

describe('a log of two hundred events in the hands of somebody who alters it', () => {
  let verifier: Verifier;
  let log: LongLog;
  beforeAll(async () => {
    verifier = (await import(pathToFileURL(join(projectRoot, 'scripts/verify-log.mjs')).href)) as Verifier;
    log = await longLog(EVENTS);
  }, 60_000);

  const found = (bytes: Buffer) => verifier.verifyBytes(bytes, { outside: log.outside }).faults.length > 0;

  it('is sound as it is', () => {
    const verdict = verifier.verifyBytes(log.bytes, { key: log.key.publicHex, outside: log.outside });
    expect(verdict).toMatchObject({ hash: 'sha256', events: EVENTS, faults: [] });
  });

  it('shows every changed bit', () => {
    const bytes = Buffer.from(log.bytes);
    const lastLine = bytes.lastIndexOf('\n', bytes.length - 2);
    const missed: string[] = [];
    let tried = 0;
    for (let at = 0; at < bytes.length; at += at >= lastLine || at < 300 ? 1 : STRIDE) {
      for (let bit = 0; bit < 8; bit++, tried++) {
        bytes[at]! ^= 1 << bit;
        if (verifier.verifyBytes(bytes).faults.length === 0) missed.push(`${at}.${bit}`);
        bytes[at]! ^= 1 << bit;
      }
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual((bytes.length * 8) / STRIDE);
  }, 900_000);

  it('shows a changed bit even to whom the end was signed anew with the server’s own key', () => {
    const last = log.bytes.lastIndexOf('\n', log.bytes.length - 2) + 1;
    const covered = Buffer.from(log.bytes.subarray(0, last));
    const missed: string[] = [];
    for (let at = log.bytes.indexOf('\n') + 1; at < last - 1; at += STRIDE === 1 ? 37 : 2_003) {
      for (let bit = 0; bit < 8; bit++) {
        covered[at]! ^= 1 << bit;
        if (!found(resigned(covered))) missed.push(`${at}.${bit}`);
        covered[at]! ^= 1 << bit;
      }
    }
    expect(missed).toEqual([]);
    expect(found(resigned(covered))).toBe(false);
  }, 600_000);

  function resigned(covered: Buffer): Buffer {
    const lines = covered.toString('latin1').trimEnd().split('\n').length;
    const end = signedEnd(covered, lines, log.key);
    return Buffer.concat([covered, Buffer.from(end)]);
  }

  it('shows every cut of the file, wherever it is made', () => {
    const missed: number[] = [];
    for (let length = 0; length < log.bytes.length; length += length < 300 ? 1 : STRIDE * 7)
      if (!found(log.bytes.subarray(0, length))) missed.push(length);
    expect(missed).toEqual([]);
  });

  const isFound = (change: (lines: Line[]) => void) => found(forged(log, change));

  it('shows every event taken out, put in again, exchanged with another, signed anew', () => {
    const missed: string[] = [];
    const expectFound = (what: string, change: (lines: Line[]) => void) => isFound(change) || missed.push(what);
    for (let at = 0; at < EVENTS; at++) {
      const other = (at * 7 + 3) % EVENTS;
      expectFound(`out ${at}`, (lines) => lines.splice(at, 1));
      if (at + 1 < EVENTS) expectFound(`next ${at}`, (lines) => lines.splice(at, 2, lines[at + 1]!, lines[at]!));
      if (at % 4 > 0 || other === at) continue;
      expectFound(`twice ${at}`, (lines) => lines.splice(at, 0, lines[at]!));
      expectFound(`moved ${at}`, (lines) => lines.splice(other, 0, ...lines.splice(at, 1)));
      expectFound(`hash ${at}`, (lines) => (lines[at]!.event!.hash = lines[other]!.event!.hash));
    }
    expect(missed).toEqual([]);
    expect(isFound(() => undefined)).toBe(false);
  }, 120_000);

  it('shows a tail cut off, at every event, by the checkpoints kept elsewhere', () => {
    for (let kept = 0; kept < EVENTS; kept += 9) {
      const cut = forged(log, (lines) => {
        const rest = lines.filter(({ event, checkpoint }) => (event ?? checkpoint)!.position <= kept);
        lines.splice(0, lines.length, ...rest);
      });
      expect([kept, verifier.verifyBytes(cut).faults, found(cut)]).toEqual([kept, [], true]);
    }
  });

  it('shows a chain that was rewritten whole and rightly, checkpoints and all, from any event on', () => {
    for (let from = 0; from < EVENTS; from += 9) {
      const bytes = rewritten(log, from);
      expect([from, verifier.verifyBytes(bytes).faults, found(bytes)]).toEqual([from, [], true]);
    }
  }, 60_000);
});

describe('a log chained with SM3', () => {
  it('is checked by the same verifier, which names the hash', async () => {
    const verifier = (await import(pathToFileURL(join(projectRoot, 'scripts/verify-log.mjs')).href)) as Verifier;
    const log = await longLog(40, 'sm3');
    const verdict = verifier.verifyBytes(log.bytes, { key: log.key.publicHex, outside: log.outside });
    expect(verdict).toMatchObject({ hash: 'sm3', events: 40, faults: [] });
    const [{ event }] = linesOf(log.bytes) as [Line];
    expect(event!.hash).toBe(hashOf(event!.body, 'sm3'));
    const asOther = signedAnew(
      [...log.bytes.toString('utf8').replace('"hash":"sm3"', '"hash":"sha256"').trimEnd().split('\n').slice(0, -1)],
      ...(['sha256', log.key] as const),
    );
    expect(verifier.verifyBytes(asOther).faults.length).toBeGreaterThan(40);
    const unknown = Buffer.from(log.bytes.toString('utf8').replace('"hash":"sm3"', '"hash":"md5"'));
    expect(verifier.verifyBytes(unknown).faults).toEqual(['the log names an unknown hash: md5']);
  });
});

/** What somebody with the server's key can make of a log: one event says something else, all after it fits. */
function rewritten(log: LongLog, from: number): Buffer {
  const heads = new Map<string, string>();
  const sum = new LogSum();
  const events = linesOf(log.bytes).flatMap(({ event }) => (event ? [event] : []));
  const checkpoints = linesOf(log.bytes).flatMap(({ checkpoint }) => (checkpoint ? [checkpoint] : []));
  return forged(log, (lines) => {
    lines.length = 0;
    const signedAgain: Line[] = [];
    events.forEach(({ position, scope, body }, at) => {
      const told = JSON.parse(body) as EventBody;
      const event = { ...told, actorName: at === from ? '他人' : told.actorName, prev: heads.get(told.instance) ?? '' };
      const text = bodyText(event, canonical(event.payload));
      const hash = hashOf(text);
      heads.set(told.instance, hash);
      sum.add({ position, instanceId: told.instance, seq: told.seq, scope, hash });
      lines.push({ event: { position, scope, body: text, hash } });
      const due = checkpoints.find((one) => one.position === position);
      if (due) signedAgain.push({ checkpoint: signAgain(due, sum, log) });
    });
    lines.push(...signedAgain);
  });
}

function signAgain({ position, body }: Checkpoint, sum: LogSum, { key }: LongLog): Checkpoint {
  const { at } = JSON.parse(body) as { at: number };
  const text = canonical({ ...sum.sum(), at });
  return { position, body: text, signature: key.sign(text) };
}

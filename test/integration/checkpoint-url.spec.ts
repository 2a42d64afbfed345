import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createPlainServer, type AddressInfo } from 'node:net';
import { checkpointIn, logKeyIn } from '../../src/engine/checkpoints/installation.js';
import type { Checkpoint } from '../../src/engine/checkpoints/checkpoint.js';
import { isSigned } from '../../src/engine/checkpoints/log-key.js';
import { CheckpointSender, waitingCheckpoints } from '../../src/engine/checkpoints/sending.js';
import { checkpointTarget, guardedLookup } from '../../src/engine/checkpoints/target.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';

const BUREAU = {
  ...{ name: '市财政局', fullName: '太原市财政局', shortName: '财政局', place: '太原市' },
  ...{ level: 'city', kind: 'bureau' },
};

describe('checkpoints sent to an archive outside', () => {
  let ground: TestGround;
  let archive: Server;
  let address: string;
  let taken: { headers: IncomingMessage['headers']; body: string }[];
  let answer: (response: ServerResponse) => void;
  beforeEach(async () => {
    ground = await openGround();
    taken = [];
    answer = (response) => response.writeHead(204).end();
    archive = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      taken.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      answer(response);
    }).listen(0, '127.0.0.1');
    await once(archive, 'listening');
    address = `http://127.0.0.1:${(archive.address() as AddressInfo).port}/checkpoints`;
    await ground.engine.start('unit', 'fin', '', BUREAU, { actor: COORDINATOR });
    await checkpointIn(ground.folder, ground.database, ground.clock);
  });
  afterEach(async () => {
    archive.closeAllConnections();
    archive.close();
    await ground.close();
  });

  const sender = () => new CheckpointSender(ground.database, address);
  const another = async (name: string) => {
    await ground.engine.send('fin', 'addAlias', { alias: name }, { actor: COORDINATOR });
    await checkpointIn(ground.folder, ground.database, ground.clock);
  };

  it('arrive once, signed, and as the file beside the server says', async () => {
    expect(await sender().sendWaiting()).toBe(1);
    expect(await sender().sendWaiting()).toBe(0);
    const { position, body, signature } = JSON.parse(taken[0]!.body) as Checkpoint;
    expect(position).toBe(1);
    expect(isSigned(body, signature, logKeyIn(ground.folder).publicHex)).toBe(true);
    expect(taken[0]!.headers).toMatchObject({ 'content-type': 'application/json', 'accept-encoding': 'identity' });
  });

  it('are sent again until they are taken, oldest first, also after a restart', async () => {
    answer = (response) => response.writeHead(503).end();
    await expect(sender().sendWaiting()).rejects.toThrow('503');
    await another('市财局');
    await expect(sender().sendWaiting()).rejects.toThrow('503');
    const waiting = await waitingCheckpoints(ground.database.reader);
    expect(waiting).toHaveLength(2);
    taken.length = 0;
    answer = (response) => response.writeHead(200).end('ok');
    expect(await sender().sendWaiting()).toBe(2);
    const positions = taken.map(({ body }) => (JSON.parse(body) as Checkpoint).position);
    expect(positions).toEqual(waiting.map(({ position }) => position).sort((a, b) => a - b));
    expect(await waitingCheckpoints(ground.database.reader)).toEqual([]);
  });

  it('follow no redirect', async () => {
    answer = (response) => response.writeHead(307, { location: address.replace('checkpoints', 'elsewhere') }).end();
    await expect(sender().sendWaiting()).rejects.toThrow('307');
    expect(taken).toHaveLength(1);
  });

  it('do not wait longer than five seconds for an answer', async () => {
    answer = () => undefined;
    await expect(sender().sendWaiting()).rejects.toThrow('not taken');
  }, 15_000);

  it('never reach a listener on this machine by another host’s name or address', async () => {
    let contacts = 0;
    const listener = createPlainServer((socket) => {
      contacts++;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    for (const found of [
      '127.0.0.1',
      '127.9.9.9',
      '0.0.0.0',
      '::1',
      '::',
      '169.254.169.254',
      '::ffff:127.0.0.1',
      'fe80::1',
    ]) {
      const url = `https://archive.example:${port}/`;
      const lookup = guardedLookup(new URL(url), (_host, done) =>
        done(null, [{ address: found, family: found.includes(':') ? 6 : 4 }]),
      );
      await expect(new CheckpointSender(ground.database, url, lookup).sendWaiting()).rejects.toThrow('not allowed');
    }
    for (const literal of ['127.0.0.2', '0', '[::ffff:7f00:1]', '[::]', '169.254.169.254', '[fe80::1]'])
      expect(() => checkpointTarget(`https://${literal}:${port}/`)).toThrow(
        expect.objectContaining({ code: 'config_invalid' }),
      );
    expect(contacts).toBe(0);
    listener.close();
  });
});

describe('the address of the archive', () => {
  it.each([
    'ftp://a/',
    'http://archive.example/',
    'file:///etc/passwd',
    'nonsense',
    'https://user:word@archive.example/',
  ])('%s is refused at the start', (text) =>
    expect(() => checkpointTarget(text)).toThrow(expect.objectContaining({ code: 'config_invalid' })),
  );

  it.each([
    'https://archive.example/in',
    'https://10.1.2.3/in',
    'http://127.0.0.1:9/',
    'http://localhost:9/',
    'http://[::1]:9/',
  ])('%s is taken', (text) => expect(checkpointTarget(text).href).toBe(text));
});

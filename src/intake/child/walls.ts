import dgram from 'node:dgram';
import net from 'node:net';

/**
 * Takes the network away from this process. Node's permission flag closes files, child processes, workers and native
 * addons; on Node 20 to 24 it leaves sockets open, so they are closed here, before any untrusted byte is read.
 */
export function closeNetwork(): void {
  const closed = (): never => {
    throw new Error('The reading process has no network.');
  };
  Object.assign(net.Socket.prototype, { connect: closed });
  Object.assign(net.Server.prototype, { listen: closed });
  Object.assign(dgram.Socket.prototype, { bind: closed, connect: closed, send: closed });
}

import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A command on its way to the server: `update`, and the collection. */
export interface Command {
  name: string;
  collection: string;
  isWrite: boolean;
}

/** Decides what becomes of a command; the connection waits for it. A dropped one never reaches the server. */
export type Gate = (command: Command) => Promise<'forward' | 'drop'> | 'forward';

export interface WireProxy {
  /** What to connect to instead of the server. */
  uri: string;
  gate: Gate;
  close(): Promise<void>;
}

/** Stands between a worker and its database: so a worker can be stopped at any message, and the product knows nothing of it. */
export async function wireProxy(serverUri: string): Promise<WireProxy> {
  const socketPath = path.join(tmpdir(), `tagloom-proxy-${randomBytes(6).toString('hex')}.sock`);
  const upstream = addressOf(serverUri);
  const sockets = new Set<net.Socket>();
  const proxy: WireProxy = {
    uri: `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`,
    gate: () => 'forward',
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(socketPath, { force: true });
    },
  };
  const server = net.createServer((client) => {
    const to = net.connect(upstream);
    for (const socket of [client, to]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => sockets.delete(socket));
    }
    to.pipe(client);
    to.once('close', () => client.destroy());
    client.once('close', () => void sent.finally(() => to.end()));
    const split = splitMessages();
    let sent: Promise<void> = Promise.resolve();
    client.on('data', (chunk) => {
      for (const message of split(chunk)) {
        sent = sent.then(async () => {
          const command = commandOf(message);
          const fate = command ? await proxy.gate(command) : 'forward';
          if (fate === 'forward' && !to.destroyed) to.write(message);
        });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return proxy;
}

/** Of `mongodb://host:port/…` or `mongodb://%2Fpath…`: one server, without TLS. */
function addressOf(uri: string): net.NetConnectOpts {
  const [, host = ''] = /^mongodb:\/\/(?:[^@/]*@)?([^/?,]+)/.exec(uri) ?? [];
  const name = decodeURIComponent(host);
  if (name.startsWith('/')) return { path: name };
  const [hostname = '', port = '27017'] = name.split(':');
  return { host: hostname, port: Number(port) };
}

/** Cuts a stream into messages of the wire protocol, each with its length in front. */
function splitMessages(): (chunk: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const messages: Buffer[] = [];
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      messages.push(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
    return messages;
  };
}

const MESSAGE = 2013;
const TEXT = 2;
const WRITES: ReadonlySet<string> = new Set(['insert', 'update', 'delete', 'findAndModify']);

/** The first key and value of a message's document, which are the command and its collection; null for other messages. */
export function commandOf(message: Buffer): Command | null {
  // Header, flags, the kind of the section, the length of its document, the type of its first value.
  if (message.length < 27 || message.readInt32LE(12) !== MESSAGE || message[20] !== 0) return null;
  const end = message.indexOf(0, 26);
  const name = message.toString('utf8', 26, end);
  const isText = message[25] === TEXT;
  const length = isText ? message.readInt32LE(end + 1) : 0;
  const collection = isText ? message.toString('utf8', end + 5, end + 4 + length) : '';
  const merges = name === 'aggregate' && message.includes('$merge');
  return { name, collection, isWrite: merges || WRITES.has(name) };
}

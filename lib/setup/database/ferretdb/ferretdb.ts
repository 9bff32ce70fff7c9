import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type ManagedProcess, type ServerCommand, spawnServer, waitUntilReady } from '../managed-process';
import { ping } from '../ping';
import type { Instance } from './instance';
import type { Layout } from './layout';

const READY_LIMIT_MS = 60_000;

const socketOf = (instance: Instance) => path.join(instance.sockets, 'mongodb.sock');

export const ferretdbUri = (instance: Instance) => `mongodb://${encodeURIComponent(socketOf(instance))}`;

/** Only a unix socket is opened; who may enter its folder may use the database. */
export function ferretdbCommand(layout: Layout, instance: Instance): ServerCommand {
  return {
    name: 'FerretDB',
    command: layout.ferretdb,
    args: [
      '--listen-addr=',
      `--listen-unix=${socketOf(instance)}`,
      `--postgresql-url=postgres://postgres@/postgres?host=${encodeURIComponent(instance.sockets)}&pool_max_conns=50`,
      '--no-auth',
      '--telemetry=disable',
      '--debug-addr=-',
      `--state-dir=${instance.state}`,
      '--log-level=error',
    ],
    cwd: instance.state,
    user: instance.user,
    env: { HOME: instance.state },
    stopSignal: 'SIGTERM',
    logFile: path.join(instance.logs, 'ferretdb.log'),
  };
}

/** Starts FerretDB on a running PostgreSQL and waits until it answers the driver. */
export async function startFerretdb(
  layout: Layout,
  instance: Instance,
  register: (server: ManagedProcess) => Promise<void>,
): Promise<ManagedProcess> {
  // The socket of a server that was killed is still there and would keep the new one from listening.
  await rm(socketOf(instance), { force: true });
  const server = await spawnServer(ferretdbCommand(layout, instance));
  await register(server);
  await waitUntilReady(server, () => ping(ferretdbUri(instance), 1_000), READY_LIMIT_MS);
  return server;
}

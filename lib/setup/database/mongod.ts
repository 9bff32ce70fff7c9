import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { type ServerCommand, spawnServer, stopProcesses, waitUntilReady } from './managed-process';
import { ping } from './ping';
import type { ProviderContext, RunningDatabase } from './provider';

const READY_LIMIT_MS = 60_000;

const dbPath = (dataFolder: string) => path.join(dataFolder, 'mongod');

/** Whether a mongod of either origin has left data in this folder: WiredTiger's first file is there. */
export function mongodHoldsData(dataFolder: string): boolean {
  return existsSync(path.join(dbPath(dataFolder), 'WiredTiger'));
}

/** The command line of a mongod that listens on the loopback interface only. */
export function mongodCommand(binary: string, dataFolder: string, port: number): ServerCommand {
  return {
    name: 'mongod',
    command: binary,
    args: [
      '--dbpath',
      dbPath(dataFolder),
      '--bind_ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--nounixsocket',
      '--quiet',
    ],
    cwd: dataFolder,
    stopSignal: 'SIGTERM',
    logFile: path.join(dataFolder, 'logs', 'mongod.log'),
  };
}

/** Starts a mongod on the checkout's data and waits until it answers. */
export async function startMongod(binary: string, context: ProviderContext): Promise<RunningDatabase> {
  mkdirSync(dbPath(context.dataFolder), { recursive: true, mode: 0o700 });
  const port = await freePort();
  const server = await spawnServer(mongodCommand(binary, context.dataFolder, port));
  await context.register(server);
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  await waitUntilReady(server, () => ping(uri, 1_000), READY_LIMIT_MS);
  return { uri, stop: () => stopProcesses([server]) };
}

/** A port on the loopback interface that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port was given')),
      );
    });
  });
}

import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { stopProcesses } from './database/managed-process';
import { DATA_FOLDER } from './paths';
import { identify, isRunning, ownIdentity, processIdentitySchema } from './process-identity';
import { writeAtomically } from './write-atomically';

/** A server and the command that looks after it. */
const recordSchema = z.object({ server: processIdentitySchema, keeper: processIdentitySchema });

const recordFile = (port: number, dataFolder: string) => path.join(dataFolder, 'servers', `${port}.json`);

/** Notes which process serves a port; gives the function that takes the note away. */
export async function recordServer(
  pid: number,
  port: number,
  dataFolder = DATA_FOLDER,
): Promise<() => Promise<void>> {
  const server = identify(pid);
  const file = recordFile(port, dataFolder);
  if (server) await writeAtomically(file, JSON.stringify({ server, keeper: ownIdentity() }));
  return () => rm(file, { force: true });
}

/** Ends a server of this checkout whose keeper was killed and that still holds the port. */
export async function endAbandonedServer(port: number, dataFolder = DATA_FOLDER): Promise<void> {
  const text = await readFile(recordFile(port, dataFolder), 'utf8').catch(() => null);
  const record = text === null ? null : recordSchema.safeParse(JSON.parse(text)).data;
  if (!record || isRunning(record.keeper)) return;
  await stopProcesses([{ ...record.server, stopSignal: 'SIGTERM', scratchFolder: null }]);
}

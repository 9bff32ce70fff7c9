import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { processIdentitySchema } from '../process-identity';
import { writeAtomically } from '../write-atomically';
import { managedProcessSchema } from './managed-process';
import { providerNameSchema } from './provider';

/** What is known about the database that this checkout's processes share. */
const databaseStateSchema = z.object({
  /** Both null while it is being started. */
  provider: providerNameSchema.nullable(),
  uri: z.string().nullable(),
  /** In the order in which they were spawned. */
  processes: z.array(managedProcessSchema),
  /** Who uses it; the last of them to leave stops it. */
  users: z.array(processIdentitySchema.extend({ id: z.string() })),
  startedAt: z.string(),
});
export type DatabaseState = z.infer<typeof databaseStateSchema>;

const stateFile = (dataFolder: string) => path.join(dataFolder, 'database.json');

/** The recorded state; null when nothing is recorded, or what is recorded can't be read. */
export function readState(dataFolder: string): DatabaseState | null {
  try {
    return databaseStateSchema.parse(JSON.parse(readFileSync(stateFile(dataFolder), 'utf8')));
  } catch {
    return null;
  }
}

export async function writeState(dataFolder: string, state: DatabaseState): Promise<void> {
  await writeAtomically(stateFile(dataFolder), `${JSON.stringify(state, null, 2)}\n`);
}

export async function removeState(dataFolder: string): Promise<void> {
  await rm(stateFile(dataFolder), { force: true });
}

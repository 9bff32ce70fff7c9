import { randomUUID } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { withFileLock } from '../file-lock';
import { DATA_FOLDER } from '../paths';
import { isRunning, ownIdentity } from '../process-identity';
import { type Report, reportToStderr } from '../progress';
import { atShutdown } from '../shutdown';
import { startFirst } from './chain';
import { fromDownload } from './from-download';
import { fromPackages } from './from-packages';
import { fromPath } from './from-path';
import { fromUri } from './from-uri';
import { type ManagedProcess, stopProcesses } from './managed-process';
import { ping } from './ping';
import type { DatabaseProvider, ProviderContext, ProviderName } from './provider';
import { type DatabaseState, readState, removeState, writeState } from './state';

export interface EnsureOptions {
  /** Where state, data and logs lie; the checkout's `.data` by default. */
  readonly dataFolder?: string;
  readonly report?: Report;
  /** The providers to choose from; all four by default. */
  readonly providers?: (context: ProviderContext) => readonly DatabaseProvider[];
  /** Leave the database on SIGINT, SIGTERM and SIGHUP and then end this process; on by default. */
  readonly leaveOnSignal?: boolean;
}

export interface EnsuredDatabase {
  readonly uri: string;
  readonly provider: ProviderName;
  /** Whether this call started it; false when it ran already. */
  readonly started: boolean;
  /** Leaves the database; whoever leaves last stops what was started. Safe to call twice. */
  stop(): Promise<void>;
}

type User = DatabaseState['users'][number];
type Joined = Pick<EnsuredDatabase, 'uri' | 'provider' | 'started'>;

/** Milliseconds. One that is merely busy must not be stopped under its users. */
const BUSY_LIMIT_MS = 30_000;
const GONE_LIMIT_MS = 1_000;

/**
 * A database that answers: the one that runs for this checkout, or one started now. Throws a SetupError
 * with one sentence when none can be had.
 */
export async function ensureDatabase(options: EnsureOptions = {}): Promise<EnsuredDatabase> {
  const { dataFolder = DATA_FOLDER, report = reportToStderr, providers = allProviders } = options;
  if (process.env.MONGODB_URI && !options.providers) return foreignDatabase();
  await mkdir(dataFolder, { recursive: true });
  // Others than its owner may pass it (the database's user has to), not read it.
  await chmod(dataFolder, 0o711);
  const user = { ...ownIdentity(), id: randomUUID() };
  const lock = path.join(dataFolder, 'database.lock');
  const locked = <T>(work: () => Promise<T>) =>
    withFileLock(lock, work, (pid) =>
      report(`Process ${pid} is starting or stopping the database: waiting for it.`),
    );

  let joining = true;
  let left: Promise<void> | null = null;
  const stop = () => {
    // While joining, the lock is held by this very call; whoever stops it then is about to end the process.
    // One promise for all callers, because npm and the terminal may both send the signal.
    left ??= (joining ? leave(dataFolder, user.id) : locked(() => leave(dataFolder, user.id))).finally(() =>
      unhook(),
    );
    return left;
  };
  const unhook = options.leaveOnSignal === false ? () => undefined : atShutdown(stop);
  try {
    const joined = await locked(
      async () => (await join(dataFolder, user)) ?? startHere(dataFolder, report, providers, user),
    );
    joining = false;
    return { ...joined, stop };
  } catch (error) {
    unhook();
    throw error;
  }
}

const allProviders = (context: ProviderContext) => [
  fromUri(),
  fromPath(context),
  fromDownload(context),
  fromPackages(context),
];

async function foreignDatabase(): Promise<EnsuredDatabase> {
  const { provider, database } = await startFirst([fromUri()]);
  return { uri: database.uri, provider, started: false, stop: database.stop };
}

/** Uses the recorded database when it answers; whatever is left of one that doesn't is ended. */
async function join(dataFolder: string, user: User): Promise<Joined | null> {
  const state = readState(dataFolder);
  if (!state) return null;
  const { uri, provider } = state;
  const patience = state.processes.every(isRunning) ? BUSY_LIMIT_MS : GONE_LIMIT_MS;
  if (uri !== null && provider !== null && (await ping(uri, patience))) {
    await writeState(dataFolder, { ...state, users: [...state.users.filter(isRunning), user] });
    return { uri, provider, started: false };
  }
  await stopProcesses(state.processes.toReversed());
  await removeState(dataFolder);
  return null;
}

async function startHere(
  dataFolder: string,
  report: Report,
  providers: (context: ProviderContext) => readonly DatabaseProvider[],
  user: User,
): Promise<Joined> {
  const processes: ManagedProcess[] = [];
  const startedAt = new Date().toISOString();
  const record = (answer: { provider: ProviderName; uri: string } | null) =>
    writeState(dataFolder, {
      provider: answer?.provider ?? null,
      uri: answer?.uri ?? null,
      processes,
      users: [user],
      startedAt,
    });
  const register = async (server: ManagedProcess) => {
    processes.push(server);
    await record(null);
  };
  const abandon = async () => {
    await stopProcesses(processes.splice(0).toReversed());
    await removeState(dataFolder);
  };
  const { provider, database } = await startFirst(providers({ dataFolder, report, register }), abandon);
  await record({ provider, uri: database.uri });
  return { provider, uri: database.uri, started: true };
}

/** Takes a user off the list and stops the database when no living one is left. */
async function leave(dataFolder: string, userId: string): Promise<void> {
  const state = readState(dataFolder);
  if (!state?.users.some(({ id }) => id === userId)) return;
  const users = state.users.filter((user) => user.id !== userId && isRunning(user));
  if (users.length > 0) {
    await writeState(dataFolder, { ...state, users });
    return;
  }
  await stopProcesses(state.processes.toReversed());
  await removeState(dataFolder);
}

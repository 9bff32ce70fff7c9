import { randomUUID } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { withFileLock } from '../file-lock';
import { DATA_FOLDER } from '../paths';
import { isRunning, ownIdentity } from '../process-identity';
import { type Report, reportToStderr } from '../progress';
import { startFirst } from './chain';
import { fromDownload } from './from-download';
import { fromPackages } from './from-packages';
import { fromPath } from './from-path';
import { fromUri } from './from-uri';
import { type ManagedProcess, stopProcesses } from './managed-process';
import { ping } from './ping';
import type { DatabaseProvider, ProviderContext, ProviderName } from './provider';
import { type DatabaseState, readState, removeState, writeState } from './state';
import { stopOnSignal } from './stop-on-signal';

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

const ANSWER_LIMIT_MS = 5_000;

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
  const waiting = (pid: number) =>
    report(`Process ${pid} is starting or stopping the database: waiting for it.`);

  const joined = await withFileLock(
    lock,
    async () => {
      const running = await runningDatabase(dataFolder);
      if (running) {
        await writeState(dataFolder, {
          ...running.state,
          users: [...running.state.users.filter(isRunning), user],
        });
        return { uri: running.uri, provider: running.provider, started: false };
      }
      return startHere(dataFolder, report, providers, user);
    },
    waiting,
  );

  let left: Promise<void> | null = null;
  const stop = () => {
    // One promise for all callers: npm and the terminal may both send the signal.
    left ??= withFileLock(lock, () => leave(dataFolder, user.id), waiting).finally(() => unhook());
    return left;
  };
  const unhook = options.leaveOnSignal === false ? () => undefined : stopOnSignal(stop);
  return { ...joined, stop };
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

/** The recorded database when it answers; whatever is left of one that doesn't is ended. */
async function runningDatabase(
  dataFolder: string,
): Promise<{ state: DatabaseState; uri: string; provider: ProviderName } | null> {
  const state = readState(dataFolder);
  if (!state) return null;
  const { uri, provider } = state;
  if (uri !== null && provider !== null && (await ping(uri, ANSWER_LIMIT_MS)))
    return { state, uri, provider };
  await stopProcesses(state.processes.toReversed());
  await removeState(dataFolder);
  return null;
}

async function startHere(
  dataFolder: string,
  report: Report,
  providers: (context: ProviderContext) => readonly DatabaseProvider[],
  user: DatabaseState['users'][number],
): Promise<{ uri: string; provider: ProviderName; started: true }> {
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

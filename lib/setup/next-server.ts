import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { NEXT_BINARY } from './next-binary';
import { CHECKOUT } from './paths';
import type { Command } from './run-command';
import { recordServer } from './server-record';
import { browserAddress, type ServerSettings } from './server-settings';
import { SetupError } from './setup-error';
import { atShutdown } from './shutdown';

export type ServerMode = 'start' | 'dev';

export interface NextServer {
  /** Settles when the server has ended, with its exit code. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

const READY_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;

export function nextCommand(
  mode: ServerMode,
  settings: ServerSettings,
  uri: string,
  secret: string,
): Command {
  return {
    command: process.execPath,
    args: [NEXT_BINARY, mode, '-H', settings.host, '-p', String(settings.port)],
    cwd: CHECKOUT,
    env: {
      NODE_ENV: mode === 'start' ? 'production' : 'development',
      NEXT_TELEMETRY_DISABLED: '1',
      MONGODB_URI: uri,
      TAGLOOM_DB: settings.databaseName,
      NEXTAUTH_SECRET: secret,
      // Sign-in works under whatever name the machine is reached by, unless NEXTAUTH_URL pins one.
      AUTH_TRUST_HOST: process.env.NEXTAUTH_URL ? undefined : 'true',
      // On a signal the server first puts its running jobs back into the queue (lib/server/start-in-server.ts).
      NEXT_MANUAL_SIG_HANDLE: mode === 'start' ? 'true' : undefined,
    },
  };
}

/** Starts Next and waits until it answers. Throws a SetupError when it ends before it does. */
export async function startNext(
  mode: ServerMode,
  settings: ServerSettings,
  uri: string,
  secret: string,
): Promise<NextServer> {
  const { command, args, cwd, env } = nextCommand(mode, settings, uri, secret);
  const child = spawn(command, [...args], { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : 1));
  const stop = () => stopChild(child);
  const forget = atShutdown(stop);
  child.once('exit', forget);
  const unrecord = await recordServer(child.pid ?? 0, settings.port);
  child.once('exit', () => void unrecord());
  const server = { ended, stop };
  const ready = await Promise.race([answers(settings), ended.then(() => false)]);
  if (!ready) {
    await server.stop();
    throw new SetupError('The server ended or gave no answer while starting; its reason is above.');
  }
  return server;
}

async function answers({ host, port }: ServerSettings): Promise<boolean> {
  const address = browserAddress({ host, port }).replace('localhost', host === '::' ? '[::1]' : '127.0.0.1');
  const deadline = Date.now() + READY_LIMIT_MS;
  while (Date.now() < deadline) {
    const answered = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(30_000) }).then(
      () => true,
      () => false,
    );
    if (answered) return true;
    await sleep(100);
  }
  return false;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await gone;
  clearTimeout(limit);
}

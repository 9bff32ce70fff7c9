import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../cache-folder';
import { CHECKOUT } from '../paths';
import { withProgress } from '../progress';
import type { Command } from '../run-command';
import { SetupError } from '../setup-error';
import { mongodHoldsData, startMongod } from './mongod';
import { type DatabaseProvider, type ProviderContext, unavailable } from './provider';

/** No byte for this long: the download is given up. */
const STALL_LIMIT_MS = 12_000;

/** The platforms that MongoDB publishes binaries for. */
const PLATFORMS: ReadonlySet<NodeJS.Platform> = new Set(['linux', 'darwin', 'win32']);

/** Provider 3: the mongod that mongodb-memory-server fetches once into the cache. */
export function fromDownload(
  context: ProviderContext,
  { downloadFolder = path.join(cacheFolder(), 'mongod'), stallLimitMs = STALL_LIMIT_MS } = {},
): DatabaseProvider {
  return {
    name: 'mongod-download',
    explicit: false,
    holdsData: () => mongodHoldsData(context.dataFolder) && existsSync(downloadFolder),
    available: async () =>
      PLATFORMS.has(process.platform)
        ? { ok: true }
        : unavailable(`there is no mongod for ${process.platform}`),
    start: async () => {
      const binary = await withProgress(context.report, 'Fetching mongod', () =>
        fetchMongod(downloadFolder, stallLimitMs),
      );
      return startMongod(binary, context);
    },
  };
}

/** The fetching process: one attempt, certificates checked, whatever npm's own settings say. */
export function fetchCommand(downloadFolder: string): Command {
  return {
    command: process.execPath,
    args: [path.join(CHECKOUT, 'lib', 'setup', 'database', 'fetch-mongod.mjs'), downloadFolder],
    cwd: CHECKOUT,
    env: { MONGOMS_MAX_RETRIES: '1', npm_config_strict_ssl: 'true' },
  };
}

/** Gives the binary's path. Rejects when the download is refused or no byte arrives for `stallLimitMs`. */
export function fetchMongod(downloadFolder: string, stallLimitMs: number): Promise<string> {
  mkdirSync(downloadFolder, { recursive: true });
  const { command, args, cwd, env } = fetchCommand(downloadFolder);
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let size = folderSize(downloadFolder);
    let grownAt = Date.now();
    const watch = setInterval(() => {
      const now = folderSize(downloadFolder);
      if (now !== size) grownAt = Date.now();
      size = now;
      if (Date.now() - grownAt > stallLimitMs) child.kill('SIGKILL');
    }, 500);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearInterval(watch);
      const binary = stdout.trim().split('\n').at(-1) ?? '';
      if (code === 0 && existsSync(binary)) resolve(binary);
      else
        reject(
          new SetupError(
            signal
              ? `nothing arrived for ${stallLimitMs / 1000} s`
              : stderr.trim().split('\n').at(-1) || 'the download was refused',
          ),
        );
    });
  });
}

function folderSize(folder: string): number {
  return readdirSync(folder).reduce(
    (sum, name) => sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { withFileLock } from './file-lock';
import { NEXT_BINARY } from './next-binary';
import { CHECKOUT, DATA_FOLDER } from './paths';
import { type Report, withProgress } from './progress';
import { run } from './run-command';
import { SetupError, sentenceOf } from './setup-error';
import { sourceHash } from './source-hash';
import { writeAtomically } from './write-atomically';

const stampSchema = z.object({ sources: z.string(), buildId: z.string() });

const STAMP = path.join(DATA_FOLDER, 'build.json');
const LOG = path.join(DATA_FOLDER, 'logs', 'build.log');
const BUILD_ID = path.join(CHECKOUT, '.next', 'BUILD_ID');

/** Builds the application when its sources have changed since the last build, or when that build is gone. */
export async function ensureAppBuild(report: Report): Promise<void> {
  if (await isCurrent(sourceHash())) return;
  const waiting = (pid: number) =>
    report(`Process ${pid} is building the application already: waiting for it.`);
  await withFileLock(
    path.join(DATA_FOLDER, 'build.lock'),
    async () => {
      // Taken before the build: what is saved while it runs makes the next start build again.
      const sources = sourceHash();
      if (await isCurrent(sources)) return;
      await withProgress(report, 'Building the application', build);
      await writeAtomically(STAMP, JSON.stringify({ sources, buildId: await buildId() }));
    },
    waiting,
  );
}

async function build(): Promise<void> {
  try {
    await run({
      command: process.execPath,
      args: [NEXT_BINARY, 'build'],
      cwd: CHECKOUT,
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      logFile: LOG,
    });
  } catch (error) {
    const log = await readFile(LOG, 'utf8').catch(() => '');
    throw new SetupError(
      `The application could not be built: ${buildErrorIn(log) ?? sentenceOf(error)} (see ${LOG}).`,
    );
  }
}

/** The line of Next's output that says what is wrong, with the place before it; the last lines never do. */
export function buildErrorIn(log: string): string | null {
  const lines = log.split('\n').map((line) => line.trim());
  const at = lines.findIndex(
    (line) => /^(Type error|Error|\w*Error):/.test(line) && !/build failed with/.test(line),
  );
  if (at < 0) return null;
  const place = lines[at - 1] ?? '';
  return /^\.\/.*:\d+/.test(place) ? `${place} ${lines[at]}` : (lines[at] ?? null);
}

async function isCurrent(sources: string): Promise<boolean> {
  const text = await readFile(STAMP, 'utf8').catch(() => null);
  const stamp = text === null ? null : stampSchema.safeParse(JSON.parse(text)).data;
  return stamp?.sources === sources && stamp.buildId === (await buildId());
}

/** Next writes it at the end of a build, so a half-made one has none. */
async function buildId(): Promise<string> {
  return (await readFile(BUILD_ID, 'utf8').catch(() => '')).trim() || 'none';
}

import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isRunning, ownIdentity, processIdentitySchema } from './process-identity';

const holderSchema = processIdentitySchema.extend({ token: z.string() });
type Holder = z.infer<typeof holderSchema>;

const POLL_MS = 100;
const ABANDONED_GUARD_MS = 10_000;

/**
 * Runs `work` while holding the lock file: one process at a time, others wait. A lock whose process is
 * gone (kill -9, power cut) is taken over. `onWait` is called once, when there is somebody to wait for.
 */
export async function withFileLock<T>(
  file: string,
  work: () => Promise<T>,
  onWait: (holderPid: number) => void = () => undefined,
): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  const own: Holder = { ...ownIdentity(), token: randomUUID() };
  let waited = false;
  while (!(await take(file, own))) {
    const holder = await readHolder(file);
    if (holder && !isRunning(holder)) {
      await removeStale(file, holder);
    } else {
      if (holder && !waited) onWait(holder.pid);
      waited ||= holder !== null;
      await sleep(POLL_MS);
    }
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** A hard link appears with its content or not at all, so nobody ever reads half a lock. */
async function take(file: string, own: Holder): Promise<boolean> {
  const draft = `${file}.${own.token}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

async function readHolder(file: string): Promise<Holder | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : holderSchema.parse(JSON.parse(text));
}

/** Only under the guard, and only the very lock that was seen: two who notice at once remove it once. */
async function removeStale(file: string, seen: Holder): Promise<void> {
  const guard = `${file}.takeover`;
  const entered = await mkdir(guard).then(
    () => true,
    () => false,
  );
  if (!entered) {
    const stats = await stat(guard).catch(() => null);
    if (stats && Date.now() - stats.mtimeMs > ABANDONED_GUARD_MS) await rmdir(guard).catch(() => undefined);
    await sleep(POLL_MS);
    return;
  }
  try {
    if ((await readHolder(file))?.token === seen.token) await unlink(file);
  } finally {
    await rmdir(guard);
  }
}

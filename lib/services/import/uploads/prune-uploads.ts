import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { dataFolder } from '@/lib/db/data-folder';

/** Time to look at a file in the wizard before anything refers to it. */
const UNUSED_FOR_MS = 2 * 86_400_000;
/** Whoever imports again or mends rows does so within weeks; personal data isn't kept for longer than it is of use. */
const KEPT_FOR_MS = 30 * 86_400_000;

/** Removes uploaded files that nothing refers to any more, and those whose imports ended long ago. */
export async function pruneUploads(db: Db, now = Date.now()): Promise<number> {
  const folder = await dataFolder('uploads');
  const recent = { $or: [{ finishedAt: null }, { finishedAt: { $gt: new Date(now - KEPT_FOR_MS) } }] };
  const used = new Set([
    ...(await collection(db, 'imports').distinct('upload', recent)),
    ...(await collection(db, 'lists').distinct('upload', { state: 'matching' })),
  ]);
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => null);
    if (stats === null || used.has(name) || now - stats.mtimeMs < UNUSED_FOR_MS) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { Fence } from '@/lib/jobs/handler';
import { removeMembers } from '@/lib/members/remove-members';
import { removeDemoCatalogue } from './remove-demo-catalogue';

export interface RemoveDemoOptions {
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** Left out where no other process can take it over. */
  fenced?: Fence;
}

const CHUNK = 1_000;

/**
 * Removes the demo members with everything of theirs, and what of the catalogue nothing refers to any more. Members
 * go last in each step, so that an interrupted removal goes on where it was.
 */
export async function removeDemo(
  db: Db,
  { onProgress, signal, fenced }: RemoveDemoOptions = {},
): Promise<{ members: number; events: number }> {
  const members = collection(db, 'members');
  const total = await members.countDocuments({ demo: true });
  const removed = { members: 0, events: 0 };
  for (;;) {
    signal?.throwIfAborted();
    await fenced?.hold();
    const chunk = await members
      .find({ demo: true }, { projection: { _id: 1, ord: 1 } })
      .limit(CHUNK)
      .toArray();
    if (chunk.length === 0) break;
    const { events } = await removeMembers(db, chunk, fenced);
    removed.members += chunk.length;
    removed.events += events;
    onProgress?.(removed.members, Math.max(total, removed.members));
  }
  await fenced?.hold();
  await removeDemoCatalogue(db);
  return removed;
}

/** Whether there are demo members. */
export async function hasDemo(db: Db): Promise<boolean> {
  return (await collection(db, 'members').findOne({ demo: true }, { projection: { _id: 1 } })) !== null;
}

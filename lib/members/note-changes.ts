import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { ChangeDoc } from '@/lib/db/documents';

/** Events or members named in one note. */
const noted = 5_000;

/** Notes that events were stored. To be called after they and their members can be read. */
export function noteEvents(db: Db, events: readonly string[]): Promise<void> {
  return note(db, events, (some) => ({ events: some }));
}

/** Notes that events have another content. To be called after it can be read. */
export function noteReplaced(db: Db, replaced: readonly string[]): Promise<void> {
  return note(db, replaced, (some) => ({ replaced: some }));
}

/** Notes that events were removed. To be called after they are gone. */
export function noteGone(db: Db, gone: readonly string[]): Promise<void> {
  return note(db, gone, (some) => ({ gone: some }));
}

/** Notes that the members with these `ord` were removed. To be called after they are gone. */
export function noteRemoved(db: Db, removed: readonly number[]): Promise<void> {
  return note(db, removed, (some) => ({ removed: some }));
}

async function note<T>(
  db: Db,
  all: readonly T[],
  change: (some: T[]) => Omit<ChangeDoc, '_id' | 'at'>,
): Promise<void> {
  const notes: ChangeDoc[] = [];
  for (let from = 0; from < all.length; from += noted) {
    notes.push({ _id: randomUUID(), at: new Date(), ...change(all.slice(from, from + noted)) });
  }
  if (notes.length > 0) await collection(db, 'changes').insertMany(notes);
}

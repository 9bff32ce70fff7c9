import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { Held } from './held';

/** What members carry of a tag. */
export class HeldTag extends Held {
  /** Members with two values of the tag, which no run leaves behind: both are taken off first. */
  readonly doubled: number[] = [];
}

/** Reads who carries which value of the tag `key`, by the index on `tags`. */
export async function heldValues(
  db: Db,
  key: string,
  outputs: readonly string[],
  signal?: AbortSignal,
): Promise<HeldTag> {
  const prefix = `${key}:`;
  const held = new HeldTag(outputs);
  const cursor = collection(db, 'members').find(
    // `;` follows `:`, so this range is every value of the key and nothing else.
    { tags: { $elemMatch: { $gte: prefix, $lt: `${key};` } } },
    { projection: { _id: 0, ord: 1, tags: 1 }, batchSize: 20_000, signal },
  );
  for await (const { ord, tags } of cursor) {
    const [value, second] = tags
      .filter((tag) => tag.startsWith(prefix))
      .map((tag) => tag.slice(prefix.length));
    if (value === undefined) continue;
    if (second !== undefined) held.doubled.push(ord);
    else held.hold(ord, value);
  }
  return held;
}

import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { Assignment } from './assignment';

/** What members carry of a tag. */
export interface Held {
  /** Values in the order of the outputs, then those that no output gives any more. */
  values: string[];
  of: Assignment;
  /** Members with two values of the tag, which no run leaves behind: both are taken off first. */
  doubled: number[];
}

/** Reads who carries which value of the tag `key`, by the index on `tags`. */
export async function heldValues(
  db: Db,
  key: string,
  outputs: readonly string[],
  signal?: AbortSignal,
): Promise<Held> {
  const prefix = `${key}:`;
  const held: Held = { values: [...new Set(outputs)], of: new Assignment(), doubled: [] };
  const index = new Map(held.values.map((value, i) => [value, i + 1]));
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
    else held.of.set(ord, indexOf(value));
  }
  return held;

  function indexOf(value: string): number {
    const known = index.get(value);
    if (known !== undefined) return known;
    held.values.push(value);
    index.set(value, held.values.length);
    return held.values.length;
  }
}

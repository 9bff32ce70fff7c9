import type { Db, Filter } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { RollCall, untilWhole } from '@/lib/members/roll-call';
import { Held } from './held';

/** What members carry of a tag. */
export class HeldTag extends Held {
  /** Members with two values of the tag, which no run leaves behind: both are taken off first. */
  readonly doubled: number[] = [];
}

/**
 * Reads who carries which value of the tag `key`, by the index on `tags`. Nobody but its runs gives it, and of those there is
 * one at a time: as many carry it afterwards as were read, or fewer when members were removed. Throws `members-missed`.
 */
export function heldValues(
  db: Db,
  key: string,
  outputs: readonly string[],
  signal?: AbortSignal,
): Promise<HeldTag> {
  // `;` follows `:`, so this range is every value of the key and nothing else.
  const carrying = { tags: { $elemMatch: { $gte: `${key}:`, $lt: `${key};` } } };
  return untilWhole('values of a tag', async () => {
    const roll = RollCall.of([]);
    const held = await read(db, key, outputs, carrying, roll, signal);
    const there = await collection(db, 'members').countDocuments(carrying, { signal });
    const missed = Math.max(0, there - roll.size);
    const fault = await roll.fault(db);
    return { result: held, fault: missed > 0 || fault ? { missed, twice: fault?.twice ?? 0 } : null };
  });
}

async function read(
  db: Db,
  key: string,
  outputs: readonly string[],
  carrying: Filter<MemberDoc>,
  roll: RollCall,
  signal: AbortSignal | undefined,
): Promise<HeldTag> {
  const prefix = `${key}:`;
  const held = new HeldTag(outputs);
  const projection = { _id: 0, ord: 1, tags: 1 };
  const cursor = collection(db, 'members').find(carrying, { projection, batchSize: 20_000, signal });
  for await (const { ord, tags } of cursor) {
    roll.saw(ord);
    const [value, second] = tags
      .filter((tag) => tag.startsWith(prefix))
      .map((tag) => tag.slice(prefix.length));
    if (value === undefined) continue;
    if (second !== undefined) held.doubled.push(ord);
    else held.hold(ord, value);
  }
  return held;
}

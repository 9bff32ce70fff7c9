import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { Binary, type Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { notLater, upsertOurs } from '@/lib/jobs/fenced-record';
import type { Assignment } from './assignment';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/**
 * Keeps who is in the segment after this run. A million members are 125 KB before compression. Throws `JobStopped` when a
 * claim after the one with this fence has kept them already.
 */
export async function saveSegmentSnapshot(
  db: Db,
  { definition, run, fence }: { definition: string; run: string; fence: number },
  members: Assignment,
): Promise<void> {
  const bits = new Uint8Array(Math.ceil(members.length / 8));
  for (let ord = 0; ord < members.length; ord += 1) {
    if (members.get(ord) !== 0) bits[ord >> 3] = (bits[ord >> 3] ?? 0) | (1 << (ord & 7));
  }
  const packed = new Binary(await deflate(bits));
  const snapshot = { definition, bits: packed, fence };
  await upsertOurs(
    collection(db, 'runSnapshots').replaceOne({ _id: run, ...notLater(fence) }, snapshot, { upsert: true }),
  );
}

/** Who was in the segment after a run: a test by `ord`. Before the first run nobody was. */
export async function readSegmentSnapshot(
  db: Db,
  run: string | null,
): Promise<{ has(ord: number): boolean; length: number }> {
  const stored = run === null ? null : await collection(db, 'runSnapshots').findOne({ _id: run });
  const bits = stored?.bits ? await inflate(stored.bits.buffer) : Buffer.alloc(0);
  return { has: (ord) => (((bits[ord >> 3] ?? 0) >> (ord & 7)) & 1) === 1, length: bits.length * 8 };
}

import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { Binary, type Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { Assignment } from './assignment';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Keeps who is in the segment after this run. A million members are 125 KB before compression. */
export async function saveSegmentSnapshot(
  db: Db,
  definition: string,
  run: string,
  members: Assignment,
): Promise<void> {
  const bits = new Uint8Array(Math.ceil(members.length / 8));
  for (let ord = 0; ord < members.length; ord += 1) {
    if (members.get(ord) !== 0) bits[ord >> 3] = (bits[ord >> 3] ?? 0) | (1 << (ord & 7));
  }
  const packed = new Binary(await deflate(bits));
  await collection(db, 'runSnapshots').replaceOne(
    { _id: run },
    { definition, bits: packed },
    { upsert: true },
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

import type { Db } from 'mongodb';
import type { Selection } from '@/rules-engine/index';
import { sampleMembers } from './member-sample';

/** Members in a slice, about: what one query passes over in well under a second. */
const perSlice = 20_000;
/** Sampled members per slice: its size is then within a third or so of the others'. */
const sampledPerSlice = 50;

/**
 * Parts of the members that together are all of them, as ranges of the id, by which members and events are both
 * indexed. Counting slice by slice lets a count be stopped on servers that don't stop queries, and uses several cores
 * on those that give each query one.
 */
export async function memberSlices(db: Db, members: number): Promise<Selection[]> {
  const slices = Math.ceil(members / perSlice);
  if (slices <= 1) return [{}];
  const ids = (await sampleMembers(db, slices * sampledPerSlice)).sort(inBytes);
  const borders = Array.from(
    { length: slices - 1 },
    (_, i) => ids[Math.floor(((i + 1) * ids.length) / slices)],
  ).filter((id) => id !== undefined);
  return rangesBetween([...new Set(borders)]).map((range) => ({
    members: { _id: range },
    events: { memberId: range },
  }));
}

interface Range {
  readonly [operator: string]: string;
}

/** Before the first border, between each two, and from the last one on. */
function rangesBetween(borders: readonly string[]): Range[] {
  return [undefined, ...borders].map((from, i) => {
    const to = borders[i];
    return { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  });
}

/** The order of texts in the database, which isn't that of JavaScript beyond the basic plane: ranges must not overlap. */
function inBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

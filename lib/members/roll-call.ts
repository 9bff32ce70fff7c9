import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { metrics } from '@/lib/ground/monitoring/metrics';
import { log } from '@/lib/log/logger';
import { endOfOrds } from './ord';

/** How often something is read before it is given up. */
const attempts = 3;
/** Places of members that are told together whether they have gaps. */
const block = 4_096;
/** A server tests every listed `ord` against every document it looks at: long lists are slow. */
const listed = 500;

/** Members that a read left out though they are there, and those that it gave more than once. */
export interface Fault {
  missed: number;
  twice: number;
}

const [onRoll, seen] = [1, 2];

/** Who is there at one moment, by `ord`, and who of them was read since. */
export class RollCall {
  #marks: Uint8Array;
  #size = 0;
  #twice = 0;

  /** `from`: no `ord` that is read lies below. */
  private constructor(
    private readonly from: number,
    end: number,
  ) {
    this.#marks = new Uint8Array(Math.max(0, end - from));
  }

  /** Who is there now: two quick questions where nobody was ever removed, else a pass over the members. */
  static async take(db: Db, signal?: AbortSignal): Promise<RollCall> {
    const end = await endOfOrds(db);
    const roll = new RollCall(0, end);
    const members = await collection(db, 'members').countDocuments({}, { signal });
    // No `ord` is given twice, so as many members as places are one in each.
    if (members >= end) roll.#expect(0, end);
    else await roll.#takeBlocks(db, signal);
    return roll;
  }

  /** The roll of members that are known by their `ord`, ascending, of a read that gives none below `from`. */
  static of(ords: readonly number[], from = 0): RollCall {
    const roll = new RollCall(from, (ords.at(-1) ?? from - 1) + 1);
    for (const ord of ords) roll.#expect(ord, ord + 1);
    return roll;
  }

  /** How many different members were read. */
  get size(): number {
    return this.#size;
  }

  /** Notes that a member was read. */
  saw(ord: number): void {
    const place = ord - this.from;
    if (place >= this.#marks.length) {
      const grown = new Uint8Array(Math.max(place + 1, this.#marks.length * 2));
      grown.set(this.#marks);
      this.#marks = grown;
    }
    const mark = this.#marks[place] ?? 0;
    if ((mark & seen) === 0) this.#size += 1;
    else this.#twice += 1;
    this.#marks[place] = mark | seen;
  }

  /**
   * Null when everybody who is on the roll, and still is there, was read just once. Who came or went meanwhile may have been
   * read or not.
   */
  async fault(db: Db): Promise<Fault | null> {
    const unseen: number[] = [];
    this.#marks.forEach((mark, place) => {
      if (mark === onRoll) unseen.push(this.from + place);
    });
    const missed = await stillThere(db, unseen);
    return missed === 0 && this.#twice === 0 ? null : { missed, twice: this.#twice };
  }

  #expect(from: number, to: number): void {
    this.#marks.fill(onRoll, from - this.from, to - this.from);
  }

  async #takeBlocks(db: Db, signal: AbortSignal | undefined): Promise<void> {
    const members = collection(db, 'members');
    const blocks = await members
      .aggregate<{ first: number; last: number; n: number }>(
        [
          {
            $group: {
              _id: { $floor: { $divide: ['$ord', block] } },
              first: { $min: '$ord' },
              last: { $max: '$ord' },
              n: { $sum: 1 },
            },
          },
        ],
        { batchSize: Math.ceil(this.#marks.length / block) + 1, signal },
      )
      .toArray();
    for (const { first, last, n } of blocks) {
      if (last - first + 1 === n) this.#expect(first, last + 1);
      else {
        const found = await members
          .find(
            { ord: { $gte: first, $lte: last } },
            { projection: { _id: 0, ord: 1 }, batchSize: block + 1 },
          )
          .toArray();
        for (const { ord } of found) this.#expect(ord, ord + 1);
      }
    }
  }
}

/** How many of these members, by ascending `ord`, there are. */
async function stillThere(db: Db, ords: readonly number[]): Promise<number> {
  const members = collection(db, 'members');
  const single: number[] = [];
  let there = 0;
  for (let start = 0; start < ords.length; ) {
    let end = start + 1;
    while (end < ords.length && ords[end] === (ords[end - 1] ?? 0) + 1) end += 1;
    const [first = 0, last = 0] = [ords[start], ords[end - 1]];
    if (end - start < listed) single.push(...ords.slice(start, end));
    else there += await members.countDocuments({ ord: { $gte: first, $lte: last } });
    start = end;
  }
  for (let i = 0; i < single.length; i += listed) {
    there += await members.countDocuments({ ord: { $in: single.slice(i, i + listed) } });
  }
  return there;
}

/**
 * Reads members until every one of them is accounted for: what was read with a fault is thrown away and read again, and told
 * in the log. `read` starts anew each time. Throws `members-missed` when it goes wrong again and again.
 */
export async function untilWhole<T>(
  what: string,
  read: () => Promise<{ result: T; fault: Fault | null }>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const { result, fault } = await read();
    if (fault === null) return result;
    metrics().incompleteReads.inc({ what });
    log.error({ what, attempt, ...fault }, 'the database left out members, or gave some twice');
    if (attempt === attempts) throw new Problem('members-missed', { ...fault });
  }
}

/**
 * The same for a read of all members in pages. `read` calls `saw` of the roll with every member that it was given; whoever
 * was there before and still is has to have been given just once.
 */
export function everyMember<T>(
  db: Db,
  what: string,
  signal: AbortSignal | undefined,
  read: (roll: RollCall) => Promise<T>,
): Promise<T> {
  return untilWhole(what, async () => {
    const roll = await RollCall.take(db, signal);
    const result = await read(roll);
    return { result, fault: await roll.fault(db) };
  });
}

import type { Db, Filter, UpdateFilter } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { MemberDoc, MemberScope } from '@/lib/db/documents';
import type { IsOpen } from '@/lib/jobs/member-writes';
import type { Assignment } from '@/lib/members/assignment';

/** Members looked at between two reports of progress, and written at most in one update. */
const range = 10_000;
/** A server tests every listed `ord` against every document it looks at: long lists are slow. */
const listed = 500;
/** Updates under way at once: the server has a core to spare beside the one that serves us. */
const parallel = 2;

/** How one value becomes another in a member. The filter names the state before, so that doing it twice changes nothing. */
export interface Step {
  filter: Filter<MemberDoc>;
  update: UpdateFilter<MemberDoc>;
}

/** Who has which value, by places in a list of values; 0 is none. */
export interface Values {
  values: readonly string[];
  of: Assignment;
}

/** Who holds which value, and who is due which. */
export interface Differences {
  held: Values;
  /** Who held which before anything was written; differs from `held` when an earlier try wrote some of it. */
  before: Values;
  due: Values;
  /** What becomes of a value whose member is due none. */
  whenEmpty: 'clear' | 'keep';
  step(from: string | null, to: string | null): Step;
  /**
   * Called before each range with the first `ord` not yet written and the members that are written next; throws to stop.
   * Gives what has to hold of every one of them.
   */
  onRange(cursor: number, total: number, members: MemberScope): Promise<IsOpen>;
  signal?: AbortSignal | undefined;
}

/** What became of the members, against what they held before anything was written. */
export interface Change {
  /** Members per held value afterwards. */
  counts: Map<string, number>;
  size: number;
  entered: number;
  left: number;
  changed: number;
}

/** Writes only the differences, range by range; each update leaves alone what already is as it should be. */
export async function writeDifferences(db: Db, write: Differences): Promise<Change> {
  const { held, before, due, whenEmpty, onRange } = write;
  const total = Math.max(due.of.length, held.of.length, before.of.length);
  const change: Change = { counts: new Map(), size: 0, entered: 0, left: 0, changed: 0 };
  for (let start = 0; start < total; start += range) {
    const end = Math.min(start + range, total);
    const isOpen = await onRange(start, total, { from: start, to: end });
    const moves = new Map<string, Move>();
    for (let ord = start; ord < end; ord += 1) {
      const from = valueAt(held.values, held.of.get(ord));
      const was = valueAt(before.values, before.of.get(ord));
      const to = valueAt(due.values, due.of.get(ord)) ?? (whenEmpty === 'keep' ? was : null);
      tally(change, was, to);
      if (from === to) continue;
      const key = JSON.stringify([from, to]);
      const move = moves.get(key) ?? { from, to, ords: [] };
      move.ords.push(ord);
      moves.set(key, move);
    }
    const waiting = [...moves.values()].flatMap((move) => updates(db, write, isOpen, move));
    await inParallel(waiting, write.signal);
  }
  await onRange(total, total, { from: total, to: total });
  return change;
}

interface Move {
  from: string | null;
  to: string | null;
  ords: number[];
}

function valueAt(values: readonly string[], index: number): string | null {
  return index === 0 ? null : (values[index - 1] ?? null);
}

function tally(change: Change, from: string | null, to: string | null): void {
  if (to !== null) {
    change.size += 1;
    change.counts.set(to, (change.counts.get(to) ?? 0) + 1);
  }
  if (from === to) return;
  if (from === null) change.entered += 1;
  else if (to === null) change.left += 1;
  else change.changed += 1;
}

export type Update = () => Promise<unknown>;

function updates(db: Db, write: Differences, isOpen: IsOpen, { from, to, ords }: Move): Update[] {
  const members = collection(db, 'members');
  return pieces(ords).map((which) => () => {
    const { filter, update } = write.step(from, to);
    return members.updateMany({ ...which, ...filter, ...isOpen }, update);
  });
}

/** Filters that together name just these members: a range where they are without a gap, lists otherwise. */
export function pieces(ords: readonly number[]): Filter<MemberDoc>[] {
  const [first] = ords;
  const last = ords.at(-1);
  if (first === undefined || last === undefined) return [];
  if (last - first + 1 === ords.length) {
    // Halves, so that a whole range is written in parallel too.
    const middle = Math.ceil((first + last + 1) / 2);
    return [{ ord: { $gte: first, $lt: middle } }, { ord: { $gte: middle, $lte: last } }];
  }
  const lists: Filter<MemberDoc>[] = [];
  for (let i = 0; i < ords.length; i += listed) lists.push({ ord: { $in: ords.slice(i, i + listed) } });
  return lists;
}

/**
 * In lanes that stop when `signal` aborts, or when one of them fails. Ends only when none has an update under way: whoever
 * hears of the failure goes on as if nothing more were written.
 */
export async function inParallel(updates: readonly Update[], signal?: AbortSignal): Promise<void> {
  let waiting = [...updates];
  const lane = async () => {
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        signal?.throwIfAborted();
        await next();
      }
    } catch (error) {
      waiting = [];
      throw error;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: parallel }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
}

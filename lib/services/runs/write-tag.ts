import type { Db, Filter, UpdateFilter } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import type { Assignment } from './assignment';
import type { Held } from './held-values';

/** Members looked at between two reports of progress, and written at most in one update. */
const range = 10_000;
/** A server tests every listed `ord` against every document it looks at: long lists are slow. */
const listed = 500;
/** Updates under way at once: the server has a core to spare beside the one that serves us. */
const parallel = 2;

export interface TagWrite {
  key: string;
  run: string;
  /** When the run began: `since` of the values it adds. */
  at: Date;
  due: Assignment;
  /** The value of an output, by its place in `due`. */
  outputs: readonly string[];
  held: Held;
  /** What becomes of a value whose member is due none. */
  whenEmpty: 'clear' | 'keep';
  /** Called before each range with the first `ord` not yet written; throws to stop. */
  onRange(cursor: number, total: number): Promise<void>;
}

export interface TagChange {
  /** Members per held value afterwards. */
  counts: Map<string, number>;
  size: number;
  entered: number;
  left: number;
  changed: number;
}

/** Writes only the differences, range by range; each update leaves alone what already is as it should be. */
export async function writeTag(db: Db, write: TagWrite): Promise<TagChange> {
  const { due, held, onRange } = write;
  const total = Math.max(due.length, held.of.length);
  const change: TagChange = { counts: new Map(), size: 0, entered: 0, left: 0, changed: 0 };
  if (held.doubled.length > 0) await takeOff(db, write, held.doubled);
  for (let start = 0; start < total; start += range) {
    await onRange(start, total);
    const moves = new Map<string, Move>();
    for (let ord = start; ord < Math.min(start + range, total); ord += 1) {
      const from = valueAt(held.values, held.of.get(ord));
      const to = valueAt(write.outputs, due.get(ord)) ?? (write.whenEmpty === 'keep' ? from : null);
      tally(change, from, to);
      if (from === to) continue;
      const key = JSON.stringify([from, to]);
      const move = moves.get(key) ?? { from, to, ords: [] };
      move.ords.push(ord);
      moves.set(key, move);
    }
    await inParallel([...moves.values()].flatMap((move) => updates(db, write, move)));
  }
  await onRange(total, total);
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

function tally(change: TagChange, from: string | null, to: string | null): void {
  if (to !== null) {
    change.size += 1;
    change.counts.set(to, (change.counts.get(to) ?? 0) + 1);
  }
  if (from === to) return;
  if (from === null) change.entered += 1;
  else if (to === null) change.left += 1;
  else change.changed += 1;
}

type Update = () => Promise<unknown>;

function updates(db: Db, write: TagWrite, { from, to, ords }: Move): Update[] {
  const members = collection(db, 'members');
  return pieces(ords).map((which) => () => {
    const { filter, update } = step(write, from, to);
    return members.updateMany({ ...which, ...filter }, update);
  });
}

/** The filter names the state before, so that doing it twice changes nothing. */
function step(
  { key, run, at }: TagWrite,
  from: string | null,
  to: string | null,
): { filter: Filter<MemberDoc>; update: UpdateFilter<MemberDoc> } {
  const updatedAt = new Date();
  const since = { [`tagSince.${key}`]: { at, run } };
  const before = `${key}:${from}`;
  if (to === null) {
    return {
      filter: { tags: before },
      update: { $pull: { tags: before }, $unset: { [`tagSince.${key}`]: '' }, $set: { updatedAt } },
    };
  }
  const after = `${key}:${to}`;
  if (from === null) {
    return {
      filter: { tags: { $ne: after } },
      update: { $push: { tags: after }, $set: { ...since, updatedAt } },
    };
  }
  return { filter: { tags: before }, update: { $set: { 'tags.$': after, ...since, updatedAt } } };
}

async function takeOff(db: Db, { key, held }: TagWrite, ords: number[]): Promise<void> {
  const every = held.values.map((value) => `${key}:${value}`);
  for (const which of pieces(ords)) {
    await collection(db, 'members').updateMany(which, {
      $pull: { tags: { $in: every } },
      $set: { updatedAt: new Date() },
    });
  }
}

/** Filters that together name just these members: a range where they are without a gap, lists otherwise. */
function pieces(ords: readonly number[]): Filter<MemberDoc>[] {
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

async function inParallel(updates: readonly Update[]): Promise<void> {
  const waiting = [...updates];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: parallel }, lane));
}

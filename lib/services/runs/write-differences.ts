import type { Db, Filter, UpdateFilter } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import type { Assignment } from './assignment';

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

/** Who holds which value, and who is due which, by places in lists of values; 0 is none. */
export interface Differences {
  held: { values: readonly string[]; of: Assignment };
  due: { values: readonly string[]; of: Assignment };
  /** What becomes of a value whose member is due none. */
  whenEmpty: 'clear' | 'keep';
  step(from: string | null, to: string | null): Step;
  /** Called before each range with the first `ord` not yet written; throws to stop. */
  onRange(cursor: number, total: number): Promise<void>;
}

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
  const { held, due, whenEmpty, onRange } = write;
  const total = Math.max(due.of.length, held.of.length);
  const change: Change = { counts: new Map(), size: 0, entered: 0, left: 0, changed: 0 };
  for (let start = 0; start < total; start += range) {
    await onRange(start, total);
    const moves = new Map<string, Move>();
    for (let ord = start; ord < Math.min(start + range, total); ord += 1) {
      const from = valueAt(held.values, held.of.get(ord));
      const to = valueAt(due.values, due.of.get(ord)) ?? (whenEmpty === 'keep' ? from : null);
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

type Update = () => Promise<unknown>;

function updates(db: Db, write: Differences, { from, to, ords }: Move): Update[] {
  const members = collection(db, 'members');
  return pieces(ords).map((which) => () => {
    const { filter, update } = write.step(from, to);
    return members.updateMany({ ...which, ...filter }, update);
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

async function inParallel(updates: readonly Update[]): Promise<void> {
  const waiting = [...updates];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: parallel }, lane));
}

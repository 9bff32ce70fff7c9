import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { Assignment } from '@/lib/members/assignment';
import type { HeldTag } from './held-values';
import { type Change, type Differences, pieces, type Step, writeDifferences } from './write-differences';

export interface TagWrite extends Pick<Differences, 'whenEmpty' | 'onRange' | 'signal'> {
  key: string;
  run: string;
  /** When the run began: `since` of the values it adds. */
  at: Date;
  due: Assignment;
  /** The value of an output, by its place in `due`. */
  outputs: readonly string[];
  held: HeldTag;
  /** What was held before the run wrote anything: `held`, unless it is tried again. */
  before?: Differences['before'];
}

/** Writes what the members are due of a tag. */
export async function writeTag(db: Db, write: TagWrite): Promise<Change> {
  const { due, held, before = held, outputs, whenEmpty, onRange, signal } = write;
  if (held.doubled.length > 0) await takeOff(db, write);
  return writeDifferences(db, {
    held,
    before,
    signal,
    due: { values: outputs, of: due },
    whenEmpty,
    step: (from, to) => step(write, from, to),
    onRange,
  });
}

function step({ key, run, at }: TagWrite, from: string | null, to: string | null): Step {
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

async function takeOff(db: Db, { key, held, onRange }: TagWrite): Promise<void> {
  const every = held.values.map((value) => `${key}:${value}`);
  const isOpen = await onRange(0, held.of.length, { ords: held.doubled });
  for (const which of pieces(held.doubled)) {
    await collection(db, 'members').updateMany(
      { ...which, ...isOpen },
      {
        $pull: { tags: { $in: every } },
        $set: { updatedAt: new Date() },
      },
    );
  }
}

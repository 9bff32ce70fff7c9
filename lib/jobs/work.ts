import type { Db, UpdateResult } from 'mongodb';
import type { z } from 'zod';
import type { JobKind } from '@/lib/contracts/jobs';
import { underWay, type WorkState } from '@/lib/contracts/work';
import type { JobDoc } from '@/lib/db/documents';
import { notLater, stillOurs } from './fenced-record';
import { defineJob, type Job, type JobContext } from './handler';

/** What every record of work has; its states are those of work, and may be more. */
export interface WorkDoc {
  _id: string;
  state: string;
  error: JobDoc['error'];
  finishedAt: Date | null;
  /** Of the claim that works on it; a record of before has none. */
  fence?: number;
}

/** Which record, and what has to hold of it for the write to be right. */
export interface Which {
  _id: string;
  state?: { $in: WorkState[] };
  fence?: number | ReturnType<typeof notLater>['fence'];
}

export type WorkChange = Partial<Omit<WorkDoc, '_id' | 'state'>> & { state: WorkState };

export interface RecordedWork<D extends WorkDoc, P> {
  kind: JobKind;
  params: z.ZodType<P>;
  idOf(params: P): string;
  find(db: Db, id: string): Promise<D | null>;
  update(db: Db, which: Which, change: Partial<D> | WorkChange): Promise<UpdateResult>;
  /** Other ends than the usual ones: work that had one of these isn't begun again. */
  ends?: readonly string[];
  /** Before it is claimed: throws a `Problem` where it may not begin now, and gives what is set anew in the record. */
  begin?(context: JobContext<P>, record: D): Promise<Partial<D>>;
  /** Does the work, and gives what is stored of it once it is done. Started again after a crash it goes on, or starts over. */
  work(context: JobContext<P>, record: D): Promise<Partial<D>>;
  /** What follows from an end, a bad one too; done again, it changes nothing. */
  settle?(db: Db, record: D): Promise<void>;
  /** The result of the job. */
  resultOf(record: D): unknown;
}

/**
 * A job with a record that pages show: queued → running → done, failed or cancelled, and from the last two to queued again.
 * The claim puts its fence on the record first, and every later write of the record names it: so of two that take each other
 * for gone one writes no more.
 */
export function defineWork<D extends WorkDoc, P>(work: RecordedWork<D, P>): Job {
  const { find, update, idOf, resultOf } = work;
  const settle = async (db: Db, record: D): Promise<unknown> => {
    await work.settle?.(db, record);
    return resultOf(record);
  };
  return defineJob({
    kind: work.kind,
    params: work.params,
    async run(context) {
      const { db, params, fenced } = context;
      const { fence } = fenced;
      const _id = idOf(params);
      const found = await find(db, _id);
      if (found === null) return null;
      // A job that died after its work was done, before it could say so.
      if (found.state === 'done') return settle(db, found);
      if (work.ends?.includes(found.state)) return null;
      const begun = (await work.begin?.(context, found)) ?? {};
      const claim = { ...begun, fence, state: 'running' as const, error: null, finishedAt: null };
      await update(db, { _id, ...notLater(fence) }, claim);
      const record = await ours(db, _id, fence);
      const outcome = await work.work(context, record);
      await fenced.hold();
      const done = { ...outcome, state: 'done' as const, error: null, finishedAt: new Date() };
      await update(db, { _id, fence }, done);
      return settle(db, await ours(db, _id, fence));
    },
    async ended({ db, params, job: { fence }, state, error }) {
      const _id = idOf(params);
      const end = state === 'cancelled' ? 'cancelled' : 'failed';
      const which: Which = { _id, state: { $in: [...underWay] }, ...notLater(fence) };
      const { matchedCount } = await update(db, which, { fence, state: end, error, finishedAt: new Date() });
      const record = matchedCount > 0 ? await find(db, _id) : null;
      if (record?.fence === fence) await settle(db, record);
    },
    async again({ db, params }) {
      const which: Which = { _id: idOf(params), state: { $in: ['failed', 'cancelled'] } };
      await update(db, which, { state: 'queued', error: null, finishedAt: null });
    },
  });

  /** The record while it bears our fence; throws `JobStopped` when another claim has it. */
  async function ours(db: Db, id: string, fence: number): Promise<D> {
    const record = await find(db, id);
    return stillOurs(record?.fence === fence ? record : null);
  }
}

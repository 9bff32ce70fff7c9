import type { Db } from 'mongodb';
import type { z } from 'zod';
import type { JobKind } from '@/lib/contracts/jobs';
import { Problem } from '@/lib/contracts/problem';
import type { JobDoc, MemberScope } from '@/lib/db/documents';
import type { IsOpen } from './member-writes';

/** Says how far a job is. Call it as often as you like: it is written twice a second at most. */
export type ReportProgress = (done: number, total: number | null, phase: string) => void;

/** A job's hold on itself. */
export interface Fence {
  owner: string;
  /** Greater than that of every claim before, of any job: stamp it on documents that an older claim must not overwrite. */
  fence: number;
  /**
   * Call before each step that can't be undone or repeated: renews the lease, and throws `JobStopped` when
   * another worker has taken the job, or it was cancelled.
   */
  hold(): Promise<void>;
  /**
   * Like `hold`, and says what is about to be changed in which members; to be called again before others are, when those
   * writes were answered. Gives the condition that the filter of every one of them must have (member-writes.ts).
   */
  writing(what: string, members: MemberScope): Promise<IsOpen>;
}

export interface JobContext<P> {
  db: Db;
  params: P;
  progress: ReportProgress;
  /** Aborts with a `JobStopped` when the job is cancelled, lost to another worker, or the process stops. */
  signal: AbortSignal;
  /** As it was claimed. */
  job: JobDoc;
  fenced: Fence;
}

/** How a job ended when it didn't succeed. */
export interface JobEnd<P> {
  db: Db;
  params: P;
  job: JobDoc;
  state: 'failed' | 'cancelled' | 'dead';
  error: JobDoc['error'];
}

/**
 * What a kind of job does. `run` may be started again after a crash or an error and goes on from what it has
 * written; its value is the job's result (JSON). A thrown `Problem` fails the job for good, any other error is
 * tried again. `ended` brings the job's own documents to an end when it failed, was cancelled, or died, also
 * when `run` never started.
 */
export interface JobHandler<P> {
  kind: JobKind;
  params: z.ZodType<P>;
  run(context: JobContext<P>): Promise<unknown>;
  ended?(end: JobEnd<P>): Promise<void>;
  /** Called when it was queued again after such an end: its own documents wait too. A claim may have begun already. */
  again?(again: JobAgain<P>): Promise<void>;
}

export interface JobAgain<P> {
  db: Db;
  params: P;
  job: JobDoc;
}

/** A handler whose parameters are parsed on the way in, so that all kinds fit in one registry. */
export interface Job {
  run(context: JobContext<unknown>): Promise<unknown>;
  ended(end: JobEnd<unknown>): Promise<void>;
  again(again: JobAgain<unknown>): Promise<void>;
}

export type JobHandlers = Readonly<Record<string, Job>>;

export function defineJob<P>(handler: JobHandler<P>): Job {
  return {
    run: (context) => {
      const params = handler.params.safeParse(context.params);
      if (!params.success) throw new Problem('invalid-input', { where: 'params', why: params.error.message });
      return handler.run({ ...context, params: params.data });
    },
    ended: async (end) => {
      const params = handler.params.safeParse(end.params);
      if (params.success) await handler.ended?.({ ...end, params: params.data });
    },
    again: async (again) => {
      const params = handler.params.safeParse(again.params);
      if (params.success) await handler.again?.({ ...again, params: params.data });
    },
  };
}

import { type Db, type Document, MongoServerError } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { MongoDocument } from '@/rules-engine/index';
import { Gate } from './gate';
import { serverTraits } from './server-traits';
import { untilAborted } from './until-aborted';

/** Queries of counting under way at once in this process, for all who count. */
const queries = new Gate(4);

const MAX_TIME_EXPIRED = 50;

/**
 * As many rows as go into one answer. FerretDB works a query out a second time for the second page, and where rows then come in
 * another order some are left out and others given twice; what may be more than 16 MB is therefore sorted.
 */
const batchSize = 1_000_000;

export interface QueryOptions {
  /** Who waits leaves at once. The query stops too where the server stops queries, else at its end or deadline. */
  signal?: AbortSignal | undefined;
  /** On the clock of `performance.now()`. */
  deadline: number;
}

/** Runs stages on the members. Throws `too-slow` at the deadline; the server then stops the query itself. */
export async function queryMembers<T extends Document>(
  db: Db,
  stages: readonly MongoDocument[],
  { signal, deadline }: QueryOptions,
): Promise<T[]> {
  const { stopsQueries } = await serverTraits(db);
  const query = queries.pass(signal, async () => {
    const left = Math.round(deadline - performance.now());
    if (left <= 0) throw new Problem('too-slow');
    return collection(db, 'members')
      .aggregate<T>([...stages], {
        allowDiskUse: true,
        maxTimeMS: left,
        batchSize,
        // A query that goes on keeps its place at the gate, so that given up ones never pile up on the server.
        ...(stopsQueries ? { signal } : {}),
      })
      .toArray();
  });
  try {
    return await untilAborted(query, signal);
  } catch (error) {
    if (error instanceof MongoServerError && error.code === MAX_TIME_EXPIRED) throw new Problem('too-slow');
    throw error;
  }
}

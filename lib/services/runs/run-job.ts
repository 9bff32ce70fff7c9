import type { Db } from 'mongodb';
import { z } from 'zod';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import { Problem } from '@/lib/contracts/problem';
import { prepareExecutable } from '@/lib/counting/resolve-needs';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, RunDoc, VersionDoc } from '@/lib/db/documents';
import type { JobContext } from '@/lib/jobs/handler';
import { defineWork } from '@/lib/jobs/work';
import { ownerOf } from '@/lib/workspace/graph-owner';
import { lastDone } from '@/lib/workspace/last-done';
import type { Computation } from './computation';
import { dropHeldBefore } from './held-before';
import { runLayering } from './run-layering';
import { runSegment } from './run-segment';
import { runTag } from './run-tag';

const params = z.object({ run: z.string() });
type Context = JobContext<z.infer<typeof params>>;

const computations: Record<DefinitionKind, Computation> = {
  tag: runTag,
  segment: runSegment,
  layering: runLayering,
};

/**
 * Computes a published version: who is due what, then the differences. Started again after a crash it computes anew as
 * of the same instant, and finds little left to write.
 */
export const runJob = defineWork({
  kind: 'run',
  params,
  idOf: ({ run }) => run,
  find: (db, id) => collection(db, 'runs').findOne({ _id: id }),
  update: (db, which, change) => collection(db, 'runs').updateOne(which, { $set: change }),
  async work(context, run: RunDoc) {
    const { db, signal, progress, fenced } = context;
    await refuseSuperseded(context, run);
    const { definition, version } = await subjects(context, run);
    progress(0, null, 'compute');
    const compiled = await prepareExecutable(db, version.graph, run.asOf.getTime(), {
      signal,
      owner: ownerOf(definition),
    });
    const computing = { db, signal, progress, fenced, run, definition, outputs: compiled.outputs };
    return computations[definition.kind](computing);
  },
  settle,
  resultOf: ({ size, entered, left }) => ({ size, entered, left }),
});

/** What follows from a run that ended; done again, it changes nothing. */
async function settle(db: Db, run: RunDoc): Promise<void> {
  const { _id, definition, asOf, size, state, startedAt, finishedAt, fence = 0 } = run;
  const lastRun = { run: _id, at: finishedAt ?? startedAt, asOf, size, state, fence };
  await collection(db, 'definitions').updateOne(
    // Not over that of a run that ended later.
    { _id: definition, 'lastRun.fence': { $not: { $gt: fence } } },
    { $set: { lastRun, ...(state === 'done' ? { size, sizeAsOf: asOf } : {}) } },
  );
  await dropHeldBefore(db, definition, fence);
}

/**
 * A worker that was lost in a run may have kept it from ending until a later run was done: that one's word is newer. Throws
 * `run-superseded`. One that is asked for again begins now, and is the later one.
 */
async function refuseSuperseded({ db, job }: Context, { definition }: RunDoc): Promise<void> {
  const last = await lastDone(db, definition);
  if (last?.fence !== undefined && job.firstFence !== undefined && last.fence > job.firstFence)
    throw new Problem('run-superseded');
}

async function subjects(
  { db }: Context,
  run: RunDoc,
): Promise<{ definition: DefinitionDoc; version: VersionDoc }> {
  const definition = await collection(db, 'definitions').findOne({ _id: run.definition });
  const version = await collection(db, 'versions').findOne({
    definition: run.definition,
    version: run.version,
  });
  if (definition && version) return { definition, version };
  throw new Problem('not-found', { what: { zh: '要运行的版本', en: 'The version to run' } });
}

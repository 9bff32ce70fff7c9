import type { Db } from 'mongodb';
import { z } from 'zod';
import { Problem } from '@/lib/contracts/problem';
import { ownerOf } from '@/lib/counting/graph-owner';
import { prepareExecutable } from '@/lib/counting/resolve-needs';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, DefinitionKind, RunDoc, VersionDoc } from '@/lib/db/documents';
import { notLater, stillOurs } from '@/lib/jobs/fenced-record';
import { defineJob, type JobContext } from '@/lib/jobs/handler';
import type { Computation } from './computation';
import { dropHeldBefore } from './held-before';
import { lastDone } from './last-done';
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
export const runJob = defineJob({
  kind: 'run',
  params,
  async run(context) {
    const { db, signal } = context;
    const { fence } = context.fenced;
    const found = await collection(db, 'runs').findOne({ _id: context.params.run });
    if (!found) return null;
    // A job that died after its run was done, before it could say so.
    if (found.state === 'done') return settle(db, found);
    await refuseSuperseded(context, found);
    const run = stillOurs(
      await collection(db, 'runs').findOneAndUpdate(
        { _id: found._id, ...notLater(fence) },
        { $set: { fence, state: 'running', error: null, finishedAt: null } },
        { returnDocument: 'after' },
      ),
    );
    const { definition, version } = await subjects(context, run);
    context.progress(0, null, 'compute');
    const compiled = await prepareExecutable(db, version.graph, run.asOf.getTime(), {
      signal,
      owner: ownerOf(definition),
    });
    const { progress, fenced } = context;
    const computing = { db, signal, progress, fenced, run, definition, outputs: compiled.outputs };
    const outcome = await computations[definition.kind](computing);
    await context.fenced.hold();
    const change = { ...outcome, state: 'done' as const, finishedAt: new Date(), error: null };
    const done = await collection(db, 'runs').findOneAndUpdate(
      { _id: run._id, fence },
      { $set: change },
      { returnDocument: 'after' },
    );
    return settle(db, stillOurs(done));
  },
  async ended({ db, job, params: { run }, state, error }) {
    const change = {
      fence: job.fence,
      state: state === 'cancelled' ? ('cancelled' as const) : ('failed' as const),
      error,
      finishedAt: new Date(),
    };
    const ended = await collection(db, 'runs').findOneAndUpdate(
      { _id: run, state: { $ne: 'done' }, ...notLater(job.fence) },
      { $set: change },
      { returnDocument: 'after' },
    );
    if (ended) await settle(db, ended);
  },
});

/** What follows from a run that ended; done again, it changes nothing. Gives the job's result. */
async function settle(db: Db, run: RunDoc): Promise<{ size: number; entered: number; left: number }> {
  const { _id, definition, asOf, size, state, startedAt, finishedAt, fence = 0 } = run;
  const lastRun = { run: _id, at: finishedAt ?? startedAt, asOf, size, state, fence };
  await collection(db, 'definitions').updateOne(
    // Not over that of a run that ended later.
    { _id: definition, 'lastRun.fence': { $not: { $gt: fence } } },
    { $set: { lastRun, ...(state === 'done' ? { size, sizeAsOf: asOf } : {}) } },
  );
  await dropHeldBefore(db, definition, fence);
  return { size, entered: run.entered, left: run.left };
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

import { z } from 'zod';
import { Problem } from '@/lib/contracts/problem';
import { ownerOf } from '@/lib/counting/graph-owner';
import { prepareExecutable } from '@/lib/counting/resolve-needs';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, DefinitionKind, RunDoc, VersionDoc } from '@/lib/db/documents';
import { defineJob, type JobContext } from '@/lib/jobs/handler';
import type { Computation, Outcome } from './computation';
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
    const run = await collection(db, 'runs').findOne({ _id: context.params.run });
    // A job that died after its last write, before it could say so.
    if (!run || run.state === 'done') return null;
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
    await finish(context, run, outcome);
    return { size: outcome.size, entered: outcome.entered, left: outcome.left };
  },
  async ended({ db, params: { run }, state, error }) {
    const finishedAt = new Date();
    const ended = await collection(db, 'runs').findOneAndUpdate(
      { _id: run, state: 'running' },
      { $set: { state: state === 'cancelled' ? 'cancelled' : 'failed', error, finishedAt } },
      { returnDocument: 'after' },
    );
    if (!ended) return;
    const { _id, asOf, definition } = ended;
    await collection(db, 'definitions').updateOne(
      { _id: definition },
      { $set: { lastRun: { run: _id, at: finishedAt, asOf, size: ended.size, state: ended.state } } },
    );
  },
});

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

async function finish({ db }: Context, run: RunDoc, outcome: Outcome): Promise<void> {
  const finishedAt = new Date();
  await collection(db, 'runs').updateOne(
    { _id: run._id, state: 'running' },
    { $set: { ...outcome, state: 'done', finishedAt, error: null } },
  );
  const lastRun = {
    run: run._id,
    at: finishedAt,
    asOf: run.asOf,
    size: outcome.size,
    state: 'done' as const,
  };
  await collection(db, 'definitions').updateOne(
    { _id: run.definition },
    { $set: { lastRun, size: outcome.size, sizeAsOf: run.asOf } },
  );
}

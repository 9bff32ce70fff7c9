import { z } from 'zod';
import { Problem } from '@/lib/contracts/problem';
import { prepareGraph } from '@/lib/counting/resolve-needs';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, RunDoc, VersionDoc } from '@/lib/db/documents';
import { defineJob, type JobContext } from '@/lib/jobs/handler';
import type { CompiledOutput } from '@/rules-engine/index';
import { classify } from './classify';
import { heldValues } from './held-values';
import { readSnapshot, saveSnapshot } from './snapshot';
import { writeTag } from './write-tag';

const params = z.object({ run: z.string() });
type Context = JobContext<z.infer<typeof params>>;
type Outcome = Pick<RunDoc, 'counts' | 'size' | 'entered' | 'left'>;

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
    const compiled = await prepareGraph(db, version.graph, run.asOf.getTime(), { signal });
    if (!compiled.executable) {
      throw new Problem('not-executable', { why: compiled.diagnostics[0]?.message ?? { zh: '', en: '' } });
    }
    const compute = definition.kind === 'tag' ? runTag : runSegment;
    const outcome = await compute(context, run, definition, compiled.outputs);
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

async function runTag(
  { db, signal, progress, fenced }: Context,
  run: RunDoc,
  definition: DefinitionDoc,
  outputs: readonly CompiledOutput[],
): Promise<Outcome> {
  const values = outputs.map((output) => output.value);
  const due = await classify(db, outputs, signal);
  const held = await heldValues(db, definition.key, values, signal);
  const change = await writeTag(db, {
    key: definition.key,
    run: run._id,
    at: run.startedAt,
    due,
    outputs: values,
    held,
    whenEmpty: definition.whenEmpty,
    async onRange(cursor, total) {
      signal.throwIfAborted();
      progress(cursor, total, 'write');
      await fenced.hold();
      await collection(db, 'runs').updateOne({ _id: run._id, state: 'running' }, { $set: { cursor } });
    },
  });
  const gone = held.values.slice(new Set(values).size).filter((value) => change.counts.has(value));
  const labels = new Map(outputs.map((output) => [output.value, output.label]));
  return {
    counts: [...new Set([...values, ...gone])].map((value) => ({
      value,
      label: labels.get(value) ?? { zh: value, en: value },
      n: change.counts.get(value) ?? 0,
    })),
    size: change.size,
    entered: change.entered,
    left: change.left,
  };
}

async function runSegment(
  { db, signal, progress, fenced }: Context,
  run: RunDoc,
  definition: DefinitionDoc,
  outputs: readonly CompiledOutput[],
): Promise<Outcome> {
  const due = await classify(db, outputs, signal);
  const before = await lastDone(db, definition._id);
  const was = await readSnapshot(db, before?._id ?? null);
  let entered = 0;
  let left = 0;
  const total = Math.max(due.length, was.length);
  for (let ord = 0; ord < total; ord += 1) {
    const is = due.get(ord) !== 0;
    if (is && !was.has(ord)) entered += 1;
    if (!is && was.has(ord)) left += 1;
  }
  progress(total, total, 'write');
  await fenced.hold();
  await saveSnapshot(db, definition._id, run._id, due);
  const size = due.size();
  const label = outputs[0]?.label ?? definition.label;
  return { counts: [{ value: '', label, n: size }], size, entered, left };
}

function lastDone(db: Context['db'], definition: string): Promise<RunDoc | null> {
  return collection(db, 'runs').findOne({ definition, state: 'done' }, { sort: { startedAt: -1 } });
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
    { $set: { lastRun, size: outcome.size } },
  );
}

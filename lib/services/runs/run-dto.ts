import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import type { Run, RunPage, RunsQuery, SizesAnswer } from '@/lib/contracts/runs';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, JobDoc, RunDoc } from '@/lib/db/documents';
import { pageFilter, pageOf } from '@/lib/db/time-cursor';
import { toJobDto } from '@/lib/jobs/job-dto';

/** One run as pages see it; throws `not-found`. */
export async function runById(db: Db, id: string): Promise<Run> {
  const run = await collection(db, 'runs').findOne({ _id: id });
  const [dto] = run ? await toRuns(db, [run]) : [];
  if (dto) return dto;
  throw new Problem('not-found', { what: { zh: '该次运行', en: 'The run' } });
}

/** A page of runs, the newest first. Throws `invalid-input` for a cursor that isn't one. */
export async function listRuns(db: Db, { definition, state, before, limit }: RunsQuery): Promise<RunPage> {
  const filters = [definition ? { definition } : {}, state ? { state } : {}];
  const found = await collection(db, 'runs')
    .find({ $and: [...filters, ...pageFilter('startedAt', before)] })
    .sort({ startedAt: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  const { page, next } = pageOf(found, limit, ({ startedAt }) => startedAt);
  return { runs: await toRuns(db, page), next };
}

/** Sizes of the finished runs of a definition over time, oldest first. */
export async function listSizes(db: Db, definition: string, limit: number): Promise<SizesAnswer> {
  const found = await collection(db, 'runs')
    .find({ definition, state: 'done' })
    .sort({ startedAt: -1 })
    .limit(limit)
    .toArray();
  return {
    points: found.reverse().map((run) => ({
      run: run._id,
      version: run.version,
      asOf: run.asOf.toISOString(),
      finishedAt: (run.finishedAt ?? run.startedAt).toISOString(),
      size: run.size,
      counts: run.counts,
    })),
  };
}

async function toRuns(db: Db, runs: readonly RunDoc[]): Promise<Run[]> {
  const definitions = await collection(db, 'definitions')
    .find({ _id: { $in: [...new Set(runs.map((run) => run.definition))] } })
    .project<Pick<DefinitionDoc, '_id' | 'kind' | 'label'>>({ kind: 1, label: 1 })
    .toArray();
  const jobs = await collection(db, 'jobs')
    .find({ _id: { $in: runs.map((run) => run.job) } })
    .toArray();
  const definitionOf = new Map(definitions.map((definition) => [definition._id, definition]));
  const jobOf = new Map(jobs.map((job) => [job._id, job]));
  return runs.map((run) => toRun(run, definitionOf.get(run.definition), jobOf.get(run.job)));
}

function toRun(
  run: RunDoc,
  definition: Pick<DefinitionDoc, 'kind' | 'label'> | undefined,
  job: JobDoc | undefined,
): Run {
  return {
    id: run._id,
    definition: run.definition,
    label: definition?.label ?? { zh: run.definition, en: run.definition },
    kind: definition?.kind ?? 'segment',
    version: run.version,
    asOf: run.asOf.toISOString(),
    state: run.state,
    trigger: run.trigger,
    by: run.by,
    counts: run.counts,
    size: run.size,
    entered: run.entered,
    left: run.left,
    moved: run.moved ?? 0,
    progress: { done: job?.progress.done ?? 0, total: job?.progress.total ?? null },
    error: job && run.error ? toJobDto({ ...job, error: run.error }).error : null,
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    job: run.job,
    cancelRequested: job?.cancelRequested ?? false,
  };
}

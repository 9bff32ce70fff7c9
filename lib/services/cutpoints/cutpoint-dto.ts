import type { Db } from 'mongodb';
import type { CutpointSet } from '@/lib/contracts/cutpoints';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';
import type { CutpointsDoc } from '@/lib/db/run-documents';
import { toJobDto } from '@/lib/jobs/job-dto';

/** Sets kept of a definition that are listed. */
const listed = 50;

/** The sets of cutpoints that were computed for a definition, newest first. */
export async function listSets(db: Db, definition: string): Promise<CutpointSet[]> {
  const found = await collection(db, 'cutpoints')
    .find({ definition })
    .sort({ number: -1 })
    .limit(listed)
    .toArray();
  const jobs = await collection(db, 'jobs')
    .find({ _id: { $in: found.map(({ job }) => job) } })
    .toArray();
  const jobOf = new Map(jobs.map((job) => [job._id, job]));
  return found.map((doc) => toSet(doc, jobOf.get(doc.job)));
}

/** Throws `not-found`. */
export async function findSet(db: Db, definition: string, number: number): Promise<CutpointSet> {
  const doc = await collection(db, 'cutpoints').findOne({ definition, number });
  if (!doc) throw new Problem('not-found', { what: { zh: `分界值 ${number}`, en: `Cutpoints ${number}` } });
  const job = await collection(db, 'jobs').findOne({ _id: doc.job });
  return toSet(doc, job ?? undefined);
}

function toSet(doc: CutpointsDoc, job: JobDoc | undefined): CutpointSet {
  const { number, state, node, asOf, cuts, by, startedAt, finishedAt, error } = doc;
  return {
    number,
    state,
    node,
    asOf: asOf.toISOString(),
    cuts,
    by,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    job: doc.job,
    progress: { done: job?.progress.done ?? 0, total: job?.progress.total ?? null },
    error: job && error ? toJobDto({ ...job, error }).error : null,
  };
}

import type { Db, Filter } from 'mongodb';
import type { JobPageDto, JobsQuery } from '@/lib/contracts/jobs';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';
import { pageFilter, pageOf } from '@/lib/db/time-cursor';
import { toJobDto } from './job-dto';

/** One page of the jobs, the newest first. Throws `invalid-input` for a cursor that isn't one. */
export async function listJobs(db: Db, query: JobsQuery): Promise<JobPageDto> {
  const found = await collection(db, 'jobs')
    .find({ $and: [...filters(query), ...pageFilter('createdAt', query.before)] })
    .sort({ createdAt: -1, _id: -1 })
    .limit(query.limit + 1)
    .toArray();
  const { page, next } = pageOf(found, query.limit, ({ createdAt }) => createdAt);
  return { jobs: page.map(toJobDto), next };
}

function filters({ state, kind }: JobsQuery): Filter<JobDoc>[] {
  return [
    {},
    ...(kind === undefined ? [] : [{ kind }]),
    ...(state === undefined ? [] : [state === 'active' ? { state: { $in: active } } : { state }]),
  ];
}

const active: JobDoc['state'][] = ['queued', 'running'];

import type { JobDto } from '@/lib/contracts/jobs';
import { problemText } from '@/lib/contracts/problem';
import { isProblemCode } from '@/lib/contracts/problems';
import type { JobDoc } from '@/lib/db/documents';

/** A job as pages see it. */
export function toJobDto(job: JobDoc): JobDto {
  return {
    id: job._id,
    kind: job.kind,
    state: job.state,
    progress: job.progress,
    cancelRequested: job.cancelRequested,
    attempts: job.attempts,
    maxAttempts: job.maxAttempts,
    runAt: job.runAt.toISOString(),
    result: job.result,
    error: job.error && { code: job.error.code, message: sentences(job.error) },
    createdBy: job.createdBy,
    createdAt: job.createdAt.toISOString(),
    updatedAt: job.updatedAt.toISOString(),
  };
}

/** An old record may carry a code that this version no longer has: then its stored sentence serves both. */
function sentences({ code, params = {}, message }: NonNullable<JobDoc['error']>): { zh: string; en: string } {
  if (!isProblemCode(code)) return { zh: message, en: message };
  return { zh: problemText(code, params, 'zh'), en: problemText(code, params, 'en') };
}

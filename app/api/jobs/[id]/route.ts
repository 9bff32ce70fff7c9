import { idParams } from '@/lib/contracts/id-params';
import { jobById } from '@/lib/jobs/control';
import { toJobDto } from '@/lib/jobs/job-dto';
import { handler } from '../../handler';

export const GET = handler({ role: 'viewer', params: idParams }, async ({ db, params }) =>
  toJobDto(await jobById(db, params.id)),
);

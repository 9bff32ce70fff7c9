import { jobOperations } from '@/lib/contracts/operations/job-operations';
import { jobById } from '@/lib/jobs/control';
import { toJobDto } from '@/lib/jobs/job-dto';
import { serve } from '../../serve';

export const GET = serve(jobOperations.get, async ({ db, params }) => toJobDto(await jobById(db, params.id)));

import { listOperations } from '@/lib/contracts/operations/list-operations';
import { listUsage } from '@/lib/services/lists/list-dto';
import { serve } from '../../../serve';

export const GET = serve(listOperations.usage, async ({ db, params }) => ({
  usage: await listUsage(db, params.id),
}));

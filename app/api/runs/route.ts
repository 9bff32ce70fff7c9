import { runOperations } from '@/lib/contracts/operations/run-operations';
import { listRuns } from '@/lib/services/runs/run-dto';
import { serve } from '../serve';

export const GET = serve(runOperations.list, ({ db, query }) => listRuns(db, query));

import { runsQuerySchema } from '@/lib/contracts/runs';
import { listRuns } from '@/lib/services/runs/run-dto';
import { handler } from '../handler';

export const GET = handler({ role: 'viewer', query: runsQuerySchema }, ({ db, query }) =>
  listRuns(db, query),
);

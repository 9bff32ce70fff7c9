import { pointOperations } from '@/lib/contracts/operations/point-operations';
import { pointEntries } from '@/lib/services/points/account-dto';
import { serve } from '../../../../serve';

export const GET = serve(pointOperations.entries, ({ db, params, query }) =>
  pointEntries(db, params.id, query),
);

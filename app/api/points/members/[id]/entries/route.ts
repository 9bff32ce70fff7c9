import { idParams } from '@/lib/contracts/id-params';
import { pointEntriesQuerySchema } from '@/lib/contracts/points';
import { pointEntries } from '@/lib/services/points/account-dto';
import { handler } from '../../../../handler';

export const GET = handler(
  { role: 'viewer', scope: 'points', params: idParams, query: pointEntriesQuerySchema },
  ({ db, params, query }) => pointEntries(db, params.id, query),
);

import { idParams } from '@/lib/contracts/id-params';
import { pointAccount } from '@/lib/services/points/account-dto';
import { handler } from '../../../handler';

export const GET = handler({ role: 'viewer', scope: 'points', params: idParams }, ({ db, params }) =>
  pointAccount(db, params.id),
);

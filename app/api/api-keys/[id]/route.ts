import { idParams } from '@/lib/contracts/id-params';
import { revokeApiKey } from '@/lib/services/api-keys/api-keys';
import { handler } from '../../handler';

/** Revokes; the record stays. */
export const DELETE = handler({ role: 'admin', params: idParams }, ({ db, actor, params }) =>
  revokeApiKey(db, actor, params.id),
);

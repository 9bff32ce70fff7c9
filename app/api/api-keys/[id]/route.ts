import { apiKeyOperations } from '@/lib/contracts/operations/api-key-operations';
import { revokeApiKey } from '@/lib/services/api-keys/api-keys';
import { serve } from '../../serve';

/** Revokes; the record stays. */
export const DELETE = serve(apiKeyOperations.revoke, ({ db, actor, params }) =>
  revokeApiKey(db, actor, params.id),
);
